import { type Market, OUT, type Settlement } from './market.ts';
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
  const all: Whole = { problem, worth, whole };
  const solution: Solution = {
    at: new Int32Array(rows).fill(OUT),
    level: new Float64Array(rows),
    price: new Float64Array(columns),
    scale,
    whole,
    needed: null,
  };
  if (objective === 'max-total') {
    const gains = (_i: number, _j: number, edge: number): boolean => worth[edge]! > 0;
    settlePart(all, gains, { mayStayOut: true, mustFill: false }, solution, progress, how);
    return solution;
  }
  const { neededRow, neededColumn } = mostMatched({ ...problem, rows, columns, column: problem.mentor });
  solution.needed = { mentees: neededRow, mentors: neededColumn };
  // A greatest matching has every needed mentee and fills every needed mentor, and never a pair of two needed ones. So
  // the greatest total falls into two markets that know nothing of each other, and no number has to outweigh scores.
  const ofMentees = (i: number, j: number): boolean => neededRow[i] === 1 && neededColumn[j] === 0;
  const ofMentors = (i: number, j: number): boolean => neededRow[i] === 0 && neededColumn[j] === 1;
  settlePart(all, ofMentees, { mayStayOut: false, mustFill: false }, solution, progress, how);
  settlePart(all, ofMentors, { mayStayOut: true, mustFill: true }, solution, progress, how);
  return solution;
}

interface Whole {
  problem: Problem;
  worth: Float64Array;
  whole: boolean;
}

/** Solves for some of the pairs, as a market of the mentees and mentors who are in them, and enters what comes out. */
function settlePart(
  { problem, worth, whole }: Whole,
  isIn: (i: number, j: number, edge: number) => boolean,
  kind: Pick<Market, 'mayStayOut' | 'mustFill'>,
  solution: Solution,
  progress: Progress | undefined,
  how: Settle,
): void {
  const { start, mentor, capacity, mentees, mentors } = problem;
  const chosen = new Int32Array(mentor.length);
  const rows: number[] = [];
  const starts = [0];
  const columnOf = new Int32Array(mentors.length).fill(-1);
  let count = 0;
  for (let i = 0; i < mentees.length; i++) {
    const before = count;
    for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
      const j = mentor[edge]!;
      if (capacity[j] === 0 || !isIn(i, j, edge)) continue;
      chosen[count++] = edge;
      columnOf[j] = 0;
    }
    if (count === before) continue;
    rows.push(i);
    starts.push(count);
  }
  if (count === 0) return;
  const columns: number[] = [];
  for (let j = 0; j < mentors.length; j++) if (columnOf[j] === 0) columnOf[j] = columns.push(j) - 1;
  const column = new Int32Array(count);
  const gains = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    column[at] = columnOf[mentor[chosen[at]!]!]!;
    gains[at] = worth[chosen[at]!]!;
  }
  const market: Market = {
    rows: rows.length,
    columns: columns.length,
    start: Int32Array.from(starts),
    column,
    worth: gains,
    capacity: Int32Array.from(columns, (j) => capacity[j]!),
    ...kind,
    whole,
  };
  const { at, level, price } = how(market, progress);
  rows.forEach((i, row) => {
    if (at[row] !== OUT) solution.at[i] = columns[at[row]!]!;
    solution.level[i] = level[row]!;
  });
  columns.forEach((j, column) => {
    solution.price[j] = price[column]!;
  });
}
