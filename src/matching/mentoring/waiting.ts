import { say } from '../keys.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import type { Reader, RuleKey, Sentence } from './pair.ts';
import { RULE_KEYS } from './pair.ts';
import { brokenRule } from './pair-rules.ts';
import type { MentoringProgram } from './program.ts';
import { UNIT } from './score-pair.ts';
import { type Hers, hersOf, type Theirs, theirsOf } from './sides.ts';
import { PROMISE_DUE, WAITING_A_DAY, WAITING_DAYS } from './weights.ts';

const DAY = 86_400_000;

/** Whole days since somebody asked; 0 where either day cannot be read. */
export function daysWaited(since: string, today: string): number {
  const days = Math.floor((Date.parse(today.slice(0, 10)) - Date.parse(since.slice(0, 10))) / DAY);
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

/**
 * What waiting adds to each of a mother's pairs, in UNITs. It never decides *who* is hers: only who goes first where there
 * are too few places, so that nobody waits for ever because others are easier to match. A round a day: the day before her
 * promise ends is the last on which it can be kept, and the day on which she goes before those who can wait.
 */
export function urgency({ promisedDays }: MentoringProgram, { waitingSince }: Mentee, today: string): number {
  const days = daysWaited(waitingSince, today);
  const due = days >= promisedDays - 1 ? PROMISE_DUE : 0;
  return Math.round(UNIT * (WAITING_A_DAY * Math.min(days, WAITING_DAYS) + due));
}

const SAID = {
  self: 'mentoring-reasons.waiting.nobody',
  blocked: 'mentoring-reasons.waiting.apart',
  family: 'mentoring-reasons.waiting.apart',
  language: 'mentoring-reasons.waiting.language',
  hurts: 'mentoring-reasons.waiting.hurts',
  'ruled-out': 'mentoring-reasons.waiting.ruled-out',
  format: 'mentoring-reasons.waiting.far',
  far: 'mentoring-reasons.waiting.far',
  declined: 'mentoring-reasons.waiting.apart',
  untrained: 'mentoring-reasons.waiting.not-ready',
  'not-recovered': 'mentoring-reasons.waiting.not-ready',
  full: 'mentoring-reasons.waiting.full',
} as const satisfies Record<RuleKey, string>;

/** Why somebody still waits: the rule that the mentor who came nearest broke. Nobody broke one: others had the places. */
export function whyWaiting(
  program: MentoringProgram,
  hers: Hers,
  theirs: readonly Theirs[],
  reader: Exclude<Reader, 'mentor'>,
): Sentence {
  let nearest = -1;
  for (const their of theirs) {
    const rule = brokenRule(program, hers, their) ?? 'full';
    nearest = Math.max(nearest, RULE_KEYS.indexOf(rule));
  }
  const rule = RULE_KEYS[nearest];
  return say(rule ? SAID[rule] : 'mentoring-reasons.waiting.nobody', { reader });
}

/** The same for one mother by herself, who chooses and finds nobody. */
export const whyNobody = (
  program: MentoringProgram,
  mentee: Mentee,
  mentors: readonly Mentor[],
  reader: Exclude<Reader, 'mentor'>,
): Sentence =>
  whyWaiting(
    program,
    hersOf(mentee),
    mentors.map((mentor) => theirsOf(mentor, mentee.self.today)),
    reader,
  );
