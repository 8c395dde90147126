import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import type { Gathering } from './gathering.ts';
import { layOut } from './laying-out.ts';
import { holdGathering, holdOccurrence } from './locking.ts';
import type { Occurrence } from './occurrence.ts';
import { tellComing } from './telling.ts';

/** 'over': nothing of it lies ahead. */
export type Outcome = 'done' | 'already' | 'over';

/** Calls off all that lies ahead; those coming are told, also where it goes on together with another one. */
export async function cancelGathering(
  tx: Tx,
  scope: Scope,
  id: string,
  note: string,
  goesOnWith: string | null = null,
): Promise<Outcome> {
  const gathering = await holdGathering(tx, id);
  if (gathering.cancelledAt) return 'already';
  if (!(await liesAhead(tx, id))) return 'over';
  await tellComing(tx, goesOnWith ? 'gatherings.merged' : 'gatherings.cancelled', id, null);
  await mark(tx, scope, gathering, note, goesOnWith);
  return 'done';
}

/** Takes the calling off back, while something of it lies ahead. Whoever had answered is told. */
export async function reinstateGathering(
  tx: Tx,
  scope: Scope,
  id: string,
  now = new Date(),
): Promise<Outcome> {
  const gathering = await holdGathering(tx, id);
  if (!gathering.cancelledAt) return 'already';
  if (!(await liesAhead(tx, id))) return 'over';
  await mark(tx, scope, gathering, null);
  await layOut(tx, scope, gathering, now, now); // what would have been laid out meanwhile
  await tellComing(tx, 'gatherings.reinstated', id, null);
  return 'done';
}

/** Calls off one time, or takes that back. */
export async function cancelOccurrence(
  tx: Tx,
  scope: Scope,
  id: string,
  occurrenceId: string,
  note: string,
): Promise<Outcome> {
  const gathering = await holdGathering(tx, id);
  const occurrence = await holdOccurrence(tx, id, occurrenceId);
  if (occurrence.cancelledAt || gathering.cancelledAt) return 'already';
  if (occurrence.endsAt <= new Date()) return 'over';
  await tellComing(tx, 'gatherings.cancelled', id, [occurrenceId], occurrenceId);
  await markOne(tx, scope, gathering, occurrence, note);
  return 'done';
}

/** Takes the calling off of one time back, while it lies ahead. */
export async function reinstateOccurrence(
  tx: Tx,
  scope: Scope,
  id: string,
  occurrenceId: string,
): Promise<Outcome> {
  const gathering = await holdGathering(tx, id);
  const occurrence = await holdOccurrence(tx, id, occurrenceId);
  if (!occurrence.cancelledAt) return 'already';
  if (gathering.cancelledAt || occurrence.endsAt <= new Date()) return 'over';
  await markOne(tx, scope, gathering, occurrence, null);
  await tellComing(tx, 'gatherings.reinstated', id, [occurrenceId], occurrenceId);
  return 'done';
}

async function liesAhead(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.hot<{ ahead: boolean }>(
    `SELECT EXISTS (SELECT FROM occurrences WHERE gathering_id = $1 AND ends_at > now() AND cancelled_at IS NULL) AS ahead`,
    [id],
  );
  return row?.ahead === true;
}

/** `note`: why it is called off; null: it is not. */
const stateOf = (note: string | null) => ({
  cancelled_at: note === null ? null : new Date(),
  cancel_note: note || null,
});

const mark = (
  tx: Tx,
  scope: Scope,
  gathering: Gathering,
  note: string | null,
  goesOnWith: string | null = null,
) =>
  tx.run(
    query
      .updateTable('gatherings')
      .set({
        ...stateOf(note),
        goes_on_with: goesOnWith,
        sequence: gathering.sequence + 1,
        updated_at: new Date(),
      })
      .where('community_id', '=', scope.communityId)
      .where('gathering_id', '=', gathering.gatheringId),
  );

const markOne = (tx: Tx, scope: Scope, gathering: Gathering, one: Occurrence, note: string | null) =>
  tx.run(
    query
      .updateTable('occurrences')
      .set({
        ...stateOf(note),
        changed_at: new Date(),
        sequence: Math.max(one.sequence, gathering.sequence) + 1,
      })
      .where('community_id', '=', scope.communityId)
      .where('occurrence_id', '=', one.occurrenceId),
  );
