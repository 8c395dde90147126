import type { RateLimit } from '../../platform/http/index.ts';

export const REPORTING: RateLimit = { points: 30, seconds: 3600 };
export const BLOCKING: RateLimit = { points: 60, seconds: 3600 };
