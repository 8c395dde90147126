import type { Parts } from '../http/index.ts';

/** What a job is given: the server's parts, and its own moment. It never asks the clock. */
export interface JobParts extends Parts {
  now: Date;
  /** Aborted when the server goes down: long work stops between two rows, and another server goes on with it. */
  stopping: AbortSignal;
}

/**
 * A tick by the clock. It may be cut off anywhere and begun again, here or on another server: what is to be done
 * stands in rows, and is claimed there.
 */
export interface Job {
  /** 'circles.renaming': the feature and what is done. */
  name: string;
  every: 'minute' | 'hour' | 'day';
  run(parts: JobParts): Promise<void>;
}

const SECONDS = { minute: 60, hour: 60 * 60, day: 24 * 60 * 60 } as const;

/** How long one period of a job is. */
export const secondsOf = (job: Job): number => SECONDS[job.every];
