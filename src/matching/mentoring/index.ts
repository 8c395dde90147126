/** Mentoring's matching: who suits whom, a whole round at once, and why. */
export type { Apart, Mentee } from './mentee.ts';
export type { Mentor } from './mentor.ts';
export { type PairScore, READERS, type Reader, RULE_KEYS, type RuleKey, type Sentence } from './pair.ts';
export {
  type MentoringProgram,
  PROGRAM_KINDS,
  type ProgramKind,
  type ProgramQuestion,
  usualProgram,
} from './program.ts';
export { proposeRound } from './propose-round.ts';
export type {
  Alternative,
  Change,
  ProposedPair,
  Round,
  RoundInput,
  Suggestion,
  Unmatched,
  WhatChanges,
} from './round.ts';
export { scoreAll, suggestionsFor } from './score-all.ts';
export { reasonsFor, scorePair } from './score-pair.ts';
export {
  type About as MentorAbout,
  AGE_BANDS,
  type AgeBand,
  type Answers,
  REQUEST_KINDS,
  type RequestKind,
  type Requests,
  type RuledOut,
} from './traits.ts';
export { whyNobody } from './waiting.ts';
export {
  MOST_SUGGESTIONS,
  MOST_WEIGHT,
  PAIR_TERMS,
  PAIR_WEIGHTS,
  type PairTerm,
  type PairWeights,
  weightsOf,
} from './weights.ts';
export { whatChanges } from './what-changes.ts';
