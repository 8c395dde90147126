import { kindAt, LETTER, PAUSE, QUOTE, STOP, wordEnd } from './letters.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the text. One as typed may be several as meant ("kms" is "kill myself"): they share their place. */
export interface Word {
  form: string;
  /** Where it stands in the text as written. */
  start: number;
  end: number;
  sentence: number;
  clause: number;
  quoted: boolean;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** A quotation longer than this is none: somebody's inches, or a sign left open. */
const LONGEST_QUOTATION = 400;
const CLOSED_BY = new Map([
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
]);

interface Place {
  sentence: number;
  clause: number;
  /** Where the quotation we are in ends; -1 outside of one. */
  quoteEnds: number;
  /** Up to where a closing sign was looked for in vain. */
  unclosed: number;
}

/** Cuts a text into words, marks sentences, clauses and quotations. */
export function wordsOf(text: string, vocabulary: Vocabulary): Word[] {
  const words: Word[] = [];
  const place: Place = { sentence: 0, clause: 0, quoteEnds: -1, unclosed: -1 };
  // Invisible characters inside words become nothing to see: of the same length, so that places stay right.
  const source = text.replace(INVISIBLE, '\u0301');
  for (let at = 0; at < source.length; at += 1) {
    const kind = kindAt(source, at);
    if (kind === LETTER) {
      const end = wordEnd(source, at);
      addWords(words, vocabulary.forms(source.slice(at, end)), at, end, place);
      at = end - 1;
    } else if (kind === STOP || kind === PAUSE) {
      place.clause += 1;
      if (kind === STOP) place.sentence = words.length ? words[words.length - 1]!.sentence + 1 : 0;
    } else if (kind === QUOTE) quote(source, at, place);
  }
  spelledOut(words, source, vocabulary);
  return words;
}

/** Only what is closed again, soon and on the same line, is a quotation. */
function quote(source: string, at: number, place: Place): void {
  place.clause += 1;
  if (at <= place.quoteEnds || at < place.unclosed) return;
  const near = source.slice(at + 1, at + 1 + LONGEST_QUOTATION).split('\n', 1)[0]!;
  const length = near.indexOf(CLOSED_BY.get(source[at]!)!);
  if (length >= 0) place.quoteEnds = at + 1 + length;
  else place.unclosed = at + 1 + near.length;
}

function addWords(words: Word[], forms: string[], start: number, end: number, place: Place): void {
  const { sentence, clause } = place;
  const quoted = start < place.quoteEnds;
  for (const form of forms) words.push({ form, start, end, sentence, clause, quoted });
}

/** "k i l l" typed letter by letter becomes the word again. */
function spelledOut(words: Word[], source: string, vocabulary: Vocabulary): void {
  let from = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && words[at]!.end - words[at]!.start === 1) continue;
    if (at - from >= 4 && at - from <= 24) joinLetters(words, from, at, source, vocabulary);
    from = at + 1;
  }
}

/** In place and of the same number: the words found stand first, the rest become empty. */
function joinLetters(words: Word[], from: number, to: number, source: string, vocabulary: Vocabulary): void {
  const run = words.slice(from, to);
  const forms = vocabulary.forms(run.map(({ start }) => source[start]).join(''));
  if (forms.length === 1 && !vocabulary.knows(forms[0]!)) return;
  const [{ start }, { end }] = [run[0]!, run[run.length - 1]!];
  run.forEach((word, at) => {
    Object.assign(word, { form: forms[at] ?? '', start, end });
  });
}
