import type { Reason, Weighed } from '../fit.ts';

/** Why two are not matched, in the order in which it is looked at: what lies in who they are first, chance last. */
export const RULE_KEYS = [
  'self',
  'blocked',
  'family',
  'language',
  'hurts',
  'ruled-out',
  'format',
  'far',
  'declined',
  'untrained',
  'not-recovered',
  'full',
] as const;
export type RuleKey = (typeof RULE_KEYS)[number];

/** For whom a sentence is written: the mother, the mentor, or the coordinator's board. */
export const READERS = ['mentee', 'mentor', 'board'] as const;
export type Reader = (typeof READERS)[number];

/** A sentence to be said by the caller with `speak`. Nothing in one tells who the other is. */
export type Sentence = Reason;

/** How two suit each other: score 0..1 in ten-thousandths, the same for every reader. */
export type PairScore =
  | { allowed: false; why: RuleKey }
  | {
      allowed: true;
      score: number;
      terms: Weighed[];
      /** Strongest first, at most MOST_PAIR_REASONS, at least one; for the mother. `reasonsFor` writes the others'. */
      reasons: Sentence[];
    };
