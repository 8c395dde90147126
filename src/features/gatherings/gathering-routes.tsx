import { type Ctx, notFound, routes } from '../../platform/http/index.ts';
import { idIn } from '../circles/index.ts';
import { takenOverBy, type View, viewOf } from './gathering-view.ts';
import { GatheringPage } from './pages/gathering-page.tsx';
import { GATHERING, OCCURRENCE, pathOf } from './paths.ts';

/** The page of a gathering. Anybody may look at a public one. */
export const gatheringRoutes = routes();

const scopeOf = (c: Ctx) =>
  c.get('viewer') ?? { communityId: c.get('community').communityId, memberId: null };

gatheringRoutes.get(GATHERING, async (c) => {
  const now = new Date();
  const scope = scopeOf(c);
  const view = await c.get('db').read(scope, (tx) => viewOf(tx, scope, idIn(c), null, now));
  // A series that is over, because another took it over, leads on to that one.
  if (view.followedBy && view.occurrence.endsAt <= now)
    return c.redirect(pathOf(view.followedBy.gatheringId), 303);
  return show(c, view, now);
});

gatheringRoutes.get(OCCURRENCE, async (c) => {
  const now = new Date();
  const scope = scopeOf(c);
  const [id, occurrence] = [idIn(c), idIn(c, 'occurrence')];
  const found = await c.get('db').read(scope, async (tx) => {
    const home = (await takenOverBy(tx, occurrence)) ?? notFound();
    return home === id ? viewOf(tx, scope, id, occurrence, now) : home;
  });
  return typeof found === 'string' ? c.redirect(pathOf(found, occurrence), 303) : show(c, found, now);
});

const show = (c: Ctx, view: View, now: Date) =>
  c.html(<GatheringPage page={c.get('page')} view={view} now={now} />);
