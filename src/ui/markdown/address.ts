// Addresses of the web only, written out in full; no other scheme ever becomes a link by itself.
const ADDRESS = /\/\/[^\s<>"'`{}|\\^\p{C}\p{Z}]+/uy;
// Most likely the sentence's, not the address's.
const TRAILING = new Set('.,;:!?…*_~');
const OPENING = new Set('([');
const CLOSING = new Set(')]');

/** How many signs of `text` from `start`, just behind `scheme` ('https:'), belong to an address; 0 when none begins there. */
export function addressLength(text: string, start: number, scheme: string): number {
  ADDRESS.lastIndex = start;
  const found = ADDRESS.exec(text)?.[0];
  if (!found) return 0;
  const address = withoutTail(found);
  return isSafeAddress(scheme + address) ? address.length : 0;
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

/**
 * Whether a link may lead there: the web or a mailbox, by its whole address. One with a name and password in front is
 * dressed up as another: https://our.site@elsewhere.
 */
export function isSafeAddress(address: string): boolean {
  if (!/^(https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return false;
  const url = new URL(address);
  return url.username === '' && url.password === '' && (url.protocol === 'mailto:' || url.hostname !== '');
}

/** Where a link leads, in one word: its host as it really is, or the mailbox. */
export function whereTo(address: string): string {
  const url = new URL(address);
  return url.protocol === 'mailto:' ? url.pathname : url.host;
}
