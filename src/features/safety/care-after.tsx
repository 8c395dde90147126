import { routes as newRoutes, ownPath, requireViewer } from '../../platform/http/index.ts';
import { callsOffered } from '../call-door/index.ts';
import { grouped, helplinesFor, whereAndWhat } from '../helplines/index.ts';
import { CarePageAfter } from './pages/care-after.tsx';

/** Where a writer is met whose words were heavy: they stand, and here is who answers now, where she is. */
export const careAfterRoutes = newRoutes();

careAfterRoutes.get('/care', async (c) => {
  const page = c.get('page');
  const { concerns, ...place } = await whereAndWhat(c);
  const language = page.locale === 'es' ? 'es' : 'en';
  const { danger, talk } = grouped(helplinesFor({ ...place, language, now: new Date() }, concerns));
  const to = ownPath(c.req.query('to'), '/circles');
  const calls = await c.get('db').read(requireViewer(c), callsOffered);
  return c.html(<CarePageAfter page={page} lines={[...danger, ...talk].slice(0, 4)} to={to} calls={calls} />);
});
