import { jobs as letterJobs } from './features/letters/index.ts';
import type { Job } from './platform/jobs/index.ts';

/** Everything that happens by the clock: each feature's own jobs. */
export const jobs: Job[] = [...letterJobs];
