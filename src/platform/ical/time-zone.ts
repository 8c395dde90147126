import type { Temporal } from 'temporal-polyfill';
import { line, text } from './content-line.ts';
import { type Observance, observances } from './observances.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** VTIMEZONE: what a calendar has to know of a zone to place events of these years, and of all that come after. */
export function timeZone(zone: string, firstYear: number, lastYear: number): string {
  return [
    line('BEGIN', 'VTIMEZONE'),
    line('TZID', text(zone)),
    line('X-LIC-LOCATION', text(zone)),
    ...observances(zone, firstYear, lastYear).map(observed),
    line('END', 'VTIMEZONE'),
  ].join('');
}

function observed({ begins, from, to, name, yearly, until }: Observance): string {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    line('BEGIN', kind),
    line('DTSTART', compact(begins.toString({ smallestUnit: 'second' }))),
    line('TZOFFSETFROM', offset(from)),
    line('TZOFFSETTO', offset(to)),
    line('TZNAME', text(name)),
    ...(yearly ? [line('RRULE', each(yearly, until))] : []),
    line('END', kind),
  ].join('');
}

function each(
  { month, weekday, day }: NonNullable<Observance['yearly']>,
  until: Temporal.Instant | null,
): string {
  const name = WEEKDAYS[weekday - 1];
  const days = Array.from({ length: 7 }, (_, n) => day + n);
  // The last week of a month of 30 or 31 days, one that counts from its first day, or just these seven days.
  const last = day === (month === 2 ? 0 : [4, 6, 9, 11].includes(month) ? 24 : 25);
  const when = last
    ? `BYDAY=-1${name}`
    : day % 7 === 1
      ? `BYDAY=${(day + 6) / 7}${name}`
      : `BYDAY=${name};BYMONTHDAY=${days}`;
  const end = until ? `;UNTIL=${compact(until.toString({ smallestUnit: 'second' }))}` : '';
  return `FREQ=YEARLY;BYMONTH=${month};${when}${end}`;
}

function offset(minutes: number): string {
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  const far = Math.abs(minutes);
  const seconds = Math.round((far % 1) * 60);
  return `${minutes < 0 ? '-' : '+'}${two(far / 60)}${two(far % 60)}${seconds ? two(seconds) : ''}`;
}

/** '2026-03-08T02:00:00' as a file writes it: 20260308T020000 */
export const compact = (time: string): string => time.replaceAll(/[-:]/g, '');
