import type { RateLimit } from '../../platform/http/index.ts';

/** Generous for a night of talking, too little for a machine. */
export const POSTING: RateLimit = { points: 30, seconds: 600 };
export const REACTING: RateLimit = { points: 120, seconds: 600 };
