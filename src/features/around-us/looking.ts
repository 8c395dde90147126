import { fetchPolitely, type Refusal, type Refused, type Wish } from '../../platform/fetching/index.ts';
import { decode } from './reading/decoding.ts';
import { feedsOn, type NamedFeed } from './reading/discovery.ts';
import { type Feed, readFeed } from './reading/feed.ts';

/** Why nothing came: see `Refusal`; no-feed: what is there is no feed. */
export type Trouble = Refusal | 'no-feed';

/** How feeds are asked for. Who asks, and what is known already, is added to it. */
export const POLITELY = {
  accept:
    'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1',
  maxBytes: 2 * 1024 * 1024,
  timeoutMs: 10_000,
} satisfies Partial<Wish>;

/** A feed as it would be followed. */
export interface Look {
  address: string;
  feed: Feed;
  /** Other feeds of the same page. */
  others: NamedFeed[];
}

/** What people type or paste, as an address: most leave out how it begins. */
export function asAddress(typed: string): string {
  const text = typed.trim().replace(/^feed:(\/\/)?/i, '');
  return text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text.replace(/^[\w.-]+:\d/, ''))
    ? text
    : `https://${text}`;
}

/** Looks for a feed at an address: there, or where the page there says it has one. Never throws. */
export async function lookAt(
  address: string,
  who: Pick<Wish, 'userAgent' | 'allowed'>,
  now: Date,
): Promise<Look | { refused: Trouble }> {
  const here = await lookAtFeed(address, who, now);
  if ('refused' in here || here.feed) return toLook(here, []);
  const [first, ...others] = feedsOn(here.text, here.finalUrl);
  if (!first) return { refused: 'no-feed' };
  return toLook(await lookAtFeed(first.address, who, now), others);
}

interface Seen {
  address: string;
  finalUrl: string;
  text: string;
  feed: Feed | null;
}

async function lookAtFeed(
  address: string,
  who: Pick<Wish, 'userAgent' | 'allowed'>,
  now: Date,
): Promise<Seen | Refused> {
  const answer = await fetchPolitely(address, { ...POLITELY, ...who });
  if (answer.refused) return answer;
  const { bytes, contentType, finalUrl, permanent } = answer;
  const feed = await readFeed(bytes, contentType, finalUrl, now);
  return { address: permanent ?? address, finalUrl, text: feed ? '' : decode(bytes, contentType), feed };
}

function toLook(seen: Seen | Refused, others: NamedFeed[]): Look | { refused: Trouble } {
  if ('refused' in seen) return { refused: seen.refused };
  return seen.feed ? { address: seen.address, feed: seen.feed, others } : { refused: 'no-feed' };
}
