import type { parseFeed } from 'feedsmith';
import { threadFor } from '../../../platform/threads/index.ts';

export type ParsedFeed = ReturnType<typeof parseFeed>;

const inThread = threadFor<string, ParsedFeed | null>(new URL('./feed-thread.ts', import.meta.url), {
  ms: 5_000,
  megabytes: 160,
});

/**
 * Parses RSS, RDF, Atom or JSON Feed, in a thread of its own: a feed made to be heavy holds nobody up, and is given up
 * after five seconds. Null: it is none of these, or too heavy.
 */
export async function parseApart(text: string, limitMs?: number): Promise<ParsedFeed | null> {
  const outcome = await inThread(text, limitMs);
  return outcome.done ? outcome.answer : null;
}
