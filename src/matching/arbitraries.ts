import fc from 'fast-check';
import { TODAY } from './examples.ts';
import type { CircleOption, OnlineOption, PeerOption, PlanOptions, ServiceOption } from './options.ts';
import type { Decisions } from './plan/step.ts';
import type { Seeker, Stage } from './seeker.ts';
import {
  DAYS,
  FAMILY_PROMPTS,
  MEETING_PLACES,
  SLOTS,
  STAGE_KINDS,
  type StageKind,
  SUPPORTS,
  TOPICS,
} from './words.ts';

/** Mothers and options of every kind, for property tests. The worlds are small, so that things often meet. */

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const some = <T>(values: readonly T[], maxLength = 3) => fc.subarray([...values], { maxLength });
const month = fc
  .record({ year: fc.integer({ min: 2018, max: 2027 }), month: fc.integer({ min: 1, max: 12 }) })
  .map((date) => `${date.year}-${String(date.month).padStart(2, '0')}`);
const languages = some(['en', 'es', 'es-MX', 'pl', 'ar']);
const region = maybe(fc.constantFrom('IL', 'WI', 'TX'));
const spot = fc.oneof(
  fc.record({
    latitude: fc.double({ min: 41.2, max: 42.6, noNaN: true }),
    longitude: fc.double({ min: -88.6, max: -87.2, noNaN: true }),
  }),
  fc.constant({ latitude: null, longitude: null }),
);
const faith = fc.constantFrom('any', 'christian', 'muslim');
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const cost = maybe(fc.constantFrom('free' as const, 'paid' as const));
const zone = maybe(
  fc.constantFrom('America/Chicago', 'America/Los_Angeles', 'Europe/Madrid', 'Nowhere/Here'),
);
const spaces = maybe(fc.integer({ min: 0, max: 5 }));
const circleStages = some<StageKind>(STAGE_KINDS.filter((kind) => kind !== 'unsaid'));

const stage: fc.Arbitrary<Stage> = fc.oneof(
  fc.constantFrom<Stage>(
    { kind: 'trying' },
    { kind: 'school-age' },
    { kind: 'adopting' },
    { kind: 'loss' },
    { kind: 'unsaid' },
  ),
  fc.record({ kind: fc.constant('expecting' as const), dueMonth: maybe(month) }),
  fc.record({ kind: fc.constantFrom('baby' as const, 'toddler' as const), birthMonth: maybe(month) }),
);

export const anySeeker: fc.Arbitrary<Seeker> = fc.record({
  stages: fc.array(stage, { maxLength: 3 }),
  place: maybe(
    fc.tuple(spot, region, maybe(fc.constantFrom('US', 'MX'))).map(([at, there, country]) => ({
      ...at,
      region: there,
      country,
    })),
  ),
  supports: some(SUPPORTS),
  topics: some(TOPICS, 4),
  languages,
  free: some(SLOTS, 8),
  timeZone: zone,
  faith: maybe(fc.oneof(faith, fc.constant('none'))),
  meets: maybe(fc.constantFrom(...MEETING_PLACES)),
  maxMiles: maybe(fc.integer({ min: 1, max: 60 })),
  needsChildcare: maybe(fc.boolean()),
  today: fc.constant(TODAY),
});

const grief: fc.Arbitrary<Stage[]> = fc.constant([{ kind: 'loss' }, { kind: 'unsaid' }]);
/** Loss is all she told us of where she is. */
export const anyGrieving: fc.Arbitrary<Seeker> = fc
  .tuple(anySeeker, grief)
  .map(([seeker, stages]) => ({ ...seeker, stages }));

