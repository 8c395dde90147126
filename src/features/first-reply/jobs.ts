import type { Job } from '../../platform/jobs/index.ts';
import { climbLadders } from './ladder.ts';

const KEPT_DAYS = 90;

/** Runs this soon: after a "not now", or when a coordinator wants somebody reminded. */
export const LADDER_JOB = 'first-reply.climbing';

export const jobs: Job[] = [
  { name: LADDER_JOB, every: 'minute', run: climbLadders },
  {
    name: 'first-reply.forgetting',
    every: 'day',
    run: async ({ db, now }) => {
      await db.ask('SELECT access.forget_old_asks($1)', [new Date(now.getTime() - KEPT_DAYS * 86_400_000)]);
    },
  },
];
