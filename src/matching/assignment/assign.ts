import { byCodePoint } from './code-points.ts';
import { exactSum } from './exact-sum.ts';
import { Intake, objectiveOf, type Taken } from './intake.ts';
import { keepPairs } from './keep.ts';
import { OUT } from './market.ts';
import { AssignmentError, type Objective, type Problem, problemOf } from './problem.ts';
import { gapOf, isProven } from './proof.ts';
import { type Progress, type Settle, type Solution, solve } from './solve.ts';
import { unitsOf } from './units.ts';

export type Match = [mentee: string, mentor: string, score: number];

export interface AssignmentInput {
  mentees: readonly string[];
  /** How many mentees each takes; 1 if it is not said. */
  mentors: readonly { id: string; capacity?: number }[];
  /** Who may be matched and how good that is; pairs not listed are forbidden. */
  pairs: readonly (readonly [mentee: string, mentor: string, score: number])[];
  /** most-matched-then-total if it is not said. */
  objective?: Objective;
  /** Pairs that stay; the rest is decided around them. One that pairs do not list counts 0. */
  keep?: readonly (readonly [mentee: string, mentor: string])[];
}

export interface Assignment {
  /** Sorted by mentee, in the order of code points. */
  matches: Match[];
  unmatched: string[];
  /** The exact sum of the scores of the matches, rounded once. */
  total: number;
  /** Whether the proof holds. It always does, unless the engine is broken. */
  optimal: boolean;
  proof: Proof;
}

/** The prices that prove it, of what was to be decided: without pairs that were kept. */
export interface Proof {
  problem: Problem;
  solution: Solution;
  /** By how much another answer could at most be better. */
  gap: number;
}

/**
 * Who is matched with whom: the exact optimum, the same whatever the order of the input. Throws AssignmentError, which
 * names the field, for what cannot be.
 */
export function assign(input: AssignmentInput): Assignment {
  const intake = new Intake();
  for (const id of input.mentees) intake.addMentee(id);
  for (const { id, capacity } of input.mentors) intake.addMentor(id, capacity);
  for (const [mentee, mentor, score] of input.pairs) intake.addPair(mentee, mentor, score);
  const taken = intake.finish();
  const objective = objectiveOf(input.objective ?? 'most-matched-then-total');
  if (!input.keep?.length) return assignTaken(taken, objective);
  const { pairs, rest } = keepPairs(taken, input.keep);
  // Twice listed is refused by the whole, not only among what is left.
  const whole = problemOf(taken.mentees, taken.mentors, taken.capacities, taken.pairs);
  const kept = pairs.map(
    ([i, j]): Match => [taken.mentees[i]!, taken.mentors[j]!, scoreOfIds(whole, taken, i, j)],
  );
  return withKept(assignTaken(rest, objective), kept);
}

/** assign for input that was taken in and checked. */
export function assignTaken(
  taken: Taken,
  objective: Objective,
  progress?: Progress,
  how?: Settle,
): Assignment {
  const problem = problemOf(taken.mentees, taken.mentors, taken.capacities, taken.pairs);
  const solution = solve(problem, objective, progress, how);
  const matches: Match[] = [];
  const unmatched: string[] = [];
  problem.mentees.forEach((mentee, i) => {
    const j = solution.at[i]!;
    if (j === OUT) unmatched.push(mentee);
    else matches.push([mentee, problem.mentors[j]!, scoreOf(problem, i, j) ?? 0]);
  });
  const gap = gapOf(problem, solution);
  const proof = { problem, solution, gap };
  return { matches, unmatched, total: totalOf(matches), optimal: isProven(problem, solution, gap), proof };
}

function withKept(rest: Assignment, kept: Match[]): Assignment {
  const matches = [...rest.matches, ...kept].sort(([a], [b]) => byCodePoint(a, b));
  return { ...rest, matches, total: totalOf(matches) };
}

/** Hundredths add up to hundredths: 0.83 - 1 is -0.17, as people would have it. */
function totalOf(matches: Match[]): number {
  const scores = Float64Array.from(matches, ([, , score]) => score);
  const { worth, scale, whole } = unitsOf(scores, matches.length);
  const total = whole ? worth.reduce((sum, one) => sum + one, 0) / scale : exactSum(scores);
  if (Number.isFinite(total)) return total;
  throw new AssignmentError('pairs: the scores are too large to be added up.');
}

function scoreOfIds(problem: Problem, { mentees, mentors }: Taken, i: number, j: number): number {
  return scoreOf(problem, problem.mentees.indexOf(mentees[i]!), problem.mentors.indexOf(mentors[j]!)) ?? 0;
}

/** The score of a pair, if it is listed: pairs of a mentee stand in the order of mentors. */
function scoreOf({ start, mentor, score }: Problem, i: number, j: number): number | undefined {
  let low = start[i]!;
  let high = start[i + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentor[middle]! < j) low = middle + 1;
    else high = middle;
  }
  return low < start[i + 1]! && mentor[low] === j ? score[low] : undefined;
}
