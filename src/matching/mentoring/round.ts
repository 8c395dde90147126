import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import type { Sentence } from './pair.ts';
import type { MentoringProgram } from './program.ts';
import type { PairWeights } from './weights.ts';

/** Everybody who waits and everybody who may have room, in any order. */
export interface RoundInput {
  program: MentoringProgram;
  mentees: readonly Mentee[];
  mentors: readonly Mentor[];
  /** Today, 'YYYY-MM-DD': how long each has waited. */
  today: string;
  /** Pairs that stay as they are, by id; each takes one of the mentor's places, whatever its score. */
  keep?: readonly (readonly [mentee: string, mentor: string])[];
  /** Instead of the program's own. */
  weights?: PairWeights;
  /** How many alternatives to work out for each; MOST_ALTERNATIVES if it is not said. */
  alternatives?: number;
}

/** Another mentor for one mother, and what the whole round would lose by it: exactly, with everybody else placed anew. */
export interface Alternative {
  mentorId: string;
  score: number;
  reasons: Sentence[];
  /** For whom the round would rather keep one of this mentor's places; null: for nobody in particular. */
  keptFree: Sentence | null;
  cost: {
    /** How many mothers fewer would have a mentor. */
    mothers: number;
    /** By how much the round would be worth less, waiting and what it keeps free counted in; may be negative where fewer
     * are matched. */
    total: number;
  };
}

export interface ProposedPair {
  menteeId: string;
  mentorId: string;
  score: number;
  kept: boolean;
  /** For the coordinator's board. */
  reasons: Sentence[];
  /** Cheapest first. None for a pair that is kept. */
  alternatives: Alternative[];
}

export interface Unmatched {
  menteeId: string;
  why: Sentence;
  /** What giving her one of these would cost the others. */
  alternatives: Alternative[];
}

/** A whole round, for one act of approval or pair by pair. Sorted by the mother's id. */
export interface Round {
  pairs: ProposedPair[];
  unmatched: Unmatched[];
  /** Sum of the scores of all pairs, kept ones too. */
  total: number;
  /** The assignment's own proof holds. */
  optimal: boolean;
}

/** One mother to whom other weights would bring another answer; null: nobody. */
export interface Change {
  menteeId: string;
  before: string | null;
  after: string | null;
}

/** What other weights would do, before they are applied. Both totals are in the new weights' measure, less what is kept
 * free for those still to come. */
export interface WhatChanges {
  changes: Change[];
  before: { matched: number; total: number };
  after: { matched: number; total: number };
}

/** One of up to three whom she may choose from. */
export interface Suggestion {
  mentorId: string;
  score: number;
  reasons: Sentence[];
}
