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
  const mine = limiters.get(owner) ?? new Map<RateLimit, RateLimiterMemory>();
  limiters.set(owner, mine);
  const limiter = mine.get(limit) ?? new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
  mine.set(limit, limiter);
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
