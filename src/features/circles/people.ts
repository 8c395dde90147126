import type { Database, Scope, Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { Seat } from './access.ts';

/** Somebody in a circle, as those in it know her. */
export interface Fellow {
  memberId: string;
  displayName: string;
  role: Seat['role'];
  greets: boolean;
  isSelf: boolean;
}

/** Who is in a circle: facilitators first, then in the order they came. The database answers only those in it. */
export async function fellowsIn(tx: Tx, viewer: Scope, circleId: string): Promise<Fellow[]> {
  const rows = await tx.hot<{ member_id: string; display_name: string; role: Seat['role']; greets: boolean }>(
    `SELECT m.member_id, p.display_name, m.role, m.greets
     FROM circle_members m JOIN members p USING (community_id, member_id)
     WHERE m.community_id = $1 AND m.circle_id = $2
     ORDER BY m.role = 'facilitator' DESC, m.joined_at, m.member_id`,
    [viewer.communityId, circleId],
  );
  return rows.map((row) => ({
    memberId: row.member_id,
    displayName: row.display_name,
    role: row.role,
    greets: row.greets,
    isSelf: row.member_id === viewer.memberId,
  }));
}

/** Makes a member a facilitator beside those there are. False when she is not in it, or it is not the viewer's. */
export const handTheKeys = (db: Database, viewer: Viewer, circleId: string, memberId: string) =>
  db.write(viewer, async (tx) => {
    const [row] = await tx.hot<{ done: boolean }>('SELECT access.make_facilitator($1, $2) AS done', [
      circleId,
      memberId,
    ]);
    return row!.done;
  });
