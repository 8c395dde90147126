import { byScoreThenId, type Fit, fitOf, scoreOf, type Weighed } from '../fit.ts';
import type { Message } from '../keys.ts';
import type { Known } from '../rules.ts';
import { MOST_REASONS, WORTH_OFFERING } from '../weights.ts';
import type { Step } from './step.ts';

/** Whether a step may be offered: she has not decided on it, or its day has come. */
export type IsOpen = (key: string) => boolean;

/** What every ladder needs. A ladder is one kind's steps, the best first, down to what is always possible. */
export interface Climb {
  known: Known;
  isOpen: IsOpen;
}

/** An option and its score. Reasons are found only for the few that become steps: of thousands, most do not. */
export interface Ranked<T> {
  id: string;
  score: number;
  option: T;
  fit: () => Fit;
}

/** What suits her, best first; what breaks a rule, or has more against it than for it, is left out. */
export function rank<T extends { id: string }>(options: T[], weighOption: (option: T) => Weighed[] | null) {
  const ranked: Ranked<T>[] = [];
  for (const option of options) {
    const weighed = weighOption(option);
    const score = weighed ? scoreOf(weighed) : 0;
    if (score < WORTH_OFFERING) continue;
    ranked.push({ id: option.id, score, option, fit: () => fitOf(weighOption(option) ?? []) });
  }
  return ranked.sort(byScoreThenId);
}

type StepParts = Pick<Step, 'key' | 'kind' | 'action' | 'title' | 'firstStep' | 'minutes'> & Partial<Step>;

/** A step with the usual silences filled in. */
export function stepOf(parts: StepParts): Step {
  const whole = {
    subjectId: null,
    reasons: [],
    doableToday: true,
    score: 0.5,
    prefill: null,
    prompt: null,
    calendar: null,
    ...parts,
  };
  return { ...whole, reasons: distinct(whole.reasons).slice(0, MOST_REASONS) };
}

function distinct(reasons: Message[]): Message[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => !seen.has(reason.key) && seen.add(reason.key));
}
