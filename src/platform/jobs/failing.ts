import type { Tx } from '../db/index.ts';

/** Jobs that went wrong three times running, and since when; for coordinators. */
export const failingJobs = (tx: Tx): Promise<{ job: string; since: Date }[]> =>
  tx.hot('SELECT job, since FROM access.failing_jobs()', []);
