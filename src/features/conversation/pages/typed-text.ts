import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

// Addresses of the web only, written out in full; no other scheme ever becomes a link.
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`{}|\\^\p{C}\p{Z}]+/giu;
// Most likely the sentence's, not the address's.
const TRAILING = new Set('.,;:!?…*_~');

/** What somebody typed: blank lines part paragraphs, single ones break (by style), web addresses can be followed. */
export const typedText = (text: string): Markup[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => html`<p>${withLinks(paragraph)}</p>`);

function withLinks(text: string): string | (string | Markup)[] {
  if (!/https?:/i.test(text)) return text;
  const parts: (string | Markup)[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTail(match[0]);
    if (!isWebAddress(address)) continue;
    parts.push(text.slice(done, match.index), link(address));
    done = match.index + address.length;
  }
  parts.push(text.slice(done));
  return parts;
}

// One walk from the end: a line of ten thousand brackets must cost no more than one of ten thousand letters.
function withoutTail(address: string): string {
  // A closing bracket belongs to the address only when it was opened there: (see https://a.org/b_(c)).
  let unopened = 0;
  for (const sign of address) unopened += CLOSING.has(sign) ? 1 : OPENING.has(sign) ? -1 : 0;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1]!;
    if (CLOSING.has(last) && unopened > 0) unopened -= 1;
    else if (!TRAILING.has(last)) break;
  }
  return address.slice(0, end);
}

const OPENING = new Set('([');
const CLOSING = new Set(')]');

// An address with a name and password in front is dressed up as another: https://our.site@elsewhere.
function isWebAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

const link = (address: string): Markup =>
  html`<a href="${address}" rel="noopener noreferrer nofollow ugc">${address}</a>`;
