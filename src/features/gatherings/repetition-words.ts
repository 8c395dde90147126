import { type End, parseRule, RecurrenceError } from '../../platform/recurrence/index.ts';
import { formatTime, type Page } from '../../ui/index.ts';
import { datesAhead, MOST_AHEAD } from './laying-out.ts';
import { lastDayOf } from './repeating.ts';
import { ruleWords } from './rule-words.ts';
import type { Schedule } from './series.ts';

type Reader = Pick<Page, 't' | 'lang'>;

/** "Every Tuesday, until December 15", in the reader's words; null for what happens once. */
export function repetitionWords(reader: Reader, schedule: Schedule, now = new Date()): string | null {
  if (schedule.rule === null) return schedule.extra.length > 0 ? datesWords(reader, schedule, now) : null;
  const parsed = parseRule(schedule.rule);
  const words = parsed.ok ? ruleWords(reader, parsed.rule, schedule.starts) : null;
  if (!parsed.ok || words === null) return datesWords(reader, schedule, now);
  const ended = ending(reader, words, parsed.rule.end, schedule);
  const count = schedule.extra.length;
  return capital(reader, count > 0 ? reader.t('gatherings.rule.and-extra', { words: ended, count }) : ended);
}

function ending(reader: Reader, words: string, end: End | null, schedule: Schedule): string {
  if (!end) return words;
  if ('count' in end) return reader.t('gatherings.rule.times', { words, count: end.count });
  const last = new Date(`${lastDayOf(end.until, schedule)}T12:00:00Z`);
  const day = formatTime({ lang: reader.lang, timeZone: 'UTC' }, last, 'date');
  return reader.t('gatherings.rule.until', { words, day });
}

const NAMED = 3;

/** What words do not hold: how many lie ahead, and which are the next. */
function datesWords(reader: Reader, schedule: Schedule, now: Date): string {
  try {
    const { dates } = datesAhead(schedule, now, now);
    const next = dates
      .slice(0, NAMED)
      .map(({ starts }) => formatTime({ lang: reader.lang, timeZone: schedule.timeZone }, starts, 'date'));
    if (next.length === 0) return reader.t('gatherings.rule.several');
    const list = next.join(' · ');
    if (dates.length <= NAMED) return list;
    const many = dates.length >= MOST_AHEAD ? 'yes' : 'no';
    return reader.t('gatherings.rule.dates', { count: dates.length, next: list, many });
  } catch (error) {
    if (error instanceof RecurrenceError) return reader.t('gatherings.rule.several');
    throw error;
  }
}

const capital = ({ lang }: Reader, words: string): string =>
  words.slice(0, 1).toLocaleUpperCase(lang) + words.slice(1);
