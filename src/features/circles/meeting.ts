import { Temporal } from 'temporal-polyfill';
import type { Circle } from './circle.ts';

export type Rhythm = Pick<
  Circle,
  'weekday' | 'startTime' | 'minutes' | 'everyWeeks' | 'firstMeeting' | 'timeZone' | 'createdAt'
>;

export interface Meeting {
  start: Date;
  end: Date;
}

const USUAL_MINUTES = 60;

/**
 * The meeting that is on now, or the next one; null when the circle keeps no day and hour. The hour on the wall
 * stays the same across clock changes; an hour that a change leaves out moves to the one after it.
 */
export function nextMeeting(circle: Rhythm, now: Date): Meeting | null {
  const { weekday, startTime, timeZone } = circle;
  if (weekday === null || startTime === null) return null;
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const minutes = circle.minutes ?? USUAL_MINUTES;
  const first = firstDay(circle, weekday);
  const everyDays = 7 * (circle.everyWeeks ?? 1);
  // A meeting may run past midnight (its day is yesterday, or further back for the longest): look from there on.
  const from = here.toPlainDate().subtract({ days: 2 });
  const passed = first.until(from, { largestUnit: 'days' }).days;
  let day = first.add({ days: Math.max(0, Math.ceil(passed / everyDays)) * everyDays });
  for (;;) {
    const start = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(startTime) });
    const end = start.add({ minutes });
    if (Temporal.ZonedDateTime.compare(end, here) > 0) {
      return { start: new Date(start.epochMilliseconds), end: new Date(end.epochMilliseconds) };
    }
    day = day.add({ days: everyDays });
  }
}

/** The first date of the series: on its weekday, not before the first meeting (else the day the circle began). */
function firstDay({ firstMeeting, createdAt, timeZone }: Rhythm, weekday: number): Temporal.PlainDate {
  const begun = firstMeeting
    ? Temporal.PlainDate.from(firstMeeting)
    : Temporal.Instant.fromEpochMilliseconds(createdAt.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return begun.add({ days: (weekday - begun.dayOfWeek + 7) % 7 });
}

/** Whether two zones show the same hour at a moment. */
export function sameHour(one: string, other: string, at: Date): boolean {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  return instant.toZonedDateTimeISO(one).offset === instant.toZonedDateTimeISO(other).offset;
}
