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

/** "5:00 – 7:00 PM", in one piece; what ends on another day, by both clock times. */
export function hoursOf({ t, ...reader }: Reader & { t: Translate }, { startsAt, endsAt }: Slot): string {
  const { hours, day } = formatsFor(reader);
  if (+startsAt === +endsAt) return inOnePiece(hours.format(startsAt));
  if (day.format(startsAt) === day.format(endsAt)) return inOnePiece(hours.formatRange(startsAt, endsAt));
  const [from, to] = [startsAt, endsAt].map((at) => inOnePiece(hours.format(at)));
  return t('help-calendars.hours', { from: from!, to: to! });
}

/** No "p. m." begins a line. */
const inOnePiece = (hours: string): string => hours.replace(/\s/g, '\u00a0');

const formats = new Map<string, { hours: Intl.DateTimeFormat; day: Intl.DateTimeFormat }>();

/** Making one costs more than a page of using it. */
function formatsFor({ lang, timeZone }: Reader) {
  const name = `${lang} ${timeZone}`;
  const made = formats.get(name) ?? {
    hours: new Intl.DateTimeFormat(lang, { timeStyle: 'short', timeZone }),
    day: new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone }),
  };
  formats.set(name, made);
  return made;
}

/** What is wanted; to her own eyes it is she who sleeps. */
export const taskOf = (t: Translate, task: Task, hers: boolean): string =>
  hers && task === 'night-feed' ? t('help-calendars.task-hers.night-feed') : t(`help-calendars.task.${task}`);

/** "Dinner, laundry and company", as a part of a sentence. */
export const tasksInWords = ({ t, lang }: { t: Translate; lang: string }, tasks: readonly Task[]): string =>
  new Intl.ListFormat(lang).format(tasks.map((task) => t(`help-calendars.task-in.${task}`)));

/** The slots of each day, in order. */
export function byDay(slots: readonly Slot[]): [string, Slot[]][] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot]);
  return [...days];
}
