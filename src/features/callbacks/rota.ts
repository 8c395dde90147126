import { Temporal } from 'temporal-polyfill';

/** A day of a shift, as the clocks of the community show it. */
export interface ShiftDay {
  /** 'YYYY-MM-DD' */
  day: string;
  /** '19:00' or '19:00:00' */
  starts: string;
  minutes: number;
}

/** The same as moments. */
export interface Stretch {
  from: Date;
  until: Date;
}

/**
 * A shift lasts from one clock time to another: on the night the clocks change it is an hour longer or shorter, as
 * everybody there would expect.
 */
export function stretchOf({ day, starts, minutes }: ShiftDay, timeZone: string): Stretch {
  const wall = Temporal.PlainDateTime.from(`${day}T${starts}`);
  const moment = (at: Temporal.PlainDateTime) => at.toZonedDateTime(timeZone).epochMilliseconds;
  const from = moment(wall);
  return { from: new Date(from), until: new Date(Math.max(from, moment(wall.add({ minutes })))) };
}

export const covers = ({ from, until }: Stretch, at: Date): boolean => from <= at && at < until;

/** A day some days away, on the calendar of the community. */
export function dayFrom(timeZone: string, now: Date, days: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  return today.toPlainDate().add({ days }).toString();
}

/** The days of a shift in the next `days` days. */
export function daysOf(
  shift: { weekday: number | null; day: string | null },
  timeZone: string,
  now: Date,
  days: number,
): string[] {
  const ahead = Array.from({ length: days }, (_, i) => dayFrom(timeZone, now, i));
  return ahead.filter((day) => day === shift.day || Temporal.PlainDate.from(day).dayOfWeek === shift.weekday);
}
