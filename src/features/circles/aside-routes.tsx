import { z } from 'zod';
import { ownPath, readForm, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { AsidePage } from './pages/aside.tsx';
import { herCircles, leaveSetAside } from './set-aside.ts';

/** After a loss: the circles that she is no longer shown, and one quiet way out of them all. */
export const asideRoutes = routes();

asideRoutes.get('/circles/aside', async (c) => {
  const viewer = requireViewer(c);
  const next = ownPath(c.req.query('next'), '/circles');
  const { aside, mayReturn } = await c.get('db').read(viewer, (tx) => herCircles(tx, viewer));
  if (aside.length === 0) return c.redirect(next, 303);
  return c.html(<AsidePage page={c.get('page')} circles={aside} mayReturn={mayReturn} next={next} />);
});

asideRoutes.post('/circles/aside/departure', async (c) => {
  const form = await readForm(c, z.object({ next: z.string().optional() }));
  const left = await leaveSetAside(c.get('db'), requireViewer(c));
  const next = ownPath(form.ok ? form.values.next : undefined, '/circles');
  return seeOther(c, next, left > 0 ? 'circles.aside-left' : undefined);
});
