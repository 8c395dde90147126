import { newId } from '../../platform/crypto/index.ts';
import {
  type Ctx,
  markOf,
  routes as newRoutes,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { boundariesOf } from '../boundaries/index.ts';
import { weigh } from '../danger/index.ts';
import { ownDoor, standingOf } from './door.ts';
import { UUID, writingSchema } from './forms.ts';
import { WRITING } from './limits.ts';
import { messageOf, messagesOf, takeBack, write } from './message.ts';
import { tell } from './notice.ts';
import { MessagesPage } from './pages/messages-page.tsx';
import { RemovalPage } from './pages/removal-page.tsx';
import { TalkPage, type Unaccepted } from './pages/talk-page.tsx';
import { behindBlocks } from './reporting.ts';
import { markRead, talkOf, talksOf } from './talk.ts';

const TALK = `/messages/:id{${UUID}}` as const;
const REMOVAL = `${TALK}/messages/:messageId{${UUID}}/removal` as const;

/** Her talks, and what is said in them. */
export const talkRoutes = newRoutes();

talkRoutes.get('/messages', async (c) => {
  const viewer = requireViewer(c);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    talks: await talksOf(tx, viewer),
    door: await ownDoor(tx, viewer),
    behind: (await behindBlocks(tx)).length > 0,
  }));
  const today = todayIn(viewer.timeZone);
  return c.html(<MessagesPage page={c.get('page')} {...seen} today={today} />);
});

talkRoutes.get(TALK, async (c) => c.html(await talkPage(c)));

talkRoutes.get(`${TALK}/messages`, (c) => seeOther(c, `/messages/${c.req.param('id')}`));

talkRoutes.post(`${TALK}/messages`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const form = await readForm(c, writingSchema);
  if (!form.ok) return c.html(await talkPage(c, form), 422);
  await spend(c, WRITING, viewer.memberId);
  const messageId = await c.get('db').write(viewer, async (tx) => {
    const talk = await talkOf(tx, viewer, id);
    const written = await write(tx, viewer, id, form.values);
    await tell(tx, talk, 'messages.message');
    return written;
  });
  const said = `/messages/${id}#m-${messageId}`;
  // Nobody else is told: what is said between two stays there. She is met with those who answer now.
  return seeOther(
    c,
    weigh(form.values.body).level === 'none' ? said : `/care?to=${encodeURIComponent(said)}`,
  );
});

talkRoutes.get(REMOVAL, async (c) => {
  const viewer = requireViewer(c);
  const { id, messageId } = c.req.param();
  const message = await c.get('db').read(viewer, (tx) => messageOf(tx, viewer, id, messageId));
  if (!message.mine) return seeOther(c, `/messages/${id}`);
  return c.html(<RemovalPage page={c.get('page')} back={`/messages/${id}`} message={message} />);
});

talkRoutes.post(REMOVAL, async (c) => {
  const viewer = requireViewer(c);
  const { id, messageId } = c.req.param();
  await c.get('db').write(viewer, (tx) => takeBack(tx, viewer, id, messageId));
  return seeOther(c, `/messages/${id}`, 'messages.taken-back');
});

async function talkPage(c: Ctx, refused?: Unaccepted) {
  const viewer = requireViewer(c);
  const before = Number(c.req.query('before'));
  const older = Number.isSafeInteger(before) && before > 0 ? before : null;
  const shown = await c.get('db').read(viewer, async (tx) => {
    const talk = await talkOf(tx, viewer, c.req.param('id')!);
    const standing = await standingOf(tx, talk.otherId);
    const boundaries = await boundariesOf(tx, c.get('keys'), talk.otherId);
    return { talk, standing, boundaries, ...(await messagesOf(tx, viewer, talk.talkId, older)) };
  });
  if (shown.talk.unread && !older) await c.get('db').write(viewer, (tx) => markRead(tx, viewer, shown.talk));
  const { talkId, version } = shown.talk;
  const mark = markOf(c, { kind: 'talk', communityId: viewer.communityId, id: talkId }, version);
  return (
    <TalkPage
      page={c.get('page')}
      {...shown}
      isOlder={older !== null}
      newKey={newId()}
      mark={mark}
      refused={refused}
    />
  );
}
