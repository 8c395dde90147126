import { newId } from '../crypto/index.ts';
import type { Parts } from '../http/index.ts';
import type { Job } from './job.ts';
import { type Ticks, ticks } from './ticks.ts';

const LOOK_MS = 10_000;
const STAY_MS = 15_000;
/** The first page after a start comes first. */
const FIRST_LOOK_MS = 1_000;
/** How long jobs under way may take to come to a good place to stop. */
const LAST_WORK_MS = 10_000;

export interface Runner {
  /** Begins whatever is due; resolves when all that was begun has ended. */
  look(): Promise<void>;
  /**
   * Runs a job at once in this process, beside its ticks, because something has just been written down for it: rows
   * are claimed, so two runs do no harm. Calls that come meanwhile become one more run.
   */
  soon(name: string): void;
  /** Begins nothing more, lets what is under way stop, and hands it to the next server. */
  stop(): Promise<void>;
}

/** Looks for due jobs every few seconds, beside the other servers of this database. */
export function startJobs(parts: Parts, jobs: Job[]): Runner {
  const runner = jobRunner(parts, jobs);
  const look = () => void runner.look();
  const first = setTimeout(look, FIRST_LOOK_MS);
  const again = setInterval(look, LOOK_MS);
  return {
    ...runner,
    stop() {
      clearTimeout(first);
      clearInterval(again);
      return runner.stop();
    },
  };
}

/** The same without a clock of its own: it looks when it is told to. `moment` is the tests' clock. */
export function jobRunner(parts: Parts, jobs: Job[], moment?: () => Date): Runner {
  const mine = ticks(parts.db, newId(), jobs, moment);
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const nudged = new Map<string, 'running' | 'again'>();
  let looking: Promise<void> | null = null;

  const beginAll = async () => {
    try {
      while (!stopping.signal.aborted) {
        const job = await mine.begin();
        if (!job) return;
        const work = attend(parts, job, mine, stopping.signal, moment?.() ?? new Date());
        underWay.add(work);
        void work.finally(() => underWay.delete(work));
      }
    } catch (error) {
      parts.log.error({ jobs: 'looking', err: error }); // the database is away: the next look may find it
    }
  };
  const runNudged = async (name: string) => {
    do {
      nudged.set(name, 'running');
      await runJob(parts, jobs, name, moment?.() ?? new Date(), stopping.signal).catch((error) =>
        parts.log.error({ job: name, err: error }),
      );
    } while (nudged.get(name) === 'again' && !stopping.signal.aborted);
    nudged.delete(name);
  };
  return {
    async look() {
      looking ??= beginAll().finally(() => {
        looking = null;
      });
      await looking;
      await Promise.all(underWay);
    },
    soon(name) {
      const running = nudged.has(name);
      nudged.set(name, running ? 'again' : 'running');
      if (running || stopping.signal.aborted) return;
      const work = runNudged(name);
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
    async stop() {
      stopping.abort();
      await looking;
      await Promise.race([Promise.all(underWay), after(LAST_WORK_MS)]);
    },
  };
}

/** Runs one job while telling the others that somebody is at it. Never throws: what goes wrong is told and retried. */
async function attend(parts: Parts, job: Job, mine: Ticks, stopping: AbortSignal, now: Date): Promise<void> {
  const lost = new AbortController();
  const staying = setInterval(() => {
    mine.stay(job).then(
      (ours) => ours || lost.abort(),
      (error) => parts.log.error({ job: job.name, err: error }),
    );
  }, STAY_MS);
  const signal = AbortSignal.any([stopping, lost.signal]);
  const began = performance.now();
  let how: 'done' | 'failed' | 'left' = 'done';
  try {
    await job.run({ ...parts, now, stopping: signal });
    if (signal.aborted) how = 'left';
  } catch (error) {
    how = signal.aborted ? 'left' : 'failed';
    parts.log.error({ job: job.name, err: error });
  } finally {
    clearInterval(staying);
  }
  parts.log.debug({ job: job.name, how, ms: Math.round(performance.now() - began) });
  await mine.end(job, how).catch((error) => parts.log.error({ job: job.name, err: error }));
}

/** Runs one job now, whatever its tick says: for tests and for the command line. @throws what the job throws */
export async function runJob(
  parts: Parts,
  jobs: Job[],
  name: string,
  now: Date,
  stopping = new AbortController().signal,
): Promise<void> {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`There is no job ${name}; there are ${jobs.map((one) => one.name).join(', ')}`);
  await job.run({ ...parts, now, stopping });
}

const after = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms).unref();
  });
