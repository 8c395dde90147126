// What each character is to the cutting of words. A table, because every character of every text is asked.

export const OTHER = 0;
export const LETTER = 1;
export const STOP = 2;
export const PAUSE = 3;
export const QUOTE = 4;
/** Between two letters it is part of the word: "don't", "un-alive", "k.m.s", "d!e". */
const INNER = new Set([..."'’‘`´-.!"].map((sign) => sign.charCodeAt(0)));

let table: Uint8Array | undefined;

function makeTable(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  const isLetter = /[\p{L}\p{N}\p{M}@$*]/u;
  for (let code = 0; code < 0xd800; code += 1) {
    if (isLetter.test(String.fromCharCode(code))) kinds[code] = LETTER;
  }
  for (let code = 0xf900; code < 0xfffe; code += 1) {
    if (isLetter.test(String.fromCharCode(code))) kinds[code] = LETTER;
  }
  for (const sign of '.!?;\n…') kinds[sign.charCodeAt(0)] = STOP;
  for (const sign of ',:()[]—–') kinds[sign.charCodeAt(0)] = PAUSE;
  for (const sign of '"“«') kinds[sign.charCodeAt(0)] = QUOTE;
  return kinds;
}

export function kindAt(text: string, at: number): number {
  table ??= makeTable();
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdfff) return table[code] ?? OTHER;
  // Of the characters in two halves only the mathematical letters are used to write words in disguise.
  const whole = text.codePointAt(code < 0xdc00 ? at : at - 1) ?? 0;
  return whole >= 0x1d400 && whole <= 0x1d7ff ? LETTER : OTHER;
}

/** One after the last character of the word that begins at `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length) {
    if (kindAt(text, end) === LETTER) end += 1;
    else if (INNER.has(text.charCodeAt(end)) && kindAt(text, end + 1) === LETTER) end += 2;
    else break;
  }
  return end;
}
