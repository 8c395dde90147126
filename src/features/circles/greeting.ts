import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { NAMED_OF, type Nameable } from '../circle-names/index.ts';

/** Somebody new whom she was asked to greet. */
export interface Greeting {
  circleId: string;
  circle: Nameable;
  memberId: string;
  displayName: string;
  joinedAt: Date;
}

/** A greeting is owed for this long; then the moment has passed. */
export const GREETING_DAYS = 14;

/** Newcomers she was asked to greet and has not greeted, while it is owed; newest first. */
export async function greetingsDue(tx: Tx, viewer: Scope): Promise<Greeting[]> {
  const rows = await tx.hot<{
    circle_id: string;
    circle: Nameable;
    member_id: string;
    display_name: string;
    joined_at: Date;
  }>(
    `SELECT m.circle_id, ${NAMED_OF('c')} AS circle, m.member_id, p.display_name, m.joined_at
     FROM circle_members m
     JOIN circles c ON c.community_id = m.community_id AND c.circle_id = m.circle_id AND c.closed_at IS NULL
     JOIN members p ON p.community_id = m.community_id AND p.member_id = m.member_id
     WHERE m.community_id = $1 AND m.greeter_id = $2 AND m.welcomed_at IS NULL
       AND m.joined_at > now() - interval '${GREETING_DAYS} days'
       AND m.member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])
     ORDER BY m.joined_at DESC`,
    [viewer.communityId, viewer.memberId],
  );
  return rows.map((row) => ({
    circleId: row.circle_id,
    circle: row.circle,
    memberId: row.member_id,
    displayName: row.display_name,
    joinedAt: row.joined_at,
  }));
}

/** Notes that a newcomer was greeted; only her greeter's word counts, and only once. */
export async function markGreeted(
  tx: Tx,
  viewer: Scope,
  circleId: string,
  memberId: string,
): Promise<boolean> {
  const touched = await tx.run(
    query
      .updateTable('circle_members')
      .set({ welcomed_at: new Date() })
      .where('community_id', '=', viewer.communityId)
      .where('circle_id', '=', circleId)
      .where('member_id', '=', memberId)
      .where('greeter_id', '=', viewer.memberId)
      .where('welcomed_at', 'is', null),
  );
  return touched > 0;
}

/** Offers to greet newcomers in a circle of hers, or stops offering. */
export async function offerToGreet(
  tx: Tx,
  viewer: Scope,
  circleId: string,
  greets: boolean,
): Promise<boolean> {
  const touched = await tx.run(
    query
      .updateTable('circle_members')
      .set({ greets })
      .where('community_id', '=', viewer.communityId)
      .where('circle_id', '=', circleId)
      .where('member_id', '=', viewer.memberId ?? ''),
  );
  return touched > 0;
}
