import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** That she is glad to be asked when a post waits; `notUntil` ('YYYY-MM-DD'): she rests till then. */
export interface Listening {
  notUntil: string | null;
}

/** Null while she has not offered. */
export async function listeningOf(tx: Tx, viewer: Viewer): Promise<Listening | null> {
  const [row] = await tx.hot<Listening>(
    `SELECT not_until AS "notUntil" FROM listeners WHERE community_id = $1 AND member_id = $2`,
    [viewer.communityId, viewer.memberId],
  );
  return row ?? null;
}

/** Offers, changes or ends it. */
export async function keepListening(tx: Tx, viewer: Viewer, kept: Listening | null): Promise<void> {
  const her = [viewer.communityId, viewer.memberId];
  if (!kept) await tx.hot('DELETE FROM listeners WHERE community_id = $1 AND member_id = $2', her);
  else
    await tx.hot(
      `INSERT INTO listeners (community_id, member_id, not_until) VALUES ($1, $2, $3)
       ON CONFLICT (community_id, member_id) DO UPDATE SET not_until = excluded.not_until`,
      [...her, kept.notUntil],
    );
}
