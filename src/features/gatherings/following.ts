import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { splitAt } from '../../platform/recurrence/index.ts';
import { type Changed, changeAll, doorOf, isElsewhere, recount, tellOfChange } from './changing.ts';
import type { Gathering } from './gathering.ts';
import { holdGathering, holdOccurrence } from './locking.ts';
import { addGathering, type Draft } from './making.ts';
import type { Occurrence } from './occurrence.ts';
import { relay } from './relaying.ts';
import { type Schedule, seriesOf } from './series.ts';
import { wallAt } from './wall.ts';

/** A series seen from one of its times: what was before, and it and what follows. Null: it begins there. */
export function partedAt(
  gathering: Gathering,
  { recursAt }: Occurrence,
): { before: Schedule; after: Schedule } | null {
  const wall = wallAt(gathering, recursAt);
  const { before, after } = wall ? splitAt(seriesOf(gathering), wall) : { before: null, after: null };
  if (!wall || !before || !after) return null;
  const { starts, minutes, allDay, timeZone } = gathering;
  const half = (series: typeof before): Schedule => ({
    starts: series === before ? starts : series.start,
    minutes,
    allDay,
    timeZone,
    rule: series.rule ?? null,
    extra: [...(series.extra ?? [])],
    exceptOn: [...(series.except ?? [])],
  });
  return { before: half(before), after: half(after) };
}

/**
 * Changes one of its times and all that follow: the old series ends before it, and a new one takes over with the
 * answers that were given. @throws Problem 404 when not hers
 */
export async function changeFollowing(
  tx: Tx,
  scope: Scope,
  id: string,
  occurrenceId: string,
  draft: Draft,
  now = new Date(),
): Promise<Changed> {
  const whole = await holdGathering(tx, id);
  if (whole.cancelledAt) notFound(); // a part of what is off would take place again, and nobody said so
  const occurrence = await holdOccurrence(tx, id, occurrenceId);
  const parts = partedAt(whole, occurrence);
  if (!parts) return changeAll(tx, scope, id, draft, now);
  if (occurrence.recursAt <= now) notFound(); // what began is history, and stays with its series
  const oldDoor = await doorOf(tx, id);
  await endBefore(tx, scope, whole, parts.before, now);
  const { gatheringId } = await addGathering(tx, scope, draft, { followsId: id }, now);
  await tx.hot('SELECT access.hand_over($1, $2, $3)', [id, gatheringId, occurrence.recursAt]);
  const { until, ...relaid } = await relay(tx, scope, parts.after, { ...draft, gatheringId }, now);
  await tx.hot('UPDATE gatherings SET laid_out_until = $3 WHERE community_id = $1 AND gathering_id = $2', [
    scope.communityId,
    gatheringId,
    until,
  ]);
  await recount(tx, scope, gatheringId, whole.capacity, draft.capacity, now);
  await tellOfChange(tx, gatheringId, relaid, isElsewhere(whole, oldDoor, draft));
  return { gatheringId };
}

const endBefore = (tx: Tx, scope: Scope, whole: Gathering, half: Schedule, now: Date) =>
  tx.run(
    query
      .updateTable('gatherings')
      .set({
        rule: half.rule,
        extra: half.extra,
        except_on: half.exceptOn,
        sequence: whole.sequence + 1,
        updated_at: now,
      })
      .where('community_id', '=', scope.communityId)
      .where('gathering_id', '=', whole.gatheringId),
  );
