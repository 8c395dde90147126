import { Temporal } from 'temporal-polyfill';

const DAY = 86_400_000;

/**
 * Milliseconds of a wall time read as if it were UTC: what the arithmetic of rules is done on, where every day has 24 hours.
 * 'YYYY-MM-DD', 'YYYY-MM-DDTHH:mm' or with seconds; throws a RangeError for anything else.
 */
export function wallMs(wall: string): number {
  if (!WALL.test(wall)) throw new RangeError(`not a wall time: ${wall.slice(0, 40)}`);
  const ms = Date.parse(`${(wall.length === 10 ? `${wall}T00:00` : wall).padEnd(19, ':00')}Z`);
  if (Number.isNaN(ms) || wallText(ms).slice(0, 10) !== wall.slice(0, 10))
    throw new RangeError(`no such day: ${wall}`);
  return ms;
}
const WALL = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/;

/** 'YYYY-MM-DDTHH:mm:ss' */
export const wallText = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

/**
 * The instant at which the clocks of a zone show a wall time. One that they skip is read with the offset from before they
 * went forward (02:30 is 03:30), and of one that they show twice the first is meant (RFC 5545, section 3.3.5).
 */
export function instantOf(wall: number, zone: string): number {
  const { before, shown } = around(wall, zone);
  return shown[0] ?? wall - before;
}

/** Whether clocks show a wall time once, as nearly always: neither skipped nor shown twice. */
export const isPlain = (wall: number, zone: string): boolean => around(wall, zone).shown.length === 1;

function around(wall: number, zone: string): { before: number; shown: number[] } {
  const day = Math.floor(wall / DAY);
  const [before, after] = [offsetOn(day - 1, zone), offsetOn(day + 2, zone)];
  if (before === after) return { before, shown: [wall - before] };
  return {
    before,
    shown: [before, after]
      .filter((offset) => offsetAt(wall - offset, zone) === offset)
      .map((offset) => wall - offset),
  };
}

/** What the clocks of a zone show at an instant, as `wallMs` counts it. */
export const wallAt = (instant: number, zone: string): number => instant + offsetAt(instant, zone);

/** How far a zone's clocks are ahead of UTC, in milliseconds. Throws a RangeError for a zone that there is not. */
export function offsetAt(instant: number, zone: string): number {
  const day = Math.floor(instant / DAY);
  const offset = offsetOn(day, zone);
  return offset === offsetOn(day + 1, zone) ? offset : asked(instant, zone);
}

// Asking what the machine knows of the world costs a hundred times as much as looking in a map: kept for each midnight of
// UTC. On a day between two that differ the very moment is asked for.
const known = new Map<string, Map<number, number>>();

function offsetOn(day: number, zone: string): number {
  let days = known.get(zone);
  if (!days) {
    if (known.size > 600) known.clear();
    days = new Map();
    known.set(zone, days);
  }
  let offset = days.get(day);
  if (offset === undefined) {
    if (days.size > 20_000) days.clear();
    offset = asked(day * DAY, zone);
    days.set(day, offset);
  }
  return offset;
}

const asked = (instant: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
