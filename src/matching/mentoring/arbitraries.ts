import fc from 'fast-check';
import { anyGrieving, anySeeker } from '../arbitraries.ts';
import { TODAY } from '../examples.ts';
import type { Stage } from '../seeker.ts';
import { FAITHS, MEETING_PLACES, SLOTS, STAGE_KINDS, TOPICS } from '../words.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import { type MentoringProgram, PROGRAM_KINDS } from './program.ts';
import type { RoundInput } from './round.ts';
import { AGE_BANDS } from './traits.ts';
import { PAIR_TERMS, type PairWeights } from './weights.ts';

/** Mothers, mentors and programs of every kind, for property tests. The worlds are small, so that things often meet. */

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const some = <T>(values: readonly T[], maxLength = 3) =>
  fc.subarray([...values], { maxLength: Math.min(maxLength, values.length) });
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
const month = fc.constantFrom('2022-03', '2024-11', '2025-10', '2025-11', '2026-02');
const answers = fc.dictionary(fc.constantFrom('trade', 'pace'), some(['a', 'b', 'c'], 2));
const ruledOut = fc.record(
  {
    topics: some(TOPICS, 1),
    stages: some(STAGE_KINDS, 1),
    ages: some(AGE_BANDS, 1),
    faiths: some(FAITHS, 1),
  },
  { requiredKeys: [] },
);
const apart = fc.record({
  blocked: some(ids('d', 5), 1).map((one) => new Set(one)),
  family: some(ids('d', 5), 1).map((one) => new Set(one)),
  declined: some(ids('d', 5), 1).map((one) => new Set(one)),
});

const nobody = { blocked: new Set<string>(), family: new Set<string>(), declined: new Set<string>() };

export const anyMentee = (id: string): fc.Arbitrary<Mentee> =>
  fc.record({
    id: fc.constant(id),
    self: fc.oneof(
      { weight: 3, arbitrary: anySeeker.map((one) => ({ ...one, languages: ['es', 'en'] })) },
      { weight: 2, arbitrary: anySeeker },
      { weight: 1, arbitrary: anyGrieving },
    ),
    requests: fc.record(
      {
        ages: some(AGE_BANDS, 2),
        faith: maybe(fc.constantFrom('any', 'none', 'christian', 'muslim')),
        culture: some(['c1', 'c2']),
        identity: some(['i1', 'i2']),
      },
      { requiredKeys: [] },
    ),
    ruledOut: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: ruledOut }),
    apart: fc.oneof({ weight: 4, arbitrary: fc.constant(nobody) }, { weight: 1, arbitrary: apart }),
    waitingSince: fc.constantFrom('2026-11-22', '2026-11-19', '2026-11-15', '2026-09-01'),
    answers,
  });

const lives = anySeeker.map(({ stages }) => stages.filter(({ kind }) => kind !== 'loss'));
const griefs = anySeeker.map(({ stages }) => stages);
const spot = maybe(
  fc.record({
    latitude: fc.double({ min: 41.2, max: 42.6, noNaN: true }),
    longitude: fc.double({ min: -88.6, max: -87.2, noNaN: true }),
  }),
);

export const anyMentor = (id: string): fc.Arbitrary<Mentor> =>
  fc.record({
    id: fc.constant(id),
    experiences: some(TOPICS, 5),
    stages: fc.oneof(fc.constant<Stage[]>([]), lives, lives, griefs),
    languages: fc.oneof(fc.constantFrom<string[]>([], ['en', 'es', 'pl', 'ar']), some(['en', 'es', 'pl'])),
    free: some(SLOTS, 8),
    timeZone: maybe(fc.constantFrom('America/Chicago', 'America/Los_Angeles', 'Europe/Madrid')),
    place: spot,
    maxMiles: maybe(fc.integer({ min: 1, max: 60 })),
    online: maybe(fc.boolean()),
    capacityLeft: fc.constantFrom(0, 1, 1, 2),
    trained: fc.constantFrom(true, true, true, false),
    recoveredSince: maybe(month),
    about: fc.record(
      {
        ageBand: maybe(fc.constantFrom(...AGE_BANDS)),
        faith: maybe(fc.constantFrom(...FAITHS)),
        culture: some(['c1', 'c2']),
        identity: some(['i1', 'i2']),
      },
      { requiredKeys: [] },
    ),
    ruledOut: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: ruledOut }),
    answers,
  });

export const anyProgram: fc.Arbitrary<MentoringProgram> = fc.record({
  kind: fc.constantFrom(...PROGRAM_KINDS),
  recoveredMonths: fc.constantFrom(null, null, null, 12),
  trainingRequired: fc.constantFrom(false, false, true),
  meets: maybe(fc.constantFrom(...MEETING_PLACES)),
  maxMiles: maybe(fc.integer({ min: 5, max: 50 })),
  promisedDays: fc.integer({ min: 1, max: 14 }),
  questions: fc.constantFrom(
    [],
    [
      { id: 'trade', choices: ['a', 'b'], weight: 12 },
      { id: 'pace', choices: ['a', 'c'], weight: 0 },
    ],
  ),
  weights: fc.constant({}),
});

export const anyWeights: fc.Arbitrary<PairWeights> = fc
  .tuple(
    ...PAIR_TERMS.map((term) => fc.integer({ min: 0, max: 60 }).map((weight) => [term, weight] as const)),
  )
  .map((entries) => Object.fromEntries(entries) as PairWeights);

/** Few enough to try every way there is. */
export const anyRound: fc.Arbitrary<RoundInput> = fc
  .tuple(fc.constantFrom(0, 2, 3, 4, 5), fc.constantFrom(0, 2, 3, 4))
  .chain(([mothers, mentors]) =>
    fc.record({
      program: anyProgram,
      mentees: fc.tuple(...ids('m', mothers).map(anyMentee)),
      mentors: fc.tuple(...ids('d', mentors).map(anyMentor)),
      today: fc.constant(TODAY),
    }),
  );
