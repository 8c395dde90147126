import { threadFor } from '../threads/index.ts';
import type { Asked, ReadAhead } from './read-ahead.ts';

const inThread = threadFor<Asked, ReadAhead>(new URL('./calendar-thread.ts', import.meta.url), {
  ms: 1000,
  megabytes: 128,
});

/**
 * Reads a calendar somebody brought, in a thread of its own: whatever it is made of, nobody else waits, and after a second
 * by the clock it is given up with the line it had come to.
 */
export async function readApart(asked: Asked): Promise<ReadAhead> {
  const outcome = await inThread(asked);
  if (outcome.done) return outcome.answer;
  return { ok: false, line: Math.max(1, outcome.reached), reason: 'too-much-work' };
}
