/** A feed and where it stands. */
export interface Feed {
  /** A UUID that never changes, whatever the host is called. */
  id: string;
  title: string;
  /** 'en'. */
  language: string;
  author: string;
  updated: Date;
  /** Addresses of the feed itself and of the page it follows. */
  self: string;
  page: string;
  entries: Entry[];
}

export interface Entry {
  id: string;
  title: string;
  language: string;
  published: Date;
  updated: Date;
  page: string;
  /** Safe markup. */
  html: string;
}

// What XML 1.0 has no way to say is left out: control characters, halves of a pair.
const UNSPEAKABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string =>
  text.replace(UNSPEAKABLE, '').replace(/[&<>"']/g, (mark) => MARKS[mark]!);

/** Typed text as HTML: paragraphs and line breaks. */
export const asHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');

/** An Atom feed (RFC 4287). */
export const atomFeed = ({ id, title, language, author, updated, self, page, entries }: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">
  <id>urn:uuid:${id}</id>
  <title>${escaped(title)}</title>
  <updated>${updated.toISOString()}</updated>
  <author><name>${escaped(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
  <link rel="alternate" type="text/html" href="${escaped(page)}"/>
${entries.map(entryOf).join('')}</feed>
`;

const entryOf = ({ id, title, language, published, updated, page, html }: Entry): string =>
  `  <entry xml:lang="${escaped(language)}">
    <id>urn:uuid:${id}</id>
    <title>${escaped(title)}</title>
    <published>${published.toISOString()}</published>
    <updated>${updated.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${escaped(page)}"/>
    <content type="html">${escaped(html)}</content>
  </entry>
`;
