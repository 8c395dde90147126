import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

// Both mark nothing unless the viewer is the one asked to greet (or looks after the circle): the database's rule.

/** She has been greeted. */
export async function welcomed(tx: Tx, circleId: string, memberId: string): Promise<void> {
  await tx.run(sql`UPDATE circle_members SET welcomed_at = now()
    WHERE circle_id = ${circleId} AND member_id = ${memberId} AND member_id <> access.member_id()
      AND welcomed_at IS NULL`);
}

/** Answering a newcomer's thread greets her. An anonymous thread greets nobody: it would tell whose it is. */
export async function welcomeAuthorOf(tx: Tx, circleId: string, threadId: string): Promise<void> {
  await tx.run(sql`UPDATE circle_members n SET welcomed_at = now()
    FROM posts p
    WHERE p.community_id = n.community_id AND p.post_id = ${threadId} AND p.author_id = n.member_id
      AND n.circle_id = ${circleId} AND n.member_id <> access.member_id() AND n.welcomed_at IS NULL`);
}
