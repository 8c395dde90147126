import type { Tx } from '../../platform/db/index.ts';
import { type Ctx, notFound, Problem, publicUrl, routes } from '../../platform/http/index.ts';
import { idIn } from '../circles/index.ts';
import { scopeOf } from './access.ts';
import { takenOverBy, type View, viewOf } from './gathering-view.ts';
import { Coming } from './pages/coming.tsx';
import { GatheringPage } from './pages/gathering-page.tsx';
import { NotHerePage } from './pages/not-here-page.tsx';
import { Quiet } from './pages/quiet.tsx';
import { GATHERING, OCCURRENCE, pathOf } from './paths.ts';
import { type Standing, standingAt } from './standing.ts';
import { StructuredData } from './structured-data.tsx';
import { withdrawnFrom } from './withdrawn.ts';

/** The page of a gathering. Anybody may look at a public one. */
export const gatheringRoutes = routes();

/** The page's view, and how whoever asks stands to it. */
interface Found {
  view: View;
  standing: Standing;
}

const found = async (c: Ctx, tx: Tx, view: View): Promise<Found> => ({
  view,
  standing: await standingAt(c, tx, c.get('viewer'), view),
});

gatheringRoutes.get(GATHERING, async (c) => {
  const now = new Date();
  const scope = scopeOf(c);
  const its = await c
    .get('db')
    .read(scope, async (tx) => found(c, tx, await viewOf(tx, scope, idIn(c), null, now)))
    .catch((error: unknown) => goneWhile(c, error));
  if (its instanceof Response) return its;
  const { followedBy, occurrence } = its.view;
  // A series that is over, because another took it over, leads on to that one.
  if (followedBy && occurrence.endsAt <= now) return c.redirect(pathOf(followedBy.gatheringId), 303);
  return show(c, its, now);
});

gatheringRoutes.get(OCCURRENCE, async (c) => {
  const now = new Date();
  const scope = scopeOf(c);
  const [id, occurrence] = [idIn(c), idIn(c, 'occurrence')];
  const its = await c
    .get('db')
    .read(scope, async (tx) => {
      const home = (await takenOverBy(tx, occurrence)) ?? notFound();
      return home === id ? found(c, tx, await viewOf(tx, scope, id, occurrence, now)) : home;
    })
    .catch((error: unknown) => goneWhile(c, error));
  if (its instanceof Response) return its;
  return typeof its === 'string' ? c.redirect(pathOf(its, occurrence), 303) : show(c, its, now);
});

/** Absent, as for everybody; to whoever is down for it said so that she does not go to a door in vain. */
async function goneWhile(c: Ctx, error: unknown): Promise<Response> {
  const viewer = c.get('viewer');
  if (!viewer || !(error instanceof Problem) || error.status !== 404) throw error;
  const hers = await c.get('db').read(viewer, (tx) => withdrawnFrom(tx, viewer));
  const times = hers.filter(({ gatheringId }) => gatheringId === idIn(c));
  if (times.length === 0) throw error;
  return c.html(<NotHerePage page={c.get('page')} times={times} now={new Date()} />, 404);
}

const show = (c: Ctx, { view, standing }: Found, now: Date) => {
  const page = c.get('page');
  const head = <StructuredData view={view} origin={publicUrl(c)} host={c.get('community').name} />;
  const coming = (
    <>
      {standing.quiet && <Quiet page={page} gathering={view.gathering} quiet={standing.quiet} />}
      <Coming page={page} time={view} standing={standing} now={now} />
    </>
  );
  return c.html(<GatheringPage page={page} view={view} now={now} slots={{ coming, head }} />);
};
