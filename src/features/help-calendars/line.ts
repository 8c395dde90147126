import type { Database } from '../../platform/db/index.ts';

/** As many as the counter serves at once: fewer than there are connections, so that every other page stays quick. */
const AT_ONCE = 4;

interface Line {
  served: number;
  waiting: (() => void)[];
}
const lines = new WeakMap<Database, Line>();

/**
 * When a link goes round a whole office, everybody taps at once. They wait in one line here, each for a moment, instead of
 * a thousand waiting for a connection and most of them in vain.
 */
export async function inLine<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const line = lines.get(db) ?? { served: 0, waiting: [] };
  lines.set(db, line);
  if (line.served >= AT_ONCE) await new Promise<void>((next) => line.waiting.push(next));
  else line.served += 1;
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.served -= 1;
  }
}
