import { expect, it } from 'vitest';
import { killWhileWriting } from '../kit/crash.ts';

// The long version, fifty kills, is bench/kills.ts.
it('is killed without warning while people post, starts again by itself, and has lost no word it acknowledged', async () => {
  const { acknowledged, lost, doubled, restarts } = await killWhileWriting(
    5,
    () => 300 + Math.random() * 300,
  );
  expect(acknowledged).toBeGreaterThan(20);
  expect(restarts).toHaveLength(5);
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
});
