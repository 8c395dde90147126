import type { Tx } from '../../platform/db/index.ts';
import type { Hers } from './map.ts';

const ACTS = `SELECT circle_id AS id, max(created_at) AS at FROM posts
    WHERE community_id = $1 AND author_id = $2 AND removed_at IS NULL GROUP BY circle_id
  UNION ALL SELECT talk_id, max(created_at) FROM messages
    WHERE community_id = $1 AND author_id = $2 AND removed_at IS NULL GROUP BY talk_id`;

/**
 * When she last wrote in each circle and each talk, by its id. Her own acts under her own name: what others wrote is
 * never looked at, and what she wrote without her name leaves no trace here.
 */
export async function actsOf(tx: Tx, { communityId, memberId }: Hers): Promise<Map<string, Date>> {
  const rows = await tx.hot<{ id: string; at: Date }>(ACTS, [communityId, memberId]);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
