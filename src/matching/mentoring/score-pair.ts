import { fitOf, type Weighed, weigh } from '../fit.ts';
import { say } from '../keys.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import type { PairScore, Reader, Sentence } from './pair.ts';
import { PAIR_REASONS } from './pair-reasons.ts';
import { brokenRule } from './pair-rules.ts';
import { PAIR_VALUES, type Pair, questionValue } from './pair-values.ts';
import type { MentoringProgram } from './program.ts';
import { hersOf, theirsOf } from './sides.ts';
import { MOST_PAIR_REASONS, PAIR_TERMS, type PairWeights, weightsOf } from './weights.ts';

/** Scores are counted in ten-thousandths: totals of a round are exact, and ties are ties. */
export const UNIT = 10_000;

/** Whether a mother and a mentor may be matched, how well they suit each other, and why. */
export function scorePair(
  program: MentoringProgram,
  mentee: Mentee,
  mentor: Mentor,
  weights: PairWeights = weightsOf(program),
): PairScore {
  const pair = pairOf(program, mentee, mentor);
  const why = brokenRule(program, pair.hers, pair.theirs);
  if (why) return { allowed: false, why };
  const terms = weighedTerms(pair, weights, 'mentee');
  const score = scorer(program, weights)(pair) / UNIT;
  return { allowed: true, score, terms, reasons: sentencesOf(terms, 'mentee') };
}

/** Why these two, for one reader, whatever the rules say: also for pairs that stand already. */
export function reasonsFor(
  program: MentoringProgram,
  mentee: Mentee,
  mentor: Mentor,
  reader: Reader,
  weights: PairWeights = weightsOf(program),
): Sentence[] {
  return reasonsOf(pairOf(program, mentee, mentor), weights, reader);
}

/** The score alone, whatever the rules say. */
export const scoreOf = (
  program: MentoringProgram,
  mentee: Mentee,
  mentor: Mentor,
  weights: PairWeights,
): number => scorer(program, weights)(pairOf(program, mentee, mentor)) / UNIT;

export const reasonsOf = (pair: Pair, weights: PairWeights, reader: Reader): Sentence[] =>
  sentencesOf(weighedTerms(pair, weights, reader), reader);

const pairOf = (program: MentoringProgram, mentee: Mentee, mentor: Mentor): Pair => ({
  program,
  hers: hersOf(mentee),
  theirs: theirsOf(mentor, mentee.self.today),
});

function weighedTerms(pair: Pair, weights: PairWeights, reader: Reader): Weighed[] {
  const own = PAIR_TERMS.map((term) => {
    const value = PAIR_VALUES[term](pair);
    return weigh(term, weights[term], value, value > 0 ? PAIR_REASONS[term](pair, reader) : null);
  });
  const asked = pair.program.questions.map((question) => {
    const reason = say('mentoring-reasons.question', { reader, question: question.id });
    return weigh(`question:${question.id}`, question.weight, questionValue(question, pair), reason);
  });
  return [...own, ...asked];
}

/** Strongest first. Where nothing is known that speaks for them, what can always be said. */
function sentencesOf(terms: Weighed[], reader: Reader): Sentence[] {
  const reasons = fitOf(terms.filter(({ weight }) => weight > 0)).reasons.slice(0, MOST_PAIR_REASONS);
  return reasons.length > 0 ? reasons : [say('mentoring-reasons.room', { reader })];
}

/**
 * The score alone, in UNITs, for many pairs. (1 + sum of weight × value / sum of weights) / 2, as in ../fit.ts: the divisor
 * is the same for everybody, so silence is never punished.
 */
export function scorer({ questions }: MentoringProgram, weights: PairWeights): (pair: Pair) => number {
  const terms = PAIR_TERMS.filter((term) => weights[term] > 0).map((term) => ({
    weight: weights[term],
    suits: PAIR_VALUES[term],
  }));
  for (const question of questions)
    if (question.weight > 0)
      terms.push({ weight: question.weight, suits: (pair) => questionValue(question, pair) });
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  return (pair) => {
    let sum = 0;
    for (const { weight, suits } of terms) sum += weight * suits(pair);
    return all === 0 ? UNIT / 2 : Math.round((UNIT * (1 + sum / all)) / 2);
  };
}
