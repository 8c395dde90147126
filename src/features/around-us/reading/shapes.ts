import type { ParsedFeed } from './parsing.ts';

/** Words as a feed gives them. */
export interface Words {
  text: string;
  isHtml: boolean;
}

/** One entry, whatever kind of feed it came in. Nothing of it is trusted yet. */
export interface Entry {
  id?: string;
  link?: string;
  title?: Words;
  body?: Words;
  date?: unknown;
}

/** What the feed says of itself. */
export function headOf(parsed: ParsedFeed): { title?: Words; site?: string; language?: string } {
  switch (parsed.format) {
    case 'atom':
      return {
        title: typed(parsed.feed.title),
        site: alternate(parsed.feed.links),
        language: parsed.feed.xml?.lang,
      };
    case 'json':
      return {
        title: plain(parsed.feed.title),
        site: parsed.feed.home_page_url,
        language: parsed.feed.language,
      };
    case 'rdf':
      return {
        title: html(parsed.feed.title),
        site: parsed.feed.link,
        language: parsed.feed.dc?.languages?.[0],
      };
    case 'rss':
      return { title: html(parsed.feed.title), site: parsed.feed.link, language: parsed.feed.language };
  }
}

/** Its entries, all in one shape. A summary is preferred to the whole: it was written to be short. */
export function entriesOf(parsed: ParsedFeed): Entry[] {
  switch (parsed.format) {
    case 'atom':
      return (parsed.feed.entries ?? []).map((one) => ({
        id: one.id,
        link: alternate(one.links),
        title: typed(one.title),
        body: typed(one.summary) ?? typed(one.content),
        date: one.published ?? one.updated,
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((one) => ({
        id: one.id,
        link: one.url ?? one.external_url,
        title: plain(one.title),
        body: plain(one.summary) ?? html(one.content_html) ?? plain(one.content_text),
        date: one.date_published ?? one.date_modified,
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map((one) => ({
        id: one.rdf?.about,
        link: one.link,
        title: html(one.title),
        body: html(one.description) ?? html(one.content?.encoded),
        date: one.dc?.dates?.[0],
      }));
    case 'rss':
      return (parsed.feed.items ?? []).map((one) => ({
        id: one.guid?.value,
        link: one.link ?? (one.guid?.isPermaLink === false ? undefined : one.guid?.value),
        title: html(one.title),
        body: html(one.description) ?? html(one.content?.encoded),
        date: one.pubDate ?? one.dc?.dates?.[0],
      }));
  }
}

const html = (text: string | undefined): Words | undefined => (text ? { text, isHtml: true } : undefined);
const plain = (text: string | undefined): Words | undefined => (text ? { text, isHtml: false } : undefined);

/** Atom says of each text what it is (RFC 4287, 3.1); by itself it is plain. */
function typed(text: { value?: string; type?: string } | undefined): Words | undefined {
  return /html/.test(text?.type ?? '') ? html(text?.value) : plain(text?.value);
}

const alternate = (links: { href?: string; rel?: string }[] | undefined): string | undefined =>
  links?.find(({ rel, href }) => href && (!rel || rel === 'alternate'))?.href;
