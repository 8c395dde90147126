import { hashToken, type Keyring, newId } from '../../platform/crypto/index.ts';
import { type Database, query, type Scope, type Tx } from '../../platform/db/index.ts';
import type { Community, Viewer } from '../../platform/http/index.ts';

/** Her calendar's address for other calendars, as she chose it. */
export interface Feed {
  feedId: string;
  contentFree: boolean;
  madeAt: Date;
}

const PURPOSE = 'calendar-feed';

/** What stands in the address: follows from her feed and the server's key, so that neither alone opens anything. */
const tokenOf = (keys: Keyring, { communityId, memberId }: Scope, feedId: string): string =>
  keys.sign(PURPOSE, `${communityId} ${memberId} ${feedId}`);

/** Her feed, or null when she has none. */
export async function feedOf(tx: Tx, viewer: Viewer): Promise<Feed | null> {
  const row = await tx.first(
    query.selectFrom('calendar_feeds').selectAll().where('member_id', '=', viewer.memberId),
  );
  return row ? { feedId: row.feed_id, contentFree: row.content_free, madeAt: row.made_at } : null;
}

/** The address of a feed of hers, without its host. */
export const feedPath = (keys: Keyring, viewer: Viewer, { feedId }: Feed): string =>
  `/calendar/feed.ics?token=${tokenOf(keys, viewer, feedId)}`;

/** Makes her feed, or gives it a new address: whatever followed the old one finds nothing from now on. */
export async function makeFeed(tx: Tx, keys: Keyring, viewer: Viewer, contentFree: boolean): Promise<void> {
  const feedId = newId();
  const made = {
    feed_id: feedId,
    token_hash: hashToken(tokenOf(keys, viewer, feedId)),
    content_free: contentFree,
    made_at: new Date(),
  };
  await tx.run(
    query
      .insertInto('calendar_feeds')
      .values({ community_id: viewer.communityId, member_id: viewer.memberId, ...made })
      .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet(made)),
  );
}

/** What her feed says from now on; its address stays. */
export const chooseContent = (tx: Tx, viewer: Viewer, contentFree: boolean): Promise<number> =>
  tx.run(
    query
      .updateTable('calendar_feeds')
      .set({ content_free: contentFree })
      .where('member_id', '=', viewer.memberId),
  );

/** Ends her feed. */
export const endFeed = (tx: Tx, viewer: Viewer): Promise<number> =>
  tx.run(query.deleteFrom('calendar_feeds').where('member_id', '=', viewer.memberId));

/** Whose feed is asked for, and how she wants it. */
export interface Reader extends Viewer {
  contentFree: boolean;
}

interface Row {
  member_id: string;
  content_free: boolean;
  locale: string;
  time_zone: string;
  suspended_until: Date | null;
}

/** Who stands behind an address; null for one that is wrong, ended, replaced, or of another community. */
export async function readerOf(
  db: Database,
  { communityId }: Community,
  token: string,
): Promise<Reader | null> {
  if (!/^[\w-]{22}$/.test(token)) return null;
  const [row] = await db.ask<Row>('SELECT * FROM access.calendar_feed($1, $2)', [
    communityId,
    hashToken(token),
  ]);
  return row
    ? {
        communityId,
        memberId: row.member_id,
        accountId: '',
        sessionId: '',
        displayName: '',
        role: 'member',
        locale: row.locale,
        timeZone: row.time_zone,
        suspendedUntil: row.suspended_until,
        hasUnseen: false,
        contentFree: row.content_free,
      }
    : null;
}
