import type { Page } from '../../ui/index.ts';
import { repetitionOf } from './repeating.ts';
import type { Schedule } from './series.ts';

/** "Every Tuesday", in the reader's words; null for what happens once. */
export function repetitionWords({ t, lang }: Pick<Page, 't' | 'lang'>, schedule: Schedule): string | null {
  const { repeats } = repetitionOf(schedule);
  if (repeats === 'never') return schedule.extra.length > 0 ? t('gatherings.again.extra') : null;
  const first = new Date(`${schedule.starts.slice(0, 10)}T00:00:00Z`);
  const day = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(first);
  const date = first.getUTCDate();
  return t(`gatherings.again.${repeats}`, { day, date, nth: date > 28 ? 5 : Math.ceil(date / 7) });
}
