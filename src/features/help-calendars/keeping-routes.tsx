import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  type Errors,
  notFound,
  publicUrl,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { linkPath, linkTo } from '../links/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';
import { keptCalendar, ownCalendar, wholeOf } from './access.ts';
import type { HelpCalendar } from './calendar.ts';
import { answerFor } from './consenting.ts';
import { consented, reworded, wished } from './forms.ts';
import { doorOf } from './listing.ts';
import { reword } from './making.ts';
import { ConsentPage } from './pages/consent-page.tsx';
import { EditPage } from './pages/edit-page.tsx';
import { KeptPage } from './pages/kept-page.tsx';
import { WishesPage } from './pages/wishes-page.tsx';
import { keepParticulars, particularsOf } from './particulars.ts';
import { CALENDAR, pathOf } from './paths.ts';
import { chooseWhoSees, mayVouch } from './trusting.ts';

/** What whoever looks after a calendar sees and does. */
export const keepingRoutes = routes();

/** One act on a calendar she looks after, and back to it. */
const kept = (c: Ctx, work: (tx: Tx, calendar: HelpCalendar) => Promise<unknown>) => {
  const viewer = requireViewer(c);
  return c.get('db').write(viewer, async (tx) => {
    const calendar = await keptCalendar(tx, c.get('keys'), viewer, c.req.param('id')!);
    await work(tx, calendar);
    return pathOf(calendar.calendarId);
  });
};

keepingRoutes.get(CALENDAR, async (c) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  const seen = await c.get('db').read(viewer, async (tx) => {
    const calendar = await keptCalendar(tx, keys, viewer, c.req.param('id'));
    const whole = await wholeOf(tx, keys, calendar);
    const door = await doorOf(tx, calendar.calendarId);
    const consent = calendar.forOther ? await linkTo(tx, viewer, 'consent', calendar.calendarId) : null;
    const own = calendar.holderId === viewer.memberId;
    const particulars = own ? await particularsOf(tx, whole.key, calendar.calendarId) : null;
    const vouches = await mayVouch(tx, calendar.calendarId);
    return { ...whole, door, consent, own, particulars, vouches };
  });
  const page = c.get('page');
  const { calendar } = seen;
  if (calendar.consent === 'asked' && seen.own && !calendar.forOther)
    return c.html(<ConsentPage page={page} whole={seen} path={pathOf(calendar.calendarId, '/consent')} />);
  const urlOf = (kind: 'help-calendar' | 'consent', id: string | null) =>
    id && publicUrl(c) + linkPath(keys, kind, id);
  return c.html(
    <KeptPage
      page={page}
      whole={seen}
      own={seen.own}
      link={urlOf('help-calendar', seen.door)}
      consentLink={urlOf('consent', seen.consent)}
      vouches={seen.vouches}
      hasDoor={Boolean(seen.particulars?.door?.address)}
    />,
  );
});

keepingRoutes.post(`${CALENDAR}/consent`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, consented);
  const keys = c.get('keys');
  const id = c.req.param('id');
  if (!form.ok) notFound();
  const { answer } = form.values;
  const done = await c.get('db').write(viewer, async (tx) => {
    const calendar = await ownCalendar(tx, keys, viewer, id);
    await herKey(tx, keys, viewer);
    return answerFor(tx, keys, calendar, form.values);
  });
  if (!done) notFound();
  return answer === 'no'
    ? seeOther(c, '/help-calendars', 'help-calendars.said-no')
    : seeOther(c, pathOf(id), answer === 'yes' ? 'help-calendars.said-yes' : 'help-calendars.said-not-this');
});

const editPage = async (c: Ctx, raw?: Raw, errors: Errors = {}) => {
  const viewer = requireViewer(c);
  const calendar = await c
    .get('db')
    .read(viewer, (tx) => keptCalendar(tx, c.get('keys'), viewer, c.req.param('id')!));
  return <EditPage page={c.get('page')} calendar={calendar} raw={raw} errors={errors} />;
};
keepingRoutes.get(`${CALENDAR}/edit`, async (c) => c.html(await editPage(c)));
keepingRoutes.post(`${CALENDAR}/edit`, async (c) => {
  const form = await readForm(c, reworded);
  if (!form.ok) return c.html(await editPage(c, form.raw, form.errors), 422);
  const { occasion, ...about } = form.values;
  const path = await kept(c, (tx, { calendarId }) => reword(tx, c.get('keys'), calendarId, occasion!, about));
  return seeOther(c, path, 'help-calendars.saved');
});

const wishesPage = async (c: Ctx, raw?: Raw, errors: Errors = {}) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  const { calendar, particulars } = await c.get('db').read(viewer, async (tx) => {
    const own = await ownCalendar(tx, keys, viewer, c.req.param('id')!);
    const key = await keyOf(tx, keys, own.holderId);
    return { calendar: own, particulars: await particularsOf(tx, key, own.calendarId) };
  });
  const path = pathOf(calendar.calendarId);
  return (
    <WishesPage
      page={c.get('page')}
      calendar={calendar}
      particulars={particulars}
      raw={raw}
      errors={errors}
      action={`${path}/wishes`}
      back={path}
      chooses={!calendar.forOther}
    />
  );
};
keepingRoutes.get(`${CALENDAR}/wishes`, async (c) => c.html(await wishesPage(c)));
keepingRoutes.post(`${CALENDAR}/wishes`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, wished);
  if (!form.ok) return c.html(await wishesPage(c, form.raw, form.errors), 422);
  const { address, notes, doorFor, organiserVouches, ...wishes } = form.values;
  const keys = c.get('keys');
  const path = await c.get('db').write(viewer, async (tx) => {
    const calendar = await ownCalendar(tx, keys, viewer, c.req.param('id'));
    const { calendarId } = calendar;
    const key = await herKey(tx, keys, viewer);
    await keepParticulars(tx, key, viewer.communityId, calendarId, { wishes, door: { address, notes } });
    if (!calendar.forOther) await chooseWhoSees(tx, calendar, doorFor, organiserVouches);
    return pathOf(calendarId);
  });
  return seeOther(c, path, 'help-calendars.wishes-saved');
});
