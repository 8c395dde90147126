import type { Job } from '../../platform/jobs/index.ts';
import { fetchDue } from './fetching.ts';

const KEPT_DAYS = 90;

/** Runs soon after somebody is followed anew. */
export const FETCHING_JOB = 'around-us.fetching';

export const jobs: Job[] = [
  { name: FETCHING_JOB, every: 'hour', run: fetchDue },
  {
    name: 'around-us.forgetting',
    every: 'day',
    run: async ({ db, now }) => {
      const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
      await db.ask('SELECT access.forget_old_feed_items($1)', [before]);
    },
  },
];
