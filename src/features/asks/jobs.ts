import type { Job } from '../../platform/jobs/index.ts';
import { moveAsksOn } from './introducing.ts';

const DAY = 24 * 60 * 60_000;
/** So long after its time an ask that nobody closed ends by itself. */
const OVER_DAYS = 14;
/** So long after the end its words are kept. */
const KEPT_DAYS = 30;

/** Runs this soon: after an ask, or a "not this time". */
export const ASKS_JOB = 'asks.introducing';

export const jobs: Job[] = [
  { name: ASKS_JOB, every: 'minute', run: moveAsksOn },
  {
    name: 'asks.forgetting',
    every: 'day',
    run: async ({ db, now }) => {
      const before = (days: number) => new Date(now.getTime() - days * DAY);
      await db.ask('SELECT access.end_old_asks($1, $2)', [before(OVER_DAYS), before(KEPT_DAYS)]);
    },
  },
];
