import { type End, FREQUENCIES, type Frequency, type Rule, WEEKDAYS } from './rule.ts';

/** What is wrong with a rule, and in which of its parts ("BYDAY"). */
export interface RuleProblem {
  code:
    | 'too-long'
    | 'not-a-part' // a piece that is not NAME=value
    | 'unknown-part'
    | 'repeated-part'
    | 'no-frequency'
    | 'bad-value'
    | 'too-often' // by the second, or a hundred times a day
    | 'not-together'; // two parts that the standard, or good sense, does not let stand in one rule
  part: string;
}
export type ParsedRule = { ok: true; rule: Rule } | { ok: false; problem: RuleProblem };

const LONGEST = 600;
const MOST_TIMES = 2000;
/** Times of a day that hours and minutes make together. */
const MOST_A_DAY = 100;
const MOST_INTERVAL = 10_000;

class Wrong extends Error {
  readonly problem: RuleProblem;
  constructor(code: RuleProblem['code'], part: string) {
    super(code);
    this.problem = { code, part };
  }
}

/**
 * Reads a rule somebody typed or a file brought ("FREQ=WEEKLY;BYDAY=TU", with or without "RRULE:" before it), and says
 * what is wrong with it if something is. A rule that passes can still never occur: `expand` is quick to say so.
 */
export function parseRule(text: string): ParsedRule {
  try {
    return { ok: true, rule: read(partsOf(text)) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: error.problem };
    throw error;
  }
}

function partsOf(text: string): Map<string, string> {
  if (text.length > LONGEST) throw new Wrong('too-long', '');
  const parts = new Map<string, string>();
  const pieces = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .split(';');
  for (const piece of pieces) {
    const [name = '', value, more] = piece.split('=');
    if (!name || !value || more !== undefined) throw new Wrong('not-a-part', piece.slice(0, 40));
    if (!KNOWN.has(name)) throw new Wrong('unknown-part', name.slice(0, 40));
    if (parts.has(name)) throw new Wrong('repeated-part', name);
    parts.set(name, value);
  }
  return parts;
}

function read(parts: Map<string, string>): Rule {
  const rule: Rule = {
    frequency: frequencyOf(parts.get('FREQ')),
    interval: parts.has('INTERVAL') ? whole('INTERVAL', parts.get('INTERVAL')!, 1, MOST_INTERVAL) : 1,
    months: numbers(parts, 'BYMONTH', 1, 12),
    weekNumbers: numbers(parts, 'BYWEEKNO', -53, 53),
    yearDays: numbers(parts, 'BYYEARDAY', -366, 366),
    monthDays: numbers(parts, 'BYMONTHDAY', -31, 31),
    weekdays: weekdaysOf(parts.get('BYDAY')),
    hours: numbers(parts, 'BYHOUR', 0, 23),
    minutes: numbers(parts, 'BYMINUTE', 0, 59),
    positions: numbers(parts, 'BYSETPOS', -366, 366),
    weekStart: weekStartOf(parts.get('WKST') ?? 'MO'),
    end: endOf(parts),
  };
  // Calendars write the second they start at; any other second is nobody's.
  if (parts.has('BYSECOND')) whole('BYSECOND', parts.get('BYSECOND')!, 0, 0);
  together(rule);
  return rule;
}

function frequencyOf(text: string | undefined): Frequency {
  if (!text) throw new Wrong('no-frequency', 'FREQ');
  if (text === 'SECONDLY') throw new Wrong('too-often', 'FREQ');
  const frequency = FREQUENCIES.find((name) => name.toUpperCase() === text);
  if (!frequency) throw new Wrong('bad-value', 'FREQ');
  return frequency;
}

function whole(part: string, text: string, least: number, most: number): number {
  const value = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new Wrong('bad-value', part);
  return value;
}

function numbers(parts: Map<string, string>, part: string, least: number, most: number): number[] {
  const values = (parts.get(part)?.split(',') ?? []).map((text) => whole(part, text, least, most));
  // Counted from one or from the end: there is no day 0.
  if (least < 0 && values.includes(0)) throw new Wrong('bad-value', part);
  return [...new Set(values)];
}

function weekdaysOf(text: string | undefined): Rule['weekdays'] {
  return [...new Set(text?.split(','))].map((item) => {
    const [, ordinal = '', name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item) ?? [];
    const day = WEEKDAYS.indexOf(name) + 1;
    if (day === 0) throw new Wrong('bad-value', 'BYDAY');
    if (!ordinal) return { day, ordinal: null };
    const nth = whole('BYDAY', ordinal, -53, 53);
    if (nth === 0) throw new Wrong('bad-value', 'BYDAY');
    return { day, ordinal: nth };
  });
}

function weekStartOf(text: string): number {
  const day = WEEKDAYS.indexOf(text) + 1;
  if (day === 0) throw new Wrong('bad-value', 'WKST');
  return day;
}

function endOf(parts: Map<string, string>): End | null {
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')];
  if (count && until) throw new Wrong('not-together', 'UNTIL');
  if (count) return { count: whole('COUNT', count, 1, MOST_TIMES) };
  if (!until) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/.exec(until) ?? [];
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const moment = new Date(`${written}Z`);
  // The 31st of February turns into another day on its way through a Date.
  if (Number.isNaN(+moment) || moment.toISOString().slice(0, 19) !== written)
    throw new Wrong('bad-value', 'UNTIL');
  return { until };
}

/** Which parts the standard forbids to stand together (section 3.3.10). */
function together({ frequency, weekdays, ...rule }: Rule): void {
  const ordinals = weekdays.filter(({ ordinal }) => ordinal !== null);
  const by = rule.months.length + rule.weekNumbers.length + rule.yearDays.length + rule.monthDays.length;
  const refuse = (part: string, when: boolean) => {
    if (when) throw new Wrong('not-together', part);
  };
  refuse('BYDAY', ordinals.length > 0 && frequency !== 'monthly' && frequency !== 'yearly');
  refuse('BYDAY', ordinals.length > 0 && rule.weekNumbers.length > 0);
  const withinMonth = frequency === 'monthly' || (frequency === 'yearly' && rule.months.length > 0);
  refuse('BYDAY', withinMonth && ordinals.some(({ ordinal }) => Math.abs(ordinal!) > 5));
  // A year's 53rd Thursday can only be asked for alone: see walk.ts.
  const rare = ordinals.some(({ ordinal }) => Math.abs(ordinal!) === 53);
  refuse('BYDAY', rare && (weekdays.length > 1 || by + rule.positions.length > 0));
  if (rule.hours.length * Math.max(rule.minutes.length, 1) > MOST_A_DAY)
    throw new Wrong('too-often', 'BYMINUTE');
  refuse('BYWEEKNO', rule.weekNumbers.length > 0 && frequency !== 'yearly');
  refuse('BYYEARDAY', rule.yearDays.length > 0 && ['monthly', 'weekly', 'daily'].includes(frequency));
  refuse('BYMONTHDAY', rule.monthDays.length > 0 && frequency === 'weekly');
  const others = by + weekdays.length + rule.hours.length + rule.minutes.length;
  refuse('BYSETPOS', rule.positions.length > 0 && others === 0);
}

const KNOWN = new Set([
  ...['FREQ', 'UNTIL', 'COUNT', 'INTERVAL', 'BYMONTH', 'BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY'],
  ...['BYDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYSETPOS', 'WKST'],
]);
