import { Parser } from 'htmlparser2';
import { tidy } from './plain-text.ts';

export interface NamedFeed {
  address: string;
  title: string;
}

const KINDS = /^(application\/(rss|atom)\+xml|application\/(feed\+)?json|text\/xml)\b/i;
const READ_MOST = 400_000;
const MOST = 6;

/** The feeds a page names in its head (`<link rel=alternate>`), comments last: they are seldom what is meant. */
export function feedsOn(html: string, url: string): NamedFeed[] {
  const found = new Map<string, NamedFeed>();
  let base = url;
  const parser = new Parser({
    onopentag(name, { rel, type, href, title }) {
      if (name === 'base' && href && URL.canParse(href, url)) base = new URL(href, url).href;
      if (name !== 'link' || !/(^|\s)alternate(\s|$)/i.test(rel ?? '')) return;
      if (!KINDS.test(type?.trim() ?? '') || !href || !URL.canParse(href, base) || found.size >= MOST) return;
      const address = new URL(href, base).href;
      if (!found.has(address)) found.set(address, { address, title: tidy(title ?? '').slice(0, 120) });
    },
  });
  parser.end(html.slice(0, READ_MOST));
  const isAside = ({ address, title }: NamedFeed) => /comment|comentario/i.test(`${address} ${title}`);
  return [...found.values()].sort((a, b) => Number(isAside(a)) - Number(isAside(b)));
}
