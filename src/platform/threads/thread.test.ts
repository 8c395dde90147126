import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { threadFor } from './index.ts';

const LIMITS = { ms: 400, megabytes: 24 };
const work = threadFor<string, string>(new URL('./hard-work.fixture.ts', import.meta.url), LIMITS);

test('one that never ends is ended by the clock, says how far it came, and holds nobody up', async () => {
  await work('begin');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  expect(await work('for ever')).toEqual({ done: false, reached: 8 });
  expect(performance.now() - begun).toBeLessThan(20_000);
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(1_000); // worked out here, it would be without end
});

test('one that takes all memory is gone, and the next is answered by a new one', async () => {
  expect(await work('all memory', 10_000)).toEqual({ done: false, reached: 7 });
  expect(await work('hello')).toEqual({ done: true, answer: 'HELLO' });
});

test('one by one, in order; a fault of ours is no limit', async () => {
  const all = Promise.all([work('a'), work('fail').catch((error: Error) => error.message), work('b')]);
  expect(await all).toEqual([
    { done: true, answer: 'A' },
    expect.stringContaining('no good'),
    { done: true, answer: 'B' },
  ]);
});
