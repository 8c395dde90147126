import type { Worker } from 'node:worker_threads';
import type { FromThread } from './answering.ts';
import { begin } from './code.ts';

export interface Limits {
  /** By the clock, from when the thread has begun. */
  ms: number;
  megabytes: number;
}

/** `reached`: how far it had come when it was stopped, in the thread's own measure (see `answerEach`). */
export type Outcome<Answer> = { done: true; answer: Answer } | { done: false; reached: number };

/** A thread that nothing is asked of ends after so long. */
const IDLE_MS = 5_000;
/** One that does not even begin. */
const BEGIN_MS = 10_000;

/**
 * A way to have something worked out in a thread of its own, which is ended when it takes more time or memory than it may:
 * whatever it is given, nobody else waits. One at a time, so that memory stays small.
 * @param file `new URL('./some-thread.ts', import.meta.url)`
 */
export function threadFor<Asked, Answer>(
  file: URL,
  limits: Limits,
): (asked: Asked, ms?: number) => Promise<Outcome<Answer>> {
  let last: Promise<unknown> = Promise.resolve();
  let running: Running | null = null;
  let resting: NodeJS.Timeout | undefined;

  const letGo = async () => {
    const ending = running;
    running = null;
    await ending?.worker.terminate();
  };
  const work = async (asked: Asked, ms: number): Promise<Outcome<Answer>> => {
    clearTimeout(resting);
    running ??= await start(file, limits.megabytes);
    const outcome = running
      ? await askOne<Answer>(running, asked, ms)
      : ({ done: false, reached: 0 } as const);
    if (outcome.done) resting = setTimeout(letGo, IDLE_MS).unref();
    else await letGo();
    return outcome;
  };
  return (asked, ms = limits.ms) => {
    const mine = last.then(() => work(asked, ms));
    last = mine.catch(() => {});
    return mine;
  };
}

interface Running {
  worker: Worker;
  /** Shared with it: how far it has come. */
  reached: Int32Array;
}

/** Null: it cannot begin. */
async function start(file: URL, megabytes: number): Promise<Running | null> {
  const reached = new Int32Array(new SharedArrayBuffer(4));
  const worker = await begin(file, {
    workerData: { reached },
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
  });
  worker.on('error', () => {}); // its exit tells
  worker.unref();
  const first = await nextOf(worker, BEGIN_MS);
  if (first?.kind === 'ready') return { worker, reached };
  await worker.terminate();
  return null;
}

async function askOne<Answer>(
  { worker, reached }: Running,
  asked: unknown,
  ms: number,
): Promise<Outcome<Answer>> {
  Atomics.store(reached, 0, 0);
  const next = nextOf(worker, ms);
  worker.postMessage(asked);
  const said = await next;
  if (said?.kind === 'failed') throw new Error(`in a thread: ${said.why}`);
  if (said?.kind !== 'answer') return { done: false, reached: Atomics.load(reached, 0) };
  return { done: true, answer: said.answer as Answer };
}

/** What it says next; null when it says nothing in time, or is gone: no memory left. */
function nextOf(worker: Worker, ms: number): Promise<FromThread | null> {
  return new Promise((done) => {
    const end = (said: FromThread | null) => {
      clearTimeout(limit);
      worker.off('message', end).off('exit', gone);
      done(said);
    };
    const gone = () => end(null);
    const limit = setTimeout(gone, ms);
    worker.once('message', end).once('exit', gone);
  });
}
