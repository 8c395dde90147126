import ICAL from 'ical.js';
import { instantOf, type Length, wallAt, wallMs, wallText } from '../recurrence/index.ts';
import type { Property } from './properties.ts';
import { Unreadable } from './reading.ts';
import type { ZoneOf } from './zones-of-file.ts';

/** A wall time and whose clocks show it; a whole day where `wall` has no hour. */
export interface Time {
  wall: string;
  zone: string;
}

/** Where a file's times are: what its TZIDs mean, and the zone for those that name none. */
export interface Place {
  zoneOf: ZoneOf;
  zone: string;
  /** How many dates it has listed so far. */
  spent: { dates: number };
}

/** Every time of a property; a period counts by its start. Throws `Unreadable`. */
export function timesOf(
  { values, parameters, number, type }: Property,
  { zoneOf, zone }: Pick<Place, 'zone' | 'zoneOf'>,
): Time[] {
  return values.map((value) => {
    // ical.js gives a period as "start/end", or start,end when it was flattened.
    const text = (type === 'period' ? (value.split(/[/,]/)[0] ?? '') : value).replace(/Z$/, '');
    const isUtc = /Z$/.test(value.split(/[/,]/)[0] ?? '');
    try {
      wallMs(text);
    } catch {
      throw new Unreadable(number, 'bad-date');
    }
    if (isUtc) return { wall: text, zone: 'UTC' };
    if (!parameters.tzid || text.length === 10) return { wall: text, zone };
    const named = zoneOf(parameters.tzid, Number(text.slice(0, 4)));
    if (!named) throw new Unreadable(number, 'bad-zone');
    return { wall: text, zone: named };
  });
}

/** The same moment by the clocks of a series; a day, beside a series with an hour, is that hour of the day. */
export function timeIn(start: Time, time: Time): string {
  if (start.wall.length === 10) return time.wall.slice(0, 10);
  if (time.wall.length === 10) return `${time.wall}${start.wall.slice(10)}`;
  if (time.zone === start.zone) return time.wall;
  return wallText(wallAt(instantOf(wallMs(time.wall), time.zone), start.zone));
}

const MINUTE = 60_000;
const LONGEST = 366 * 24 * 60;

/** How long an event lasts, by its DTEND or its DURATION. */
export function lengthOf(
  start: Time,
  end: Time | undefined,
  duration: Property | undefined,
  line: number,
): Length {
  const isDay = start.wall.length === 10;
  const instant = ({ wall, zone }: Time) => instantOf(wallMs(wall), isDay ? 'UTC' : zone);
  const length = duration
    ? durationOf(duration)
    : end
      ? { minutes: (instant(end) - instant(start)) / MINUTE }
      : { minutes: isDay ? 24 * 60 : 0 };
  const minutes = (length.days ?? 0) * 24 * 60 + (length.minutes ?? 0);
  if (!(minutes >= 0 && minutes <= LONGEST)) throw new Unreadable(duration?.number ?? line, 'bad-length');
  return isDay ? { days: Math.max(1, Math.round(minutes / (24 * 60))) } : length;
}

function durationOf({ number, raw }: Property): Length {
  if (!/^[+-]?P[\dWDTHMS]{1,20}$/.test(raw)) throw new Unreadable(number, 'bad-length');
  try {
    const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(raw);
    if (isNegative) throw new Unreadable(number, 'bad-length');
    return { days: weeks * 7 + days, minutes: hours * 60 + minutes + seconds / 60 };
  } catch {
    throw new Unreadable(number, 'bad-length');
  }
}
