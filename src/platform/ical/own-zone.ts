import { expand, offsetAt, RecurrenceError, wallMs } from '../recurrence/index.ts';
import { Properties } from './properties.ts';
import { timesOf } from './read-times.ts';
import type { Component } from './scan.ts';

/** From an instant on, clocks are so far ahead of UTC. */
interface Onset {
  instant: number;
  offset: number;
}

const DAY = 86_400_000;
/** A zone that says more than this of itself is none of ours. */
const MOST_PARTS = 40;

/**
 * The IANA zone whose clocks go as a file's own VTIMEZONE says, seen twice a month for six years; those of `likely` are
 * asked first. Null where no zone on earth goes so. Throws `Unreadable`.
 */
export function zoneLike(zone: Component, year: number, likely: readonly string[]): string | null {
  const onsets = onsetsOf(zone, year);
  if (onsets.length === 0) return null;
  const begin = Date.UTC(year - 1, 0, 8, 12);
  const probes = Array.from({ length: 144 }, (_, n) => begin + n * 15 * DAY).map((instant) => ({
    instant,
    offset: (onsets.findLast((onset) => onset.instant <= instant) ?? onsets[0]!).offset,
  }));
  const isLike = (name: string) => probes.every(({ instant, offset }) => offsetAt(instant, name) === offset);
  return [...likely, ...Intl.supportedValuesOf('timeZone')].find(isLike) ?? null;
}

function onsetsOf(zone: Component, year: number): Onset[] {
  if (zone.parts.length > MOST_PARTS) return [];
  try {
    return zone.parts.flatMap((part) => onsets(part, year)).sort((one, other) => one.instant - other.instant);
  } catch (error) {
    if (error instanceof RecurrenceError) return [];
    throw error;
  }
}

// Its walls are walked as UTC, and moved by the offset from before.
function onsets(part: Component, year: number): Onset[] {
  const own = new Properties(part.lines);
  const place = { zone: 'UTC', zoneOf: () => null };
  const began = own.first('DTSTART');
  const [from, to] = [offsetOf(own.words('TZOFFSETFROM')), offsetOf(own.words('TZOFFSETTO'))];
  if (!began || from === null || to === null) return [];
  const start = timesOf(began, place)[0]!.wall;
  const extra = own.all('RDATE').flatMap((one) => timesOf(one, place).map(({ wall }) => wall));
  const series = { start, zone: 'UTC', rule: own.words('RRULE'), extra, lasts: {} };
  const window = { from: new Date(Date.UTC(year - 3, 0)), to: new Date(Date.UTC(year + 7, 0)), atMost: 100 };
  const walls = [wallMs(start), ...expand(series, window).map(({ starts }) => +starts)];
  return walls.map((wall) => ({ instant: wall - from, offset: to }));
}

// ical.js gives "-06:00" for "-0600".
function offsetOf(text: string | null): number | null {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d{2}):?(\d{2}):?(\d{2})?$/.exec(text ?? '') ?? [];
  if (!sign) return null;
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}
