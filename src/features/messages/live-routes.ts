import { follow, routes as newRoutes, requireViewer } from '../../platform/http/index.ts';
import { UUID } from './forms.ts';
import { messagesSince } from './message.ts';
import { talkFragments } from './pages/live-fragments.ts';
import { markRead, talkOf } from './talk.ts';

/** What an open talk follows; a talk that was blocked away ends its line. */
export const liveRoutes = newRoutes();

liveRoutes.get(`/messages/:id{${UUID}}/live`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const db = c.get('db');
  await db.read(viewer, (tx) => talkOf(tx, viewer, id));
  const subject = { kind: 'talk', communityId: viewer.communityId, id } as const;
  return follow(c, `/messages/${id}`, subject, async (after) => {
    const { talk, messages } = await db.read(viewer, async (tx) => ({
      talk: await talkOf(tx, viewer, id),
      messages: await messagesSince(tx, viewer, id, after),
    }));
    if (talk.unread) await db.write(viewer, (tx) => markRead(tx, viewer, talk)); // the page is in sight: see browser/live.ts
    return { upTo: talk.version, fragments: talkFragments(c.get('page'), talk, messages, after) };
  });
});
