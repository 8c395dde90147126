import type { Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Carried } from './carried.ts';

export const REACTIONS = ['hug', 'me-too', 'helpful'] as const;
export type ReactionKind = (typeof REACTIONS)[number];

/** What a thread may ask for: to be heard, a hand, an answer. */
export const ASKS = ['emotional', 'practical', 'informational'] as const;
export type Asks = (typeof ASKS)[number];

export const BODY_MOST = 10_000;
export const NOTE_MOST = 120;

/** A post or reply as the viewer may see it. Of an anonymous one there is a pseudonym and nothing else. */
export interface Post {
  post_id: string;
  thread_id: string;
  author_id: string | null;
  /** Her name; null when she is anonymous or gone. */
  author: string | null;
  pseudonym: string | null;
  /** Whether the viewer wrote it. Shown to her alone. */
  mine: boolean;
  body: string;
  content_note: string | null;
  created_at: Date;
  edited_at: Date | null;
  /** Waits for a facilitator; seen by its author and by those who may let it in. */
  held_at: Date | null;
  /** Other words of its author wait; what is shown is what was let in. Said to her alone. */
  reworded: boolean;
  /** Of a thread: no more replies. */
  locked_at: Date | null;
  removed_by: 'author' | 'facilitator' | 'moderator' | null;
  reply_count: number;
  hug_count: number;
  me_too_count: number;
  helpful_count: number;
  /** By somebody she blocked, or under a name she hid: there for her only because she looks after the circle. */
  unseen: boolean;
  asks: Asks | null;
  pinned: boolean;
  /** Whether there is more to fetch for it: see withCarried. */
  photo_count: number;
  has_poll: boolean;
  carried?: Carried;
  /** The viewer's own reactions, in one line: 'hug helpful'; null for none. (An array costs the driver a parser each.) */
  felt: string | null;
}

/** Whether a post's author is one the viewer chose not to see; asked once a statement, not once a post. */
export const isUnseen = (p: string): string => `coalesce(
    ${p}.author_id = ANY (ARRAY(SELECT b.blocked_id FROM blocks b WHERE b.community_id = $1 AND b.blocker_id = $2
      UNION ALL SELECT u.muted_id FROM mutes u WHERE u.community_id = $1 AND u.member_id = $2))
    OR ${p}.pseudonym_id = ANY ((SELECT access.my_hidden_pseudonym_ids())::uuid[]), false)`;

/** The columns of a Post from `posts p LEFT JOIN members m`; $1 is the community, $2 the viewer. */
export const postColumns = (body: string): string => `
  p.post_id, p.thread_id, p.author_id, m.display_name AS author, p.pseudonym,
  coalesce(p.author_id = $2, p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]), false) AS mine,
  ${isUnseen('p')} AS unseen,
  ${body} AS body, p.content_note, p.created_at, p.edited_at, p.held_at, p.reworded_at IS NOT NULL AS reworded, p.locked_at, p.removed_by, p.reply_count,
  p.hug_count, p.me_too_count, p.helpful_count,
  p.asks, p.pinned_at IS NOT NULL AS pinned, p.photo_count, p.has_poll,
  (SELECT string_agg(r.kind, ' ') FROM reactions r
    WHERE r.community_id = $1 AND r.post_id = p.post_id AND r.member_id = $2) AS felt`;

const ONE = `SELECT ${postColumns('p.body')}, p.community_id, p.circle_id, p.pseudonym_id
  FROM posts p LEFT JOIN members m ON m.community_id = $1 AND m.member_id = p.author_id
  WHERE p.community_id = $1 AND p.post_id = $3 AND p.removed_at IS NULL
    AND (p.author_id = $2 OR p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[])
      OR EXISTS (SELECT FROM posts t WHERE t.community_id = $1 AND t.post_id = p.thread_id))`;

/** A post by itself: with its circle, and what hiding its pseudonym needs. */
export interface SinglePost extends Post {
  community_id: string;
  circle_id: string;
  pseudonym_id: string | null;
}

/**
 * A post or reply that still stands, in any circle of hers; of others only in a conversation she can open. @throws Problem 404 when
 * there is none she may see
 */
export async function standingPost(tx: Tx, viewer: Viewer, postId: string): Promise<SinglePost> {
  const [post] = await tx.hot<SinglePost>(ONE, [viewer.communityId, viewer.memberId, postId]);
  return post ?? notFound();
}

/** Whether it starts a thread. */
export const isThread = (post: Pick<Post, 'post_id' | 'thread_id'>): boolean =>
  post.post_id === post.thread_id;
