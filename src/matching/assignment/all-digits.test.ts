import { expect, test } from 'vitest';
import { assignTaken } from './assign.ts';
import type { Market, Settlement } from './market.ts';
import { settleByAuction } from './sparse-auction.ts';
import { settleByPaths } from './sparse-paths.ts';

/** Twentieths, told apart by less than whole numbers can count: places for all, of whom most are sought after. */
function town(mentees: number, mentors: number) {
  let state = 11;
  const roll = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const all = Array.from({ length: mentees * mentors }, (_, at) => at).filter(() => roll() < 0.2);
  return {
    mentees: Array.from({ length: mentees }, (_, at) => `m${at}`),
    mentors: Array.from({ length: mentors }, (_, at) => `d${at}`),
    capacities: Array.from({ length: mentors }, () => Math.floor((2.4 * roll() * mentees) / mentors)),
    pairs: {
      mentee: Int32Array.from(all, (at) => Math.floor(at / mentors)),
      mentor: Int32Array.from(all, (at) => at % mentors),
      score: Float64Array.from(all, () => Math.round(20 * roll()) / 20 + 1e-13 * roll()),
    },
  };
}

test('an auction in whole numbers is set right to the last digit of the scores', () => {
  const taken = town(300, 60);
  const by = (how: (market: Market) => Settlement | null) =>
    assignTaken(taken, 'most-matched-then-total', undefined, (market) => {
      const settled = how(market);
      if (!settled) throw new Error('gave up');
      return settled;
    });
  const [auction, paths] = [by(settleByAuction), by(settleByPaths)];
  expect([auction.optimal, auction.proof.solution.whole, paths.optimal]).toEqual([true, false, true]);
  expect(auction.matches).toEqual(paths.matches);
});
