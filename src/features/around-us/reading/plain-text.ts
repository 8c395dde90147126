import sanitize from 'sanitize-html';

/** Enough of an article to find its first sentences in, and little enough to read two hundred of. */
const READ_MOST = 8_000;
const BLOCKS =
  /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|figure|figcaption|section|article|header|hr|pre)\b/gi;
// Signs that show nothing and do something: controls, and those that turn the line round.
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\ufeff\u200b]/gu;
const NOTHING: sanitize.IOptions = {
  allowedTags: [],
  allowedAttributes: {},
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'svg',
    'math',
    'iframe',
    'title',
  ],
  parseStyleAttributes: false,
};
const ESCAPED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The words of a piece of HTML and nothing else: no mark-up, no picture, no link. */
export const plainText = (html: string): string =>
  tidy(
    sanitize(html.slice(0, READ_MOST).replace(BLOCKS, ' $&'), NOTHING).replace(
      /&(?:amp|lt|gt|quot);/g,
      (mark) => ESCAPED[mark]!,
    ),
  );

/** Typed text on one line, without what PostgreSQL or a reader's screen could not take. */
export const tidy = (text: string): string =>
  text
    .slice(0, READ_MOST)
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Its beginning, at most `most` characters, ended at a word. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const word = cut.lastIndexOf(' ');
  return `${(word > most / 2 ? cut.slice(0, word) : cut).replace(/[\s.,;:–-]+$/, '')}…`;
}
