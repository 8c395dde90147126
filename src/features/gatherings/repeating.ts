import { Temporal } from 'temporal-polyfill';
import { parseRule, RecurrenceError, type Rule, ruleText } from '../../platform/recurrence/index.ts';
import type { Repeats } from './gathering-form.ts';
import { datesAhead } from './laying-out.ts';
import type { Schedule } from './series.ts';

/** A repetition as the form says it. */
export interface Repetition {
  repeats: Repeats;
  /** As typed, for 'own'. */
  rule: string;
  /** The last day, or how many times; both null: it goes on. */
  until: string | null;
  times: number | null;
}

const NEVER: Repetition = { repeats: 'never', rule: '', until: null, times: null };

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Which weekday of its month a day is: 1 to 4, and -1 for the last where there is a fifth. */
const ordinalOf = ({ day }: Temporal.PlainDate): number => (day > 28 ? -1 : Math.ceil(day / 7));

/** The rule that a form means for a first day; null for none. 'unread' when what was typed cannot be one. */
export function ruleOf(said: Repetition, day: string, timeZone: string): string | null | 'unread' {
  if (said.repeats === 'never') return null;
  const parsed = parseRule(said.repeats === 'own' ? said.rule : plainRule(said.repeats, day));
  if (!parsed.ok) return 'unread';
  const { rule } = parsed;
  if (said.times !== null) rule.end = { count: said.times };
  if (said.until !== null) rule.end = { until: endOfDay(said.until, timeZone) };
  return ruleText(rule);
}

function plainRule(repeats: Exclude<Repeats, 'never' | 'own'>, day: string): string {
  const date = Temporal.PlainDate.from(day);
  const weekday = NAMES[date.dayOfWeek - 1];
  switch (repeats) {
    case 'weekly':
      return 'FREQ=WEEKLY';
    case 'fortnightly':
      return 'FREQ=WEEKLY;INTERVAL=2';
    case 'monthly-day':
      return `FREQ=MONTHLY;BYDAY=${ordinalOf(date)}${weekday}`;
    case 'monthly-date':
      return `FREQ=MONTHLY;BYMONTHDAY=${date.day}`;
  }
}

/** The end of a day by the clocks of a place, as RFC 5545 wants an UNTIL beside a zone: in UTC. */
function endOfDay(day: string, timeZone: string): string {
  const end = Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone })
    .subtract({ seconds: 1 });
  return end.toInstant().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** How the form shows the rule of a gathering. What plain words cannot say stands as it is. */
export function repetitionOf({ rule: text, starts, timeZone }: Schedule): Repetition {
  if (text === null) return NEVER;
  const parsed = parseRule(text);
  if (!parsed.ok) return { ...NEVER, repeats: 'own', rule: text };
  const { end, ...rest } = parsed.rule;
  const bare = ruleText({ ...rest, end: null });
  const ending = endingOf(end, { starts, timeZone });
  const plain = (['weekly', 'fortnightly', 'monthly-day', 'monthly-date'] as const).find(
    (one) => canonical(plainRule(one, starts.slice(0, 10))) === bare,
  );
  return plain ? { repeats: plain, rule: '', ...ending } : { repeats: 'own', rule: bare, ...ending };
}

const canonical = (text: string): string => {
  const parsed = parseRule(text);
  return parsed.ok ? ruleText(parsed.rule) : text;
};

function endingOf(
  end: Rule['end'],
  schedule: Pick<Schedule, 'starts' | 'timeZone'>,
): Pick<Repetition, 'until' | 'times'> {
  if (!end) return { until: null, times: null };
  if ('count' in end) return { until: null, times: end.count };
  return { until: lastDayOf(end.until, schedule), times: null };
}

/**
 * The last day ('YYYY-MM-DD') that the UNTIL of a rule leaves room for, by the clocks of its place: where a series was
 * parted, the day it names is already that of the other one.
 */
export function lastDayOf(
  until: string,
  { starts, timeZone }: Pick<Schedule, 'starts' | 'timeZone'>,
): string {
  const [, year, month, day, clock] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z)?/.exec(until) ?? [];
  if (!clock) return `${year}-${month}-${day}`;
  const time = clock.replace(/(..)(..)(..)/, '$1:$2:$3');
  const instant = Temporal.Instant.from(`${year}-${month}-${day}T${time}Z`);
  const there = instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const begins = there.withPlainTime(starts.slice(11));
  const last = Temporal.PlainDateTime.compare(there, begins) < 0 ? there.subtract({ days: 1 }) : there;
  return last.toPlainDate().toString();
}

/** Whether times can be laid out by a schedule: a rule may be readable and yet be too much to ask. */
export function canBeLaidOut(schedule: Schedule, now: Date): boolean {
  try {
    return datesAhead(schedule, now, now).dates.length > 0 || schedule.starts < now.toISOString();
  } catch (error) {
    if (error instanceof RecurrenceError) return false;
    throw error;
  }
}
