import { remember } from '../memory/index.ts';
import { type ParsedRule, parseRule, type RuleProblem } from './parse-rule.ts';
import type { Rule } from './rule.ts';
import { instantOf, wallMs, wallText } from './wall.ts';

/** Something that happens once or again and again, by the clocks of one place. */
export interface Series {
  /** The first wall time: 'YYYY-MM-DDTHH:mm', with seconds, or 'YYYY-MM-DD' for a whole day. */
  start: string;
  /** The IANA name of the zone whose clocks are meant. */
  zone: string;
  /** An RRULE, or none for something that happens once. */
  rule?: string | null;
  /** Wall times that come on top (RDATE). */
  extra?: readonly string[];
  /** Wall times that are left out (EXDATE), named as the rule names them. */
  except?: readonly string[];
  lasts: Length;
}

/** Days by the calendar (24 hours or not), and then minutes by the clock in her hand. */
export interface Length {
  days?: number;
  minutes?: number;
}

/** Why a series cannot be read. `problem` is there when it is the rule's fault. */
export class RecurrenceError extends Error {
  readonly code: 'bad-rule' | 'bad-time' | 'bad-zone' | 'too-much-work';
  readonly problem: RuleProblem | null;
  constructor(code: RecurrenceError['code'], problem: RuleProblem | null = null) {
    super(problem ? `${code}: ${problem.code} ${problem.part}` : code);
    this.code = code;
    this.problem = problem;
  }
}

/** A series read and checked: wall times in milliseconds, the last instant it may start at. */
export interface ReadSeries {
  start: number;
  rule: Rule | null;
  extra: number[];
  except: Set<number>;
  until: number;
}

/** Dates listed one by one. A file that lists more is no calendar of people. */
const MOST_DATES = 2000;

const rules = remember<ParsedRule>(2000);

/** A rule in its parts. Throws a RecurrenceError where `parseRule` would say what is wrong. */
export function readRule(text: string): Rule {
  const parsed = rules(text, () => parseRule(text));
  if (!parsed.ok) throw new RecurrenceError('bad-rule', parsed.problem);
  return parsed.rule;
}

/** Throws a RecurrenceError for what cannot be read. */
export function readSeries(series: Series): ReadSeries {
  const { zone, extra = [], except = [] } = series;
  const rule = series.rule ? readRule(series.rule) : null;
  if (extra.length + except.length > MOST_DATES) throw new RecurrenceError('too-much-work');
  try {
    const start = wallMs(series.start);
    return {
      start,
      rule,
      extra: extra.map(wallMs),
      // By instant: a time that clocks skip and the one it is read as are one.
      except: new Set(except.map((wall) => instantOf(wallMs(wall), zone))),
      until: rule ? lastInstant(rule, zone) : Number.POSITIVE_INFINITY,
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RecurrenceError(/wall time|day/.test(error.message) ? 'bad-time' : 'bad-zone');
  }
}

/** The instant of a rule's UNTIL, which none of its occurrences is after; infinite without one. */
export function lastInstant({ end }: Rule, zone: string): number {
  if (!end || !('until' in end)) return Number.POSITIVE_INFINITY;
  const [, year, month, day, hour = '23', minute = '59', second = '59', utc = ''] = UNTIL.exec(end.until)!;
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return utc ? wall : instantOf(wall, zone);
}
const UNTIL = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/;

/** Names a wall time as the series does: 'YYYY-MM-DDTHH:mm:ss'. */
export const wallName = (wall: string): string => wallText(wallMs(wall));
