import {
  type Ctx,
  markOf,
  routes as newRoutes,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { metWithCare, weighPost } from '../danger/index.ts';
import { countAsSeen, herAsks, waitingThread } from '../first-reply/index.ts';
import { photosSent } from '../photos/index.ts';
import { isClosed, unlessClosed } from './closed.ts';
import { newDraftKey, writingSchema } from './forms.ts';
import { POSTING } from './limits.ts';
import { subject } from './live-subject.ts';
import { ThreadPage } from './pages/thread-page.tsx';
import type { Unaccepted } from './pages/writing-form.tsx';
import { requireRoom, requireVoice } from './room.ts';
import { UUID } from './room-routes.tsx';
import { type Part, REPLIES_PER_PAGE, readThread } from './thread.ts';
import { reply, wordsOf } from './writing.ts';

const THREAD = `/circles/:id{${UUID}}/posts/:postId{${UUID}}` as const;

const ONE_ID = new RegExp(`^${UUID}$`);

export const threadRoutes = newRoutes();

threadRoutes.get(THREAD, async (c) => c.html(await threadPage(c, partOf(c))));

threadRoutes.get(`${THREAD}/replies`, (c) => seeOther(c, here(c)));

threadRoutes.post(`${THREAD}/replies`, async (c) => {
  const viewer = requireViewer(c);
  const { id, postId } = c.req.param();
  const form = await readForm(c, writingSchema);
  if (!form.ok) return c.html(await threadPage(c, 'latest', form), 422);
  await spend(c, POSTING, viewer.memberId);
  const sent = await photosSent(c, form.raw);
  if (!sent.ok)
    return c.html(await threadPage(c, 'latest', { raw: form.raw, errors: { photo: sent.error } }), 422);
  const said = await unlessClosed(() =>
    c.get('db').write(viewer, async (tx) => {
      await requireVoice(tx, viewer, id);
      const made = await reply(tx, viewer, id, postId, { ...form.values, photos: sent.photos });
      return { ...made, level: await weighPost(tx, made.replyId, wordsOf(form.values)) };
    }),
  );
  if (isClosed(said))
    return c.html(await threadPage(c, 'latest', { raw: form.raw, errors: { body: said.closed } }), 422);
  // A short thread is one page: she stays on it, and her reply appears above the form.
  const part = said.before < REPLIES_PER_PAGE ? '' : '?part=latest';
  return seeOther(c, metWithCare(said.level, `${here(c)}${part}#p-${said.replyId}`));
});

const here = (c: Ctx): string => `/circles/${c.req.param('id')}/posts/${c.req.param('postId')}`;

function partOf(c: Ctx): Part {
  const { after, at } = c.req.query();
  if (after && ONE_ID.test(after)) return { after };
  if (at && ONE_ID.test(at)) return { at };
  return c.req.query('part') === 'latest' ? 'latest' : 'first';
}

async function threadPage(c: Ctx, part: Part, refused?: Unaccepted) {
  const viewer = requireViewer(c);
  const { id, postId } = c.req.param() as { id: string; postId: string };
  const { room, thread, waiting, ask } = await c.get('db').read(viewer, async (tx) => {
    const room = await requireRoom(tx, viewer, id);
    const thread = await readThread(tx, viewer, id, postId, part);
    const waiting = thread.waits ? await waitingThread(tx, viewer, postId) : undefined;
    const ask = waiting?.mine ? (await herAsks(tx, [postId])).get(postId) : undefined;
    return { room, thread, waiting, ask };
  });
  if (waiting) await countAsSeen(c.get('db'), viewer, [waiting]);
  return (
    <ThreadPage
      page={c.get('page')}
      room={room}
      thread={thread}
      ask={ask}
      wasAsked={waiting?.offered}
      draftKey={newDraftKey()}
      mark={markOf(c, subject('thread', viewer, postId), thread.version)}
      refused={refused}
    />
  );
}
