import type { Job } from '../../platform/jobs/index.ts';
import { sendLetters } from './sending.ts';

const KEPT_DAYS = 90;

export const jobs: Job[] = [
  { name: 'letters.sending', every: 'minute', run: sendLetters },
  {
    name: 'letters.forgetting',
    every: 'day',
    run: async ({ db, now }) => {
      const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
      await db.ask('SELECT access.forget_old_letters($1)', [before]);
    },
  },
];
