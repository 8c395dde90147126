import { Temporal } from 'temporal-polyfill';
import { remember } from '../memory/index.ts';

/** A zone's clocks from one moment on, as long as `rule` says so again each year: what a VTIMEZONE is made of. */
export interface Observance {
  /** What clocks showed when it first began, read with the offset from before. */
  begins: Temporal.PlainDateTime;
  /** Offsets in minutes. */
  from: number;
  to: number;
  name: string;
  /** Each year on such a day: a weekday (Monday 1) in a week of the month that begins with `day`. */
  yearly: { month: number; weekday: number; day: number } | null;
  /** The last time it begins, or null where it goes on. */
  until: Temporal.Instant | null;
}

interface Change {
  at: Temporal.Instant;
  wall: Temporal.PlainDateTime;
  from: number;
  to: number;
}

const made = remember<Observance[]>(500);

/** All that an event of a zone between two years needs to know of its clocks, in order; kept, it costs a moment to make. */
export function observances(zone: string, firstYear: number, lastYear: number): Observance[] {
  return made(`${zone} ${firstYear} ${lastYear}`, () => {
    const changes = changesOf(zone, firstYear, lastYear);
    const runs = changes.length > 0 ? runsOf(changes) : [];
    return [still(zone, firstYear, changes[0]), ...runs.map((run) => observance(zone, run, lastYear))];
  });
}

function changesOf(zone: string, firstYear: number, lastYear: number): Change[] {
  const changes: Change[] = [];
  let now = Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 }).toZonedDateTime(zone);
  for (;;) {
    const next = now.getTimeZoneTransition('next');
    if (!next || next.year > lastYear) return changes;
    const [from, to] = [offset(next.subtract({ nanoseconds: 1 })), offset(next)];
    const wall = next.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ minutes: from });
    if (from !== to) changes.push({ at: next.toInstant(), wall, from, to });
    now = next;
  }
}

const offset = (moment: Temporal.ZonedDateTime) => moment.offsetNanoseconds / 6e10;

// How the clocks stood before the first of the changes.
function still(zone: string, year: number, first: Change | undefined): Observance {
  const begins = Temporal.PlainDateTime.from({ year, month: 1, day: 1 });
  const minutes = first?.from ?? offset(begins.toZonedDateTime(zone));
  const name = nameAt(zone, begins.toZonedDateTime(zone));
  return { begins, from: minutes, to: minutes, name, yearly: null, until: null };
}

/** Changes of the same kind in years that follow each other, put together as long as one rule says them all. */
function runsOf(changes: Change[]): Change[][] {
  const runs: Change[][] = [];
  for (const change of changes) {
    const run = runs.findLast(([first]) => first!.from === change.from && first!.to === change.to);
    if (run && fits(run, change)) run.push(change);
    else runs.push([change]);
  }
  return runs;
}

function fits(run: Change[], { wall }: Change): boolean {
  const last = run.at(-1)!.wall;
  const same = wall.month === last.month && wall.dayOfWeek === last.dayOfWeek;
  const time = wall.toPlainTime().equals(last.toPlainTime());
  return (
    same && time && wall.year === last.year + 1 && weekOf([...run.map((one) => one.wall), wall]) !== null
  );
}

/** On which day of the month a week begins that holds all these days; a week that counts from the first if there is one. */
function weekOf(days: readonly Temporal.PlainDateTime[]): number | null {
  const length = days[0]!.daysInMonth;
  const [least, most] = [Math.min(...days.map(({ day }) => day)), Math.max(...days.map(({ day }) => day))];
  const [low, high] = [Math.max(most - 6, 1), Math.min(least, length - 6)];
  if (low > high) return null;
  const usual = [length - 6, 1, 8, 15, 22].find((day) => day >= low && day <= high);
  return usual ?? low;
}

function observance(zone: string, run: Change[], lastYear: number): Observance {
  const [first, last] = [run[0]!, run.at(-1)!];
  const { month, dayOfWeek: weekday } = first.wall;
  // Two years may be alike by chance. One rule for ever needs more.
  const goesOn = last.wall.year === lastYear && run.length >= 4;
  return {
    begins: first.wall,
    from: first.from,
    to: first.to,
    name: nameAt(zone, first.at.toZonedDateTimeISO(zone)),
    yearly: run.length > 1 ? { month, weekday, day: weekOf(run.map(({ wall }) => wall))! } : null,
    until: run.length > 1 && !goesOn ? last.at : null,
  };
}

function nameAt(zone: string, moment: Temporal.ZonedDateTime): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(
    moment.epochMilliseconds,
  );
  return parts.find(({ type }) => type === 'timeZoneName')!.value;
}
