import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { parseFeed } from 'feedsmith';

export type ParsedFeed = ReturnType<typeof parseFeed>;

const ITEMS_MOST = 500;
const LIMIT_MS = 5_000;
const IDLE_MS = 5_000;
const MEMORY_MB = 160;

// Nothing of ours: it only calls the parser, so that it needs no file of its own beside the bundle.
const PARSE = `const { parentPort, workerData: { parser, maxItems } } = require('node:worker_threads');
const { parseFeed } = require(parser);
parentPort.on('message', (text) => {
  let parsed = null;
  try { parsed = parseFeed(text, { maxItems }); } catch {} // it is no feed
  parentPort.postMessage(parsed);
});`;

let last: Promise<unknown> = Promise.resolve();
let thread: Worker | null = null;
let resting: NodeJS.Timeout | undefined;

/**
 * Parses RSS, RDF, Atom or JSON Feed, in a thread of its own: a feed made to be heavy holds nobody up, and is given up
 * after five seconds. One at a time, so that memory stays small; the thread goes when there is nothing to read. Null:
 * it is none of these, or too heavy.
 */
export function parseApart(text: string, limitMs = LIMIT_MS): Promise<ParsedFeed | null> {
  const mine = last.then(() => parse(text, limitMs));
  last = mine;
  return mine;
}

async function parse(text: string, limitMs: number): Promise<ParsedFeed | null> {
  clearTimeout(resting);
  const worker = thread ?? begin();
  const parsed = await new Promise<ParsedFeed | null | 'given up'>((done) => {
    const end = (how: ParsedFeed | null | 'given up') => {
      clearTimeout(limit);
      worker.off('message', end).off('exit', giveUp);
      done(how);
    };
    const giveUp = () => end('given up'); // no time or no memory left
    const limit = setTimeout(giveUp, limitMs);
    worker.once('message', end).once('exit', giveUp);
    worker.postMessage(text);
  });
  if (parsed === 'given up') {
    await letGo();
    return null;
  }
  resting = setTimeout(letGo, IDLE_MS).unref();
  return parsed;
}

function begin(): Worker {
  const parser = createRequire(import.meta.url).resolve('feedsmith');
  thread = new Worker(PARSE, {
    eval: true,
    workerData: { parser, maxItems: ITEMS_MOST },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
  });
  thread.on('error', () => {}); // its exit tells
  thread.unref();
  return thread;
}

async function letGo(): Promise<void> {
  const ending = thread;
  thread = null;
  await ending?.terminate();
}
