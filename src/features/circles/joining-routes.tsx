import { z } from 'zod';
import { hashToken } from '../../platform/crypto/index.ts';
import {
  type Ctx,
  notFound,
  Problem,
  readForm,
  requireViewer,
  routes,
  seeOther,
  text,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { metWithCare } from '../danger/index.ts';
import { circleForMember, idIn, invitedCircle, listedCircle, seatedCircle } from './access.ts';
import { askToJoin, standingOf, withdrawRequest } from './asking.ts';
import { type Circle, placesLeft } from './circle.ts';
import { circlesLike } from './finding.ts';
import { joinCircle, leaveCircle, partingOf } from './membership.ts';
import { DeparturePage } from './pages/departure.tsx';
import { FullPage } from './pages/full.tsx';
import { RequestPage } from './pages/request.tsx';
import { CIRCLE } from './paths.ts';

/** Coming in, asking to, and leaving. */
export const joiningRoutes = routes();

joiningRoutes.post(`${CIRCLE}/membership`, async (c) => {
  const id = idIn(c);
  const form = await readForm(c, z.object({ invitation: text(40).optional() }));
  const token = form.ok ? form.values.invitation : undefined;
  const hash = token ? hashToken(token) : null;
  const entrance = await joinCircle(c.get('db'), requireViewer(c), id, hash);
  if (entrance === 'joined') return seeOther(c, `/circles/${id}`, 'circles.joined');
  if (entrance === 'already') return seeOther(c, `/circles/${id}`);
  if (entrance === 'full') return answerFull(c, id, hash);
  if (token) throw new Problem(404, 'circles.invitation-over');
  if (entrance === 'absent') notFound();
  return answerAsk(c, id);
});

/** The way in is another one: the circle's questions, or somebody's invitation. */
async function answerAsk(c: Ctx, id: string): Promise<Response> {
  const circle = await c.get('db').read(requireViewer(c), (tx) => listedCircle(tx, id));
  if (circle.joining === 'request') return seeOther(c, `/circles/${id}/request`);
  throw new Problem(403, 'circles.by-invitation');
}

async function answerFull(c: Ctx, id: string, hash: string | null): Promise<Response> {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, async (tx) => {
    const circle = (hash && (await invitedCircle(tx, hash))) || (await listedCircle(tx, id));
    return { circle, others: await circlesLike(tx, viewer, circle, todayIn(viewer.timeZone)) };
  });
  return c.html(<FullPage page={c.get('page')} {...shown} />, 409);
}

/** A circle that takes requests, and that she has not asked or joined yet; else she is led to its door. */
async function circleToAsk(c: Ctx): Promise<Circle | null> {
  const viewer = requireViewer(c);
  const id = idIn(c);
  return c.get('db').read(viewer, async (tx) => {
    const circle = await listedCircle(tx, id);
    const standing = await standingOf(tx, viewer, id);
    const mayAsk = circle.joining === 'request' && (standing === null || standing.mayAskAgain);
    const isInside = (await seatedCircle(tx, viewer, id)) !== undefined;
    return mayAsk && !isInside && placesLeft(circle) !== 0 ? circle : null;
  });
}

joiningRoutes.get(`${CIRCLE}/request`, async (c) => {
  const circle = await circleToAsk(c);
  if (!circle) return c.redirect(`/circles/${idIn(c)}`, 303);
  return c.html(<RequestPage page={c.get('page')} circle={circle} />);
});

joiningRoutes.post(`${CIRCLE}/request`, async (c) => {
  const circle = await circleToAsk(c);
  if (!circle) return c.redirect(`/circles/${idIn(c)}`, 303);
  const page = c.get('page');
  const questions = circle.questions.length > 0 ? circle.questions : [page.t('circles.usual-question')];
  const names = questions.map((_, i) => `answer${i}`);
  const form = await readForm(
    c,
    z.object(Object.fromEntries(names.map((name) => [name, text(1000).default('')]))),
  );
  if (!form.ok) {
    const answers = names.map((name) => String(form.raw[name] ?? ''));
    return c.html(<RequestPage page={page} circle={circle} answers={answers} errors={form.errors} />, 422);
  }
  const answers = questions.map((question, i) => ({ question, answer: form.values[`answer${i}`] ?? '' }));
  const { outcome, level } = await askToJoin(c.get('db'), requireViewer(c), circle, answers);
  const to = metWithCare(level, `/circles/${circle.circleId}`);
  return seeOther(c, to, outcome === 'asked' ? 'circles.asked' : undefined);
});

joiningRoutes.post(`${CIRCLE}/request/withdrawal`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  await c.get('db').write(viewer, async (tx) => {
    await listedCircle(tx, id);
    // A "not this time" stays: only a request that still waits is hers to take back.
    if ((await standingOf(tx, viewer, id))?.state === 'waiting') await withdrawRequest(tx, viewer, id);
  });
  return seeOther(c, `/circles/${id}`, 'circles.withdrawn');
});

joiningRoutes.get(`${CIRCLE}/departure`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  const shown = await c.get('db').read(viewer, async (tx) => ({
    circle: (await circleForMember(tx, viewer, id)).circle,
    parting: await partingOf(tx, viewer, id),
  }));
  return c.html(<DeparturePage page={c.get('page')} {...shown} />);
});

joiningRoutes.post(`${CIRCLE}/departure`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  const form = await readForm(c, z.object({ confirmed: z.string().optional() }));
  const { circle, seat, parting } = await c.get('db').read(viewer, async (tx) => ({
    ...(await circleForMember(tx, viewer, id)),
    parting: await partingOf(tx, viewer, id),
  }));
  const matters = parting.kind === 'closes' || (parting.kind === 'keys' && seat.role === 'facilitator');
  if (matters && !(form.ok && form.values.confirmed)) return c.redirect(`/circles/${id}/departure`, 303);
  await leaveCircle(c.get('db'), viewer, id);
  if (parting.kind === 'closes') return seeOther(c, '/circles', 'circles.left-closed');
  // Back at an open door the way in is one tap away: that is the undo.
  return circle.joining === 'open'
    ? seeOther(c, `/circles/${id}`, 'circles.left-open')
    : seeOther(c, '/circles', 'circles.left');
});
