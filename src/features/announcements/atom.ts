import type { Announcement } from './announcement.ts';

/** Whose feed it is and where it stands. */
export interface Publisher {
  communityId: string;
  name: string;
  /** 'en'. */
  language: string;
  title: string;
  /** Without a slash at its end. */
  url: string;
}

// What XML 1.0 has no way to say is left out: control characters, halves of a pair.
const UNSPEAKABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string =>
  text.replace(UNSPEAKABLE, '').replace(/[&<>"']/g, (mark) => MARKS[mark]!);

/** Typed text as HTML: paragraphs and line breaks. */
const asHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');

/** The announcements as an Atom feed (RFC 4287). Its ids never change, whatever the host is called. */
export function atomFeed(publisher: Publisher, announcements: Announcement[], updated: Date): string {
  const { communityId, name, language, title, url } = publisher;
  const page = `${url}/announcements`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">
  <id>urn:uuid:${communityId}</id>
  <title>${escaped(title)}</title>
  <updated>${updated.toISOString()}</updated>
  <author><name>${escaped(name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(page)}.atom"/>
  <link rel="alternate" type="text/html" href="${escaped(page)}"/>
${announcements.map((one) => entry(one, page)).join('')}</feed>
`;
}

const entry = (
  { id, title, body, language, publishedAt, updatedAt }: Announcement,
  page: string,
): string => `  <entry xml:lang="${escaped(language)}">
    <id>urn:uuid:${id}</id>
    <title>${escaped(title)}</title>
    <published>${publishedAt.toISOString()}</published>
    <updated>${updatedAt.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${escaped(`${page}#a-${id}`)}"/>
    <content type="html">${escaped(asHtml(body))}</content>
  </entry>
`;
