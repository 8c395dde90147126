import { sql } from 'kysely';
import type { Scope, Tx } from '../../platform/db/index.ts';
import type { Ctx } from '../../platform/http/index.ts';
import { bundle, shownAt } from './bundle.ts';
import { newsOf } from './news.ts';

/**
 * How many things she has not seen, once the page she is opening is counted as seen. Costs nothing while nothing
 * waits: the session's own statement has said so.
 */
export async function unseenAfterOpening(c: Ctx): Promise<number> {
  const viewer = c.get('viewer');
  if (!viewer?.hasUnseen || !wantsPage(c)) return 0;
  const db = c.get('db');
  const items = await db.read(viewer, (tx) => newsOf(tx, viewer, 'unseen'));
  const opened = c.req.method === 'GET' ? shownAt(items, c.req.path) : [];
  if (opened.length > 0) await db.write(viewer, (tx) => markSeen(tx, viewer, opened));
  return bundle(items.filter(({ id }) => !opened.includes(id))).length;
}

// Pictures, scripts' questions and what a browser fetches ahead show her nothing.
function wantsPage(c: Ctx): boolean {
  const accepts = c.req.header('accept');
  const ahead = c.req.header('sec-purpose') ?? c.req.header('purpose') ?? '';
  return (!accepts || accepts.includes('text/html') || accepts === '*/*') && !ahead.includes('prefetch');
}

function markSeen(tx: Tx, { communityId, memberId }: Scope, ids: string[]): Promise<number> {
  return tx.run(sql`UPDATE notifications SET seen_at = now()
    WHERE community_id = ${communityId} AND member_id = ${memberId} AND notification_id = ANY (${ids}) AND seen_at IS NULL`);
}

/** All of hers: also what she may no longer read. */
export const markAllSeen = (tx: Tx): Promise<number> => tx.run(sql`SELECT access.see_everything()`);
