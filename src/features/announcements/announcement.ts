import { sql } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';

export const TITLE_MOST = 120;
export const BODY_MOST = 10_000;

/** What a coordinator says to everybody: the members, and whoever looks in from outside. */
export interface Announcement {
  id: string;
  title: string;
  body: string;
  /** The language it is written in: 'en'. */
  language: string;
  publishedAt: Date;
  updatedAt: Date;
  /** Since when only coordinators see it. */
  withdrawnAt: Date | null;
}

export type Words = Pick<Announcement, 'title' | 'body' | 'language'>;

const SHOWN = 50;

const select = () =>
  query
    .selectFrom('announcements')
    .select([
      'announcement_id as id',
      'title',
      'body',
      'language',
      'published_at as publishedAt',
      'updated_at as updatedAt',
      'withdrawn_at as withdrawnAt',
    ]);

/** What everybody may read, newest first. */
export const published = (tx: Tx, scope: Scope): Promise<Announcement[]> =>
  tx.all(
    select()
      .where('community_id', '=', scope.communityId)
      .where('withdrawn_at', 'is', null)
      .orderBy('published_at', 'desc')
      .limit(SHOWN),
  );

/** All of them, the withdrawn ones too, as the database shows them to coordinators alone. */
export const allAnnouncements = (tx: Tx, viewer: Viewer): Promise<Announcement[]> =>
  tx.all(
    select()
      .where('community_id', '=', viewer.communityId)
      .orderBy('published_at', 'desc')
      .limit(2 * SHOWN),
  );

/** @throws Problem 404 */
export async function announcementById(tx: Tx, viewer: Viewer, id: string): Promise<Announcement> {
  const found = select().where('community_id', '=', viewer.communityId).where('announcement_id', '=', id);
  return (await tx.first(found)) ?? notFound();
}

/** Says it to everybody, from now on. Resolves to its id. */
export async function announce(tx: Tx, viewer: Viewer, words: Words): Promise<string> {
  const announcement_id = newId();
  const { communityId: community_id, memberId: written_by } = viewer;
  await tx.run(
    query.insertInto('announcements').values({ community_id, announcement_id, written_by, ...words }),
  );
  return announcement_id;
}

/** Puts other words in their place. @throws Problem 404 */
export const rewrite = (tx: Tx, viewer: Viewer, id: string, words: Words): Promise<void> =>
  change(tx, viewer, id, words);

/** Takes it out of sight, or shows it again. @throws Problem 404 */
export const withdraw = (tx: Tx, viewer: Viewer, id: string, isWithdrawn: boolean): Promise<void> =>
  change(tx, viewer, id, { withdrawn_at: isWithdrawn ? sql<Date>`now()` : null });

async function change(
  tx: Tx,
  viewer: Viewer,
  id: string,
  what: Words | { withdrawn_at: ReturnType<typeof sql<Date>> | null },
): Promise<void> {
  const touched = await tx.run(
    query
      .updateTable('announcements')
      .set({ ...what, updated_at: sql<Date>`now()` })
      .where('community_id', '=', viewer.communityId)
      .where('announcement_id', '=', id),
  );
  if (touched === 0) notFound();
}
