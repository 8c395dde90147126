import type { Support } from '../../matching/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** A thread that waits for its first reply, as one in the circle may see it. */
export interface Waiting {
  threadId: string;
  asks: Support;
  /** Her name; null when she is anonymous. */
  author: string | null;
  pseudonym: string | null;
  /** How it begins, or its content note. */
  beginning: string;
  mine: boolean;
  /** The viewer was counted among those who have seen it. */
  noted: boolean;
  /** The viewer was asked to look in, and has not said "not now". */
  offered: boolean;
}

const BY_HER = `coalesce(p.author_id = $2, p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]), false)`;

// To whoever looks after a circle, posts of those she blocked or muted are there as well: unasked they are not shown. A thread
// where she can see words of somebody else does not look as if it waited, whatever its author can see.
const WAITS = `f.community_id = $1 AND f.answered_at IS NULL AND f.asked_at > now() - interval '30 days'
  AND (${BY_HER} OR (p.author_id IS NULL OR p.author_id NOT IN (
      SELECT b.blocked_id FROM blocks b WHERE b.community_id = $1 AND b.blocker_id = $2
      UNION ALL SELECT u.muted_id FROM mutes u WHERE u.community_id = $1 AND u.member_id = $2))
    AND (p.pseudonym_id IS NULL OR p.pseudonym_id <> ALL ((SELECT access.my_hidden_pseudonym_ids())::uuid[]))
    AND (p.reply_count = 0 OR NOT EXISTS (SELECT FROM posts r WHERE r.community_id = $1 AND r.thread_id = p.post_id
      AND r.post_id <> p.post_id AND r.removed_at IS NULL
      AND (r.author_id, r.pseudonym_id) IS DISTINCT FROM (p.author_id, p.pseudonym_id))))`;

const JOINED = `first_replies f JOIN posts p ON p.community_id = $1 AND p.post_id = f.thread_id`;

const COLUMNS = `f.thread_id AS "threadId", p.asks, m.display_name AS author, p.pseudonym,
  coalesce(p.content_note, left(p.body, 200)) AS beginning, ${BY_HER} AS mine,
  EXISTS (SELECT FROM thread_readers r WHERE r.community_id = $1 AND r.thread_id = f.thread_id AND r.member_id = $2) AS noted,
  EXISTS (SELECT FROM reply_offers o WHERE o.community_id = $1 AND o.thread_id = f.thread_id AND o.member_id = $2
    AND o.asked_as = 'listener' AND o.declined_at IS NULL) AS offered`;

const waiting = (which: string): string => `SELECT ${COLUMNS} FROM ${JOINED}
  LEFT JOIN members m ON m.community_id = $1 AND m.member_id = p.author_id
  WHERE ${WAITS} AND ${which} ORDER BY f.asked_at, f.thread_id LIMIT 5`;
const IN_CIRCLE = waiting('f.circle_id = $3');
const ONE = waiting('f.thread_id = $3');

/** What waits in a circle, the longest first: five at most. */
export const waitingIn = (tx: Tx, viewer: Viewer, circleId: string): Promise<Waiting[]> =>
  tx.hot<Waiting>(IN_CIRCLE, [viewer.communityId, viewer.memberId, circleId]);

/** The same of one thread; undefined when it waits for nothing. */
export const waitingThread = async (tx: Tx, viewer: Viewer, threadId: string): Promise<Waiting | undefined> =>
  (await tx.hot<Waiting>(ONE, [viewer.communityId, viewer.memberId, threadId]))[0];

const BY_CIRCLE = `SELECT f.circle_id AS circle, count(*)::int AS count FROM ${JOINED}
  WHERE ${WAITS} AND NOT ${BY_HER} GROUP BY f.circle_id`;

/** In which of her circles how many wait for a word of somebody like her. */
export async function waitingByCircle(tx: Tx, viewer: Scope): Promise<Map<string, number>> {
  const rows = await tx.hot<{ circle: string; count: number }>(BY_CIRCLE, [
    viewer.communityId,
    viewer.memberId,
  ]);
  return new Map(rows.map(({ circle, count }) => [circle, count]));
}

/** For a statement about a circle's room: whether anything waits there. $1 is the community, $2 the circle. */
export const ANYTHING_WAITS = `EXISTS (SELECT FROM first_replies f
  WHERE f.community_id = $1 AND f.circle_id = $2 AND f.answered_at IS NULL)`;
