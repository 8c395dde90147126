import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import {
  cancelGathering,
  changeAll,
  gatheringOf,
  organise,
  reinstateGathering,
} from '../gatherings/index.ts';
import { applyChanges } from './applying-changes.ts';
import type { Item, Plan } from './reading-source.ts';
import type { Source } from './source.ts';

/** What became of another's calendar here. */
export interface Step {
  made: number;
  changed: number;
  cancelled: number;
}

interface Kept {
  gathering_id: string;
  digest: string;
  /** Not put out of sight here: what is stays as it is until it is seen again. */
  in_sight: boolean;
}

/** It is no longer in their file. */
const VANISHED = '';

/**
 * Brings what was taken from a calendar in step with it, in one transaction: what is new is made, what changed is changed
 * and those coming are told, what vanished is called off where it lies ahead. Nothing that took place is touched.
 */
export async function keepInStep(tx: Tx, scope: Scope, source: Source, plan: Plan, now: Date): Promise<Step> {
  const kept = await itemsOf(tx, source);
  const step: Step = { made: 0, changed: 0, cancelled: 0 };
  for (const item of plan.items) {
    const known = kept.get(item.foreignUid);
    if (!known) {
      if (!item.next) continue;
      await take(tx, scope, source, item, now);
      step.made += 1;
    } else if (known.digest !== item.digest && known.in_sight) {
      step[await follow(tx, scope, known.gathering_id, item, now)] += 1;
      await note(tx, scope, source, item.foreignUid, known.gathering_id, item.digest);
    }
  }
  const still = new Set([...plan.items, ...plan.leftOut].map(({ foreignUid }) => foreignUid));
  for (const [foreignUid, { gathering_id, digest, in_sight }] of kept) {
    if (still.has(foreignUid) || digest === VANISHED || !in_sight) continue;
    if ((await cancelGathering(tx, scope, gathering_id, '')) === 'done') step.cancelled += 1;
    await note(tx, scope, source, foreignUid, gathering_id, VANISHED);
  }
  return step;
}

async function itemsOf(tx: Tx, { sourceId }: Source): Promise<Map<string, Kept>> {
  const rows = await tx.all(
    query
      .selectFrom('calendar_items')
      .select((eb) => [
        'foreign_uid',
        'gathering_id',
        'digest',
        eb
          .exists(
            eb
              .selectFrom('gatherings as g')
              .select('g.gathering_id')
              .whereRef('g.gathering_id', '=', 'calendar_items.gathering_id'),
          )
          .$castTo<boolean>()
          .as('in_sight'),
      ])
      .where('source_id', '=', sourceId),
  );
  return new Map(rows.map(({ foreign_uid, ...kept }) => [foreign_uid, kept]));
}

async function take(tx: Tx, scope: Scope, source: Source, item: Item, now: Date): Promise<void> {
  const [row] = await tx.hot<{ uid: string }>('SELECT access.uid_for($1, $2) AS uid', [
    source.sourceId,
    item.foreignUid,
  ]);
  const origin = { sourceId: source.sourceId, uid: row!.uid, organiserName: source.name, organisedBy: null };
  const { gatheringId } = await organise(tx, scope, item.draft, origin, now);
  await applyChanges(tx, scope, gatheringId, item, now);
  await note(tx, scope, source, item.foreignUid, gatheringId, item.digest);
}

/** Does here what was done there. */
async function follow(
  tx: Tx,
  scope: Scope,
  id: string,
  item: Item,
  now: Date,
): Promise<'changed' | 'cancelled'> {
  if (item.cancelled) {
    await cancelGathering(tx, scope, id, '');
    return 'cancelled';
  }
  const row = await tx.first(query.selectFrom('gatherings').selectAll().where('gathering_id', '=', id));
  await changeAll(tx, scope, id, item.draft, now);
  if (row && gatheringOf(row).cancelledAt) await reinstateGathering(tx, scope, id, now);
  await applyChanges(tx, scope, id, item, now);
  return 'changed';
}

const note = (tx: Tx, scope: Scope, { sourceId }: Source, foreignUid: string, id: string, digest: string) =>
  tx.run(
    query
      .insertInto('calendar_items')
      .values({
        community_id: scope.communityId,
        source_id: sourceId,
        foreign_uid: foreignUid,
        gathering_id: id,
        digest,
      })
      .onConflict((conflict) =>
        conflict.columns(['community_id', 'source_id', 'foreign_uid']).doUpdateSet({ digest }),
      ),
  );

/** Ends the taking over: what lies ahead is called off and those coming are told; what took place stays. */
export async function letGo(tx: Tx, scope: Scope, source: Source): Promise<number> {
  let cancelled = 0;
  for (const { gathering_id, in_sight } of (await itemsOf(tx, source)).values())
    if (in_sight && (await cancelGathering(tx, scope, gathering_id, '')) === 'done') cancelled += 1;
  await tx.run(query.deleteFrom('calendar_sources').where('source_id', '=', source.sourceId));
  return cancelled;
}
