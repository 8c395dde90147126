import { formatTime, type Page } from '../../../ui/index.ts';
import type { Shift } from '../shifts.ts';

// 5 January 2026 was a Monday.
const MONDAY = Date.UTC(2026, 0, 5, 12);

/** "Every Tuesday"; Monday is 1. */
export function everyDay({ t, lang }: Page, weekday: number): string {
  const name = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  return t('callbacks.each', { day: name.format(new Date(MONDAY + (weekday - 1) * 86_400_000)) });
}

/** "Every Tuesday, 7:00 PM to 9:00 PM", or the date of a single one; by the clocks of the community. */
export function weeklySaid(page: Page, { weekday, day, starts, minutes }: Shift): string {
  const reader = { lang: page.lang, timeZone: 'UTC' };
  const from = new Date(`2026-01-01T${starts.slice(0, 5)}:00Z`);
  const hours = page.t('callbacks.stretch', {
    from: formatTime(reader, from, 'time'),
    until: formatTime(reader, new Date(from.getTime() + minutes * 60_000), 'time'),
  });
  const when = weekday ? everyDay(page, weekday) : formatTime(reader, new Date(`${day}T12:00:00Z`), 'date');
  return `${when}, ${hours}`;
}
