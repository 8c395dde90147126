/** A recurrence rule (RRULE, RFC 5545 section 3.3.10) in parts: what a form shows, and what a sentence is made of. */
export interface Rule {
  frequency: Frequency;
  interval: number;
  /** Weekdays, Monday 1 to Sunday 7; `ordinal` is the n-th of the month or year, negative from its end. */
  weekdays: { day: number; ordinal: number | null }[];
  months: number[];
  monthDays: number[];
  yearDays: number[];
  weekNumbers: number[];
  hours: number[];
  minutes: number[];
  /** Which of a period's occurrences are kept (BYSETPOS), negative from the end. */
  positions: number[];
  weekStart: number;
  end: End | null;
}

export type Frequency = (typeof FREQUENCIES)[number];

/** `until` as the rule writes it: 20270104T150000Z (an instant), 20270104T090000 (wall time) or 20270104 (that whole day). */
export type End = { count: number } | { until: string };

/** From seldom to often. SECONDLY is nothing people meet by. */
export const FREQUENCIES = ['yearly', 'monthly', 'weekly', 'daily', 'hourly', 'minutely'] as const;
export const WEEKDAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule as a file says it, in one order whatever order it came in. */
export function ruleText(rule: Rule): string {
  const list = (name: string, values: readonly (number | string)[]) =>
    values.length > 0 ? [`${name}=${values.join(',')}`] : [];
  const { end } = rule;
  return [
    `FREQ=${rule.frequency.toUpperCase()}`,
    ...(end && 'until' in end ? [`UNTIL=${end.until}`] : []),
    ...(end && 'count' in end ? [`COUNT=${end.count}`] : []),
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    ...list('BYMONTH', rule.months),
    ...list('BYWEEKNO', rule.weekNumbers),
    ...list('BYYEARDAY', rule.yearDays),
    ...list('BYMONTHDAY', rule.monthDays),
    ...list(
      'BYDAY',
      rule.weekdays.map(({ day, ordinal }) => `${ordinal ?? ''}${WEEKDAYS[day - 1]}`),
    ),
    ...list('BYHOUR', rule.hours),
    ...list('BYMINUTE', rule.minutes),
    ...list('BYSETPOS', rule.positions),
    ...(rule.weekStart === 1 ? [] : [`WKST=${WEEKDAYS[rule.weekStart - 1]}`]),
  ].join(';');
}
