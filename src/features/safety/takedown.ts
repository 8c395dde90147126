import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';

/**
 * Takes a post out of sight in a circle the viewer looks after: a case decided as it is opened, so that its author is
 * told why and can appeal. 'open': somebody reported it, and it is decided there. @throws Problem 404 when it is not hers
 * to decide: her own, or another facilitator's by name
 */
export async function takeDown(
  tx: Tx,
  circleId: string,
  postId: string,
  { why, rule }: { why: string; rule: string },
): Promise<'decided' | 'open'> {
  const row = await tx.first(
    sql<{
      said: 'decided' | 'open' | 'absent';
    }>`SELECT access.take_down(${circleId}, ${postId}, ${why}, ${rule}) AS said`,
  );
  return !row || row.said === 'absent' ? notFound() : row.said;
}

/** Whether it would be hers to decide. */
export async function mayTakeDown(
  tx: Tx,
  post: { circle_id: string; author_id: string | null; pseudonym_id: string | null },
): Promise<boolean> {
  const row = await tx.first(
    sql<{
      may: boolean;
    }>`SELECT access.may_see_case('post', ${post.circle_id}, ${post.author_id}, ${post.pseudonym_id}) AS may`,
  );
  return row?.may ?? false;
}

/** How many answers would go out of sight with the post. */
export async function answersUnder(tx: Tx, threadId: string): Promise<number> {
  const row = await tx.first(
    sql<{ count: number }>`SELECT count(*)::int AS count FROM posts
      WHERE thread_id = ${threadId} AND post_id <> ${threadId} AND removed_at IS NULL`,
  );
  return row?.count ?? 0;
}
