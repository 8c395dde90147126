// A thread of its own for feeds of others: see parsing.ts.
import { parseFeed } from 'feedsmith';
import { answerEach } from '../../../platform/threads/answering.ts';
import type { ParsedFeed } from './parsing.ts';

const ITEMS_MOST = 500;

answerEach<string, ParsedFeed | null>((text) => {
  try {
    return parseFeed(text, { maxItems: ITEMS_MOST });
  } catch {
    return null; // it is no feed
  }
});
