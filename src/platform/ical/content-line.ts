const WIDTH = 75;

/** One property of a file: `NAME;PARAMETER=value:value`, folded, with its line ends. The value stands as it is given. */
export function line(name: string, value: string, parameters: Record<string, string> = {}): string {
  const named = Object.entries(parameters).map(([key, text]) => `;${key}=${quoted(text)}`);
  return fold(clean(`${name}${named.join('')}:${value}`));
}

/** A value of words: what has a meaning in a file gets a backslash. */
export function text(words: string): string {
  return words
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,');
}

const quoted = (value: string) => (/[:;,]/.test(value) ? `"${value.replaceAll('"', "'")}"` : value);

// No line may be ended by what somebody wrote, and nothing that no terminal shows belongs in a calendar.
const clean = (content: string) => content.toWellFormed().replaceAll(/(?!\t)\p{Cc}/gu, '');

/**
 * Lines of at most 75 octets, continued by a space (RFC 5545, section 3.1), cut between characters and never within one.
 * ical.js forgets the space and writes 76.
 */
function fold(content: string): string {
  if (content.length <= WIDTH / 3) return `${content}\r\n`; // no character of UTF-16 takes more than three octets
  const octets = Buffer.from(content);
  if (octets.length <= WIDTH) return `${content}\r\n`;
  const pieces: string[] = [];
  let begin = 0;
  while (begin < octets.length) {
    let end = Math.min(octets.length, begin + (begin === 0 ? WIDTH : WIDTH - 1));
    while (end < octets.length && isInside(octets[end]!)) end -= 1;
    pieces.push(octets.toString('utf8', begin, end));
    begin = end;
  }
  return `${pieces.join('\r\n ')}\r\n`;
}

/** Whether an octet of UTF-8 goes on with the character before it. */
const isInside = (octet: number): boolean => (octet & 0xc0) === 0x80;
