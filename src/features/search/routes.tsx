import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  type RateLimit,
  requireViewer,
  spend,
  type Viewer,
} from '../../platform/http/index.ts';
import type { Reader } from '../circle-names/index.ts';
import { circleForMember } from '../circles/index.ts';
import { spareOf } from '../sparing/index.ts';
import { circleHits } from './circle-hits.ts';
import { type Found, SearchPage } from './pages/search-page.tsx';
import { peopleHits } from './people-hits.ts';
import { postHits } from './post-hits.ts';
import { type Search, searchSchema, WANTED_LEAST } from './search-form.ts';

/** Plenty for a person, too little to read a community out by guessing. */
const SEARCHING: RateLimit = { points: 120, seconds: 600 };

/** Finding what was said, and where, and by whom. */
export const routes = newRoutes();

routes.get('/search', async (c) => {
  const viewer = requireViewer(c);
  const search = asked(c);
  const wanted = search.q.length >= WANTED_LEAST;
  if (wanted) await spend(c, SEARCHING, viewer.memberId);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    circle: search.in ? (await circleForMember(tx, viewer, search.in)).circle : null,
    results: wanted ? await find(tx, viewer, c.get('page'), search) : null,
  }));
  return c.html(<SearchPage page={c.get('page')} search={search} {...seen} />);
});

const asked = (c: Ctx): Search => searchSchema.parse(c.req.query());

async function find(tx: Tx, viewer: Viewer, reader: Reader, search: Search): Promise<Found> {
  const spared = await spareOf(tx, viewer);
  if (search.kind === 'circles' && !search.in)
    return { kind: 'circles', found: await circleHits(tx, viewer, reader, search.q, spared) };
  if (search.kind === 'people' && !search.in)
    return { kind: 'people', found: await peopleHits(tx, viewer, search.q) };
  return { kind: 'posts', found: await postHits(tx, viewer, search.q, search.in, search.page, spared.aside) };
}
