import { routes as newRoutes, requireViewer, seeOther } from '../../platform/http/index.ts';
import { bundle } from './bundle.ts';
import { newsOf } from './news.ts';
import { InboxPage } from './pages/inbox.tsx';
import { markAllSeen } from './seeing.ts';

/** What she has been told. */
export const inboxRoutes = newRoutes();

inboxRoutes.get('/notifications', async (c) => {
  const viewer = requireViewer(c);
  const items = await c.get('db').read(viewer, (tx) => newsOf(tx, viewer));
  return c.html(<InboxPage page={c.get('page')} bundles={bundle(items)} />);
});

inboxRoutes.post('/notifications/seen', async (c) => {
  await c.get('db').write(requireViewer(c), markAllSeen);
  return seeOther(c, '/notifications');
});
