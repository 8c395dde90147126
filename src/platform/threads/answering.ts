import { parentPort, workerData } from 'node:worker_threads';

/** What a thread says. */
export type FromThread =
  | { kind: 'ready' }
  | { kind: 'answer'; answer: unknown }
  | { kind: 'failed'; why: string };

/**
 * The whole of a thread's file: answers whatever it is asked, one after the other. `reach` says how far it has come, for
 * whoever has to stop it.
 */
export function answerEach<Asked, Answer>(
  work: (asked: Asked, reach: (far: number) => void) => Answer,
): void {
  const { reached } = workerData as { reached: Int32Array };
  const say = (what: FromThread) => parentPort!.postMessage(what);
  parentPort!.on('message', (asked: Asked) => {
    try {
      say({ kind: 'answer', answer: work(asked, (far) => Atomics.store(reached, 0, far)) });
    } catch (error) {
      say({ kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  say({ kind: 'ready' });
}
