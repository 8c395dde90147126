import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** Whether others may ask to write to her. */
export interface OwnDoor {
  closed: boolean;
  /** 'YYYY-MM-DD', the last day of "I can't right now"; null: she can. */
  awayUntil: string | null;
}

export async function ownDoor(tx: Tx, viewer: Viewer): Promise<OwnDoor> {
  const row = await tx.first(
    query
      .selectFrom('message_doors')
      .select(['closed', 'away_until'])
      .where('community_id', '=', viewer.communityId)
      .where('member_id', '=', viewer.memberId),
  );
  return { closed: row?.closed ?? false, awayUntil: row?.away_until ?? null };
}

export async function setDoor(tx: Tx, viewer: Viewer, { closed, awayUntil }: OwnDoor): Promise<void> {
  const door = { closed, away_until: awayUntil };
  await tx.run(
    query
      .insertInto('message_doors')
      .values({ community_id: viewer.communityId, member_id: viewer.memberId, ...door })
      .onConflict((same) => same.columns(['community_id', 'member_id']).doUpdateSet(door)),
  );
}

/** What a writer is told kindly of the other's door, while it holds. */
export interface Standing {
  awayUntil: string | null;
  quietUntil: Date | null;
}

/** Tells nothing of somebody she can neither ask nor write to. */
export async function standingOf(tx: Tx, memberId: string): Promise<Standing> {
  const [row] = await tx.hot<{ away_until: string | null; quiet_until: Date | null }>(
    'SELECT away_until, quiet_until FROM access.door_of($1)',
    [memberId],
  );
  return { awayUntil: row?.away_until ?? null, quietUntil: row?.quiet_until ?? null };
}
