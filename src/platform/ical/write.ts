import { readRule, ruleText, type Series } from '../recurrence/index.ts';
import type { CalendarEvent, CalendarFile } from './calendar.ts';
import { line, text } from './content-line.ts';
import { timeZone } from './time-zone.ts';
import { dateTime, instant, isDay, isUtc, shown, startAndEnd, until } from './written-times.ts';

/**
 * A calendar as text/calendar (RFC 5545 and 7986) in UTF-8. The same calendar gives the same bytes, in whatever order its
 * events come. Throws a RecurrenceError for a rule or a time that cannot be read.
 */
export function writeCalendar(file: CalendarFile): Uint8Array {
  const events = [...file.events].sort(byUid);
  return Buffer.from(
    [
      line('BEGIN', 'VCALENDAR'),
      line('VERSION', '2.0'),
      line('PRODID', '-//Porchlight//Porchlight//EN'),
      line('CALSCALE', 'GREGORIAN'),
      ...(file.method ? [line('METHOD', file.method)] : []),
      ...named(file),
      ...zonesOf(events).map(([zone, [first, last]]) => timeZone(zone, first, last)),
      ...events.map(written),
      line('END', 'VCALENDAR'),
    ].join(''),
  );
}

// What RFC 7986 calls a calendar and how often to look, and what calendars called it before.
function named({ name, description, zone, refreshMinutes }: CalendarFile): string[] {
  const lines = [line('NAME', text(name)), line('X-WR-CALNAME', text(name))];
  if (description)
    lines.push(line('DESCRIPTION', text(description)), line('X-WR-CALDESC', text(description)));
  lines.push(line('X-WR-TIMEZONE', text(zone)));
  if (refreshMinutes) {
    const every = `PT${refreshMinutes}M`;
    lines.push(line('REFRESH-INTERVAL', every, { VALUE: 'DURATION' }), line('X-PUBLISHED-TTL', every));
  }
  return lines;
}

function byUid(one: CalendarEvent, other: CalendarEvent): number {
  const [first, second] = [key(one), key(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}
const key = ({ uid, replaces }: CalendarEvent) => `${uid}\n${replaces?.wall ?? ''}`;

/** The zones that events name, each with the years whose clocks they need: ten more than are spoken of, as rules go on. */
function zonesOf(events: readonly CalendarEvent[]): [string, [number, number]][] {
  const zones = new Map<string, [number, number]>();
  const hear = (zone: string, wall: string) => {
    if (isUtc(zone) || isDay(wall)) return;
    const year = Number(wall.slice(0, 4));
    const [first, last] = zones.get(zone) ?? [year - 1, year + 10];
    zones.set(zone, [Math.min(first, year - 1), Math.max(last, year + 10)]);
  };
  for (const { start, zone, extra = [], replaces } of events) {
    for (const wall of [start, ...extra]) hear(zone, wall);
    if (replaces) hear(replaces.zone, replaces.wall);
  }
  return [...zones].sort(([one], [other]) => (one < other ? -1 : 1));
}

function written(event: CalendarEvent): string {
  const words = (name: string, value?: string | null) => (value ? [line(name, text(value))] : []);
  return [
    line('BEGIN', 'VEVENT'),
    line('UID', text(event.uid)),
    line('DTSTAMP', instant(event.stamp)),
    line('LAST-MODIFIED', instant(event.stamp)),
    line('SEQUENCE', String(event.sequence)),
    line('STATUS', event.status.toUpperCase()),
    ...(event.replaces ? [dateTime('RECURRENCE-ID', event.replaces.wall, event.replaces.zone)] : []),
    ...times(event),
    ...words('SUMMARY', event.summary),
    ...words('DESCRIPTION', event.description),
    ...words('LOCATION', event.location),
    ...(event.place ? [line('GEO', `${event.place.latitude};${event.place.longitude}`)] : []),
    ...(event.url ? [line('URL', event.url)] : []),
    ...(event.categories?.length ? [line('CATEGORIES', event.categories.map(text).join(','))] : []),
    ...(event.private ? [line('CLASS', 'PRIVATE')] : []),
    ...(event.busy === false ? [line('TRANSP', 'TRANSPARENT')] : []),
    line('END', 'VEVENT'),
  ].join('');
}

function times(series: Series): string[] {
  const { start, zone, rule, extra = [], except = [] } = series;
  const dates = (name: string, walls: readonly string[], named: (wall: string) => string) =>
    [...walls]
      .sort()
      .map((wall) => named(isDay(start) ? wall.slice(0, 10) : wall))
      .map((wall) => dateTime(name, wall, zone));
  return [
    ...startAndEnd(series),
    ...(rule ? [line('RRULE', ruleOf(series, rule))] : []),
    ...dates('RDATE', extra, (wall) => shown(wall, zone)),
    ...dates('EXDATE', except, (wall) => wall),
  ];
}

// UNTIL has to be an instant where the start has a zone, and a day where it is a day.
function ruleOf(series: Series, rule: string): string {
  const read = readRule(rule);
  const { end } = read;
  return ruleText(end && 'until' in end ? { ...read, end: { until: until(series, read) } } : read);
}
