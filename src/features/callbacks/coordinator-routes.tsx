import {
  type Ctx,
  routes as newRoutes,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { desk, figures, heed, reassign } from './desk.ts';
import { reassignSchema, recordSchema, settingsSchema, shiftDay, shiftSchema, UUID } from './forms.ts';
import { CALLBACKS_JOB } from './jobs.ts';
import { DeskPage } from './pages/desk.tsx';
import { KeepingPage } from './pages/keeping.tsx';
import { settingsOf } from './promise.ts';
import { endShift, makeShift, rotaOf, shiftsOf } from './shifts.ts';
import { endTraining, recordTraining, setSettings, volunteers } from './volunteer.ts';

const DESK = '/community/callbacks';
const KEEPING = `${DESK}/rota` as const;

/** The supervisor's rooms. No number, no line of hers, and no name but of one she was called in for. */
export const coordinatorRoutes = newRoutes();

coordinatorRoutes.get(DESK, async (c) => {
  const now = new Date();
  const { timeZone } = c.get('community');
  const shown = await c.get('db').read(requireViewer(c), async (tx) => ({
    open: await desk(tx),
    named: (await volunteers(tx)).filter(({ trainedOn, paused }) => trainedOn && !paused),
    figures: await figures(tx, now),
    rota: await rotaOf(tx, timeZone, now),
  }));
  return c.html(<DeskPage page={c.get('page')} {...shown} now={now} />);
});

coordinatorRoutes.post(`${DESK}/:id{${UUID}}/reassignment`, async (c) => {
  const form = await readForm(c, reassignSchema);
  if (!form.ok) return notFound();
  const id = c.req.param('id');
  const said = await c
    .get('db')
    .write(requireViewer(c), (tx) => reassign(tx, id, form.values.to || null, new Date()));
  c.get('soon')(CALLBACKS_JOB);
  return seeOther(c, DESK, `callbacks.reassigned.${said}`);
});

coordinatorRoutes.post(`${DESK}/:id{${UUID}}/heeding`, async (c) => {
  const done = await c.get('db').write(requireViewer(c), (tx) => heed(tx, c.req.param('id')));
  return done ? seeOther(c, DESK, 'callbacks.heeded') : notFound();
});

coordinatorRoutes.get(KEEPING, async (c) => c.html(await keeping(c)));

coordinatorRoutes.post(`${DESK}/settings`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, settingsSchema);
  if (!form.ok) return c.html(await keeping(c, form), 422);
  await c.get('db').write(viewer, (tx) => setSettings(tx, viewer, form.values));
  return seeOther(c, KEEPING, 'callbacks.settings-saved');
});

coordinatorRoutes.post(`${DESK}/shifts`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, shiftSchema);
  if (!form.ok) return c.html(await keeping(c, form), 422);
  const { when, day, starts, hours, seats } = form.values;
  const once = when === 'once';
  if (once && !shiftDay.safeParse(day).success)
    return c.html(await keeping(c, { raw: form.raw, errors: { day: 'callbacks.error.day' } }), 422);
  const shift = {
    weekday: once ? null : Number(when),
    day: once ? day : null,
    starts,
    minutes: Math.round(hours * 60),
    seats,
  };
  await c.get('db').write(viewer, (tx) => makeShift(tx, viewer, shift));
  return seeOther(c, KEEPING, 'callbacks.shift-made');
});

coordinatorRoutes.post(`${DESK}/shifts/:id{${UUID}}/removal`, async (c) => {
  await c.get('db').write(requireViewer(c), (tx) => endShift(tx, c.req.param('id')));
  return seeOther(c, KEEPING, 'callbacks.shift-ended');
});

coordinatorRoutes.post(`${DESK}/volunteers`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, recordSchema);
  if (!form.ok) return c.html(await keeping(c, form), 422);
  await c.get('db').write(viewer, (tx) => recordTraining(tx, viewer, form.values));
  return seeOther(c, KEEPING, 'callbacks.recorded');
});

coordinatorRoutes.post(`${DESK}/volunteers/:member{${UUID}}/removal`, async (c) => {
  await c.get('db').write(requireViewer(c), (tx) => endTraining(tx, c.req.param('member')));
  return seeOther(c, KEEPING, 'callbacks.unrecorded');
});

async function keeping(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const now = new Date();
  const { timeZone } = c.get('community');
  const shown = await c.get('db').read(requireViewer(c), async (tx) => ({
    named: await volunteers(tx),
    shifts: await shiftsOf(tx),
    days: await rotaOf(tx, timeZone, now),
    settings: await settingsOf(tx),
  }));
  return <KeepingPage page={c.get('page')} {...shown} zone={timeZone} refused={refused} />;
}
