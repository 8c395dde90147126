import { expect, test } from 'vitest';
import { remember } from './index.ts';

test('what was worked out is kept, up to so many', () => {
  let worked = 0;
  const kept = remember<number>(2);
  const ask = (key: string) => kept(key, () => ++worked);
  expect([ask('a'), ask('a'), ask('b'), ask('c'), ask('a')]).toEqual([1, 1, 2, 3, 4]);
});

test('keys that people wrote, however long, do not fill the memory', () => {
  let worked = 0;
  const kept = remember<number>(3000);
  const ask = (n: number) => kept(String(n).padEnd(50_000), () => ++worked);
  for (let n = 0; n < 100; n++) ask(n);
  ask(99);
  expect(worked).toBe(100);
  ask(0); // long gone
  expect(worked).toBe(101);
});
