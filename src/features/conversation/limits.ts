import type { RateLimit } from '../../platform/http/index.ts';

/** Generous for a night of talking, too little for a machine. */
export const POSTING: RateLimit = { points: 30, seconds: 600 };
export const REACTING: RateLimit = { points: 120, seconds: 600 };
/** Lines that open pages keep to the server; one ends when its tab is hidden and begins again when it is looked at. */
export const FOLLOWING: RateLimit = { points: 1200, seconds: 3600 };
