import { Temporal } from 'temporal-polyfill';
import { expand } from '../../platform/recurrence/index.ts';
import { type Schedule, seriesOf } from './series.ts';

const zoned = (timeZone: string, at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(+at).toZonedDateTimeISO(timeZone);

/** 'YYYY-MM-DD' at a place. */
export const dayIn = (timeZone: string, at: Date): string => zoned(timeZone, at).toPlainDate().toString();

/** 'HH:MM' at a place. */
export const clockIn = (timeZone: string, at: Date): string =>
  zoned(timeZone, at).toPlainTime().toString({ smallestUnit: 'minute' });

/** The moment of a day and a clock at a place; a clock that is skipped that night is read an hour later. */
export const momentOf = (day: string, clock: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(timeZone).epochMilliseconds);

/** The wall time by which a schedule names the time at a moment; null when it has none there. */
export function wallAt(schedule: Schedule, at: Date): string | null {
  const [one] = expand(seriesOf(schedule), { from: at, to: new Date(+at + 1), atMost: 1 });
  return one?.wall ?? null;
}

/** The clock ('HH:MM') that a schedule names and the place's clocks skip that night; null on all other days. */
export function skippedClock(schedule: Schedule, at: Date): string | null {
  const named = schedule.allDay ? null : wallAt(schedule, at)?.slice(11, 16);
  return named && named !== clockIn(schedule.timeZone, at) ? named : null;
}
