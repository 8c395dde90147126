import { sql } from 'kysely';
import { query, type Scope, type Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Browser } from '../../../platform/push/index.ts';

/** One of the browsers she is told on. */
export interface Device {
  id: string;
  since: Date;
  /** The one she is looking at. */
  here: boolean;
}

export async function devicesOf(tx: Tx, viewer: Viewer): Promise<Device[]> {
  const rows = await tx.all(
    query
      .selectFrom('push_subscriptions')
      .select(['subscription_id', 'created_at', 'session_id'])
      .where('community_id', '=', viewer.communityId)
      .where('member_id', '=', viewer.memberId)
      .orderBy('created_at'),
  );
  return rows.map((row) => ({
    id: row.subscription_id,
    since: row.created_at,
    here: row.session_id === viewer.sessionId,
  }));
}

/** Keeps the browser she is looking at, for as long as she is signed in on it; in place of what it was kept as. */
export const addDevice = (tx: Tx, viewer: Viewer, { endpoint, p256dh, auth }: Browser): Promise<number> =>
  tx.run(sql`SELECT access.keep_push_subscription(${endpoint}, ${p256dh}, ${auth}, ${viewer.sessionId})`);

/** False when it is not hers. */
export async function removeDevice(tx: Tx, scope: Scope, id: string): Promise<boolean> {
  const gone = await tx.run(
    query
      .deleteFrom('push_subscriptions')
      .where('community_id', '=', scope.communityId)
      .where('member_id', '=', scope.memberId)
      .where('subscription_id', '=', id),
  );
  return gone > 0;
}

/** Where messages for one of her browsers go; undefined once it is gone. */
export function browserOf(tx: Tx, scope: Scope, id: string): Promise<Browser | undefined> {
  return tx.first(
    query
      .selectFrom('push_subscriptions')
      .select(['endpoint', 'p256dh', 'auth'])
      .where('community_id', '=', scope.communityId)
      .where('member_id', '=', scope.memberId)
      .where('subscription_id', '=', id),
  );
}
