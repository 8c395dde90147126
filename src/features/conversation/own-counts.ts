import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { ListedPost } from './post-list.ts';

const COUNTS = `SELECT t.id AS thread, (SELECT count(*)::int FROM posts r WHERE r.community_id = $1 AND r.thread_id = t.id
    AND r.post_id <> t.id AND r.removed_at IS NULL AND r.held_at IS NULL) AS count
  FROM unnest($2::uuid[]) AS t(id)`;

/**
 * Replies as this reader can find them: the stored number counts those of people whom she does not see as well, and would
 * tell her that one of them has answered. One statement, and only for those who see less than everything.
 */
export async function withOwnCounts(tx: Tx, viewer: Viewer, posts: ListedPost[]): Promise<ListedPost[]> {
  const answered = posts.filter(({ reply_count }) => reply_count > 0).map(({ post_id }) => post_id);
  if (answered.length === 0) return posts;
  const rows = await tx.hot<{ thread: string; count: number }>(COUNTS, [viewer.communityId, answered]);
  const found = new Map(rows.map(({ thread, count }) => [thread, count]));
  return posts
    .map((post) => ({ ...post, reply_count: found.get(post.post_id) ?? 0 }))
    .filter((post) => post.removed_by !== 'author' || post.reply_count > 0);
}
