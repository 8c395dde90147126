import type { Job } from '../../platform/jobs/index.ts';
import { deliverPushes } from './push/delivering.ts';

const KEPT_DAYS = 90;

/** Runs the first of these soon: after a write that may have told somebody something. */
export const PUSH_JOB = 'notifications.push';

export const jobs: Job[] = [
  {
    name: PUSH_JOB,
    every: 'minute',
    run: async (parts) => void (await deliverPushes(parts, parts.now, parts.stopping)),
  },
  {
    name: 'notifications.forgetting',
    every: 'day',
    run: async ({ db, now }) => {
      const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
      await db.ask('SELECT access.forget_old_notifications($1)', [before]);
    },
  },
];
