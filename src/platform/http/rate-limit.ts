import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Ctx } from './env.ts';
import { Problem } from './problem.ts';

/** `points` acts in `seconds` for each key. Counted in this process; see docs/self-hosting.md for several servers. */
export interface RateLimit {
  points: number;
  seconds: number;
}

const limiters = new WeakMap<object, Map<RateLimit, RateLimiterMemory>>();

/**
 * Counts one act of `key` against `limit`.
 * @throws Problem 429 saying in how many minutes to try again
 */
export async function spend(c: Ctx, limit: RateLimit, key: string): Promise<void> {
  // One set of counters a server: tests that run several servers in one process must not share them.
  const owner = c.get('config');
  let mine = limiters.get(owner);
  if (!mine) limiters.set(owner, (mine = new Map()));
  let limiter = mine.get(limit);
  if (!limiter)
    mine.set(limit, (limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })));
  try {
    await limiter.consume(key);
  } catch (spent) {
    const minutes = Math.max(
      1,
      Math.ceil(((spent as { msBeforeNext?: number }).msBeforeNext ?? 60_000) / 60_000),
    );
    throw new Problem(429, 'errors.tooMany', { minutes });
  }
}
