import { RRuleTemporal } from 'rrule-temporal';
import { remember } from '../memory/index.ts';
import { type Rule, ruleText } from './rule.ts';
import { wallText } from './wall.ts';

// What a rule may cost: enough for a daily class of 27 years, over in a fraction of a second for one made to hang us.
const MOST_PERIODS = 10_000;
const MOST_CANDIDATES = 40_000;

/** A rule that would keep a server busy: it repeats too often, or hides its days among too many. */
export class TooMuchWork extends Error {}

const walkings = remember<RRuleTemporal>(1000);

/**
 * The wall times of a rule from `from` to `to`, both included, as if no clock ever changed; `start` is the first, whether
 * the rule says so or not, and is counted. UNTIL is not looked at here: it may be an instant.
 */
export function walk(rule: Rule, start: number, from: number, to: number): number[] {
  const text = ruleText({ ...alone53(rule), end: rule.end && 'count' in rule.end ? rule.end : null });
  const line = `DTSTART:${wallText(start).replaceAll(/[-:]/g, '')}Z\nRRULE:${text}`;
  try {
    const walking = walkings(line, () => new RRuleTemporal({ rruleString: line, ...LIMITS }));
    return walking.between(new Date(from), new Date(to), true).map((moment) => moment.epochMilliseconds);
  } catch (error) {
    // The library's own words for its limits, and for a year that no calendar has.
    if (error instanceof Error && /exceeded|Out-of-bounds|Invalid/.test(error.message)) {
      throw new TooMuchWork(error.message);
    }
    throw error;
  }
}

const LIMITS = {
  maxIterations: MOST_PERIODS,
  maxCandidateEvaluations: MOST_CANDIDATES,
  includeDtstart: true,
  cache: false,
};

// The library takes a 53rd Thursday into the next year; the 53rd of all Thursdays it gets right, which is the same day.
function alone53(rule: Rule): Rule {
  const [only, ...others] = rule.weekdays;
  if (!only || others.length > 0 || Math.abs(only.ordinal ?? 0) !== 53) return rule;
  return { ...rule, weekdays: [{ day: only.day, ordinal: null }], positions: [only.ordinal!] };
}
