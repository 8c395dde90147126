import { notFound, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import type { AuthParts } from './auth.ts';
import { signOutEverywhere } from './ending.ts';
import { endOtherSessions, endSession, sessionsOf } from './mine.ts';
import { SessionsPage } from './pages/sessions.tsx';

/** Where she is signed in. */
export function sessionRoutes(parts: AuthParts) {
  const rooms = routes();

  rooms.get('/me/sessions', async (c) => {
    const viewer = requireViewer(c);
    const sessions = await sessionsOf(parts, viewer.accountId);
    return c.html(<SessionsPage page={c.get('page')} sessions={sessions} here={viewer.sessionId} />);
  });

  rooms.post('/me/sessions/others/removal', async (c) => {
    const viewer = requireViewer(c);
    await endOtherSessions(parts, viewer.accountId, viewer.sessionId);
    return seeOther(c, '/me/sessions', 'accounts.sessions-others-ended');
  });

  rooms.post('/me/sessions/:id{[\\w-]{1,64}}/removal', async (c) => {
    const viewer = requireViewer(c);
    if (!(await endSession(parts, viewer.accountId, c.req.param('id')))) notFound();
    return seeOther(c, '/me/sessions', 'accounts.session-ended');
  });

  rooms.post('/me/sessions/removal', async (c) => {
    await signOutEverywhere(parts, c, requireViewer(c).accountId);
    return seeOther(c, '/', 'accounts.signed-out');
  });
  return rooms;
}
