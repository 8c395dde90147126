import { routes } from '../../platform/http/index.ts';
import { waitingByCircle } from '../first-reply/index.ts';
import { listDoor } from '../forming-door/index.ts';
import { scopeOf } from './access.ts';
import { searchCircles } from './finding.ts';
import { greetingsDue } from './greeting.ts';
import { archivesOf } from './membership.ts';
import { FinderPage } from './pages/finder.tsx';
import { herCircles } from './set-aside.ts';

/** Finding a circle: anybody may. */
export const findingRoutes = routes();

findingRoutes.get('/circles', async (c) => {
  const page = c.get('page');
  const viewer = c.get('viewer');
  const asked = new URL(c.req.url).searchParams;
  const who = { community: c.get('community'), viewer, lang: page.lang, timeZone: page.timeZone };
  const shown = await c.get('db').read(scopeOf(c), async (tx) => ({
    search: await searchCircles(tx, who, asked),
    hers: viewer ? await herCircles(tx, viewer) : null,
    archives: viewer ? await archivesOf(tx, viewer) : [],
    unanswered: viewer ? await waitingByCircle(tx, viewer) : new Map<string, number>(),
    waitingList: viewer ? await listDoor(tx) : null,
    greetings: viewer ? await greetingsDue(tx, viewer) : [],
  }));
  return c.html(<FinderPage page={page} {...shown} />);
});
