import sanitize from 'sanitize-html';
import { isSafeAddress } from './address.ts';

// The second wall: whatever the parser may come to let through, nothing but this leaves.
const LET_THROUGH: sanitize.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'a', 'small'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  nestingLimit: 40,
  parseStyleAttributes: false,
  transformTags: {
    a: (_tag, { href = '' }): sanitize.Tag =>
      isSafeAddress(href)
        ? { tagName: 'a', attribs: { href, rel: 'nofollow noopener noreferrer ugc' } }
        : { tagName: 'a', attribs: {} },
  },
};

/** What of this HTML may stand on a page. */
export const throughTheWall = (html: string): string => sanitize(html, LET_THROUGH);
