import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound, type Viewer } from '../../../platform/http/index.ts';

/** A pinned thread, as the top of the room shows it. */
export interface Pinned {
  post_id: string;
  author: string | null;
  pseudonym: string | null;
  /** Its beginning; the content note in its place when there is one. */
  beginning: string;
}

const PINNED = `SELECT p.post_id, m.display_name AS author, p.pseudonym, coalesce(p.content_note, left(p.body, 120)) AS beginning
  FROM posts p LEFT JOIN members m ON m.community_id = $1 AND m.member_id = p.author_id
  WHERE p.community_id = $1 AND p.circle_id = $2 AND p.pinned_at IS NOT NULL
  ORDER BY p.pinned_at DESC`;

/** What is pinned in a room, the latest first. */
export const pinnedIn = (tx: Tx, viewer: Viewer, circleId: string): Promise<Pinned[]> =>
  tx.hot<Pinned>(PINNED, [viewer.communityId, circleId]);

/**
 * Pins a thread or takes its pin out. Resolves to false when three are pinned already.
 * @throws Problem 404 for those who do not look after its circle
 */
export async function pin(tx: Tx, postId: string, pinned: boolean): Promise<boolean> {
  const done = await tx.first(sql<{ said: string }>`SELECT access.pin_post(${postId}, ${pinned}) AS said`);
  if (done?.said === 'absent') notFound();
  return done?.said !== 'full';
}
