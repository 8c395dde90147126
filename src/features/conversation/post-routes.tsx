import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
  spend,
  type Viewer,
} from '../../platform/http/index.ts';
import { metWithCare, weighPost } from '../danger/index.ts';
import { photosKept, photosOf } from '../photos/index.ts';
import { isClosed, unlessClosed } from './closed.ts';
import { editSchema } from './forms.ts';
import { POSTING } from './limits.ts';
import { EditPage } from './pages/edit-page.tsx';
import { RemovalPage } from './pages/removal-page.tsx';
import { SilentPage, silenceOf } from './pages/silence.tsx';
import type { Unaccepted } from './pages/writing-form.tsx';
import { isThread, type Post, type SinglePost, standingPost } from './post.ts';
import { editPost, removePost, rewritable } from './rewriting.ts';
import { requireRoom, requireSeat, requireVoice } from './room.ts';
import { UUID } from './room-routes.tsx';
import { wordsOf } from './writing.ts';

const POST = `/circles/:id{${UUID}}/posts/:postId{${UUID}}` as const;

/** What is done with one post or reply. */
export const postRoutes = newRoutes();

postRoutes.get(`${POST}/edit`, async (c) => c.html(await editPage(c, await read(c))));

postRoutes.post(`${POST}/edit`, async (c) => {
  const found = await read(c);
  const { post, viewer } = found;
  if (!post.mine) notFound();
  const form = await readForm(c, editSchema);
  if (!form.ok) return c.html(await editPage(c, found, form), 422);
  await spend(c, POSTING, viewer.memberId);
  const photos = await photosIn(c, post);
  const said = await unlessClosed(() =>
    c.get('db').write(viewer, async (tx) => {
      await requireVoice(tx, viewer, post.circle_id);
      const { waits } = await editPost(tx, post, photos, {
        ...form.values,
        photos: photosKept(photos, form.raw),
      });
      return { waits, level: await weighPost(tx, post.post_id, wordsOf(form.values)) };
    }),
  );
  if (isClosed(said))
    return c.html(await editPage(c, found, { raw: form.raw, errors: { body: said.closed } }), 422);
  return seeOther(
    c,
    metWithCare(said.level, placeOf(c, post)),
    said.waits ? 'conversation.words-wait' : undefined,
  );
});

async function editPage(c: Ctx, { post, viewer }: Found, refused?: Unaccepted) {
  if (!post.mine) notFound();
  const page = c.get('page');
  const { now, room } = await c.get('db').read(viewer, async (tx) => ({
    now: await rewritable(tx, post),
    room: await requireRoom(tx, viewer, post.circle_id),
  }));
  const words = refused ? null : silenceOf(page, room, post.locked_at);
  if (words) return <SilentPage page={page} room={room} back={placeOf(c, post)} words={words} />;
  const photos = await photosIn(c, post);
  const shown = { page, back: placeOf(c, post), post, now, photos };
  return <EditPage {...shown} refused={refused} />;
}

postRoutes.get(`${POST}/removal`, async (c) => {
  const { post } = await read(c);
  if (!post.mine) notFound();
  return c.html(<RemovalPage page={c.get('page')} back={placeOf(c, post)} post={post} />);
});

postRoutes.post(`${POST}/removal`, async (c) => {
  const viewer = requireViewer(c);
  const { post, vanished } = await c.get('db').write(viewer, async (tx) => {
    const { post } = await find(c, tx, viewer);
    return { post, ...(await removePost(tx, post)) };
  });
  const circle = `/circles/${c.req.param('id')}`;
  const where = isThread(post) && vanished ? circle : `${circle}/posts/${post.thread_id}`;
  return seeOther(c, where, 'conversation.deleted');
});

interface Found {
  viewer: Viewer;
  post: SinglePost;
}

async function find(c: Ctx, tx: Tx, viewer: Viewer): Promise<Found> {
  const { id, postId } = c.req.param() as { id: string; postId: string };
  await requireSeat(tx, viewer, id);
  const post = await standingPost(tx, viewer, postId);
  return post.circle_id === id ? { viewer, post } : notFound();
}

function read(c: Ctx): Promise<Found> {
  const viewer = requireViewer(c);
  return c.get('db').read(viewer, (tx) => find(c, tx, viewer));
}

const photosIn = async (c: Ctx, post: SinglePost) =>
  post.photo_count > 0 ? c.get('db').read(requireViewer(c), (tx) => photosOf(tx, post.post_id)) : [];

/** Where a post is read: on its thread's page. A reply may stand on any of its pages. */
function placeOf(c: Ctx, post: Post): string {
  const after = isThread(post) ? '' : `?at=${post.post_id}`;
  return `/circles/${c.req.param('id')}/posts/${post.thread_id}${after}#p-${post.post_id}`;
}
