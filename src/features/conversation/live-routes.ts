import { follow, routes as newRoutes, notFound, requireViewer } from '../../platform/http/index.ts';
import { subject } from './live-subject.ts';
import { stirredFragment, threadFragments } from './pages/live-fragments.ts';
import { settingOf } from './pages/setting.ts';
import { standingPost } from './post.ts';
import { requireRoom, requireSeat } from './room.ts';
import { UUID } from './room-routes.tsx';
import { changesSince, stirredSince } from './thread-changes.ts';

const ROOM = `/circles/:id{${UUID}}` as const;
const THREAD = `${ROOM}/posts/:postId{${UUID}}` as const;

/** What open pages follow: each line says only what its reader may read at that moment. */
export const liveRoutes = newRoutes();

liveRoutes.get(`${THREAD}/live`, async (c) => {
  const viewer = requireViewer(c);
  const { id, postId } = c.req.param();
  const room = await c.get('db').read(viewer, async (tx) => {
    const post = await standingPost(tx, viewer, postId);
    return post.circle_id === id && post.thread_id === postId ? requireRoom(tx, viewer, id) : notFound();
  });
  const setting = settingOf(c.get('page'), room, true);
  return follow(c, `/circles/${id}/posts/${postId}`, subject('thread', viewer, postId), async (after) => {
    const changes = await c.get('db').read(viewer, (tx) => changesSince(tx, viewer, postId, after));
    const upTo = Math.max(after, ...changes.posts.map((post) => post.version));
    return { upTo, fragments: threadFragments(setting, changes) };
  });
});

liveRoutes.get(`${ROOM}/live`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  await c.get('db').read(viewer, (tx) => requireSeat(tx, viewer, id));
  const circle = `/circles/${id}`;
  return follow(c, circle, subject('circle', viewer, id), async (after) => {
    const stirred = await c.get('db').read(viewer, (tx) => stirredSince(tx, viewer, id, after));
    return { upTo: after, fragments: stirred ? stirredFragment(c.get('page'), circle) : '' };
  });
});
