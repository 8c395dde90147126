import type { MessageKey } from '../../platform/i18n/index.ts';
import type { Rule } from '../../platform/recurrence/index.ts';
import type { Page } from '../../ui/index.ts';

type Reader = Pick<Page, 't' | 'lang'>;

/** A day a rule begins on, by the calendar of its place. */
interface Begins {
  month: number;
  monthDay: number;
  weekday: number;
}

/**
 * How often, in words that go on in a sentence: "every second Tuesday", "the last Friday of every month". Null where a
 * rule says more than words can hold. `start`: 'YYYY-MM-DD…', which a rule that names no day repeats.
 */
export function ruleWords(reader: Reader, rule: Rule, start: string): string | null {
  const [, month = 1, monthDay = 1] = start.slice(0, 10).split('-').map(Number);
  const weekday = ((new Date(`${start.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const often = [rule.hours, rule.minutes, rule.yearDays, rule.weekNumbers].some(({ length }) => length > 0);
  if (often) return null;
  const words = baseWords(reader, rule, { month, monthDay, weekday });
  if (words === null || rule.months.length === 0 || rule.frequency === 'yearly') return words;
  return reader.t('gatherings.rule.in-months', { words, months: monthsOf(reader, rule.months) });
}

function baseWords(reader: Reader, rule: Rule, begins: Begins): string | null {
  switch (rule.frequency) {
    case 'daily':
      if (rule.monthDays.length > 0 || rule.positions.length > 0) return null;
      if (rule.weekdays.length === 0) return reader.t('gatherings.rule.daily', { n: rule.interval });
      return rule.interval === 1 ? weekly(reader, rule, begins) : null;
    case 'weekly':
      return rule.positions.length > 0 ? null : weekly(reader, rule, begins);
    case 'monthly':
      return monthly(reader, rule, begins);
    case 'yearly':
      return yearly(reader, rule, begins);
    default:
      return null;
  }
}

function weekly(reader: Reader, { weekdays, interval }: Rule, { weekday }: Begins): string {
  const days = weekdays.length > 0 ? weekdays.map(({ day }) => day).sort((a, b) => a - b) : [weekday];
  if (days.length === 7 && interval === 1) return reader.t('gatherings.rule.daily', { n: 1 });
  return reader.t('gatherings.rule.weekly', {
    n: interval,
    days: listed(
      reader,
      days.map((day) => weekdayName(reader, day)),
    ),
    many: days.length > 1 ? 'yes' : 'no',
  });
}

function monthly(reader: Reader, rule: Rule, { monthDay }: Begins): string | null {
  const which = whichDays(reader, rule);
  const n = rule.interval;
  if (which === null) return null;
  if (which) return reader.t('gatherings.rule.monthly-day', { n, which });
  const dates = [...(rule.monthDays.length > 0 ? rule.monthDays : [monthDay])].sort((a, b) => a - b);
  if (dates.length === 1 && dates[0] === -1) return reader.t('gatherings.rule.month-end', { n });
  if (dates.some((date) => date < 0)) return null;
  const said = dates.map((date) => reader.t('gatherings.rule.date', { date }));
  return reader.t('gatherings.rule.monthly-date', { n, dates: listed(reader, said) });
}

function yearly(reader: Reader, rule: Rule, begins: Begins): string | null {
  const which = whichDays(reader, rule);
  const n = rule.interval;
  if (which === null || rule.monthDays.length > 1 || rule.months.length > 1) return null;
  const month = rule.months[0] ?? (which ? null : begins.month);
  if (month === null) return null;
  if (which) return reader.t('gatherings.rule.yearly-day', { n, which, month: monthsOf(reader, [month]) });
  const day = rule.monthDays[0] ?? begins.monthDay;
  if (day < 1) return null;
  const date = new Intl.DateTimeFormat(reader.lang, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return reader.t('gatherings.rule.yearly-date', { n, date: date.format(Date.UTC(2024, month - 1, day)) });
}

/** "the first and the third Tuesday"; '' where no weekday is named; null where words do not hold it. */
function whichDays(reader: Reader, { weekdays, positions, monthDays }: Rule): string | null {
  if (weekdays.length === 0) return positions.length > 0 ? null : '';
  if (monthDays.length > 0) return null;
  if (positions.length > 0) return byPosition(reader, weekdays, positions);
  const said = weekdays.map(({ day, ordinal }) => (ordinal === null ? null : nth(reader, ordinal, day)));
  return said.every((one) => one !== null) ? listed(reader, said) : null;
}

function byPosition(reader: Reader, weekdays: Rule['weekdays'], positions: number[]): string | null {
  if (weekdays.some(({ ordinal }) => ordinal !== null)) return null;
  const days = weekdays.map(({ day }) => day).sort((a, b) => a - b);
  const workdays = days.join() === '1,2,3,4,5';
  if (days.length !== 1 && !workdays) return null;
  const said = positions.map((position) =>
    workdays ? worded(reader, 'gatherings.rule.nth-workday', position) : nth(reader, position, days[0]!),
  );
  return said.every((one) => one !== null) ? listed(reader, said) : null;
}

const nth = (reader: Reader, ordinal: number, day: number): string | null =>
  worded(reader, 'gatherings.rule.nth', ordinal, weekdayName(reader, day));

/** Words know the first five, the last and the one before. */
function worded({ t }: Reader, key: MessageKey, ordinal: number, day = ''): string | null {
  if (ordinal > 5 || ordinal < -2) return null;
  return t(key, { nth: { [-1]: 'last', [-2]: 'before' }[ordinal] ?? String(ordinal), day });
}

// The 1st of January 2024 was a Monday.
const weekdayName = ({ lang }: Reader, day: number): string =>
  new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));

function monthsOf(reader: Reader, months: number[]): string {
  const name = new Intl.DateTimeFormat(reader.lang, { month: 'long', timeZone: 'UTC' });
  return listed(
    reader,
    [...months].sort((a, b) => a - b).map((month) => name.format(Date.UTC(2024, month - 1, 1))),
  );
}

const listed = ({ lang }: Reader, words: string[]): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(words);
