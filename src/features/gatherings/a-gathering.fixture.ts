import { Temporal } from 'temporal-polyfill';
import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { FACTS, type Gathering } from './gathering.ts';
import { type Door, type Draft, type Origin, organise } from './making.ts';

/** 'YYYY-MM-DDTHH:MM:SS' on the walls of Chicago, so many days from today. */
export const inDays = (days: number, clock = '10:00:00'): string =>
  `${Temporal.Now.zonedDateTimeISO('America/Chicago').toPlainDate().add({ days })}T${clock}`;

export const NO_DOOR: Door = { link: '', address: '' };

/** A walk in Lakeview in three days for every member, about which nothing else was said. */
export const aDraft = (said: Partial<Draft> = {}): Draft => ({
  circleId: null,
  kind: 'walk',
  seenBy: 'community',
  title: 'A walk by the lake',
  description: '',
  starts: inDays(3),
  minutes: 60,
  allDay: false,
  timeZone: 'America/Chicago',
  rule: null,
  extra: [],
  exceptOn: [],
  place: 'in-person',
  venue: 'The bench at Belmont Harbor',
  address: '',
  country: 'US',
  region: 'IL',
  postcode: '60657',
  placeName: 'Lakeview, Chicago',
  latitude: 41.94,
  longitude: -87.653,
  facts: Object.fromEntries(FACTS.map((fact) => [fact, null])) as Gathering['facts'],
  accessNote: '',
  gettingThere: '',
  cost: null,
  costNote: '',
  languages: ['en'],
  faith: null,
  forWhom: '',
  stages: [],
  topics: [],
  ageFromMonths: null,
  ageToMonths: null,
  capacity: null,
  signUp: 'occurrence',
  door: NO_DOOR,
  ...said,
});

export interface Made {
  gatheringId: string;
  uid: string;
  /** Its times in order. */
  occurrences: { occurrenceId: string; startsAt: Date }[];
  /** The page of its first time. */
  path: string;
}

/** Makes a gathering as `by` would (Rosa unless said), in her own scope. What is not said is as in `aDraft`. */
export async function makeGathering(
  world: World,
  { by = 'rosa', ...said }: Partial<Draft> & { by?: keyof People } = {},
  origin: Origin = {},
): Promise<Made> {
  const { communityId, memberId } = world.people[by];
  const scope = { communityId, memberId };
  const made = await world.parts.db.write(scope, (tx) => organise(tx, scope, aDraft(said), origin));
  const occurrences = await timesOf(world, made.gatheringId);
  const path = `/gatherings/${made.gatheringId}/occurrences/${occurrences[0]!.occurrenceId}`;
  return { ...made, occurrences, path };
}

/** The times of a gathering as they stand in their table, in order. */
export async function timesOf(world: World, gatheringId: string): Promise<Made['occurrences']> {
  const { rows } = await world.owner.query<{ occurrence_id: string; starts_at: Date }>(
    'SELECT occurrence_id, starts_at FROM occurrences WHERE gathering_id = $1 ORDER BY starts_at',
    [gatheringId],
  );
  return rows.map((row) => ({ occurrenceId: row.occurrence_id, startsAt: row.starts_at }));
}

/** Notes an answer behind the server's back; the database counts its seats. */
export async function answered(
  world: World,
  occurrenceId: string,
  who: keyof People,
  answer: 'yes' | 'maybe' | 'no' | 'waiting' = 'yes',
): Promise<void> {
  const { communityId, memberId } = world.people[who];
  await world.owner.query(
    `INSERT INTO rsvps (community_id, occurrence_id, gathering_id, member_id, answer, line)
     SELECT o.community_id, o.occurrence_id, o.gathering_id, $3, $4, CASE WHEN $4 = 'waiting' THEN o.waiting + 1 END
     FROM occurrences o WHERE o.community_id = $1 AND o.occurrence_id = $2`,
    [communityId, occurrenceId, memberId, answer],
  );
}
