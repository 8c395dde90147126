import {
  type Ctx,
  type Errors,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { plainCohortName } from '../circle-names/index.ts';
import { circleWithDoor, idIn } from './access.ts';
import type { Circle } from './circle.ts';
import { type CircleForm, circleForm } from './circle-form.ts';
import { placeOf } from './circle-place.ts';
import { windowFrom } from './cohort-months.ts';
import { startingValues, valuesOf } from './form-values.ts';
import { NewCirclePage } from './pages/new-circle.tsx';
import { ClosurePage, SettingsPage } from './pages/settings.tsx';
import { CIRCLE } from './paths.ts';
import { type Cohort, changeCircle, closeCircle, startCircle } from './starting.ts';

/** Starting a circle, changing it, ending it. */
export const startingRoutes = routes();

/** Nobody needs more; a script would. */
const STARTS = { points: 20, seconds: 24 * 60 * 60 };

startingRoutes.get('/circles/new', (c) => {
  const page = c.get('page');
  return c.html(<NewCirclePage page={page} raw={startingValues(page, new URL(c.req.url).searchParams)} />);
});

startingRoutes.post('/circles/new', async (c) => {
  const read = await readCircle(c);
  if (!read.ok)
    return c.html(<NewCirclePage page={c.get('page')} raw={read.raw} errors={read.errors} />, 422);
  const viewer = requireViewer(c);
  await spend(c, STARTS, viewer.memberId);
  const id = await startCircle(c.get('db'), c.get('keys'), viewer, read.values, read.place, read.cohort);
  return seeOther(c, `/circles/${id}/invitations`, 'circles.started');
});

/** The posted form, the place and the months it means. `circle`: the one that is changed; none when one is started. */
async function readCircle(c: Ctx, circle?: Circle) {
  const form = await readForm(c, circleForm);
  if (!form.ok) return form;
  const refused = (errors: Errors) => ({ ok: false as const, raw: form.raw, errors });
  const place = placeOf(c.get('community'), form.values);
  if (!place) return refused({ near: 'circles.form.near-unknown' });
  const born = circle ? circle.born : windowIn(form.values);
  if (!born && !form.values.name) return refused({ name: 'circles.form.name-missing' });
  const zone = place.timeZone ?? circle?.timeZone ?? requireViewer(c).timeZone;
  const cohort: Cohort | null = born && { born, plainName: plainCohortName(c.get('page'), born, zone) };
  return { ...form, place, cohort };
}

const windowIn = ({ cohort, bornFrom, bornMonths }: CircleForm) =>
  cohort === 'start' ? windowFrom(bornFrom, Number(bornMonths ?? 3)) : null;

startingRoutes.get(`${CIRCLE}/settings`, async (c) => {
  const viewer = requireViewer(c);
  const circle = await c.get('db').read(viewer, (tx) => circleWithDoor(tx, viewer, idIn(c)));
  return c.html(<SettingsPage page={c.get('page')} circle={circle} raw={valuesOf(circle)} />);
});

startingRoutes.post(`${CIRCLE}/settings`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  const circle = await c.get('db').read(viewer, (tx) => circleWithDoor(tx, viewer, id));
  const again = (raw: Raw, errors: Parameters<typeof SettingsPage>[0]['errors']) =>
    c.html(<SettingsPage page={c.get('page')} circle={circle} raw={raw} errors={errors} />, 422);
  const read = await readCircle(c, circle);
  if (!read.ok) return again(read.raw, read.errors);
  const { values, place, cohort } = read;
  const outcome = await changeCircle(c.get('db'), viewer, id, values, place, circle.timeZone, cohort);
  if (outcome === 'absent') notFound();
  if (outcome === 'small') return again(read.raw, { cap: 'circles.form.cap-small' });
  return seeOther(c, `/circles/${id}/settings`, 'circles.saved');
});

startingRoutes.get(`${CIRCLE}/closure`, async (c) => {
  const viewer = requireViewer(c);
  const circle = await c.get('db').read(viewer, (tx) => circleWithDoor(tx, viewer, idIn(c)));
  return c.html(<ClosurePage page={c.get('page')} circle={circle} />);
});

startingRoutes.post(`${CIRCLE}/closure`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  await c.get('db').read(viewer, (tx) => circleWithDoor(tx, viewer, id));
  await closeCircle(c.get('db'), viewer, id);
  return seeOther(c, '/circles', 'circles.closed');
});