export const anyCircle: fc.Arbitrary<CircleOption> = fc
  .record({
    id,
    name: fc.constantFrom('Night Feeds', 'Park Walk', 'Círculo del sábado'),
    languages,
    stages: circleStages,
    ageFromMonths: maybe(fc.integer({ min: 0, max: 20 })),
    ageToMonths: maybe(fc.integer({ min: 6, max: 72 })),
    cohort: fc.boolean(),
    topics: some(TOPICS),
    region,
    place: fc.constantFrom(...MEETING_PLACES),
    weekday: maybe(fc.constantFrom(...DAYS)),
    startTime: maybe(fc.constantFrom('00:30', '09:30', '12:00', '18:45', '23:00')),
    timeZone: zone,
    childcare: maybe(fc.boolean()),
    cost,
    faith: fc.option(faith, { nil: null, freq: 1 }),
    joining: fc.constantFrom('open' as const, 'request' as const, 'private' as const),
    spacesLeft: spaces,
    facilitatorName: maybe(fc.constant('Rosa')),
    alreadyMember: fc.boolean(),
    hasWritten: fc.boolean(),
    requested: fc.boolean(),
    active: maybe(fc.boolean()),
  })
  .chain((circle) => spot.map((at) => ({ ...circle, ...at })));

const anyPeer: fc.Arbitrary<PeerOption> = fc
  .record({
    id,
    name: fc.constant('Dana'),
    experiences: some(TOPICS),
    languages,
    free: some(SLOTS, 6),
    timeZone: zone,
    online: fc.boolean(),
    trained: maybe(fc.boolean()),
    spacesLeft: spaces,
    blocked: fc.boolean(),
    requested: fc.boolean(),
  })
  .chain((peer) => spot.map((at) => ({ ...peer, ...at })));

const anyService: fc.Arbitrary<ServiceOption> = fc
  .record({
    id,
    name: fc.constant('Lakeview Counseling'),
    topics: some(TOPICS),
    stages: circleStages,
    languages,
    country: maybe(fc.constantFrom('US', 'MX')),
    region,
    remote: fc.boolean(),
    helpline: fc.boolean(),
    alwaysOpen: fc.boolean(),
    openingsKnown: maybe(fc.constantFrom('2026-11-18', '2026-09-02', '2025-01-01')),
    cost,
    source: fc.constantFrom('directory' as const, 'national' as const),
  })
  .chain((service) => spot.map((at) => ({ ...service, ...at })));

const anyOnline: fc.Arbitrary<OnlineOption> = fc.record({
  id,
  name: fc.constant('Postpartum Support'),
  topics: some(TOPICS),
  stages: circleStages,
  languages,
  country: maybe(fc.constantFrom('US', 'MX')),
  cost,
  moderated: maybe(fc.boolean()),
});

const distinct = <T extends { id: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { selector: (option) => option.id, maxLength: 6 });

export const anyOptions: fc.Arbitrary<PlanOptions> = fc.record({
  circles: distinct(anyCircle),
  peers: distinct(anyPeer),
  services: distinct(anyService),
  online: distinct(anyOnline),
});

const stepKey = fc.oneof(
  fc
    .tuple(fc.constantFrom('circle:join', 'circle:hello', 'circle:answer', 'peer:meet', 'online:open'), id)
    .map(([verb, subject]) => `${verb}:${subject}`),
  fc.constantFrom(
    'circle:start',
    'online:start',
    'professional:doctor',
    'professional:help-now',
    'peer:pair',
  ),
  fc.constantFrom(...FAMILY_PROMPTS).map((prompt) => `family:note:${prompt}`),
);

export const anyDecisions: fc.Arbitrary<Decisions> = fc
  .array(
    fc.tuple(
      stepKey,
      fc.record({
        state: fc.constantFrom('done' as const, 'not-now' as const, 'declined' as const),
        at: fc.constantFrom('2026-11-01T08:00:00Z', '2026-11-20T23:00:00Z'),
        until: maybe(fc.constantFrom('2026-11-22', '2026-11-23', '2027-01-01')),
      }),
    ),
    { maxLength: 12 },
  )
  .map((entries) => new Map(entries));
