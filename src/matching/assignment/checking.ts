import type { Assignment, AssignmentInput } from './assign.ts';
import { settleDense } from './dense-square.ts';
import { settle } from './settle.ts';
import type { Settle } from './solve.ts';
import { settleByAuction } from './sparse-auction.ts';
import { settleByPaths } from './sparse-paths.ts';

/** For tests: every solver on its own, whatever it would be chosen for. */
export const SOLVERS: Record<string, Settle> = {
  chosen: settle,
  paths: (market) => settleByPaths(market)!,
  auction: (market) => settleByAuction(market) ?? settleByPaths(market)!,
  square: (market) => {
    const places = market.capacity.reduce((sum, one) => sum + Math.min(one, market.rows + 1), 0);
    return settleDense(market, Math.max(market.rows, places));
  },
};

/**
 * For tests: what is wrong with an answer, looking at nothing but the input, the answer and its prices. No word of the
 * engine's own checking is believed. Whole numbers are compared as such; others up to the rounding of doubles.
 */
export function faults(input: AssignmentInput, answer: Assignment): string[] {
  return [...faultsOfMatches(input, answer), ...faultsOfProof(input, answer)];
}

const key = (mentee: string, mentor: string): string => JSON.stringify([mentee, mentor]);

function faultsOfMatches(input: AssignmentInput, { matches, unmatched, total }: Assignment): string[] {
  const wrong: string[] = [];
  const scores = new Map(input.pairs.map(([mentee, mentor, score]) => [key(mentee, mentor), score]));
  const held = new Map<string, number>();
  for (const [mentee, mentor, score] of matches) {
    if (scores.get(key(mentee, mentor)) !== score) wrong.push(`${mentee} and ${mentor} are no pair`);
    held.set(mentor, (held.get(mentor) ?? 0) + 1);
  }
  for (const { id, capacity = 1 } of input.mentors)
    if ((held.get(id) ?? 0) > capacity) wrong.push(`${id} is overloaded`);
  const everybody = [...matches.map(([mentee]) => mentee), ...unmatched].sort();
  if (JSON.stringify(everybody) !== JSON.stringify([...input.mentees].sort()))
    wrong.push('not everybody once');
  const sum = matches.reduce((all, [, , score]) => all + score, 0);
  const size = matches.reduce((all, [, , score]) => all + Math.abs(score), 0);
  if (Math.abs(sum - total) > 1e-12 * size) wrong.push(`the total is ${sum}, not ${total}`);
  return wrong;
}

/** Feasible prices that come to what the matches are worth: no other answer can be worth more. */
function faultsOfProof(input: AssignmentInput, { matches, proof }: Assignment): string[] {
  const wrong: string[] = [];
  const { problem, solution } = proof;
  const { scale, whole, needed } = solution;
  const worth = (score: number) => (whole ? Math.round(score * scale) : score * scale);
  const most = input.pairs.reduce((top, [, , score]) => Math.max(top, Math.abs(score * scale)), 0);
  const slack = whole ? 0 : most * (input.mentees.length + 1) * 2 ** -44;
  const level = new Map(problem.mentees.map((id, i) => [id, solution.level[i]!]));
  const price = new Map(problem.mentors.map((id, j) => [id, solution.price[j]!]));
  const isNeededMentee = new Map(problem.mentees.map((id, i) => [id, needed?.mentees[i] === 1]));
  const isNeededMentor = new Map(problem.mentors.map((id, j) => [id, needed?.mentors[j] === 1]));
  const capacity = new Map(input.mentors.map(({ id, capacity: places = 1 }) => [id, places]));
  for (const [mentee, mentor, score] of input.pairs) {
    const meets = Number(isNeededMentee.get(mentee)) + Number(isNeededMentor.get(mentor));
    if (needed && meets === 0 && capacity.get(mentor)! > 0)
      wrong.push(`${mentee}, ${mentor} meets nobody needed`);
    if (meets === 2 || capacity.get(mentor) === 0 || (!needed && score <= 0)) continue;
    if (level.get(mentee)! + price.get(mentor)! < worth(score) - slack)
      wrong.push(`${mentee}, ${mentor} is worth more`);
  }
  let bound = 0;
  let count = 0;
  for (const [id, one] of level) {
    if (!isNeededMentee.get(id) && one < -slack) wrong.push(`${id} would rather stay out`);
    bound += one;
    count += isNeededMentee.get(id) ? 1 : 0;
  }
  for (const [id, one] of price) {
    if (!isNeededMentor.get(id) && one < -slack) wrong.push(`${id} would rather have a place left`);
    if (one !== 0) bound += one * capacity.get(id)!;
    count += isNeededMentor.get(id) ? capacity.get(id)! : 0;
  }
  const sum = matches.reduce((all, [, , score]) => all + worth(score), 0);
  if (Math.abs(bound - sum) > slack * (input.mentors.length + 1)) wrong.push(`bound ${bound}, total ${sum}`);
  if (needed && count !== matches.length) wrong.push(`${count} could be matched, ${matches.length} are`);
  return wrong;
}
