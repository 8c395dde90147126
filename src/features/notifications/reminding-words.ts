import { localeFor, type Translate } from '../../platform/i18n/index.ts';
import { formatTime } from '../../ui/index.ts';
import type { Bundle } from './bundle.ts';
import type { Item } from './news.ts';
import type { Tongue } from './wording.ts';

type Timed = NonNullable<Item['gathering']> & { startsAt: Date };

/** What a reminder's sentence may name beside {gathering}: {when} by her own clock, and by that of the place. */
export function aboutReminder({ locale }: Tongue, item: Item | undefined): Record<string, string | number> {
  const { reminder = null, gathering = null } = item ?? {};
  if (!reminder || !gathering?.startsAt) return {};
  const { lang } = localeFor(locale);
  const { startsAt, timeZone } = gathering as Timed;
  const hers = { lang, timeZone: reminder.zone };
  const place = { lang, timeZone };
  const same = formatTime(hers, startsAt, 'moment') === formatTime(place, startsAt, 'moment');
  const sameDay = formatTime(hers, startsAt, 'date') === formatTime(place, startsAt, 'date');
  return {
    answer: reminder.answer ?? 'none',
    when: reminder.allDay ? formatTime(place, startsAt, 'day') : formatTime(hers, startsAt, 'moment'),
    clocks: same || reminder.allDay ? 'one' : 'two',
    there: formatTime(place, startsAt, sameDay ? 'time' : 'moment'),
    coming: reminder.coming,
    waiting: reminder.waiting,
  };
}

/** Where it is and what was said of it, a line each. A link, or the address of a home, is never among it. */
export function detailsOf({ t }: { t: Translate }, { items: [newest] }: Bundle): string[] {
  const reminder = newest?.reminder;
  if (!reminder?.answer) return [];
  const where = [reminder.venue, reminder.address].filter(Boolean).join(', ');
  return [
    reminder.place !== 'online' &&
      (where ? t('notifications.reminder-where', { where }) : t('notifications.reminder-where-inside')),
    reminder.place !== 'in-person' &&
      t('notifications.reminder-online', { both: reminder.place === 'both' ? 'yes' : 'no' }),
    reminder.said,
  ].filter((line): line is string => Boolean(line));
}

/** The occurrence at which she can give her place back from the letter itself; null when it is no such reminder. */
export const givesBack = ({ items: [newest] }: Bundle): string | null =>
  newest?.reminder?.answer ? newest.subjectId : null;
