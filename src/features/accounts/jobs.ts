import type { Job } from '../../platform/jobs/index.ts';
import { sweepExpired } from './sweeping.ts';

export const jobs: Job[] = [
  {
    name: 'accounts.sweeping',
    every: 'day',
    run: async (parts) => void (await sweepExpired(parts, parts.now)),
  },
];
