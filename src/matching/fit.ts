import type { Message } from './keys.ts';

/** A sentence to be said by the caller: a message key with its values. */
export type Reason = Message;

/** One thing compared. value: -1 (against) .. 0 (not known, or no matter) .. 1 (just right). */
export interface Term {
  term: string;
  weight: number;
  value: number;
}

/** Why and how well something suits her. */
export interface Fit {
  /** 0..1; what is unknown stands in the middle. */
  score: number;
  terms: Term[];
  /** Strongest first; only what speaks for it. */
  reasons: Reason[];
}

/** A term before it is weighed, with what to say when it counts in favour. */
export interface Weighed extends Term {
  reason: Reason | null;
}

/** One term; a reason is dropped when the value does not speak for the option. */
export const weigh = (
  term: string,
  weight: number,
  value: number,
  reason: Reason | null = null,
): Weighed => ({
  term,
  weight,
  value,
  reason: value > 0 ? reason : null,
});

/**
 * score = (1 + sum(weight x value) / sum(weight)) / 2. The divisor never depends on what is known, so the score
 * rises with every single value: an option that is better or equal in all terms never ranks below.
 */
export function scoreOf(weighed: Weighed[]): number {
  let sum = 0;
  let total = 0;
  for (const { weight, value } of weighed) {
    sum += weight * value;
    total += weight;
  }
  return total === 0 ? 0.5 : (1 + sum / total) / 2;
}

/** The score with what is to be said for it. */
export function fitOf(weighed: Weighed[]): Fit {
  const spoken = weighed.filter((one) => one.reason !== null);
  spoken.sort((a, b) => b.weight * b.value - a.weight * a.value || (a.term < b.term ? -1 : 1));
  return {
    score: scoreOf(weighed),
    terms: weighed.map(({ term, weight, value }) => ({ term, weight, value })),
    reasons: spoken.flatMap((one) => (one.reason ? [one.reason] : [])),
  };
}

/** Best first; equals by id, so the input's order never shows. */
export const byScoreThenId = <T extends { id: string; score: number }>(a: T, b: T): number =>
  b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
