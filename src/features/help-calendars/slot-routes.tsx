import { query, type Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  type Errors,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { keptCalendar, slotIn, type Whole, wholeOf } from './access.ts';
import { isOpen } from './calendar.ts';
import { morePlanned, moved } from './forms.ts';
import { layOut, timesOn, tomorrowIn } from './laying-out.ts';
import { addSlots } from './making.ts';
import { AddSlotsPage } from './pages/add-slots-page.tsx';
import { SlotPage } from './pages/slot-page.tsx';
import { CALENDAR, pathOf, SLOT } from './paths.ts';
import { TELLING_JOB, thank } from './telling.ts';

/** The slots of a calendar: laid out further, moved, taken away; and thanks for those that were. */
export const slotRoutes = routes();

const wholeKept = (c: Ctx): Promise<Whole> => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  return c
    .get('db')
    .read(viewer, async (tx) => wholeOf(tx, keys, await keptCalendar(tx, keys, viewer, c.req.param('id')!)));
};

/** She whom it is for looks at it. */
const isHers = (c: Ctx, { holderId, forOther }: Whole['calendar']): boolean =>
  !forOther && holderId === requireViewer(c).memberId;

const addPage = async (c: Ctx, raw: Raw | null, errors: Errors = {}) => {
  const { calendar } = await wholeKept(c);
  if (calendar.endedAt) notFound();
  const usual: Raw = { tasks: [], days: [], weeks: '2', from: tomorrowIn(calendar.timeZone, new Date()) };
  const hers = isHers(c, calendar);
  return (
    <AddSlotsPage page={c.get('page')} calendar={calendar} hers={hers} raw={raw ?? usual} errors={errors} />
  );
};

slotRoutes.get(`${CALENDAR}/slots`, async (c) => c.html(await addPage(c, null)));

slotRoutes.post(`${CALENDAR}/slots`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, morePlanned);
  if (!form.ok) return c.html(await addPage(c, form.raw, form.errors), 422);
  const { tasks, days, from, weeks, start, end } = form.values;
  const hours = start && end ? { from: start, to: end } : null;
  const { calendarId, added } = await c.get('db').write(viewer, async (tx) => {
    const calendar = await keptCalendar(tx, c.get('keys'), viewer, c.req.param('id'));
    if (calendar.endedAt) notFound();
    const slots = layOut(
      { tasks, weekdays: days.map(Number), from, weeks, hours },
      calendar.timeZone,
      new Date(),
    );
    return { calendarId: calendar.calendarId, added: await addSlots(tx, viewer, calendar.calendarId, slots) };
  });
  if (added === 0)
    return c.html(await addPage(c, form.raw, { days: 'help-calendars.error.none-ahead' }), 422);
  return seeOther(c, pathOf(calendarId), 'help-calendars.slots-added');
});

const slotPage = async (c: Ctx, raw?: Raw, errors: Errors = {}) => {
  const whole = await wholeKept(c);
  const slot = slotIn(whole.slots, c.req.param('slot'));
  const hers = isHers(c, whole.calendar);
  return <SlotPage page={c.get('page')} whole={whole} slot={slot} hers={hers} raw={raw} errors={errors} />;
};

slotRoutes.get(`${CALENDAR}/slots/${SLOT}`, async (c) => c.html(await slotPage(c)));

slotRoutes.post(`${CALENDAR}/slots/${SLOT}`, async (c) => {
  const form = await readForm(c, moved);
  if (!form.ok) return c.html(await slotPage(c, form.raw, form.errors), 422);
  const { date: day, start, end } = form.values;
  const path = await onSlot(c, async (tx, { calendar }, slotId) => {
    const times = timesOn(day, { from: start!, to: end! }, calendar.timeZone);
    await tx.run(
      query
        .updateTable('help_slots')
        .set({ day, starts_at: times.startsAt, ends_at: times.endsAt })
        .where('slot_id', '=', slotId),
    );
  });
  return seeOther(c, path, 'help-calendars.saved');
});

slotRoutes.post(`${CALENDAR}/slots/${SLOT}/removal`, async (c) => {
  const path = await onSlot(c, (tx, _, slotId) =>
    tx.run(query.deleteFrom('help_slots').where('slot_id', '=', slotId)),
  );
  c.get('soon')(TELLING_JOB);
  return seeOther(c, path, 'help-calendars.slot-removed');
});

slotRoutes.post(`${CALENDAR}/slots/${SLOT}/thanks`, async (c) => {
  const viewer = requireViewer(c);
  const path = await onSlot(c, (tx, _, slotId) => thank(tx, viewer, slotId));
  c.get('soon')(TELLING_JOB);
  return seeOther(c, path, 'help-calendars.thanked');
});

/** One act on one slot of a calendar she looks after; resolves to the calendar's path. */
const onSlot = (c: Ctx, work: (tx: Tx, whole: Whole, slotId: string) => Promise<unknown>) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  return c.get('db').write(viewer, async (tx) => {
    const whole = await wholeOf(tx, keys, await keptCalendar(tx, keys, viewer, c.req.param('id')!));
    const { slotId } = slotIn(whole.slots, c.req.param('slot'));
    if (whole.calendar.endedAt && !isOpen(whole.calendar) && !c.req.path.endsWith('/thanks')) notFound();
    await work(tx, whole, slotId);
    return pathOf(whole.calendar.calendarId);
  });
};
