import { RRuleTemporal } from 'rrule-temporal';
import { remember } from '../memory/index.ts';
import { type Rule, ruleText } from './rule.ts';
import { wallText } from './wall.ts';

// What a rule may cost: enough for a daily class of 13 years, over in a fraction of a second for one made to hang us.
// The library's other limit stays as it is: set at all, it makes every rule go the slow way, thirty times as long.
const MOST_PERIODS = 5_000;

/** A rule that would keep a server busy: it repeats too often, or hides its days among too many. */
export class TooMuchWork extends Error {}

/** The rule on its way, and whether its start is one of its days; null where nothing is left of it. */
interface Walking {
  rule: RRuleTemporal | null;
  fits: boolean;
}
const walkings = remember<Walking>(1000);

/**
 * The wall times of a rule from `from` to `to`, both included, as if no clock ever changed; `start` is the first, whether
 * the rule says so or not, and is counted. UNTIL is not looked at here: it may be an instant.
 */
export function walk(rule: Rule, start: number, from: number, to: number): number[] {
  try {
    const { rule: walking, fits } = walkings(`${start} ${ruleText(rule)}`, () => setOut(rule, start));
    const found =
      walking?.between(new Date(from), new Date(to), true).map((moment) => moment.epochMilliseconds) ?? [];
    return fits || start < from || start > to ? found : [start, ...found];
  } catch (error) {
    // The library's own words for its limits, and for a year that no calendar has.
    if (error instanceof Error && /exceeded|Out-of-bounds|Invalid/.test(error.message)) {
      throw new TooMuchWork(error.message);
    }
    throw error;
  }
}

// It could count such a start itself, but takes eight times as long then.
function setOut(rule: Rule, start: number): Walking {
  const moment = new Date(start);
  const fits = library({ ...rule, end: null }, start).between(moment, moment, true).length > 0;
  const count = rule.end && 'count' in rule.end ? rule.end.count - (fits ? 0 : 1) : null;
  if (count === 0) return { rule: null, fits };
  return { rule: library({ ...rule, end: count === null ? null : { count } }, start), fits };
}

function library(rule: Rule, start: number): RRuleTemporal {
  const line = `DTSTART:${wallText(start).replaceAll(/[-:]/g, '')}Z\nRRULE:${ruleText(alone53(rule))}`;
  return new RRuleTemporal({ rruleString: line, ...LIMITS });
}

const LIMITS = { maxIterations: MOST_PERIODS, cache: false };

// The library takes a 53rd Thursday into the next year; the 53rd of all Thursdays it gets right, which is the same day.
function alone53(rule: Rule): Rule {
  const [only, ...others] = rule.weekdays;
  if (!only || others.length > 0 || Math.abs(only.ordinal ?? 0) !== 53) return rule;
  return { ...rule, weekdays: [{ day: only.day, ordinal: null }], positions: [only.ordinal!] };
}
