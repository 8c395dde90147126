import type { Database } from '../db/index.ts';
import { type Job, secondsOf } from './job.ts';

/** A server that is silent for so long is thought dead, and its job is begun again elsewhere. */
const LEASE = '60 seconds';

/** The way to the one table of ticks, as one server: see migrations/0011_jobs.sql. */
export interface Ticks {
  /** The next job that is due and at which nobody is: from now on ours. Null when there is none. */
  begin(): Promise<Job | null>;
  /** Says that we are still at it. False when another server has taken over. */
  stay(job: Job): Promise<boolean>;
  end(job: Job, how: 'done' | 'failed' | 'left'): Promise<void>;
}

/** `moment` is for tests; without it the database's clock counts, which all servers share. */
export function ticks(db: Pick<Database, 'ask'>, who: string, jobs: Job[], moment?: () => Date): Ticks {
  const names = jobs.map((job) => job.name);
  const seconds = jobs.map(secondsOf);
  const at = () => moment?.() ?? null;
  return {
    async begin() {
      const [row] = await db.ask<{ job: string | null }>(
        'SELECT access.begin_job($1, $2, $3, $4, $5) AS job',
        [names, seconds, who, LEASE, at()],
      );
      return jobs.find((job) => job.name === row?.job) ?? null;
    },
    async stay(job) {
      const [row] = await db.ask<{ ours: boolean }>('SELECT access.stay_at_job($1, $2, $3) AS ours', [
        job.name,
        who,
        LEASE,
      ]);
      return row?.ours ?? false;
    },
    async end(job, how) {
      await db.ask('SELECT access.end_job($1, $2, $3, $4)', [job.name, who, how, at()]);
    },
  };
}
