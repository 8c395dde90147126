import { Temporal } from 'temporal-polyfill';
import { type Hours, type Task, USUAL } from './words.ts';

/** What is asked for, in the few words it takes: which tasks on which weekdays, for how long. */
export interface Plan {
  tasks: readonly Task[];
  /** ISO weekdays, 1 is Monday. */
  weekdays: readonly number[];
  /** The first day it may fall on, 'YYYY-MM-DD'. */
  from: string;
  weeks: number;
  /** Instead of each task's usual hours. */
  hours?: Hours | null;
}

/** A slot as it is to stand: its day by the calendar's clock, and when that is. */
export interface Laid {
  task: Task;
  day: string;
  startsAt: Date;
  endsAt: Date;
}

/** More than anybody can fill: eight tasks a week for a year and more. */
export const MOST_SLOTS = 600;
/** As far ahead as anything is planned. */
export const MOST_WEEKS = 26;

/**
 * When hours of one day are, by the clock of a zone. Clocks that change that night change nothing of what they show; hours
 * that they swallow altogether last as long as they say.
 */
export function timesOn(day: string, { from, to }: Hours, zone: string): { startsAt: Date; endsAt: Date } {
  const first = Temporal.PlainDate.from(day);
  const at = (date: Temporal.PlainDate, time: string) =>
    new Date(date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
  const startsAt = at(first, from);
  const endsAt = at(to > from ? first : first.add({ days: 1 }), to);
  if (endsAt > startsAt) return { startsAt, endsAt };
  const lasts = Temporal.PlainTime.from(from).until(to).total('milliseconds');
  return { startsAt, endsAt: new Date(+startsAt + lasts) };
}

/** All slots of a plan that have not begun, soonest first. */
export function layOut(plan: Plan, zone: string, now: Date): Laid[] {
  const from = Temporal.PlainDate.from(plan.from);
  const days = Array.from({ length: plan.weeks * 7 }, (_, i) => from.add({ days: i }));
  return days
    .filter((day) => plan.weekdays.includes(day.dayOfWeek))
    .flatMap((day) => plan.tasks.map((task) => laid(task, day.toString(), plan.hours ?? USUAL[task], zone)))
    .filter(({ startsAt }) => startsAt > now)
    .sort((a, b) => +a.startsAt - +b.startsAt);
}

const laid = (task: Task, day: string, hours: Hours, zone: string): Laid => ({
  task,
  day,
  ...timesOn(day, hours, zone),
});

/** Tomorrow by the clock of a zone. */
export const tomorrowIn = (zone: string, now: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(+now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toString();
