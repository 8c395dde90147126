import { routes } from '../../platform/http/index.ts';
import { scopeOf } from './access.ts';
import { searchGatherings } from './finding.ts';
import { FinderPage } from './pages/finder.tsx';

/** Finding a gathering: anybody may. */
export const findingRoutes = routes();

findingRoutes.get('/gatherings', async (c) => {
  const page = c.get('page');
  const who = {
    community: c.get('community'),
    viewer: c.get('viewer'),
    lang: page.lang,
    timeZone: page.timeZone,
  };
  const asked = new URL(c.req.url).searchParams;
  const search = await c.get('db').read(scopeOf(c), (tx) => searchGatherings(tx, who, asked));
  return c.html(<FinderPage page={page} search={search} />);
});
