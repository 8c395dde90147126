/** 'YYYY-MM-DD' as the calendar on her wall shows it. */
export function todayIn(timeZone: string, now = new Date()): string {
  return formatter('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

/** The hour on her clock, 0 to 23. */
export function hourIn(timeZone: string, now = new Date()): number {
  return Number(formatter('en-GB', timeZone, { hour: '2-digit', hourCycle: 'h23' }).format(now));
}

// Building one costs more than asking it a thousand times.
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, timeZone: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...shape, timeZone });
  made.set(key, format);
  return format;
}

export { isZone, zoneOptions } from './zones.ts';
