import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { promiseOf } from '../safety/index.ts';
import { closeCall, openCall, passOn, recordTry, releaseCall, takenCalls } from './call.ts';
import { closingSchema, releaseSchema, TAKING, trySchema, UUID } from './forms.ts';
import { CALLBACKS_JOB } from './jobs.ts';
import { laterThan } from './later.ts';
import { fewLines } from './lines.ts';
import { CallPage } from './pages/call.tsx';
import { QueuePage } from './pages/queue.tsx';
import { queueFor, requireCaller, takeCall } from './queue.ts';
import { rotaOf } from './shifts.ts';

const CALL = `/callbacks/calls/:id{${UUID}}` as const;

/** What a volunteer does: she sees what waits, takes one, calls, and says what came of it. */
export const callRoutes = newRoutes();

callRoutes.get('/callbacks', async (c) => {
  const viewer = requireViewer(c);
  const now = new Date();
  const shown = await c.get('db').read(viewer, async (tx) => ({
    caller: await requireCaller(tx, viewer),
    taken: await takenCalls(tx, viewer, now),
    waiting: await queueFor(tx, now),
    rota: await rotaOf(tx, c.get('community').timeZone, now),
  }));
  return c.html(<QueuePage page={c.get('page')} {...shown} me={viewer.memberId} now={now} />);
});

callRoutes.post(`/callbacks/:id{${UUID}}/taking`, async (c) => {
  const viewer = requireViewer(c);
  await spend(c, TAKING, viewer.memberId);
  const id = c.req.param('id');
  const said = await c.get('db').write(viewer, (tx) => takeCall(tx, id, new Date()));
  if (said === 'absent') return notFound();
  return said === 'taken'
    ? seeOther(c, `/callbacks/calls/${id}`, 'callbacks.taken')
    : seeOther(c, '/callbacks', `callbacks.not-taken.${said}`);
});

callRoutes.get(CALL, async (c) => c.html(await callPage(c)));

callRoutes.post(`${CALL}/release`, async (c) => {
  const form = await readForm(c, releaseSchema);
  const knows = form.ok && form.values.knows;
  const released = await act(c, (tx, id) => releaseCall(tx, id, knows));
  if (!released) return notFound();
  c.get('soon')(CALLBACKS_JOB);
  return seeOther(c, '/callbacks', 'callbacks.released');
});

callRoutes.post(`${CALL}/tries`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, trySchema);
  if (!form.ok) return c.html(await callPage(c, form), 422);
  const now = new Date();
  const { outcome, date, time } = form.values;
  const { call } = await c.get('db').read(viewer, (tx) => open(c, tx, now));
  const later = outcome === 'later' ? laterThan(call.timeZone, date, time, now) : null;
  if (outcome === 'later' && !later)
    return c.html(await callPage(c, { raw: form.raw, errors: { date: 'callbacks.error.later' } }), 422);
  const said = await act(c, (tx) => recordTry(tx, call, outcome, later, now));
  if (said === 'absent') return notFound();
  if (said === 'over') return seeOther(c, '/callbacks', 'callbacks.tried.over');
  return seeOther(c, here(c), `callbacks.tried.${said === 'reached' ? 'reached' : 'again'}`);
});

callRoutes.post(`${CALL}/closing`, async (c) => {
  const form = await readForm(c, closingSchema);
  if (!form.ok) return c.html(await callPage(c, form), 422);
  const { step, minutes } = form.values;
  return (await act(c, (tx, id) => closeCall(tx, id, step, minutes)))
    ? seeOther(c, '/callbacks', 'callbacks.closed')
    : notFound();
});

callRoutes.post(`${CALL}/passing-on`, async (c) =>
  (await act(c, passOn)) ? seeOther(c, here(c), 'callbacks.passed-on') : notFound(),
);

const here = (c: Ctx) => `/callbacks/calls/${c.req.param('id')}`;
const act = <T,>(c: Ctx, work: (tx: Tx, id: string) => Promise<T>): Promise<T> =>
  c.get('db').write(requireViewer(c), (tx) => work(tx, c.req.param('id')!));
const open = (c: Ctx, tx: Tx, now: Date) =>
  openCall(tx, c.get('keys'), requireViewer(c), c.req.param('id')!, now);

async function callPage(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const now = new Date();
  const page = c.get('page');
  const shown = await c.get('db').read(requireViewer(c), async (tx) => ({
    ...(await open(c, tx, now)),
    escalation: (await promiseOf(tx)).escalation,
  }));
  const { country, region } = shown.about;
  return (
    <CallPage
      page={page}
      {...shown}
      lines={fewLines({ country, region }, page.locale)}
      now={now}
      refused={refused}
    />
  );
}
