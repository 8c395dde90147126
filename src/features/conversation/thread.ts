import type { Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { withCarried } from './carried.ts';
import { type Post, postColumns } from './post.ts';

export const REPLIES_PER_PAGE = 50;

/** A post with a page of its replies, oldest first. */
export interface Thread {
  post: Post;
  replies: Post[];
  /** The viewer's pseudonym in it, if she has one. */
  mine: string | null;
  /** Replies before this page, after it: what to ask for. */
  hasBefore: boolean;
  after: string | null;
  /** The number of its latest change: what an open page is up to. */
  version: number;
  /** It waits for its first reply. */
  waits: boolean;
}

const FROM = 'FROM posts p LEFT JOIN members m ON m.community_id = $1 AND m.member_id = p.author_id';

const OPENING = `SELECT ${postColumns('p.body')}, p.thread_version::float8 AS version,
    EXISTS (SELECT FROM first_replies f WHERE f.community_id = $1 AND f.thread_id = p.post_id
      AND f.answered_at IS NULL) AS waits,
    (SELECT s.name FROM pseudonyms s WHERE s.community_id = $1 AND s.thread_id = p.post_id AND s.member_id = $2) AS my_name
  ${FROM}
  WHERE p.community_id = $1 AND p.circle_id = $3 AND p.post_id = $4 AND p.thread_id = p.post_id
    AND (p.removed_at IS NULL OR p.reply_count > 0 OR p.removed_by <> 'author')`;

const replies = (cursor: string, order: 'ASC' | 'DESC'): string => `SELECT ${postColumns('p.body')} ${FROM}
  WHERE p.community_id = $1 AND p.thread_id = $3 AND p.post_id <> $3
    AND p.removed_by IS DISTINCT FROM 'author' ${cursor}
  ORDER BY p.created_at ${order}, p.post_id ${order} LIMIT ${REPLIES_PER_PAGE + 1}`;

const FIRST = replies('', 'ASC');
const LATEST = replies('', 'DESC');
const from = (compare: '>' | '>=') =>
  replies(
    `AND (p.created_at, p.post_id) ${compare} (SELECT c.created_at, c.post_id FROM posts c
     WHERE c.community_id = $1 AND c.thread_id = $3 AND c.post_id = $4)`,
    'ASC',
  );
const AFTER = from('>');
const AT = from('>=');

const ANY_BEFORE = `SELECT EXISTS (SELECT FROM posts p JOIN posts c ON c.community_id = $1 AND c.thread_id = $3 AND c.post_id = $4
  WHERE p.community_id = $1 AND p.thread_id = $3 AND p.post_id <> $3 AND p.removed_by IS DISTINCT FROM 'author'
    AND (p.created_at, p.post_id) < (c.created_at, c.post_id) AND $2::uuid IS NOT NULL) AS any`;

/** Which of the replies: the first ones, the latest, those after a reply, or those from one on. */
export type Part = 'first' | 'latest' | { after: string } | { at: string };

/** @throws Problem 404 when there is no such thread in this circle for her */
export async function readThread(
  tx: Tx,
  viewer: Viewer,
  circleId: string,
  postId: string,
  part: Part,
): Promise<Thread> {
  const known = [viewer.communityId, viewer.memberId];
  const [opening] = await tx.hot<Post & { my_name: string | null; version: number; waits: boolean }>(
    OPENING,
    [...known, circleId, postId],
  );
  if (!opening) return notFound();
  const rows = await readReplies(tx, [...known, postId], part);
  const more = rows.length > REPLIES_PER_PAGE;
  const page = rows.slice(0, REPLIES_PER_PAGE);
  if (part === 'latest') page.reverse();
  const hasBefore = part === 'latest' ? more : await anyBefore(tx, [...known, postId], part);
  const after = more && part !== 'latest' ? page.at(-1)!.post_id : null;
  const { my_name, version, waits, ...first } = opening;
  const [post, ...carrying] = await withCarried(tx, viewer, [first as Post, ...page]);
  return { post: post!, replies: carrying, mine: my_name, hasBefore, after, version, waits };
}

// Asked of what she can see: the stored number of replies counts others as well.
async function anyBefore(tx: Tx, known: string[], part: Part): Promise<boolean> {
  if (typeof part === 'string' || 'after' in part) return typeof part !== 'string';
  const [row] = await tx.hot<{ any: boolean }>(ANY_BEFORE, [...known, part.at]);
  return row?.any ?? false;
}

function readReplies(tx: Tx, known: string[], part: Part): Promise<Post[]> {
  if (part === 'first') return tx.hot<Post>(FIRST, known);
  if (part === 'latest') return tx.hot<Post>(LATEST, known);
  return 'after' in part
    ? tx.hot<Post>(AFTER, [...known, part.after])
    : tx.hot<Post>(AT, [...known, part.at]);
}
