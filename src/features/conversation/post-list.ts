import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { isUnseen, type Post, postColumns } from './post.ts';

export const POSTS_PER_PAGE = 30;
/** What a list shows of a long post; the rest is on its own page. */
export const CLIP = 1200;
const PREVIEW = 240;

/** A post in the circle's list, with the newest answer to it. */
export interface ListedPost extends Post {
  /** Whether `body` is only its beginning. */
  clipped: boolean;
  /** When its thread last stirred, in microseconds since 1970: the list's order, exactly. */
  active_us: string;
  /** Of its thread: grows with whatever is written, rewritten or removed in it. */
  version: number;
  reply_id: string | null;
  reply_author: string | null;
  reply_pseudonym: string | null;
  reply_mine: boolean | null;
  reply_at: Date | null;
  /** Its beginning; null when the answer carries a content note. */
  reply_body: string | null;
  reply_clipped: boolean | null;
}

// The hot path: one statement draws the room. It walks posts_newest_active and stops after a page, whatever the
// number of posts; counts are stored. A cursor is a moment and an id, so that a page neither skips nor repeats.
// The page is cut off first, within its own SELECT: joined before that, a small community's planner sorts every thread
// of the circle (2.6 times the work at a hundred threads, and growing).
const list = (cursor: string): string => `
  SELECT ${postColumns(`left(p.body, ${CLIP})`)}, length(p.body) > ${CLIP} AS clipped,
    (extract(epoch FROM p.last_active_at) * 1000000)::bigint::text AS active_us, p.thread_version AS version,
    a.post_id AS reply_id,
    (SELECT am.display_name FROM members am WHERE am.community_id = $1 AND am.member_id = a.author_id) AS reply_author, a.pseudonym AS reply_pseudonym, a.created_at AS reply_at,
    coalesce(a.author_id = $2, a.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[])) AS reply_mine,
    CASE WHEN a.content_note IS NULL THEN left(a.body, ${PREVIEW}) END AS reply_body,
    length(a.body) > ${PREVIEW} AS reply_clipped
  FROM (
    SELECT * FROM posts p
    WHERE p.community_id = $1 AND p.circle_id = $3 AND p.thread_id = p.post_id
      AND (p.removed_at IS NULL OR p.reply_count > 0 OR p.removed_by <> 'author')
      ${cursor}
    ORDER BY p.last_active_at DESC, p.post_id DESC
    LIMIT ${POSTS_PER_PAGE + 1}) p
  LEFT JOIN members m ON m.community_id = $1 AND m.member_id = p.author_id
  LEFT JOIN LATERAL (
    SELECT * FROM posts r WHERE r.community_id = $1 AND r.thread_id = p.post_id AND r.post_id <> p.post_id
      AND r.removed_at IS NULL AND NOT ${isUnseen('r')}
    ORDER BY r.created_at DESC, r.post_id DESC LIMIT 1) a ON p.reply_count > 0
  ORDER BY p.last_active_at DESC, p.post_id DESC`;

const NEWEST = list('');
const EARLIER = list(
  `AND (p.last_active_at, p.post_id) < (timestamptz 'epoch' + $4::bigint * interval '1 microsecond', $5::uuid)`,
);

const CURSOR = /^(\d{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export interface PostList {
  posts: ListedPost[];
  /** The cursor of the page after this one. */
  earlier: string | null;
}

/** A page of the circle's posts, newest active first. A cursor that is none counts as the first page. */
export async function listPosts(
  tx: Tx,
  viewer: Viewer,
  circleId: string,
  cursor?: string,
): Promise<PostList> {
  const known = [viewer.communityId, viewer.memberId, circleId];
  const [, moment, id] = CURSOR.exec(cursor ?? '') ?? [];
  const rows = id
    ? await tx.hot<ListedPost>(EARLIER, [...known, moment, id])
    : await tx.hot<ListedPost>(NEWEST, known);
  const posts = rows.slice(0, POSTS_PER_PAGE);
  const last = posts.at(-1);
  return {
    posts,
    earlier: rows.length > POSTS_PER_PAGE && last ? `${last.active_us}_${last.post_id}` : null,
  };
}
