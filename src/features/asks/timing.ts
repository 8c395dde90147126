import { Temporal } from 'temporal-polyfill';
import { type Day, type Slot, slotsAt } from '../../matching/index.ts';
import type { When } from './needs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** She is asked whether somebody came so long after. */
export const FOLLOW_UP_MS = 2 * DAY;

/** When somebody new is no longer asked, the squares of her week that it means, and when she is asked how it went. */
export interface Timing {
  endsAt: Date;
  /** None: any time. */
  slots: Slot[];
  followUpAt: Date;
}

/** Reads "now", "today", "this week" or an hour by the clocks of her zone. */
export function timingOf({ needed, at }: When, timeZone: string, now: Date): Timing {
  const endsAt = endOf({ needed, at }, timeZone, now);
  const from = at && at > now ? at : now;
  const followUpAt = new Date(from.getTime() + FOLLOW_UP_MS);
  return { endsAt, slots: slotsOf({ needed, at }, timeZone, now), followUpAt };
}

function endOf({ needed, at }: When, timeZone: string, now: Date): Date {
  if (at) return at;
  if (needed === 'now') return new Date(now.getTime() + 6 * HOUR);
  if (needed === 'week') return new Date(now.getTime() + 7 * DAY);
  // Today lasts until five in the morning: whoever asks at midnight means this night.
  return new Date(now.getTime() + (29 - clock(timeZone, now).hour) * HOUR);
}

function slotsOf({ needed, at }: When, timeZone: string, now: Date): Slot[] {
  if (at) return slotsThen(timeZone, at);
  if (needed === 'now') return slotsThen(timeZone, now);
  if (needed === 'week') return [];
  const { dayOfWeek, hour } = clock(timeZone, now);
  const hours = Array.from({ length: 24 - hour }, (_, i) => hour + i);
  return [...new Set(hours.flatMap((one) => slotsAt(dayOfWeek as Day, `${one}:00`)))];
}

const slotsThen = (timeZone: string, then: Date): Slot[] => {
  const { dayOfWeek, hour } = clock(timeZone, then);
  return slotsAt(dayOfWeek as Day, `${hour}:00`);
};

const clock = (timeZone: string, then: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(then.getTime()).toZonedDateTimeISO(timeZone);

/** The moment a date and a clock time mean in a zone; null when they mean none. */
export function momentIn(timeZone: string, date: string, time: string): Date | null {
  try {
    const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
    return new Date(wall.toZonedDateTime(timeZone).epochMilliseconds);
  } catch {
    return null;
  }
}

/** How long those who were asked have before the next ones are. */
export function patienceOf({ needed, endsAt }: { needed: When['needed']; endsAt: Date }, now: Date): number {
  if (needed === 'now') return HOUR / 2;
  if (needed === 'today') return 2 * HOUR;
  const left = Math.max(0, endsAt.getTime() - now.getTime());
  return Math.min(12 * HOUR, Math.max(HOUR / 2, left / 4));
}
