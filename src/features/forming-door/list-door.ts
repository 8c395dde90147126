import type { Tx } from '../../platform/db/index.ts';

/** 'open': she may put herself on the list. 'waits': she is on it. 'seat': a seat is kept for her. */
export type ListDoor = 'open' | 'waits' | 'seat';

/** What stands before the waiting list for a member; null where there is none. */
export async function listDoor(tx: Tx): Promise<ListDoor | null> {
  const [row] = await tx.hot<{ state: 'waiting' | 'offered' | null; open: boolean }>(
    `SELECT (SELECT w.state FROM circle_waits w WHERE w.community_id = access.community_id()
         AND w.member_id = access.member_id() AND w.state IN ('waiting', 'offered')) AS state,
       EXISTS (SELECT FROM forming_settings s WHERE s.community_id = access.community_id() AND s.open) AS open`,
    [],
  );
  if (row?.state === 'offered') return 'seat';
  if (row?.state === 'waiting') return 'waits';
  return row?.open ? 'open' : null;
}
