import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import type { Gathering } from './gathering.ts';
import type { OccurrenceForm } from './gathering-form.ts';
import { holdGathering, holdOccurrence } from './locking.ts';
import { columnsOf, type Door, type Draft, keepDoor } from './making.ts';
import { type Relaid, relay } from './relaying.ts';
import { tellComing } from './telling.ts';
import { clockIn, momentOf } from './wall.ts';

/** The gathering as it is shown from now on. */
export interface Changed {
  gatheringId: string;
}

/** Changes a gathering and all of it that lies ahead; answers stay on the dates that stay. @throws Problem 404 when not hers */
export async function changeAll(
  tx: Tx,
  scope: Scope,
  id: string,
  draft: Draft,
  now = new Date(),
): Promise<Changed> {
  const before = await holdGathering(tx, id);
  const oldDoor = await doorOf(tx, id);
  const { until, ...relaid } = await relay(tx, scope, before, { ...draft, gatheringId: id }, now);
  await tx.run(
    query
      .updateTable('gatherings')
      .set({
        ...columnsOf(draft),
        sequence: (await highestSequence(tx, before)) + 1,
        laid_out_until: until,
        lay_out_after: null,
        lay_out_tries: 0,
        lay_out_problem: null,
        updated_at: now,
      })
      .where('community_id', '=', scope.communityId)
      .where('gathering_id', '=', id),
  );
  await keepDoor(tx, scope, id, draft.door);
  await recount(tx, scope, id, before.capacity, draft.capacity, now);
  await tellOfChange(tx, id, relaid, isElsewhere(before, oldDoor, draft));
  return { gatheringId: id };
}

/** What those coming are told: what moved, what is off, and a new place; not that a word was mended. */
export async function tellOfChange(tx: Tx, id: string, relaid: Relaid, elsewhere: boolean): Promise<void> {
  for (const one of relaid.calledOff) await tellComing(tx, 'gatherings.cancelled', id, [one], one);
  const { moved } = relaid;
  if (elsewhere) await tellComing(tx, 'gatherings.changed', id, null);
  else await tellComing(tx, 'gatherings.changed', id, moved, moved.length === 1 ? moved[0] : id);
}

/** Whether people would go to the wrong door. */
export const isElsewhere = (
  before: Pick<Gathering, 'place' | 'venue' | 'address' | 'postcode' | 'placeName'>,
  oldDoor: Door,
  { door, ...after }: Draft,
): boolean =>
  (['place', 'venue', 'address', 'postcode', 'placeName'] as const).some(
    (name) => before[name] !== after[name],
  ) ||
  oldDoor.address !== door.address ||
  oldDoor.link !== door.link;

/** The door as those who run it see it. */
export async function doorOf(tx: Tx, id: string): Promise<Door> {
  const row = await tx.first(
    query.selectFrom('gathering_doors').select(['link', 'address']).where('gathering_id', '=', id),
  );
  return { link: row?.link ?? '', address: row?.address ?? '' };
}

/** So that a change of the whole outranks every change of one of its times, in calendars that kept those. */
async function highestSequence(tx: Tx, { gatheringId, sequence }: Gathering): Promise<number> {
  const [row] = await tx.hot<{ highest: number | null }>(
    'SELECT max(sequence) AS highest FROM occurrences WHERE gathering_id = $1',
    [gatheringId],
  );
  return Math.max(sequence, row?.highest ?? 0);
}

/** Places at the times ahead that had as many as all. Fails ('unfit') below what is taken. */
export async function recount(
  tx: Tx,
  scope: Scope,
  id: string,
  before: number | null,
  after: number | null,
  now: Date,
): Promise<void> {
  if (before === after) return;
  await tx.hot(
    `UPDATE occurrences SET capacity = $4 WHERE community_id = $1 AND gathering_id = $2
     AND capacity IS NOT DISTINCT FROM $3 AND ends_at > $5`,
    [scope.communityId, id, before, after, now],
  );
}

/**
 * Changes one of its times alone: when, what, where it is, a note, how many. @throws 'unfit' when fewer places than are
 * taken are left, Problem 404 when not hers
 */
export async function changeOne(
  tx: Tx,
  scope: Scope,
  id: string,
  occurrenceId: string,
  form: OccurrenceForm,
): Promise<void> {
  const gathering = await holdGathering(tx, id);
  const before = await holdOccurrence(tx, id, occurrenceId);
  const clock = form.startTime ?? clockIn(gathering.timeZone, before.startsAt);
  const starts = momentOf(form.date!, clock, gathering.timeZone);
  const length = form.minutes === null ? +before.endsAt - +before.startsAt : form.minutes * 60_000;
  const venue = own(form.venue, gathering.venue);
  await tx.run(
    query
      .updateTable('occurrences')
      .set({
        starts_at: starts,
        ends_at: new Date(+starts + length),
        title: own(form.title, gathering.title),
        venue,
        note: form.note,
        capacity: form.capacity,
        changed_at: new Date(),
        sequence: Math.max(before.sequence, gathering.sequence) + 1,
      })
      .where('community_id', '=', scope.communityId)
      .where('occurrence_id', '=', occurrenceId),
  );
  if (+starts !== +before.startsAt || venue !== before.venue)
    await tellComing(tx, 'gatherings.changed', id, [occurrenceId], occurrenceId);
}

/** What differs from the gathering's own word; null where it does not. */
const own = (said: string, usual: string): string | null => (said === '' || said === usual ? null : said);
