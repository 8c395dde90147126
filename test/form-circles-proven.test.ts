import { expect, test } from 'vitest';
import { type FormingInput, form } from '../src/matching/index.ts';
import { provenTotal } from './kit/proven-circles.ts';
import { somePeople } from './kit/some-people.ts';

// How near the search comes to a proven optimum, without what looks at every way (that is for fewer than these).
const SEARCH = { work: 4e6, alwaysSearch: true };

const WAYS: Partial<FormingInput>[] = [
  { lower: 3, upper: 5 },
  { circles: 4, lower: 3, upper: 5 },
  { circles: 5, lower: 2, upper: 4 },
];

test('what the search finds is the proven optimum', { timeout: 300_000 }, async () => {
  for (const [seed, way] of WAYS.entries()) {
    const input = { ...somePeople({ size: 12, seed, density: seed % 2 ? 1 : 0.4 }), ...way } as FormingInput;
    const best = await provenTotal(input);
    expect([seed, form(input, SEARCH).total]).toEqual([seed, expect.closeTo(best, 4)]);
  }
});
