import { Temporal } from 'temporal-polyfill';

const FURTHEST = 14 * 24 * 3_600_000;

/** The moment she asked to be called at, by the clocks of her own zone; null when it is none, past or too far away. */
export function laterThan(timeZone: string, date: string, time: string, now: Date): Date | null {
  try {
    const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
    const ahead = wall.toZonedDateTime(timeZone).epochMilliseconds - now.getTime();
    return ahead > 0 && ahead < FURTHEST ? new Date(now.getTime() + ahead) : null;
  } catch {
    return null;
  }
}
