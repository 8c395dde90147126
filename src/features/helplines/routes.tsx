import { routes } from '../../platform/http/index.ts';
import { callsOffered } from '../call-door/index.ts';
import { helplinesFor } from './facts.ts';
import { grouped } from './grouping.ts';
import { HelpNowPage } from './pages/help-now.tsx';
import { whereAndWhat } from './whereabouts.ts';

/** Help now: for anybody, on every page a tap away, kept on her phone for when there is no signal. */
export const publicRoutes = routes();

publicRoutes.get('/help-now', async (c) => {
  const page = c.get('page');
  const { concerns, ...place } = await whereAndWhat(c);
  const language = page.locale === 'es' ? 'es' : 'en';
  const lines = helplinesFor({ ...place, language, now: new Date() }, concerns);
  const viewer = c.get('viewer');
  const calls = viewer !== null && (await c.get('db').read(viewer, callsOffered));
  return c.html(<HelpNowPage page={page} place={place} groups={grouped(lines)} calls={calls} />);
});
