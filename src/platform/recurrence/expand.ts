import { type Length, type ReadSeries, RecurrenceError, readSeries, type Series } from './series.ts';
import { TooMuchWork, walk } from './walk.ts';
import { instantOf, wallAt, wallMs, wallText } from './wall.ts';

/** One of a series. `wall` is the time the rule names ('YYYY-MM-DDTHH:mm:ss'), by which an occurrence is known for good. */
export interface Occurrence {
  starts: Date;
  ends: Date;
  wall: string;
}

/** Occurrences that start at or after `from` and before `to`, at most so many. */
export interface Window {
  from: Date;
  to: Date;
  atMost: number;
}

const DAY = 86_400_000;
/** The first stretch looked through when only a few are wanted; each next one is four times as long, to a limit. */
const FIRST_STRETCH = 100 * DAY;
const LONGEST_STRETCH = 1600 * DAY;
/** No further than this from where the looking begins: a rule may never come again. */
const HORIZON = 250 * 366 * DAY;
/** What one look may cost, in microseconds of this process: not of the clock, others are busy too. */
const MOST_WORK = 500_000;
/** No zone's clocks have ever jumped by more than a day. */
const JUMP = DAY + 1;

/**
 * When a series happens, in order, each instant once. The start is always the first, also where the rule would not say so;
 * a wall time that clocks skip is an hour later that day. Throws a RecurrenceError, within a fraction of a second for any rule.
 */
export function expand(series: Series, { from, to, atMost }: Window): Occurrence[] {
  const read = readSeries(series);
  const found: Occurrence[] = [];
  let [begin, stretch] = [Math.max(+from, instantOf(read.start, series.zone) - JUMP), FIRST_STRETCH];
  const end = Math.min(+to, begin + HORIZON, lastStart(read, series.zone) + 1);
  const begun = process.cpuUsage().user;
  while (begin < end && found.length < atMost) {
    if (process.cpuUsage().user - begun > MOST_WORK) throw new RecurrenceError('too-much-work');
    const next = Math.min(end, begin + stretch);
    found.push(...between(series, read, begin, next));
    [begin, stretch] = [next, Math.min(stretch * 4, LONGEST_STRETCH)];
  }
  return found.slice(0, atMost);
}

function lastStart({ rule, start, extra, until }: ReadSeries, zone: string): number {
  const walls = [start, ...extra].map((wall) => instantOf(wall, zone));
  return Math.max(...walls, rule ? until : Number.NEGATIVE_INFINITY);
}

/** From `begin` to before `end`, instants. A stretch gives the same occurrences however it is cut. */
function between(series: Series, read: ReadSeries, begin: number, end: number): Occurrence[] {
  const { zone, lasts } = series;
  const starts = new Map<number, number>();
  for (const wall of [...ruled(read, zone, begin, end), ...read.extra]) {
    const starting = instantOf(wall, zone);
    if (starting < begin || starting >= end || read.except.has(starting)) continue;
    const same = starts.get(starting);
    if (same === undefined || wall < same) starts.set(starting, wall);
  }
  return [...starts]
    .sort(([one], [other]) => one - other)
    .map(([starting, wall]) => occurrence(starting, wall, zone, lasts));
}

function ruled({ rule, start, until }: ReadSeries, zone: string, begin: number, end: number): number[] {
  if (!rule) return [start];
  try {
    const walls = walk(rule, start, wallAt(begin, zone) - JUMP, wallAt(end, zone) + JUMP);
    return walls.filter((wall) => wall === start || instantOf(wall, zone) <= until);
  } catch (error) {
    if (error instanceof TooMuchWork) throw new RecurrenceError('too-much-work');
    throw error;
  }
}

function occurrence(
  starting: number,
  wall: number,
  zone: string,
  { days = 0, minutes = 0 }: Length,
): Occurrence {
  const counted = days > 0 ? instantOf(wall + days * DAY, zone) : starting;
  return { starts: new Date(starting), ends: new Date(counted + minutes * 60_000), wall: wallText(wall) };
}

/** What an occurrence of that wall time is, whether the series has it or not. */
export function occurrenceAt(series: Series, wall: string): Occurrence {
  readSeries(series);
  const named = wallMs(wall);
  return occurrence(instantOf(named, series.zone), named, series.zone, series.lasts);
}

/** The first that starts after a moment, within fifty years of it. */
export function nextOf(series: Series, after: Date): Occurrence | null {
  const to = new Date(+after + 18_263 * DAY);
  return expand(series, { from: new Date(+after + 1), to, atMost: 1 })[0] ?? null;
}
