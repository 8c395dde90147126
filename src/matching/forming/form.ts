import { byCodePoint } from '../assignment/code-points.ts';
import { exactSum } from '../assignment/exact-sum.ts';
import { unitsOf } from '../assignment/units.ts';
import { Annealing } from './anneal.ts';
import { Budget } from './budget.ts';
import { Circles } from './circles.ts';
import { gather, seatAll } from './construct.ts';
import { dice } from './dice.ts';
import { FEW, formFew } from './exact.ts';
import { FormingError, FormingIntake, type FormingTaken } from './intake.ts';
import { type Forming, formingOf } from './problem.ts';
import { descend, fill } from './settle.ts';

export interface FormingInput {
  members: readonly string[];
  /** 1 each if they are not given. */
  weights?: readonly number[];
  /** How many circles exactly, and nobody waits; as many as needed if it is not given. */
  circles?: number;
  /** Bounds of the sum of weights in a circle. */
  lower: number;
  upper: number;
  /** Pairs that are not listed are 0. */
  affinity: readonly (readonly [one: string, other: string, score: number])[];
}

export interface Formed {
  /** Sorted by code point, each within, and all by their first member. */
  circles: string[][];
  waiting: string[];
  /** The sum of affinities within circles. */
  total: number;
  /** Whether the clock had to end the search before its work was done. */
  isHurried: boolean;
}

export interface FormingEffort {
  /** How much to look at, in entries of lists of neighbours: about 100 million a second. */
  work: number;
  /** The share of the time that is gone, for machines that are too slow. Without it nothing depends on a clock. */
  elapsed?: () => number;
  progress?: (share: number) => void;
  /** For tests: search even where everything can be looked at. */
  alwaysSearch?: boolean;
}

/** Circles with the greatest affinity within them that the search finds. Throws FormingError, naming the field. */
export function form(input: FormingInput, effort: FormingEffort): Formed {
  const intake = new FormingIntake();
  for (const id of input.members) intake.addMember(id);
  if (input.weights) {
    intake.beginWeights();
    for (const weight of input.weights) intake.addWeight(weight);
  }
  if (input.circles !== undefined) intake.setCircles(input.circles);
  intake.setLower(input.lower);
  intake.setUpper(input.upper);
  for (const [one, other, score] of input.affinity) intake.addAffinity(one, other, score);
  return formTaken(intake.finish(), effort);
}

/** form for input that was taken in and checked. */
export function formTaken(taken: FormingTaken, effort: FormingEffort): Formed {
  const problem = formingOf(taken);
  if (problem.ids.length <= FEW && !effort.alwaysSearch) {
    const at = formFew(problem);
    if (at) return formed(problem, at, false);
    throw new FormingError('circles: there is no way to form so many within lower and upper.');
  }
  const budget = new Budget(Math.min(effort.work, ENOUGH * problem.ids.length ** 2), effort.elapsed);
  const at = search(problem, budget, effort.progress);
  return formed(problem, at, budget.isHurried);
}

/** How often the search heats up again: few members need it often, of many one long cooling finds most. */
const rounds = (size: number): number => (size <= 60 ? 24 : size <= 150 ? 6 : 1);

/** So much is enough, for each pair of members: a few people are not kept waiting for the whole time allowed. */
const ENOUGH = 50_000;

function search(problem: Forming, budget: Budget, progress?: (share: number) => void): Int32Array {
  const size = problem.ids.length;
  const roll = dice(size);
  const count = rounds(size);
  const circles = new Circles(problem);
  const isLate = () => budget.share() >= 1;
  if (!circles.isOpen && !seatAll(circles, roll)) {
    throw new FormingError('circles: no way was found to form so many within lower and upper.');
  }
  if (circles.isOpen) gather(circles, roll);
  const annealing = new Annealing(circles, budget, roll, progress);
  const usual = annealing.usualChange();
  let best: { at: Int32Array; total: number } | null = null;
  for (let round = 0; round < count && (round === 0 || !isLate()); round++) {
    annealing.run({ until: (0.98 * (round + 1)) / count, hot: usual * HOT, cold: usual * COLD });
    fill(circles, roll, isLate);
    descend(circles, isLate);
    if (!best || circles.total > best.total) best = { at: circles.at.slice(), total: circles.total };
  }
  return best!.at.map((circle) => (circle === circles.waiting ? -1 : circle));
}
/** Of what a proposal usually changes: hotter loses what was built, colder finds nothing more. Measured (0046). */
const HOT = 0.35;
const COLD = 0.04;

function formed(problem: Forming, at: Int32Array, isHurried: boolean): Formed {
  const { ids, circles: asked } = problem;
  const found = new Map<number, string[]>();
  const waiting: string[] = [];
  ids.forEach((id, member) => {
    const circle = at[member]!;
    if (circle < 0) waiting.push(id);
    else if (found.has(circle)) found.get(circle)!.push(id);
    else found.set(circle, [id]);
  });
  const circles = [...found.values()].sort(([a], [b]) => byCodePoint(a!, b!));
  while (asked !== null && circles.length < asked) circles.push([]);
  return { circles, waiting, total: totalOf(problem, at), isHurried };
}

/** Hundredths add up to hundredths; other scores are added up exactly and rounded once. */
function totalOf({ start, near, score }: Forming, at: Int32Array): number {
  const within: number[] = [];
  for (let member = 0; member < at.length; member++) {
    if (at[member]! < 0) continue;
    for (let each = start[member]!; each < start[member + 1]!; each++) {
      if (near[each]! < member && at[near[each]!] === at[member]) within.push(score[each]!);
    }
  }
  const scores = Float64Array.from(within);
  const { worth, scale, whole } = unitsOf(scores, scores.length);
  const total = whole ? worth.reduce((sum, one) => sum + one, 0) / scale : exactSum(scores);
  if (Number.isFinite(total)) return total;
  throw new FormingError('affinity: the scores are too large to be added up.');
}
