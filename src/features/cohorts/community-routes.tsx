import { z } from 'zod';
import type { Tx } from '../../platform/db/index.ts';
import {
  type Errors,
  notFound,
  readForm,
  required,
  requireViewer,
  routes,
  seeOther,
  text,
  type Viewer,
} from '../../platform/http/index.ts';
import { idIn, listedAmong } from '../circles/index.ts';
import { mergesInView, proposeMerge, quietCircles } from './merge.ts';
import { PROPOSAL_ERRORS } from './merge-routes.tsx';
import { type CircleCare, CommunityCirclesPage } from './pages/community-circles.tsx';
import { APPOINTMENT } from './paths.ts';
import { appoint, offersToKeep, untendedCircles } from './succession.ts';

/** Circles that need a hand, for the coordinator. */
export const coordinatorRoutes = routes();

async function careOf(tx: Tx, viewer: Viewer): Promise<CircleCare> {
  const untended = await untendedCircles(tx);
  const circles = await listedAmong(
    tx,
    untended.map(({ circleId }) => circleId),
  );
  const quiet = await quietCircles(tx);
  return {
    // A coordinator's own hidden circles are not the community's business.
    quiet: quiet.filter(({ joining }) => joining !== 'hidden'),
    merges: await mergesInView(tx, viewer),
    untended: circles.map((circle) => ({
      circle,
      why: untended.find(({ circleId }) => circleId === circle.circleId)!.why,
    })),
    offers: await offersToKeep(tx, viewer),
  };
}

coordinatorRoutes.get('/community/circles', async (c) => {
  const viewer = requireViewer(c);
  const care = await c.get('db').read(viewer, (tx) => careOf(tx, viewer));
  return c.html(<CommunityCirclesPage page={c.get('page')} {...care} />);
});

const Bringing = z
  .object({
    a: text(40).default(''),
    b: text(40).default(''),
    name: required(80, 'cohorts.merging-name-missing'),
  })
  .refine(({ a, b }) => a !== b, { path: ['b'], error: 'cohorts.merging-same' });

coordinatorRoutes.post('/community/circles/merges', async (c) => {
  const viewer = requireViewer(c);
  const care = await c.get('db').read(viewer, (tx) => careOf(tx, viewer));
  const form = await readForm(c, Bringing);
  const again = (errors: Errors) =>
    c.html(<CommunityCirclesPage page={c.get('page')} {...care} raw={form.raw} errors={errors} />, 422);
  if (!form.ok) return again(form.errors);
  const { a, b, name } = form.values;
  for (const [field, id] of Object.entries({ a, b }))
    if (!care.quiet.some(({ circleId }) => circleId === id))
      return again({ [field]: 'cohorts.merging-unknown' });
  const { said, mergeId } = await c.get('db').write(viewer, (tx) => proposeMerge(tx, a, b, name));
  if (said !== 'announced' && said !== 'asked') return again({ b: PROPOSAL_ERRORS[said] });
  return seeOther(c, `/merges/${mergeId}`, 'cohorts.merge-told');
});

coordinatorRoutes.post(APPOINTMENT, async (c) => {
  const done = await c.get('db').write(requireViewer(c), (tx) => appoint(tx, idIn(c, 'succession')));
  return done ? seeOther(c, '/community/circles', 'cohorts.care-told') : notFound();
});
