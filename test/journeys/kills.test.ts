import { expect, it } from 'vitest';
import { killWhileWriting } from '../kit/crash.ts';

// The long version, fifty kills, is bench/kills.ts. Six starts take their time on a busy machine.
it('is killed without warning while people post, starts by itself, and has lost no word it acknowledged', {
  timeout: 400_000,
}, async () => {
  const some = () => 5 + Math.random() * 20;
  const { acknowledged, lost, doubled, restarts } = await killWhileWriting(5, some);
  expect(acknowledged).toBeGreaterThanOrEqual(25);
  expect(restarts).toHaveLength(5);
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
});
