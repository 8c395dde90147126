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
import { readApart } from '../../platform/ical/index.ts';
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
  const read = await readHere(c, brought.bytes);
  const field = brought.url ? 'url' : 'file';
  if (!read.ok) return again(c, form.raw, { [field]: 'calendars.unreadable' }, read);
  const { bytes: pending, ...said } = brought;
  const id = await c
    .get('db')
    .write(viewer, (tx) => keepSource(tx, viewer, { name, kind, place, pending, ...said }));
  return seeOther(c, `${HERE}/${id}`);
});

const readHere = (c: Ctx, bytes: Uint8Array) =>
  readApart({ bytes, zone: c.get('community').timeZone, now: new Date() });

const again = (c: Ctx, raw: Raw, errors: Errors, unread?: Unread) =>
  c.html(<NewSourcePage page={c.get('page')} raw={raw} errors={errors} unread={unread} />, 422);

comingInRoutes.get(ONE, async (c) => {
  const viewer = requireViewer(c);
  const source = await c.get('db').read(viewer, (tx) => sourceFor(tx, c.req.param('id')));
  const read = source.pending && (await readHere(c, source.pending));
  const plan = read && planOf(source, c.get('community').timeZone, read, new Date());
  return c.html(<SourcePage page={c.get('page')} source={source} plan={plan} />);
});

/** Takes over what she has seen. */
comingInRoutes.post(`${ONE}/acceptance`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const seen = await c.get('db').read(viewer, (tx) => sourceFor(tx, id));
  const read = seen.pending && (await readHere(c, seen.pending));
  await c.get('db').write(viewer, async (tx) => {
    const source = await holdSource(tx, id); // somebody else may have said yes meanwhile
    if (source.pending && read) await lookAgain(tx, viewer, id, read, source, new Date());
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
  if ('error' in brought) {
    const { refused } = brought;
    if (!refused) return seeOther(c, `${HERE}/${id}`, brought.error);
    await c.get('db').write(viewer, (tx) => noteProblem(tx, source, refused, null, now));
    return seeOther(c, `${HERE}/${id}`);
  }
  const read = await readHere(c, brought.bytes);
  const looked = await c.get('db').write(viewer, (tx) => lookAgain(tx, viewer, id, read, brought, now));
  return seeOther(c, `${HERE}/${id}`, looked.ok ? 'calendars.in-step' : undefined);
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
