/** How many slips a word of this many letters forgives: a short word is soon another word. */
const forgiven = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2);

/** Of several words as close, so many are meant at most. */
const MOST = 4;

/** The words of a vocabulary that may have been meant: the closest ones, each within what a word forgives. */
export function closest(word: string, vocabulary: Iterable<string>): string[] {
  let least = forgiven(word.length);
  if (least === 0) return [];
  let found: string[] = [];
  for (const known of vocabulary) {
    if (known.length < 3 || Math.abs(known.length - word.length) > least) continue;
    const apart = slips(word, known, least);
    if (apart > least) continue;
    if (apart < least) found = [];
    least = apart;
    found.push(known);
  }
  return found.slice(0, MOST);
}

/**
 * How many slips of the finger lie between two words: a letter too many, too few, another one, or two that changed
 * places (optimal string alignment distance, Boytsov 2011). More than `most` are not counted to the end.
 */
export function slips(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
