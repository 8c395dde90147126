import type { Job } from '../../platform/jobs/index.ts';
import { TELLING_JOB, tellHelpers } from './telling.ts';

export const jobs: Job[] = [
  { name: TELLING_JOB, every: 'minute', run: tellHelpers },
  {
    name: 'help-calendars.erasing',
    every: 'day',
    run: async ({ db, now }) => void (await db.inJob('SELECT access.erase_ended_help($1)', [now])),
  },
];
