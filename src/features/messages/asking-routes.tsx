import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { boundariesOf } from '../boundaries/index.ts';
import { weigh } from '../danger/index.ts';
import { type Askable, ask, decline, postpone, turn, whomToAsk } from './asking.ts';
import { askingSchema, postponingSchema, UUID } from './forms.ts';
import { ASKING } from './limits.ts';
import { tell } from './notice.ts';
import { AskPage } from './pages/ask-page.tsx';
import { talkOf, talkWith } from './talk.ts';

const MEMBER = `/members/:id{${UUID}}/message` as const;
const TALK = `/messages/:id{${UUID}}` as const;

/** Asking to write to somebody, and what she answers. */
export const askingRoutes = newRoutes();

askingRoutes.get(MEMBER, async (c) => {
  const whom = await whomIn(c);
  return 'talkId' in whom
    ? seeOther(c, `/messages/${whom.talkId}`)
    : c.html(<AskPage page={c.get('page')} whom={whom} boundaries={await boundariesIn(c)} />);
});

askingRoutes.post(MEMBER, async (c) => {
  const viewer = requireViewer(c);
  const whom = await whomIn(c);
  if ('talkId' in whom) return seeOther(c, `/messages/${whom.talkId}`);
  const form = await readForm(c, askingSchema);
  if (!form.ok) return refused(c, whom, form);
  await spend(c, ASKING, viewer.memberId);
  const said = await c.get('db').write(viewer, (tx) => ask(tx, whom.memberId, form.values));
  if (said === 'absent') return notFound();
  if (said === 'away' || said === 'later' || said === 'too-many')
    return refused(c, await whomIn(c), { raw: form.raw, errors: { form: `messages.asked.${said}` } });
  const talk = await c.get('db').read(viewer, (tx) => talkWith(tx, viewer, whom.memberId));
  const there = talk ? `/messages/${talk.talkId}` : '/messages';
  // Heavy words, kept between the two of them: she is met with those who answer now, and nobody else is told.
  if (weigh(form.values.reason ?? '').level !== 'none')
    return seeOther(c, `/care?to=${encodeURIComponent(there)}`);
  return seeOther(c, there, `messages.asked.${said}`);
});

type Refused = Parameters<typeof AskPage>[0]['refused'];

async function refused(c: Ctx, whom: Awaited<ReturnType<typeof whomIn>>, why: Refused) {
  if ('talkId' in whom) return seeOther(c, `/messages/${whom.talkId}`);
  const shown = { whom: whom satisfies Askable, boundaries: await boundariesIn(c) };
  return c.html(<AskPage page={c.get('page')} {...shown} refused={why} />, 422);
}

/** What the one she writes to asks of whoever writes to her, as far as this viewer may read it. */
const boundariesIn = (c: Ctx) =>
  c
    .get('db')
    .read(requireViewer(c), (tx) => boundariesOf(tx, c.get('keys'), c.req.param('id') ?? notFound()));

function whomIn(c: Ctx) {
  const viewer = requireViewer(c);
  return c.get('db').read(viewer, (tx) => whomToAsk(tx, viewer, c.req.param('id')!));
}

askingRoutes.post(`${TALK}/acceptance`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  await c.get('db').write(viewer, async (tx) => {
    await turn(tx, id, 'open');
    await tell(tx, await talkOf(tx, viewer, id), 'messages.accepted');
  });
  return seeOther(c, `/messages/${id}`, 'messages.accepted');
});

askingRoutes.post(`${TALK}/postponement`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, postponingSchema);
  if (!form.ok) return seeOther(c, `/messages/${c.req.param('id')}`);
  await c.get('db').write(viewer, (tx) => postpone(tx, c.req.param('id'), form.values.weeks));
  return seeOther(c, '/messages', 'messages.postponed');
});

askingRoutes.post(`${TALK}/refusal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => decline(tx, viewer, c.req.param('id')));
  return seeOther(c, '/messages', 'messages.declined');
});

askingRoutes.post(`${TALK}/withdrawal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => turn(tx, c.req.param('id'), 'withdrawn'));
  return seeOther(c, '/messages', 'messages.withdrawn');
});

askingRoutes.post(`${TALK}/closing`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => turn(tx, c.req.param('id'), 'ended'));
  return seeOther(c, '/messages', 'messages.closed');
});
