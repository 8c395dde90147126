import { newId } from '../../../platform/crypto/index.ts';
import { query } from '../../../platform/db/index.ts';
import { SAMPLE_SOURCES, type SampleSource } from './around-us.ts';
import type { Cast } from './cast.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The sample's two sources and what came from there. */
export async function fillAroundUs(cast: Cast): Promise<void> {
  await cast.as('admin');
  for (const source of SAMPLE_SOURCES) await follow(cast, source);
}

async function follow(cast: Cast, { items, ...source }: SampleSource): Promise<void> {
  const source_id = newId();
  const { tx, communityId } = cast;
  await tx.run(
    query
      .insertInto('feed_sources')
      .values({ community_id: communityId, source_id, added_by: cast.idOf('admin'), ...source }),
  );
  const written = items.map(({ daysAgo, path, title, excerpt }, at) => ({
    title,
    excerpt,
    link: `${source.site}${path}`,
    published_at: new Date(Date.now() - daysAgo * DAY_MS - at * 3_700_000),
  }));
  await tx.hot('SELECT access.sample_feed($1, $2)', [source_id, JSON.stringify(written)]);
}
