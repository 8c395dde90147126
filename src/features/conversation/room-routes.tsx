import {
  type Ctx,
  markOf,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { metWithCare, weighPost } from '../danger/index.ts';
import { countAsSeen, herAsks, waitingIn } from '../first-reply/index.ts';
import { photosSent } from '../photos/index.ts';
import { withCarried } from './carried.ts';
import { isClosed, unlessClosed } from './closed.ts';
import { newDraftKey, threadSchema } from './forms.ts';
import { POSTING } from './limits.ts';
import { subject } from './live-subject.ts';
import { withOwnCounts } from './own-counts.ts';
import { RoomPage } from './pages/room-page.tsx';
import type { Unaccepted } from './pages/writing-form.tsx';
import { pinnedIn } from './pins/pinned.ts';
import { pollOf } from './polls/poll-form.ts';
import { listPosts } from './post-list.ts';
import { requireVoice, roomOf } from './room.ts';
import { startThread, wordsOf } from './writing.ts';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The circle's address: a room for those in it. Everybody else is left to the circle's front door. */
export const publicRoutes = newRoutes().get(`/circles/:id{${UUID}}`, async (c, next) => {
  const viewer = c.get('viewer');
  const page = viewer && (await roomPage(c));
  return page ? c.html(page) : next();
});

export const routes = newRoutes();

// The address of a form that came back with something to mend: reloaded, it is the room.
routes.get(`/circles/:id{${UUID}}/posts`, (c) => seeOther(c, `/circles/${c.req.param('id')}`));

routes.post(`/circles/:id{${UUID}}/posts`, async (c) => {
  const viewer = requireViewer(c);
  const circleId = c.req.param('id');
  await c.get('db').read(viewer, (tx) => requireVoice(tx, viewer, circleId));
  const form = await readForm(c, threadSchema);
  if (!form.ok) return c.html((await roomPage(c, form)) ?? notFound(), 422);
  await spend(c, POSTING, viewer.memberId);
  const sent = await photosSent(c, form.raw);
  if (!sent.ok)
    return c.html((await roomPage(c, { raw: form.raw, errors: { photo: sent.error } })) ?? notFound(), 422);
  const opening = { ...form.values, photos: sent.photos, poll: pollOf(form.values) };
  const said = await unlessClosed(() =>
    c.get('db').write(viewer, async (tx) => {
      const postId = await startThread(tx, viewer, circleId, opening);
      return { postId, level: await weighPost(tx, postId, wordsOf(form.values)) };
    }),
  );
  if (isClosed(said)) {
    const refused = { raw: form.raw, errors: { body: said.closed } };
    return c.html((await roomPage(c, refused)) ?? notFound(), 422);
  }
  return seeOther(c, metWithCare(said.level, `/circles/${circleId}#p-${said.postId}`));
});

async function roomPage(c: Ctx, refused?: Unaccepted) {
  const viewer = requireViewer(c);
  const circleId = c.req.param('id')!;
  const before = refused ? undefined : c.req.query('before');
  const seen = await c.get('db').read(viewer, async (tx) => {
    const room = await roomOf(tx, viewer, circleId);
    if (!room) return undefined;
    const waits = room.waits && !before && !room.circle.archivedAt;
    const waiting = waits ? await waitingIn(tx, viewer, circleId) : [];
    const hers = waiting.filter(({ mine }) => mine).map(({ threadId }) => threadId);
    const { posts: all, earlier } = await listPosts(tx, viewer, circleId, before);
    const posts = room.seesLess ? await withOwnCounts(tx, viewer, all) : all;
    const pinned = room.circle.pinnedCount > 0 && !before ? await pinnedIn(tx, viewer, circleId) : [];
    const list = { posts: await withCarried(tx, viewer, posts), earlier };
    return { room, pinned, list, waiting, hers: await herAsks(tx, hers) };
  });
  if (!seen) return undefined;
  await countAsSeen(c.get('db'), viewer, seen.waiting);
  const greeted = refused?.raw.to ?? c.req.query('hello');
  return (
    <RoomPage
      page={c.get('page')}
      room={seen.room}
      list={seen.list}
      pinned={seen.pinned}
      waiting={seen.waiting}
      hers={seen.hers}
      draftKey={newDraftKey()}
      mark={markOf(c, subject('circle', viewer, circleId), seen.list.posts[0]?.active_us ?? 0)}
      further={before !== undefined}
      hello={seen.room.toGreet.find(({ memberId }) => memberId === greeted)}
      refused={refused}
    />
  );
}
