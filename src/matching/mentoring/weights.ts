import type { Topic } from '../words.ts';
import type { MentoringProgram, ProgramKind } from './program.ts';

/**
 * How much each comparison of a mother and a mentor weighs. A value runs from -1 to 1 and 0 is "not said"; a weight is the
 * most one of them can move the score. Only proportions matter. Coordinators may change them within 0 and MOST_WEIGHT.
 */
export const PAIR_WEIGHTS = {
  experience: 40, // has been there: in the trial of 701 mothers it was peers who had recovered that helped
  hours: 20, // the first call is the one that fails; with no hour in common there is none
  way: 14, // near, or by telephone where she asked for that
  language: 14, // in her first language one says what is hard to say
  stage: 12, // the same nights, not too long ago to remember
  identity: 10, // asked for by those who had to explain themselves to everybody so far
  faith: 8, // only for one who asked
  culture: 8, // only for one who asked: what a family expects of a mother is understood without telling
  age: 6, // only for one who asked; experience says more than years
  trained: 6, // where a program does not demand it
} as const;

export type PairTerm = keyof typeof PAIR_WEIGHTS;
export type PairWeights = Record<PairTerm, number>;
export const PAIR_TERMS = Object.keys(PAIR_WEIGHTS) as PairTerm[];
export const MOST_WEIGHT = 100;

/** What a kind of program weighs otherwise. */
export const KIND_WEIGHTS: Record<ProgramKind, Partial<PairWeights>> = {
  perinatal: {},
  'return-to-work': { stage: 16 }, // leave ends at a stage: pumping, day care, the first weeks
  'self-employment': { stage: 4, way: 8 }, // the trade counts, and it is talked of from afar
  career: { stage: 4, way: 8 },
  neighbour: { way: 36, experience: 20 }, // round the corner is the point of it
  other: {},
};

/** The weights of a program: its own, else those of its kind, else the usual ones. */
export const weightsOf = ({ kind, weights }: Pick<MentoringProgram, 'kind' | 'weights'>): PairWeights => ({
  ...PAIR_WEIGHTS,
  ...KIND_WEIGHTS[kind],
  ...weights,
});

/**
 * How much of "has been there" each topic is, where a mother named several. What is lived through and hard to tell who
 * was not there counts most; what nearly every mother knows counts least.
 */
export const EXPERIENCE_WORTH: Record<Topic, number> = {
  loss: 6, // nobody else knows
  nicu: 5, // only those who were there understand the ward
  'low-mood': 5, // the very thing in which a peer who recovered halves the risk (Dennis et al., BMJ 2009)
  'down-syndrome': 5, // a road of its own from the first day
  'additional-needs': 4, // kindred, but roads differ
  adoption: 4, // a mother without a birth, asked about it by everybody
  twins: 4, // arithmetic that advice for one child never fits
  'single-parenting': 4, // no second pair of hands
  lgbtq: 4, // a family that has to be explained, until it has not
  'self-employment': 4, // no leave and no employer to ask
  'pumping-at-work': 3, // a room, a law and a boss: somebody has found out how
  'newly-arrived': 3, // how things are done here, and missing one's own mother
  'birth-recovery': 3, // a body that is not spoken of
  'returning-to-work': 3, // has been through the first Monday
  relationship: 2, // many know it, few speak of it
  'working-from-home': 2, // a way of days
  money: 2, // somebody who found the forms
  faith: 2, // asked for by itself as well
  feeding: 1, // nearly every mother knows it
  sleep: 1, // every mother knows it
};
/** One experience in common already says most; the rest is how much of hers is shared. */
export const FIRST_SHARED = 0.4;

/** Sharing only another of her languages, beside her first. */
export const OTHER_LANGUAGE = 0.4;
/** One hour in common carries a call a week; with three, one may fall ill. */
export const HOURS_VALUE = [-1, 0.6, 0.85, 1] as const;
/** A mentor's child one stage ahead is best: it is over, and not forgotten. By how many stages she is ahead. */
export const STAGE_AHEAD: readonly number[] = [0.8, 1, 0.5, 0.2];

/** What every day of waiting adds to all of a mother's pairs in a round, as a score: in a month it outweighs any fit. */
export const WAITING_A_DAY = 0.03;
/** Days of waiting that count. */
export const WAITING_DAYS = 60;
/** Added from the last daily round in which her promise can be kept: then she goes before all who can still wait. */
export const PROMISE_DUE = 1;
/**
 * What a place is worth to those who are still to come, as a score: this, divided by one more than the places left with
 * mentors who speak a language that this mother does not need. The last place in Polish counts as much as having been there,
 * one of thirty as nothing. Chosen on six simulated years, told on three others (bench/README.md).
 */
export const KEEPS_FREE = 0.4;
/** From so few places on the coordinator is told for whom one is kept. */
export const FEW_PLACES = 3;

/** Suggestions shown to a mother who chooses for herself: more is a catalogue. */
export const MOST_SUGGESTIONS = 3;
/** Alternatives beside each pair of a round. */
export const MOST_ALTERNATIVES = 3;
/** Sentences said for one pair. */
export const MOST_PAIR_REASONS = 4;
