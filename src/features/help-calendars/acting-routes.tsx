import type { Tx } from '../../platform/db/index.ts';
import { type Ctx, notFound, publicUrl, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { linkPath, makeLink, revokeLink } from '../links/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';
import { keptCalendar, ownCalendar } from './access.ts';
import { type HelpCalendar, isOpen } from './calendar.ts';
import { done } from './consenting.ts';
import { doorOf } from './listing.ts';
import { HelpersPage } from './pages/helpers-page.tsx';
import { LinkPage } from './pages/link-page.tsx';
import { CALENDAR, HELPER, pathOf } from './paths.ts';
import { TELLING_JOB } from './telling.ts';
import { mayVouch } from './trusting.ts';
import { contactsIn, helpersIn } from './who-helps.ts';

/** What is done to a calendar as a whole: its link, its helpers, enough, the end. */
export const actingRoutes = routes();

/** One act on a calendar she looks after; resolves to its path. @throws Problem 404 when it was not hers to do */
const acted = (c: Ctx, work: (tx: Tx, calendar: HelpCalendar) => Promise<boolean>) => {
  const viewer = requireViewer(c);
  return c.get('db').write(viewer, async (tx) => {
    const calendar = await keptCalendar(tx, c.get('keys'), viewer, c.req.param('id')!);
    if (!(await work(tx, calendar))) notFound();
    return pathOf(calendar.calendarId);
  });
};

actingRoutes.get(`${CALENDAR}/link`, async (c) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  const { calendar, door } = await c.get('db').read(viewer, async (tx) => {
    const calendar = await keptCalendar(tx, keys, viewer, c.req.param('id'));
    return { calendar, door: await doorOf(tx, calendar.calendarId) };
  });
  const link = door && publicUrl(c) + linkPath(keys, 'help-calendar', door);
  const own = calendar.holderId === viewer.memberId;
  return c.html(<LinkPage page={c.get('page')} calendar={calendar} link={link} own={own} />);
});

// A new link; the one before leads nowhere from then on. Helpers' own pages stay theirs.
actingRoutes.post(`${CALENDAR}/link`, async (c) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  const path = await c.get('db').write(viewer, async (tx) => {
    const calendar = await ownCalendar(tx, keys, viewer, c.req.param('id'));
    if (!isOpen(calendar)) notFound();
    await herKey(tx, keys, viewer);
    await makeLink(tx, keys, viewer, 'help-calendar', calendar.calendarId);
    return pathOf(calendar.calendarId, '/link');
  });
  return seeOther(c, path, 'help-calendars.link-made');
});

actingRoutes.post(`${CALENDAR}/link/end`, async (c) => {
  const viewer = requireViewer(c);
  const path = await c.get('db').write(viewer, async (tx) => {
    const { calendarId } = await ownCalendar(tx, c.get('keys'), viewer, c.req.param('id'));
    await revokeLink(tx, viewer, 'help-calendar', calendarId);
    return pathOf(calendarId, '/link');
  });
  return seeOther(c, path, 'help-calendars.link-ended');
});

actingRoutes.get(`${CALENDAR}/helpers`, async (c) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  const seen = await c.get('db').read(viewer, async (tx) => {
    const calendar = await keptCalendar(tx, keys, viewer, c.req.param('id'));
    const key = await keyOf(tx, keys, calendar.holderId);
    const helpers = [...(await helpersIn(tx, key, calendar.calendarId)).values()].filter(
      (one) => !one.removed,
    );
    const vouches = await mayVouch(tx, calendar.calendarId);
    return { calendar, helpers, vouches, contacts: await contactsIn(tx, key, calendar.calendarId) };
  });
  return c.html(<HelpersPage page={c.get('page')} {...seen} />);
});

actingRoutes.post(`${CALENDAR}/helpers/${HELPER}/removal`, async (c) => {
  const path = await acted(c, (tx) => done(tx, 'remove_helper($1)', [c.req.param('helper')]));
  return seeOther(c, `${path}/helpers`, 'help-calendars.helper-removed');
});

// "Yes, I know them."
actingRoutes.post(`${CALENDAR}/helpers/${HELPER}/known`, async (c) => {
  const path = await acted(c, (tx) => done(tx, 'know_helper($1)', [c.req.param('helper')]));
  return seeOther(c, path, 'help-calendars.helper-known');
});

actingRoutes.post(`${CALENDAR}/enough`, async (c) => {
  const path = await acted(c, (tx, { calendarId }) => done(tx, 'enough_food($1, true)', [calendarId]));
  return seeOther(c, path, 'help-calendars.enough-said');
});

actingRoutes.post(`${CALENDAR}/enough/end`, async (c) => {
  const path = await acted(c, (tx, { calendarId }) => done(tx, 'enough_food($1, false)', [calendarId]));
  return seeOther(c, path, 'help-calendars.enough-undone');
});

actingRoutes.post(`${CALENDAR}/end`, async (c) => {
  await acted(c, (tx, { calendarId }) => done(tx, 'end_help_calendar($1)', [calendarId]));
  c.get('soon')(TELLING_JOB);
  return seeOther(c, '/help-calendars', 'help-calendars.ended-notice');
});
