import { expect, test } from 'vitest';
import { closest, slips } from './slips.ts';

test('a slip is a letter too many, too few, another, or two that changed places', () => {
  for (const [a, b, apart] of [
    ['sleep', 'sleep', 0],
    ['sleap', 'sleep', 1],
    ['slep', 'sleep', 1],
    ['sleeep', 'sleep', 1],
    ['nigth', 'night', 1],
    ['noshes', 'noches', 1],
    ['anxeity', 'anxiety', 1],
    ['kitten', 'sitting', 3],
    ['abc', '', 3],
  ] as const)
    expect(slips(a, b, 9), `${a} ${b}`).toBe(apart);
  expect(slips('kitten', 'sitting', 1)).toBe(2); // farther than asked: not counted to the end
});

test('the closest are meant; short words are taken as they are', () => {
  const known = ['night', 'nights', 'sight', 'pediatrician', 'cat'];
  expect(closest('nigth', known)).toEqual(['night']);
  expect(closest('pediatritian', known)).toEqual(['pediatrician']);
  expect(closest('pediatritain', known)).toEqual(['pediatrician']);
  expect(closest('bat', known)).toEqual([]);
  expect(closest('fight', known)).toEqual(['night', 'sight']);
  expect(closest('xylophone', known)).toEqual([]);
});
