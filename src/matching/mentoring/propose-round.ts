import { type Assignment, assignTaken, Intake } from '../assignment/index.ts';
import { otherwise } from './alternatives.ts';
import { Keeping } from './keeping.ts';
import type { Settled } from './residual.ts';
import type { Alternative, ProposedPair, Round, RoundInput, Unmatched } from './round.ts';
import { type Field, fieldOf, type Scored, scoreField } from './score-all.ts';
import { reasonsFor, reasonsOf, scoreOf, UNIT } from './score-pair.ts';
import { type Standing, standingOf } from './standing.ts';
import { urgency, whyWaiting } from './waiting.ts';
import { MOST_ALTERNATIVES, type PairWeights, weightsOf } from './weights.ts';

/** A round while it is being made. */
interface Making {
  input: RoundInput;
  weights: PairWeights;
  standing: Standing;
  field: Field;
  scored: Scored;
  keeping: Keeping;
  /** Scores with what waiting adds, less what is kept free for others. */
  worth: Float64Array;
  /** By mother: her mentor's place, or as many as there are mentors. */
  at: Int32Array;
}

/**
 * A whole round: as many mothers as can be have a mentor, and of all ways to do that the one with the greatest total of
 * scores and waiting, less what is kept free for those to come. The same whatever the order of the input. Throws AssignmentError for what cannot be.
 */
export function proposeRound(input: RoundInput): Round {
  const weights = input.weights ?? weightsOf(input.program);
  const standing = standingOf(input);
  const field = fieldOf(standing.mentees, standing.mentors, input.today);
  const scored = scoreField(input.program, field, weights);
  const keeping = new Keeping(field.theirs, standing.kept);
  const worth = worthOf(input, field, scored, keeping);
  const { at, optimal } = placesOf(standing, scored, worth);
  const making = { input, weights, standing, field, scored, keeping, worth, at };
  const others = alternativesOf(making);
  const pairs = [...newPairs(making, others), ...keptPairs(making)].sort((a, b) =>
    a.menteeId < b.menteeId ? -1 : 1,
  );
  const total = pairs.reduce((sum, { score }) => sum + Math.round(score * UNIT), 0) / UNIT;
  return { pairs, unmatched: unmatchedOf(making, others), total, optimal };
}

function worthOf(
  { program, today }: RoundInput,
  { hers }: Field,
  { start, mentor, score }: Scored,
  keeping: Keeping,
): Float64Array {
  const worth = Float64Array.from(score);
  hers.forEach((her, i) => {
    const waiting = urgency(program, her.mentee, today);
    for (let edge = start[i]!; edge < start[i + 1]!; edge++)
      worth[edge]! += waiting - keeping.price(her, mentor[edge]!);
  });
  return worth;
}

function placesOf({ mentees, mentors }: Standing, { start, mentor }: Scored, worth: Float64Array) {
  const intake = new Intake();
  for (const { id } of mentees) intake.addMentee(id);
  for (const { id, capacityLeft } of mentors) intake.addMentor(id, Math.max(0, capacityLeft));
  mentees.forEach(({ id }, i) => {
    for (let edge = start[i]!; edge < start[i + 1]!; edge++)
      intake.addPair(id, mentors[mentor[edge]!]!.id, worth[edge]!);
  });
  const answer: Assignment = assignTaken(intake.finish(), 'most-matched-then-total');
  const placeOf = new Map(mentors.map(({ id }, j) => [id, j]));
  const mentorOf = new Map(answer.matches.map(([mentee, mentor]) => [mentee, mentor]));
  const at = Int32Array.from(mentees, ({ id }) => placeOf.get(mentorOf.get(id) ?? '') ?? mentors.length);
  return { at, optimal: answer.optimal };
}

/** By mother, cheapest first. */
function alternativesOf(making: Making): Alternative[][] {
  const { input, standing, scored, worth, at } = making;
  const most = input.alternatives ?? MOST_ALTERNATIVES;
  if (most === 0) return standing.mentees.map(() => []);
  // One mother more is worth more than all scores together, and both are told apart again.
  const mother = 2 * worth.reduce((top, one) => Math.max(top, one), 1) * (standing.mentees.length + 1);
  const settled: Settled = {
    pairs: scored,
    worth: worth.map((one) => one + mother),
    at,
    capacity: Int32Array.from(standing.mentors, ({ capacityLeft }) => capacityLeft),
    out: standing.mentors.length,
  };
  return otherwise(settled).map((ways, i) =>
    ways
      .sort((a, b) => a.loss - b.loss || scored.score[b.edge]! - scored.score[a.edge]! || a.edge - b.edge)
      .slice(0, most)
      .map(({ edge, loss }) => alternativeOf(making, i, edge, loss, mother)),
  );
}

function alternativeOf(making: Making, i: number, edge: number, loss: number, mother: number): Alternative {
  const { mentor, score } = making.scored;
  const mothers = Math.round(loss / mother);
  return {
    mentorId: making.standing.mentors[mentor[edge]!]!.id,
    score: score[edge]! / UNIT,
    reasons: reasonsAt(making, i, mentor[edge]!),
    keptFree: making.keeping.said(making.field.hers[i]!, mentor[edge]!),
    cost: { mothers, total: (loss - mothers * mother) / UNIT },
  };
}

const reasonsAt = ({ input, weights, field }: Making, i: number, j: number) =>
  reasonsOf({ program: input.program, hers: field.hers[i]!, theirs: field.theirs[j]! }, weights, 'board');

function newPairs(making: Making, others: Alternative[][]): ProposedPair[] {
  const { standing, scored, at } = making;
  return standing.mentees.flatMap(({ id }, i) => {
    const edge = scored.mentor.subarray(scored.start[i], scored.start[i + 1]).indexOf(at[i]!);
    if (edge < 0) return [];
    return {
      menteeId: id,
      mentorId: standing.mentors[at[i]!]!.id,
      score: scored.score[scored.start[i]! + edge]! / UNIT,
      kept: false,
      reasons: reasonsAt(making, i, at[i]!),
      alternatives: others[i]!,
    };
  });
}

/** Kept pairs are scored as they are, whatever the rules would say today. */
function keptPairs({ input: { program }, weights, standing }: Making): ProposedPair[] {
  return standing.kept.map(({ mentee, mentor }) => ({
    menteeId: mentee.id,
    mentorId: mentor.id,
    score: scoreOf(program, mentee, mentor, weights),
    kept: true,
    reasons: reasonsFor(program, mentee, mentor, 'board', weights),
    alternatives: [],
  }));
}

function unmatchedOf({ input, standing, field, at }: Making, others: Alternative[][]): Unmatched[] {
  return standing.mentees.flatMap(({ id }, i) =>
    at[i] === standing.mentors.length
      ? {
          menteeId: id,
          why: whyWaiting(input.program, field.hers[i]!, field.theirs, 'board'),
          alternatives: others[i]!,
        }
      : [],
  );
}
