import {
  instantOf,
  isPlain,
  lastInstant,
  occurrenceAt,
  type Rule,
  type Series,
  wallAt,
  wallMs,
  wallText,
} from '../recurrence/index.ts';
import { line } from './content-line.ts';
import { compact } from './time-zone.ts';

/** Whether a start is a whole day, which has no hour and no zone. */
export const isDay = (wall: string): boolean => wall.length === 10;
export const isUtc = (zone: string): boolean => zone === 'UTC' || zone === 'Etc/UTC';

/** An instant as 20261122T180000Z. */
export const instant = (moment: Date): string => `${compact(moment.toISOString().slice(0, 19))}Z`;

/** A property that is a time: a day, an instant, or what clocks of a zone show. */
export function dateTime(name: string, wall: string, zone: string): string {
  if (isDay(wall)) return line(name, wall.replaceAll('-', ''), { VALUE: 'DATE' });
  const time = compact(wallText(wallMs(wall)));
  return isUtc(zone) ? line(name, `${time}Z`) : line(name, time, { TZID: zone });
}

/** A wall time as clocks do show it: one that they skip is another. */
export const shown = (wall: string, zone: string): string =>
  isDay(wall) ? wall : wallText(wallAt(instantOf(wallMs(wall), zone), zone));

/**
 * DTSTART, and DTEND, which every calendar reads. Times in an hour that clocks skip or show twice are written as instants,
 * since parsers are not of one mind about them; a series has to keep its wall time, and then says how long it lasts.
 */
export function startAndEnd(series: Series): string[] {
  const { start, zone, lasts, rule, extra } = series;
  if (isDay(start)) {
    const end = wallText(wallMs(start) + (lasts.days || 1) * DAY).slice(0, 10);
    return [dateTime('DTSTART', start, zone), dateTime('DTEND', end, zone)];
  }
  const { starts, ends } = occurrenceAt(series, start);
  const end = wallAt(+ends, zone);
  const plain = isPlain(wallMs(start), zone) && isPlain(end, zone);
  const place = plain || rule || extra?.length ? zone : 'UTC';
  const begin = dateTime('DTSTART', place === zone ? start : wallText(+starts), place);
  if (+starts === +ends) return [begin];
  if (!plain && place === zone) return [begin, line('DURATION', `PT${(+ends - +starts) / 60_000}M`)];
  return [begin, dateTime('DTEND', wallText(place === zone ? end : +ends), place)];
}

/** A rule's UNTIL as the start of its series asks for it. */
export function until({ start, zone }: Series, rule: Rule): string {
  const last = lastInstant(rule, zone);
  return isDay(start) ? compact(wallText(wallAt(last, zone)).slice(0, 10)) : instant(new Date(last));
}

const DAY = 86_400_000;
