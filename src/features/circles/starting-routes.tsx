import {
  type Ctx,
  type Errors,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { circleForFacilitator, idIn } from './access.ts';
import { circleForm } from './circle-form.ts';
import { placeOf } from './circle-place.ts';
import { startingValues, valuesOf } from './form-values.ts';
import { NewCirclePage } from './pages/new-circle.tsx';
import { ClosurePage, SettingsPage } from './pages/settings.tsx';
import { CIRCLE } from './paths.ts';
import { changeCircle, closeCircle, startCircle } from './starting.ts';

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
  const id = await startCircle(c.get('db'), c.get('keys'), viewer, read.values, read.place);
  return seeOther(c, `/circles/${id}/invitations`, 'circles.started');
});

/** The posted form and the place it means. */
async function readCircle(c: Ctx) {
  const form = await readForm(c, circleForm);
  if (!form.ok) return form;
  const place = placeOf(c.get('community'), form.values);
  if (place) return { ...form, place };
  const errors: Errors = { near: 'circles.form.near-unknown' };
  return { ok: false as const, raw: form.raw, errors };
}

startingRoutes.get(`${CIRCLE}/settings`, async (c) => {
  const viewer = requireViewer(c);
  const circle = await c.get('db').read(viewer, (tx) => circleForFacilitator(tx, viewer, idIn(c)));
  return c.html(<SettingsPage page={c.get('page')} circle={circle} raw={valuesOf(circle)} />);
});

startingRoutes.post(`${CIRCLE}/settings`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  const circle = await c.get('db').read(viewer, (tx) => circleForFacilitator(tx, viewer, id));
  const again = (raw: Raw, errors: Parameters<typeof SettingsPage>[0]['errors']) =>
    c.html(<SettingsPage page={c.get('page')} circle={circle} raw={raw} errors={errors} />, 422);
  const read = await readCircle(c);
  if (!read.ok) return again(read.raw, read.errors);
  const outcome = await changeCircle(c.get('db'), viewer, id, read.values, read.place, circle.timeZone);
  if (outcome === 'small') return again(read.raw, { cap: 'circles.form.cap-small' });
  return seeOther(c, `/circles/${id}/settings`, 'circles.saved');
});

startingRoutes.get(`${CIRCLE}/closure`, async (c) => {
  const viewer = requireViewer(c);
  const circle = await c.get('db').read(viewer, (tx) => circleForFacilitator(tx, viewer, idIn(c)));
  return c.html(<ClosurePage page={c.get('page')} circle={circle} />);
});

startingRoutes.post(`${CIRCLE}/closure`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  await c.get('db').read(viewer, (tx) => circleForFacilitator(tx, viewer, id));
  await closeCircle(c.get('db'), viewer, id);
  return seeOther(c, '/circles', 'circles.closed');
});
