import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';

/** When a calendar says that something takes place, as two programs that are not ours read it. */
export interface Heard {
  starts: string;
  ends: string;
  summary: string;
}

interface Span {
  from: Date;
  to: Date;
}

const inOrder = (all: Heard[]): Heard[] =>
  all.sort((a, b) => (a.starts + a.summary < b.starts + b.summary ? -1 : 1));

/** By ical.js (Thunderbird's), by the VTIMEZONEs in the file. What is called off is left out. */
export function heardByIcalJs(file: string, { from, to }: Span): Heard[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  // By itself it would take every other event's changed times for this one's, whatever their uid.
  const alone = { strictExceptions: true, exceptions: [] };
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one, alone));
  const exceptions = events.filter((one) => one.isRecurrenceException());
  const heard: Heard[] = [];
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    for (const one of exceptions.filter(({ uid }) => uid === event.uid)) event.relateException(one);
    const walking = event.iterator();
    for (let next = walking.next(), n = 0; next && n < 2000; next = walking.next(), n += 1) {
      const { startDate, endDate, item } = event.getOccurrenceDetails(next);
      if (startDate.toJSDate() >= to && next.toJSDate() >= to) break;
      const off = [item, event].some(
        (each) => each.component.getFirstPropertyValue('status') === 'CANCELLED',
      );
      if (off || startDate.toJSDate() < from || startDate.toJSDate() >= to) continue;
      heard.push({
        starts: startDate.toJSDate().toISOString(),
        ends: endDate.toJSDate().toISOString(),
        summary: item.summary,
      });
    }
  }
  return inOrder(heard);
}

/** By node-ical, by what the machine knows of zones. */
export function heardByNodeIcal(file: string, { from, to }: Span): Heard[] {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter(
    (one): one is VEvent => one?.type === 'VEVENT',
  );
  return inOrder(
    events
      .flatMap((event) => timesOf(event, { from, to }))
      .filter(({ event, start }) => String(event.status) !== 'CANCELLED' && start >= from && start < to)
      .map(({ event, start, length }) => ({
        starts: start.toISOString(),
        ends: new Date(+start + length).toISOString(),
        summary: String(event.summary),
      })),
  );
}

type Said = Pick<VEvent, 'start' | 'end' | 'summary' | 'status'>;

/** node-ical gives the rule, what is left out and what stands for single times; putting them together is left to us. */
function timesOf(event: VEvent, { from, to }: Span): { event: Said; start: Date; length: number }[] {
  const instead = [...new Set(Object.values(event.recurrences ?? {}))] as (Said & { recurrenceid: Date })[];
  const out = Object.values((event.exdate ?? {}) as Record<string, Date>).map(Number);
  const starts = event.rrule ? event.rrule.between(from, to, true) : [event.start];
  const usual = starts
    .filter((at) => !out.includes(+at) && !instead.some(({ recurrenceid }) => +recurrenceid === +at))
    .map((start) => ({ event, start, length: +event.end - +event.start }));
  const off = String(event.status) === 'CANCELLED';
  const others = instead.map((one) => ({ event: one, start: one.start, length: +one.end - +one.start }));
  return [...usual, ...(off ? [] : others)];
}
