/**
 * A feed's bytes as text. What can be read as UTF-8 is UTF-8, whatever it says of itself: many say something else
 * and are wrong. The rest is what the byte order mark, the header or the declaration say, or Windows' Latin.
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const labels = [
    { label: 'utf-8', fatal: true },
    { label: markOf(bytes) },
    { label: contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1] },
    { label: start.match(/encoding\s*=\s*["']([\w.:-]+)/i)?.[1] },
    { label: 'windows-1252' },
  ];
  for (const { label, fatal = false } of labels) {
    const text = label && tryAs(label, bytes, fatal);
    if (text) return text;
  }
  return '';
}

const markOf = ([first, second]: Uint8Array) =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;

function tryAs(label: string, bytes: Uint8Array, fatal: boolean): string | null {
  // A declaration in single bytes that says UTF-8 or UTF-16 was found wrong above.
  if (!fatal && /^utf-?8$/i.test(label)) return null;
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null; // not so, or no such encoding
  }
}
