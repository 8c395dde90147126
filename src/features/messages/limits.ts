import type { RateLimit } from '../../platform/http/index.ts';

/** Tries, not requests: how many she may make a day is held by the database (access.ask_to_talk). */
export const ASKING: RateLimit = { points: 20, seconds: 3600 };
export const WRITING: RateLimit = { points: 60, seconds: 600 };
