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
import { readCalendar } from '../../platform/ical/index.ts';
import { letGo } from './keeping-in-step.ts';
import { lookAgain } from './looking-again.ts';
import { NewSourcePage } from './pages/new-source.tsx';
import { RemovalPage } from './pages/removal.tsx';
import { SourcePage } from './pages/source-page.tsx';
import { SourcesPage } from './pages/sources.tsx';
import { planOf, type Unread } from './reading-source.ts';
import { allSources, holdSource, keepSource, noteProblem, sourceFor } from './source.ts';
import { broughtIn, placeIn, sourceForm } from './source-form.ts';

const HERE = '/community/calendars';
const ONE = `${HERE}/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}` as const;
/** What one coordinator may have us fetch or read. */
const LOOKS = { points: 60, seconds: 3600 };

export const comingInRoutes = routes();

comingInRoutes.get(HERE, async (c) => {
  const sources = await c.get('db').read(requireViewer(c), allSources);
  return c.html(<SourcesPage page={c.get('page')} sources={sources} />);
});

comingInRoutes.get(`${HERE}/new`, (c) => c.html(<NewSourcePage page={c.get('page')} />));

/** Brings a calendar to be looked at. Nothing of it is taken over before she has seen it. */
comingInRoutes.post(HERE, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, sourceForm);
  if (!form.ok) return again(c, form.raw, form.errors);
  await spend(c, LOOKS, `calendars ${viewer.memberId}`);
  const { name, kind, near, url } = form.values;
  const place = placeIn(c, near);
  if (!place) return again(c, form.raw, { near: 'calendars.near-unknown' });
  const brought = await broughtIn(c, url);
  if ('error' in brought) return again(c, form.raw, { [brought.field]: brought.error });
  const read = readCalendar(brought.bytes, { zone: c.get('community').timeZone });
  const field = brought.url ? 'url' : 'file';
  if (!read.ok) return again(c, form.raw, { [field]: 'calendars.unreadable' }, read);
  const { bytes: pending, ...said } = brought;
  const id = await c
    .get('db')
    .write(viewer, (tx) => keepSource(tx, viewer, { name, kind, place, pending, ...said }));
  return seeOther(c, `${HERE}/${id}`);
});

const again = (c: Ctx, raw: Raw, errors: Errors, unread?: Unread) =>
  c.html(<NewSourcePage page={c.get('page')} raw={raw} errors={errors} unread={unread} />, 422);

comingInRoutes.get(ONE, async (c) => {
  const viewer = requireViewer(c);
  const source = await c.get('db').read(viewer, (tx) => sourceFor(tx, c.req.param('id')));
  const plan = source.pending && planOf(source, c.get('community').timeZone, source.pending, new Date());
  return c.html(<SourcePage page={c.get('page')} source={source} plan={plan} />);
});

/** Takes over what she has seen. */
comingInRoutes.post(`${ONE}/acceptance`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  await c.get('db').write(viewer, async (tx) => {
    const source = await holdSource(tx, id);
    if (source.pending) await lookAgain(tx, viewer, id, source.pending, source, new Date());
  });
  return seeOther(c, `${HERE}/${id}`, 'calendars.taken');
});

/** Looks again now: at its address, or at a newer file. */
comingInRoutes.post(`${ONE}/renewal`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  await spend(c, LOOKS, `calendars ${viewer.memberId}`);
  const source = await c.get('db').read(viewer, (tx) => sourceFor(tx, id));
  const brought = await broughtIn(c, source.url ?? '');
  const now = new Date();
  const looked = await c.get('db').write(viewer, async (tx) => {
    if (!('error' in brought)) return lookAgain(tx, viewer, id, brought.bytes, brought, now);
    if (source.url) await noteProblem(tx, source, 'unreachable', null, now);
    return null;
  });
  return seeOther(c, `${HERE}/${id}`, looked?.ok ? 'calendars.in-step' : undefined);
});

comingInRoutes.get(`${ONE}/removal`, async (c) => {
  const viewer = requireViewer(c);
  const source = await c.get('db').read(viewer, (tx) => sourceFor(tx, c.req.param('id')));
  return c.html(<RemovalPage page={c.get('page')} source={source} />);
});

comingInRoutes.post(`${ONE}/removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, async (tx) => {
    const source = await holdSource(tx, c.req.param('id'));
    return letGo(tx, viewer, source);
  });
  return seeOther(c, HERE, 'calendars.removed');
});
