const ACCENTS: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  c: 'ç',
  y: 'ý',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  N: 'Ñ',
  C: 'Ç',
};

/** Every vowel accented, a third longer, in brackets: what shows without them on a page was hard-coded. */
export function pseudo(text: string, rightToLeft: boolean): string {
  const accented = text.replace(/[aeiouncyAEIOUNC]/g, (letter) => ACCENTS[letter]!);
  const padded = `⟦${accented}${'~'.repeat(Math.ceil(text.length / 3))}⟧`;
  return rightToLeft ? `\u202E${padded}\u202C` : padded;
}
