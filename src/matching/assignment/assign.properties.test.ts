import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssignmentInput, assign, assignTaken } from './assign.ts';
import { faults, SOLVERS } from './checking.ts';
import { Intake } from './intake.ts';
import { OBJECTIVES } from './problem.ts';

const anyScore = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -100, max: 100 }).map((hundredths) => hundredths / 100),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
);

/** Small enough to try everything: few people, some of whom take nobody, some pairs forbidden, many ties. */
const anyInput: fc.Arbitrary<AssignmentInput> = fc
  .record({
    capacities: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
    mentees: fc.integer({ min: 0, max: 6 }),
    objective: fc.constantFrom(...OBJECTIVES),
  })
  .chain(({ capacities, mentees, objective }) =>
    fc
      .array(fc.option(anyScore), {
        minLength: mentees * capacities.length,
        maxLength: mentees * capacities.length,
      })
      .map((scores) => ({
        mentees: Array.from({ length: mentees }, (_, i) => `m${i}`),
        mentors: capacities.map((capacity, j) => ({ id: `d${j}`, capacity })),
        pairs: scores.flatMap((score, at): [string, string, number][] => {
          if (score === null) return [];
          return [[`m${Math.floor(at / capacities.length)}`, `d${at % capacities.length}`, score]];
        }),
        objective,
      })),
  );

/** The best number and total there are, by trying everything. */
function bestOf({ mentees, mentors, pairs, objective }: AssignmentInput): { count: number; total: number } {
  const left = new Map(mentors.map(({ id, capacity = 1 }) => [id, capacity]));
  let best = { count: 0, total: objective === 'max-total' ? 0 : Number.NEGATIVE_INFINITY };
  const go = (at: number, count: number, total: number): void => {
    if (at === mentees.length) {
      const isMore = objective === 'max-total' ? total > best.total : count > best.count;
      const isSame = objective !== 'max-total' && count === best.count;
      if (isMore || (isSame && total > best.total)) best = { count, total };
      return;
    }
    go(at + 1, count, total);
    for (const [mentee, mentor, score] of pairs) {
      if (mentee !== mentees[at] || left.get(mentor) === 0) continue;
      left.set(mentor, left.get(mentor)! - 1);
      go(at + 1, count + 1, total + score);
      left.set(mentor, left.get(mentor)! + 1);
    }
  };
  go(0, 0, 0);
  return best;
}

const taken = (input: AssignmentInput) => {
  const intake = new Intake();
  for (const id of input.mentees) intake.addMentee(id);
  for (const { id, capacity } of input.mentors) intake.addMentor(id, capacity);
  for (const pair of input.pairs) intake.addPair(...pair);
  return intake.finish();
};

describe.each(Object.keys(SOLVERS))('by %s', (solver) => {
  test('nothing that can be tried is better, and the prices prove it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer = assignTaken(taken(input), input.objective!, undefined, SOLVERS[solver]);
        const best = bestOf(input);
        if (input.objective !== 'max-total') expect(answer.matches.length).toBe(best.count);
        const most = Math.max(1, ...input.pairs.map(([, , score]) => Math.abs(score)));
        expect(Math.abs(answer.total - best.total)).toBeLessThanOrEqual(1e-11 * most);
        expect(answer.optimal).toBe(true);
        expect(faults(input, answer)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test('the order of the input decides nothing', () => {
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(
      anyInput.chain((input) =>
        fc.tuple(fc.constant(input), shuffled(input.mentees), shuffled(input.mentors), shuffled(input.pairs)),
      ),
      ([input, mentees, mentors, pairs]) => {
        const { matches, unmatched, total } = assign(input);
        expect(assign({ ...input, mentees, mentors, pairs })).toMatchObject({ matches, unmatched, total });
      },
    ),
    { numRuns: 100 },
  );
});

test('pairs that are kept stay, and keeping the best answer’s own changes nothing', () => {
  fc.assert(
    fc.property(anyInput, fc.nat(), (input, seed) => {
      const best = assign(input);
      const keep = best.matches
        .filter((_match, at) => (seed >> at) & 1)
        .map(([mentee, mentor]): [string, string] => [mentee, mentor]);
      const again = assign({ ...input, keep });
      for (const [mentee, mentor] of keep)
        expect(again.matches.some(([a, b]) => a === mentee && b === mentor)).toBe(true);
      const most = Math.max(1, ...input.pairs.map(([, , score]) => Math.abs(score)));
      if (input.objective !== 'max-total') expect(again.matches.length).toBe(best.matches.length);
      expect(Math.abs(again.total - best.total)).toBeLessThanOrEqual(1e-11 * most);
    }),
    { numRuns: 100 },
  );
});
