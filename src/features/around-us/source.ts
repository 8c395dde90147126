import { sql } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import { query, refusal, type Scope, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Trouble } from './looking.ts';

export const NAME_MOST = 120;
export const SOURCES_MOST = 100;

/** Somebody the community follows, as everybody sees it. */
export interface Followed {
  id: string;
  name: string;
  site: string | null;
  language: string | null;
}

/** The same for the coordinators, with where it is fetched and how that goes. */
export interface Source extends Followed {
  address: string;
  pausedAt: Date | null;
  /** It said that it is gone for good. */
  endedAt: Date | null;
  triedAt: Date | null;
  fetchedAt: Date | null;
  trouble: Trouble | null;
}

/** Whom the community follows, by name. */
export const followed = (tx: Tx): Promise<Followed[]> =>
  tx.hot('SELECT source_id AS id, name, site, language FROM access.followed()', []);

/** All of them, as the database shows them to coordinators alone. */
export const allSources = (tx: Tx, viewer: Viewer): Promise<Source[]> =>
  tx.all(
    query
      .selectFrom('feed_sources')
      .select([
        'source_id as id',
        'name',
        'site',
        'language',
        'address',
        'paused_at as pausedAt',
        'ended_at as endedAt',
        'tried_at as triedAt',
        'fetched_at as fetchedAt',
        sql<Trouble | null>`trouble`.as('trouble'),
      ])
      .where('community_id', '=', viewer.communityId)
      .orderBy(sql`lower(name)`)
      .orderBy('source_id'),
  );

/** Follows a feed from now on; it is fetched with the next that are due. */
export async function followSource(
  tx: Tx,
  viewer: Viewer,
  what: { address: string; name: string },
): Promise<'followed' | 'already' | 'too-many'> {
  const { communityId: community_id, memberId: added_by } = viewer;
  if ((await allSources(tx, viewer)).length >= SOURCES_MOST) return 'too-many';
  try {
    await tx.run(
      query.insertInto('feed_sources').values({ community_id, source_id: newId(), added_by, ...what }),
    );
    return 'followed';
  } catch (error) {
    if (refusal(error) === 'duplicate') return 'already';
    throw error;
  }
}

/** Neither asks it nor shows what came from there, for now. @throws Problem 404 */
export const pauseSource = (tx: Tx, viewer: Viewer, id: string): Promise<void> =>
  change(tx, viewer, id, { paused_at: sql<Date>`now()` });

/** Asks it again, as if nothing had been; also one that had ended or was in trouble. @throws Problem 404 */
export const resumeSource = (tx: Tx, viewer: Viewer, id: string): Promise<void> =>
  change(tx, viewer, id, {
    paused_at: null,
    ended_at: null,
    trouble: null,
    failures: 0,
    due_at: sql<Date>`now()`,
  });

async function change(
  tx: Tx,
  viewer: Viewer,
  id: string,
  what: Partial<Record<'paused_at' | 'ended_at' | 'trouble' | 'failures' | 'due_at', unknown>>,
): Promise<void> {
  const touched = await tx.run(
    query
      .updateTable('feed_sources')
      .set(what as never)
      .where(mine(viewer, id)),
  );
  if (touched === 0) notFound();
}

/** Follows it no longer; what came from there goes with it. @throws Problem 404 */
export async function removeSource(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  if ((await tx.run(query.deleteFrom('feed_sources').where(mine(viewer, id)))) === 0) notFound();
}

const mine = ({ communityId }: Scope, id: string) =>
  sql<boolean>`community_id = ${communityId} AND source_id = ${id}`;
