import fc from 'fast-check';
import { anyGrieving, anySeeker } from '../arbitraries.ts';
import { TODAY } from '../examples.ts';
import type { Seeker } from '../seeker.ts';
import { MEETING_PLACES, SLOTS, TOPICS, type Topic } from '../words.ts';
import { NOT_ALONE, type NotAlone } from './not-alone.ts';
import type { CircleFacilitator, SeatingInput, WaitingMember } from './seating.ts';

/** Waiting lists of every kind, for property tests. Few hours and languages, so that there are circles. */

const some = <T>(values: readonly T[], maxLength: number) =>
  fc.subarray([...values], { maxLength: Math.min(maxLength, values.length) });
const HOURS = SLOTS.filter((slot) => slot.endsWith('evening'));
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
const apart = fc.oneof(
  { weight: 9, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: some([...ids('m', 10), ...ids('f', 4)], 2) },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const gathered = (seeker: fc.Arbitrary<Seeker>) =>
  fc
    .tuple(
      seeker,
      fc.constantFrom<string[][]>(['es'], ['en', 'es'], ['en'], []),
      some(HOURS, 7),
      fc.nat({ max: 2 }),
    )
    .map(([self, languages, free, openness]) => ({
      ...self,
      languages,
      free,
      // Most have one stage at most, or none could sit with anybody.
      stages: openness === 0 ? self.stages : self.stages.slice(0, openness - 1),
      maxMiles: self.maxMiles ?? null,
    }));
const self = fc.oneof(
  { weight: 12, arbitrary: gathered(anySeeker) },
  { weight: 1, arbitrary: gathered(anyGrieving) },
  { weight: 1, arbitrary: anySeeker },
);

const member = (id: string): fc.Arbitrary<WaitingMember> =>
  fc.record({
    id: fc.constant(id),
    self,
    notAlone: fc.oneof(
      { weight: 4, arbitrary: fc.constant<NotAlone[]>([]) },
      { weight: 1, arbitrary: some<NotAlone>(NOT_ALONE.slice(0, 3), 1) },
    ),
    apart: apart.map((one) => new Set(one)),
    waitingSince: fc.constantFrom('2026-11-22', '2026-10-19', '2026-06-01'),
  });

const facilitator = (id: string): fc.Arbitrary<CircleFacilitator> =>
  fc
    .record({
      self,
      meets: maybe(fc.constantFrom(...MEETING_PLACES)),
      circlesLeft: fc.integer({ min: 0, max: 2 }),
    })
    .chain(({ self: { languages, free, timeZone, place, maxMiles }, meets, circlesLeft }) =>
      fc.record({
        id: fc.constant(id),
        languages: fc.constant(languages),
        free: fc.constant(free),
        timeZone: fc.constant(timeZone ?? null),
        place: fc.constant(place),
        maxMiles: fc.constant(maxMiles ?? null),
        meets: fc.constant(meets),
        topics: fc.oneof(
          { weight: 4, arbitrary: fc.constant<Topic[]>([]) },
          { weight: 1, arbitrary: some(TOPICS, 4) },
        ),
        circlesLeft: fc.constant(circlesLeft),
        apart: apart.map((one) => new Set(one)),
      }),
    );

export const anySeating: fc.Arbitrary<SeatingInput> = fc.record({
  members: fc.tuple(...ids('m', 10).map(member)).chain((all) => fc.subarray(all, { minLength: 6 })),
  facilitators: fc.tuple(...ids('f', 4).map(facilitator)).chain((all) => fc.subarray(all, { minLength: 1 })),
  rules: fc
    .record({
      lower: fc.integer({ min: 2, max: 4 }),
      more: fc.integer({ min: 0, max: 3 }),
      facilitators: fc.constantFrom<SeatingInput['rules']['facilitators'][]>(
        { least: 1, most: 1 },
        { least: 1, most: 2 },
        { least: 2, most: 2 },
      ),
      meets: maybe(fc.constantFrom(...MEETING_PLACES)),
      maxMiles: maybe(fc.integer({ min: 5, max: 60 })),
    })
    .map(({ more, ...rules }) => ({
      ...rules,
      upper: rules.lower + more,
      timeZone: 'America/Chicago',
      today: TODAY,
    })),
});
