import { exactSum } from './exact-sum.ts';
import { OUT } from './market.ts';
import type { Problem } from './problem.ts';
import type { Solution } from './solve.ts';
import { greatest } from './units.ts';

/**
 * By how much another answer could at most be better, in scores: 0 proves the optimum. The prices bound every answer
 * from above, once each mentee's is raised by whatever a pair exceeds it; what is left of that bound above the total is
 * the gap. Where a greatest number is asked first, pairs of two needed ones do not count: no greatest matching has any.
 */
export function gapOf(problem: Problem, solution: Solution): number {
  const { start, mentor, score, capacity } = problem;
  const { at, level, price, scale, whole, needed } = solution;
  const parts: number[] = [];
  for (let i = 0; i < at.length; i++) {
    parts.push(level[i]!);
    const end = start[i + 1]!;
    for (let edge = start[i]!; edge < end; edge++) {
      const j = mentor[edge]!;
      const worth = whole ? Math.round(score[edge]! * scale) : score[edge]! * scale;
      if (at[i] === j) parts.push(-worth);
      if (needed?.mentees[i] && needed.mentors[j]) continue;
      // Nobody is placed with a mentor who takes nobody, nor for what would lower the total.
      if (capacity[j] === 0 || (!needed && worth <= 0)) continue;
      const over = worth - level[i]! - price[j]!;
      if (over > 0) parts.push(over);
    }
    if (at[i] === OUT && level[i]! < 0) parts.push(-level[i]!);
  }
  for (let j = 0; j < price.length; j++) if (price[j] !== 0) parts.push(price[j]! * capacity[j]!);
  return Math.max(0, exactSum(parts)) / scale;
}

/** Whether a gap is nothing but the rounding of doubles as great as the scores. Whole numbers have none. */
export function isProven({ score }: Problem, { at, whole }: Solution, gap: number): boolean {
  if (whole) return gap === 0;
  return gap / greatest(score) <= (at.length + 1) * ROUNDING;
}

const ROUNDING = 2 ** -44;
