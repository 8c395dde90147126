import { type Market, OUT, type Settlement } from './market.ts';
import { type Among, type Part, partOf } from './market-part.ts';
import { mostMatched } from './most-matched.ts';
import type { Objective, Problem } from './problem.ts';
import { settle } from './settle.ts';
import { unitsOf } from './units.ts';

/**
 * The answer in numbers, mentees and mentors in the problem's order, and what proves it. Prices are in scores × scale;
 * where `whole`, both are whole numbers and the proof holds without a tolerance.
 */
export interface Solution extends Settlement {
  scale: number;
  whole: boolean;
  /** König's proof that no more can be matched; null where that was not asked. */
  needed: { mentees: Uint8Array; mentors: Uint8Array } | null;
}

/** Told how far a solver is: a share between 0 and 1 that never says how long it will take. */
export type Progress = (done: number) => void;

export type Settle = (market: Market, progress?: Progress) => Settlement;

/** The exact optimum. `how`: another solver than the one that measures best, for tests. */
export function solve(
  problem: Problem,
  objective: Objective,
  progress?: Progress,
  how: Settle = settle,
): Solution {
  const rows = problem.mentees.length;
  const columns = problem.mentors.length;
  const { worth, scale, whole } = unitsOf(problem.score, rows + columns);
  const solution: Solution = {
    at: new Int32Array(rows).fill(OUT),
    level: new Float64Array(rows),
    price: new Float64Array(columns),
    scale,
    whole,
    needed: null,
  };
  const settlePart = (among: Among, kind: Kind): void => {
    const part = partOf(problem, worth, among, { ...kind, whole });
    if (part) enter(solution, part, how(part.market, progress));
  };
  const takes = Uint8Array.from(problem.capacity, (places) => (places > 0 ? 1 : 0));
  if (objective === 'max-total') {
    const all = { mentees: new Uint8Array(rows).fill(1), mentors: takes, gainsOnly: true };
    settlePart(all, { mayStayOut: true, mustFill: false });
    return solution;
  }
  const { neededRow, neededColumn } = mostMatched({ ...problem, rows, columns, column: problem.mentor });
  solution.needed = { mentees: neededRow, mentors: neededColumn };
  // A greatest matching has every needed mentee and fills every needed mentor, and never a pair of two needed ones. So
  // the greatest total falls into two markets that know nothing of each other, and no number has to outweigh scores.
  const otherRow = neededRow.map((needed) => 1 - needed);
  const filled = takes.map((one, j) => one & neededColumn[j]!);
  const others = takes.map((one, j) => one & (1 - neededColumn[j]!));
  settlePart(
    { mentees: neededRow, mentors: others, gainsOnly: false },
    { mayStayOut: false, mustFill: false },
  );
  settlePart({ mentees: otherRow, mentors: filled, gainsOnly: false }, { mayStayOut: true, mustFill: true });
  return solution;
}

type Kind = Pick<Market, 'mayStayOut' | 'mustFill'>;

function enter(solution: Solution, { rows, columns }: Part, { at, level, price }: Settlement): void {
  rows.forEach((i, row) => {
    if (at[row] !== OUT) solution.at[i] = columns[at[row]!]!;
    solution.level[i] = level[row]!;
  });
  columns.forEach((j, column) => {
    solution.price[j] = price[column]!;
  });
}
