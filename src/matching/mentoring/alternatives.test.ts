import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../assignment/index.ts';
import { otherwise } from './alternatives.ts';

const MOTHER = 100_000;
const CELLS = 9 * 5;

/** Nine mothers, five mentors; a third of the pairs forbidden, many ties. */
const anyMarket = fc.record({
  capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
  scores: fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 3 }), {
    minLength: CELLS,
    maxLength: CELLS,
  }),
});

test('what each alternative costs is what solving the whole round again with it says', () => {
  fc.assert(
    fc.property(anyMarket, ({ capacities, scores }) => {
      const mentees = Array.from({ length: 9 }, (_, i) => `m${i}`);
      const mentors = capacities.map((capacity, j) => ({ id: `d${j}`, capacity }));
      const pairs = scores.flatMap((score, cell): [string, string, number][] =>
        score === null ? [] : [[`m${Math.floor(cell / 5)}`, `d${cell % 5}`, score]],
      );
      const best = assign({ mentees, mentors, pairs });
      const worth = ({ matches, total }: typeof best) => matches.length * MOTHER + total;
      const mentorOf = new Map(best.matches.map(([mentee, mentor]) => [mentee, Number(mentor.slice(1))]));
      const start = [0];
      for (const mentee of mentees)
        start.push(start.at(-1)! + pairs.filter(([one]) => one === mentee).length);
      const ways = otherwise({
        pairs: {
          start: Int32Array.from(start),
          mentor: Int32Array.from(pairs, ([, mentor]) => Number(mentor.slice(1))),
          score: Int32Array.from(pairs, ([, , score]) => score),
        },
        worth: Float64Array.from(pairs, ([, , score]) => score + MOTHER),
        at: Int32Array.from(mentees, (one) => mentorOf.get(one) ?? 5),
        capacity: Int32Array.from(capacities),
        out: 5,
      });
      mentees.forEach((mentee, i) => {
        const open = pairs.filter(([one, two]) => one === mentee && capacities[Number(two[1])]! > 0);
        const others = open.filter(([, mentor]) => Number(mentor[1]) !== mentorOf.get(mentee));
        expect(ways[i]!.map(({ edge }) => pairs[edge])).toEqual(others);
        for (const { edge, loss } of ways[i]!) {
          const [, mentor] = pairs[edge]!;
          const again = assign({ mentees, mentors, pairs, keep: [[mentee, mentor]] });
          expect(loss).toBe(worth(best) - worth(again));
        }
      });
    }),
    { numRuns: 60 },
  );
});
