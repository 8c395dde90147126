// From a word as typed to the form that tables are written in.

const MARKS = /\p{M}+/gu;
const STRETCHED = /([a-zñ])\1{2,}/g;
const DIGITS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** Longer than any word: a word beyond this is no word, and is not looked at closely. */
const LONGEST = 32;

/** Small letters, no accents, no "l33t", no stretching ("soooo"). Apostrophes stay out. */
export function plain(typed: string): string {
  const short = typed.length > LONGEST ? typed.slice(0, LONGEST) : typed;
  const small = isPlain(short) ? short : short.normalize('NFKD').replace(MARKS, '').toLowerCase();
  let text = small.replace(/['’‘`´-]/g, '');
  if (/[a-z]/.test(text) && /[\d@$!]/.test(text))
    text = text.replace(/[0134577@$!]/g, (sign) => DIGITS[sign] ?? sign);
  return text.replace(STRETCHED, '$1');
}

const isPlain = (text: string): boolean => /^[a-z]*$/.test(text);

/** Shorter words have too many neighbours to be guessed at. */
const SHORTEST_GUESSED = 6;
const LONGEST_GUESSED = 14;

/** Knows a few words by near misses too: one letter missing, added, changed, or two side by side swapped. */
export class NearMisses {
  readonly #words = new Set<string>();
  /** Guarded words by their first letter: typing rarely misses that one. */
  readonly #byFirst = new Map<string, string[]>();

  constructor(words: string[]) {
    for (const word of words) {
      this.#words.add(word);
      if (word.length < SHORTEST_GUESSED) continue;
      this.#byFirst.set(word[0]!, [...(this.#byFirst.get(word[0]!) ?? []), word]);
    }
  }

  /** The guarded word meant by `typed`, if it is as good as one. */
  meant(typed: string): string | undefined {
    if (typed.length < SHORTEST_GUESSED || typed.length > LONGEST_GUESSED || this.#words.has(typed))
      return undefined;
    return this.#byFirst.get(typed[0]!)?.find((word) => isOneSlip(word, typed));
  }

  /** The guarded word behind stars: "su*cide", "k**l". */
  masked(typed: string): string | undefined {
    if (typed.length > LONGEST_GUESSED || !/[a-z]/.test(typed)) return undefined;
    for (const word of this.#words) {
      if (word.length !== typed.length) continue;
      if ([...word].every((letter, at) => typed[at] === '*' || typed[at] === letter)) return word;
    }
    return undefined;
  }
}

/** Whether one slip of a finger lies between two different words. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
