import type { Translate } from '../../platform/i18n/index.ts';
import { formatTime, type IconName } from '../../ui/index.ts';
import type { HelpCalendar } from './calendar.ts';
import type { Slot } from './slot.ts';
import type { Task } from './words.ts';

interface Reader {
  lang: string;
  timeZone: string;
}

export const TASK_ICONS: Record<Task, IconName> = {
  meal: 'meal',
  childcare: 'siblings',
  'school-run': 'school',
  laundry: 'laundry',
  shopping: 'shopping',
  company: 'company',
  'night-feed': 'moon',
};

/** The clocks of the calendar's own place: a dinner is at six where the door is. */
export const clocksOf = (lang: string, { timeZone }: HelpCalendar): Reader => ({ lang, timeZone });

/** "Thursday, November 26", by the reader's zone. */
export const dayOf = (reader: Reader, { startsAt }: Slot): string => formatTime(reader, startsAt, 'day');

/** "5:00 PM – 7:00 PM". */
export const hoursOf = ({ t, ...reader }: Reader & { t: Translate }, { startsAt, endsAt }: Slot): string =>
  +startsAt === +endsAt
    ? formatTime(reader, startsAt, 'time')
    : t('help-calendars.hours', {
        from: formatTime(reader, startsAt, 'time'),
        to: formatTime(reader, endsAt, 'time'),
      });

/** "Dinner, laundry and company", as a part of a sentence. */
export const tasksInWords = ({ t, lang }: { t: Translate; lang: string }, tasks: readonly Task[]): string =>
  new Intl.ListFormat(lang).format(tasks.map((task) => t(`help-calendars.task-in.${task}`)));

/** The slots of each day, in order. */
export function byDay(slots: readonly Slot[]): [string, Slot[]][] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot]);
  return [...days];
}
