import { createHash } from 'node:crypto';
import { decode } from './decoding.ts';
import { type ParsedFeed, parseApart } from './parsing.ts';
import { beginning, plainText, tidy } from './plain-text.ts';
import { entriesOf, headOf } from './shapes.ts';

/** What was found in a feed, as it is kept and shown: words, and one way out. */
export interface FoundItem {
  /** The feed's own name for it, or where it stands: the same at every fetch. */
  key: string;
  title: string;
  link: string;
  excerpt: string;
  /** Null: the feed does not say. Never in the future. */
  publishedAt: Date | null;
}

export interface Feed {
  title: string | null;
  /** The page it belongs to. */
  site: string | null;
  /** 'es-MX', where it says so. */
  language: string | null;
  /** Newest first; at most 200. */
  items: FoundItem[];
}

export const EXCERPT_MOST = 280;
const TITLE_MOST = 200;
const ITEMS_MOST = 200;
const KEY_MOST = 400;

/** Reads a feed of any usual kind. Null: it is none. */
export async function readFeed(
  bytes: Uint8Array,
  contentType: string | null,
  url: string,
  now: Date,
): Promise<Feed | null> {
  const text = decode(bytes, contentType);
  // A page is never a feed: most of what people paste is one.
  if (/^[\s\ufeff]*<!doctype html|^[\s\ufeff]*<html/i.test(text)) return null;
  const parsed = await parseApart(text);
  return parsed && feedOf(parsed, url, now);
}

function feedOf(parsed: ParsedFeed, url: string, now: Date): Feed {
  const head = headOf(parsed);
  const site = outward(head.site, url);
  const items = new Map<string, FoundItem>();
  for (const { id, link, title, body, date } of entriesOf(parsed)) {
    const to = outward(link, site ?? url);
    const excerpt = beginning(wordsOf(body), EXCERPT_MOST);
    const called = beginning(wordsOf(title), TITLE_MOST) || beginning(excerpt, 80);
    if (!to || !called) continue;
    const key = keyOf(id || to);
    if (!items.has(key))
      items.set(key, { key, title: called, link: to, excerpt, publishedAt: momentOf(date, now) });
  }
  const newest = [...items.values()].sort(
    (a, b) => (b.publishedAt ?? now).getTime() - (a.publishedAt ?? now).getTime(),
  );
  return {
    title: beginning(wordsOf(head.title), 120) || null,
    site,
    language: /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i.test(head.language ?? '') ? head.language! : null,
    items: newest.slice(0, ITEMS_MOST),
  };
}

const wordsOf = (words?: { text: string; isHtml: boolean }): string =>
  words ? (words.isHtml ? plainText(words.text) : tidy(words.text)) : '';

/** A way out to the web: nothing that runs, opens a file or carries a password. */
function outward(link: string | undefined, base: string): string | null {
  const text = link?.trim();
  if (!text || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  const fits = /^https?:$/.test(url.protocol) && !url.username && !url.password && url.href.length <= 2000;
  return fits ? url.href : null;
}

function keyOf(id: string): string {
  const clean = tidy(id);
  return clean.length <= KEY_MOST ? clean : createHash('sha256').update(id).digest('hex');
}

function momentOf(date: unknown, now: Date): Date | null {
  const moment = typeof date === 'string' ? Date.parse(date.trim()) : Number.NaN;
  // Before the web there were no feeds: a clock that was never set.
  if (Number.isNaN(moment) || moment < Date.UTC(1990, 0)) return null;
  return new Date(Math.min(moment, now.getTime()));
}
