import fc from 'fast-check';
import { expect, test } from 'vitest';
import { affinityOf, bruteTotal, loadOf } from './checking.ts';
import { type Formed, type FormingInput, form } from './form.ts';
import { FormingError } from './intake.ts';

const SEARCH = { work: 1e6, alwaysSearch: true };
const FEW = { work: 1e6 };

/** Members with weights or without, bounds that may be met or not, some pairs not listed, some that do not get on. */
const anyInput = (most: number): fc.Arbitrary<FormingInput> =>
  fc
    .record({
      weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: most }),
      isWeighted: fc.boolean(),
      circles: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      lower: fc.integer({ min: 0, max: 4 }),
      more: fc.integer({ min: 0, max: 4 }),
    })
    .chain(({ weights, isWeighted, circles, lower, more }) => {
      const members = weights.map((_weight, at) => `m${at}`);
      const pairs = members.flatMap((one, at) => members.slice(0, at).map((other) => [other, one] as const));
      const anyScore = fc.option(fc.integer({ min: -300, max: 500 }), { nil: null, freq: 3 });
      return fc.array(anyScore, { minLength: pairs.length, maxLength: pairs.length }).map((scores) => ({
        members,
        ...(isWeighted ? { weights } : {}),
        ...(circles === undefined ? {} : { circles }),
        lower,
        upper: Math.max(1, lower + more),
        affinity: pairs.flatMap(([one, other], at): [string, string, number][] =>
          scores[at] === null ? [] : [[one, other, scores[at]! / 100]],
        ),
      }));
    });

function tried(input: FormingInput, effort: Parameters<typeof form>[1]): Formed | null {
  try {
    return form(input, effort);
  } catch (error) {
    if (error instanceof FormingError) return null;
    throw error;
  }
}

function expectSound(input: FormingInput, { circles, waiting, total }: Formed): void {
  expect([...circles.flat(), ...waiting].sort()).toEqual([...input.members].sort());
  for (const circle of circles) {
    expect(loadOf(input, circle)).toBeGreaterThanOrEqual(input.lower);
    expect(loadOf(input, circle)).toBeLessThanOrEqual(input.upper);
  }
  if (input.circles !== undefined) expect([circles.length, waiting]).toEqual([input.circles, []]);
  expect(total).toBeCloseTo(
    circles.reduce((sum, circle) => sum + affinityOf(input, circle), 0),
    9,
  );
}

test('no way to form circles of a few members is better, and none within bounds is missed', () => {
  fc.assert(
    fc.property(anyInput(8), (input) => {
      const best = input.circles! > input.members.length ? null : bruteTotal(input);
      for (const effort of [FEW, SEARCH]) {
        const formed = tried(input, effort);
        if (best === null || !formed)
          expect([effort, formed]).toEqual([effort, best === null ? null : formed]);
        if (best !== null) expect(formed).not.toBeNull();
        if (!formed) continue;
        expectSound(input, formed);
        expect(formed.total).toBeCloseTo(best!, 9);
      }
    }),
    { numRuns: 60, seed: 6 },
  );
});

test('bounds are kept, nobody is lost or seated twice, the total is the sum; the order of the input is nothing', () => {
  fc.assert(
    fc.property(anyInput(30), fc.infiniteStream(fc.nat()), (input, luck) => {
      const formed = tried(input, SEARCH);
      if (formed) expectSound(input, formed);
      expect(tried(shuffledInput(input, luck), SEARCH)).toEqual(formed);
    }),
    { numRuns: 30, seed: 7 },
  );
});

function shuffledInput(input: FormingInput, luck: fc.Stream<number>): FormingInput {
  const keyed = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [luck.next().value as number, one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  const order = keyed(input.members.map((_id, at) => at));
  return {
    ...input,
    members: order.map((at) => input.members[at]!),
    ...(input.weights ? { weights: order.map((at) => input.weights![at]!) } : {}),
    affinity: keyed(input.affinity).map(([one, other, score], at) =>
      at % 2 ? [one, other, score] : [other, one, score],
    ),
  };
}
