import { requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { CIRCLE, circlesOf, idIn, seatedCircle } from '../circles/index.ts';
import { resumeMilestones } from '../onboarding/index.ts';
import { isAmongBabies } from './among-babies.ts';
import { QuietlyLeftPage } from './pages/quiet-way-out.tsx';
import { leaveAllQuietly, leaveQuietly, takeWords } from './quiet-leaving.ts';

/** Leaving without a word. These addresses answer alike for every circle, so that they tell nothing of any. */
export const quietRoutes = routes();

quietRoutes.post(`${CIRCLE}/quiet-departure`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => leaveQuietly(tx, viewer, idIn(c)));
  return seeOther(c, `/circles/${idIn(c)}/quiet-departure`);
});

quietRoutes.get(`${CIRCLE}/quiet-departure`, async (c) => {
  const viewer = requireViewer(c);
  const { inside, others } = await c.get('db').read(viewer, async (tx) => ({
    inside: await seatedCircle(tx, viewer, idIn(c)),
    others: (await circlesOf(tx, viewer)).filter(({ circle }) => isAmongBabies(circle)).length,
  }));
  if (inside) return c.redirect(`/circles/${idIn(c)}`, 303);
  return c.html(<QuietlyLeftPage page={c.get('page')} circleId={idIn(c)} others={others} />);
});

quietRoutes.post(`${CIRCLE}/words-removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => takeWords(tx, idIn(c)));
  return seeOther(c, `/circles/${idIn(c)}/quiet-departure`, 'cohorts.words-taken');
});

quietRoutes.post('/cohorts/departure', async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => leaveAllQuietly(tx, viewer));
  return seeOther(c, '/plan', 'cohorts.all-left');
});

/** She only wanted to leave that one circle: the others, and what speaks of children, are as they were. */
quietRoutes.post('/cohorts/return', async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => resumeMilestones(tx, viewer));
  return seeOther(c, '/plan', 'cohorts.left-only-kept');
});
