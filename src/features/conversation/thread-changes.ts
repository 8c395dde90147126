import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { withCarried } from './carried.ts';
import { type Post, postColumns } from './post.ts';

/** A post that came or changed since a version of its thread. */
export interface Change extends Post {
  /** Whether it came since then; else it was there, in other words. */
  isNew: boolean;
  version: number;
}

export interface Changes {
  posts: Change[];
  /** Something vanished without a trace: only the whole page shows what is left. */
  reshaped: boolean;
}

// One statement: five hundred pages ask it in the same moment. Whether something vanished stands in every row.
const CHANGED = `SELECT t.reshaped > $4 AS reshaped, changed.*
  FROM posts t LEFT JOIN LATERAL (
    SELECT ${postColumns('p.body')}, p.born > $4 AS "isNew", p.version::float8 AS version
    FROM posts p LEFT JOIN members m ON m.community_id = $1 AND m.member_id = p.author_id
    WHERE p.community_id = $1 AND p.thread_id = $3 AND p.version > $4
    ORDER BY p.created_at, p.post_id LIMIT 101) changed ON true
  WHERE t.community_id = $1 AND t.post_id = $3`;

/** Enough for a night away; beyond that the page is drawn anew. */
const MOST = 100;

/** What of a thread the viewer may see that came or changed after `version`, oldest first. */
export async function changesSince(
  tx: Tx,
  viewer: Viewer,
  threadId: string,
  version: number,
): Promise<Changes> {
  const rows = await tx.hot<Change & { reshaped: boolean }>(CHANGED, [
    viewer.communityId,
    viewer.memberId,
    threadId,
    version,
  ]);
  const changed = rows.filter((row) => row.post_id !== null).map(({ reshaped, ...post }) => post);
  const posts = await withCarried(tx, viewer, changed);
  return { posts, reshaped: rows[0]?.reshaped !== false || posts.length > MOST };
}

const STIRRED = `SELECT EXISTS (SELECT FROM posts t WHERE t.community_id = $1 AND t.circle_id = $2
    AND t.thread_id = t.post_id AND t.last_active_at > timestamptz 'epoch' + $3::bigint * interval '1 microsecond'
    AND EXISTS (SELECT FROM posts p WHERE p.community_id = $1 AND p.thread_id = t.post_id AND p.removed_at IS NULL
      AND p.created_at > timestamptz 'epoch' + $3::bigint * interval '1 microsecond'
      AND p.author_id IS DISTINCT FROM $4)) AS stirred`;

/** Whether somebody else said something in the circle, that the viewer may read, since `us` microseconds after 1970. */
export async function stirredSince(tx: Tx, viewer: Viewer, circleId: string, us: number): Promise<boolean> {
  const [row] = await tx.hot<{ stirred: boolean }>(STIRRED, [
    viewer.communityId,
    circleId,
    us,
    viewer.memberId,
  ]);
  return row?.stirred ?? false;
}
