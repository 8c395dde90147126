import { plain } from './spelling.ts';
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

/** A sentence without an end is ended for it, so that no work depends on more than so many words. */
const LONGEST_SENTENCE = 80;

const WORD_OR_STOP =
  /[\p{L}\p{N}\p{M}@$*]+(?:['’‘`´.!-][\p{L}\p{N}\p{M}*]+)*|[.!?;\n…]+|[,:()[\]—–]|["“”«»]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** A quotation longer than this is none: somebody's inches, or a sign left open. */
const LONGEST_QUOTATION = 400;

/** Cuts a text into words, marks sentences, clauses and quotations. */
export function wordsOf(text: string, vocabulary: Vocabulary): Word[] {
  const words: Word[] = [];
  const place: Place = { sentence: 0, clause: 0, quoteEnds: -1, length: 0 };
  const source = text.replace(INVISIBLE, (gap) => ' '.repeat(gap.length));
  for (const match of source.matchAll(WORD_OR_STOP)) {
    const [piece] = match;
    if (/[\p{L}\p{N}\p{M}@$*]/u.test(piece[0]!) || piece.length > 1) {
      if (/^[.!?;\n…]/.test(piece)) stop(piece[0]!, place);
      else
        for (const typed of parts(piece)) addWord(words, vocabulary, typed, match.index, piece.length, place);
    } else if (QUOTES.has(piece)) quote(piece, source, match.index, place);
    else stop(piece, place);
  }
  spelledOut(words, source, vocabulary);
  return words;
}

interface Place {
  sentence: number;
  clause: number;
  /** Where the quotation we are in ends; -1 outside of one. */
  quoteEnds: number;
  /** Words of the sentence so far. */
  length: number;
}

const QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
]);

function stop(sign: string, place: Place): void {
  place.clause += 1;
  if (!/[.!?;\n…]/.test(sign)) return;
  place.sentence += 1;
  place.length = 0;
}

/** Only what is closed again, soon and on the same line, is a quotation. */
function quote(sign: string, source: string, at: number, place: Place): void {
  place.clause += 1;
  if (at <= place.quoteEnds) return;
  const near = source.slice(at + 1, at + 1 + LONGEST_QUOTATION).split('\n', 1)[0]!;
  const length = near.indexOf(QUOTES.get(sign)!);
  if (length >= 0) place.quoteEnds = at + 1 + length;
}

/** "k.m.s" is one word; "end.I" and "he'll" are two. */
function parts(piece: string): string[] {
  const will = /^(.+)['’]ll$/i.exec(piece);
  if (will) return [will[1]!, 'will'];
  if (!/[.!]/.test(piece)) return [piece];
  const split = piece.split(/[.!]/);
  if (split.every((part) => part.length === 1)) return [split.join('')];
  return /^\p{L}+!\p{L}+$/u.test(piece) && piece.length < 12 ? [piece] : split;
}

function addWord(
  words: Word[],
  vocabulary: Vocabulary,
  typed: string,
  start: number,
  length: number,
  place: Place,
): void {
  const forms = vocabulary.forms(plain(typed));
  if (place.length >= LONGEST_SENTENCE) {
    place.sentence += 1;
    place.clause += 1;
    place.length = 0;
  }
  for (const form of forms) {
    words.push({
      form,
      start,
      end: start + length,
      sentence: place.sentence,
      clause: place.clause,
      quoted: start < place.quoteEnds,
    });
  }
  place.length += forms.length;
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
  const forms = vocabulary.forms(plain(run.map(({ start }) => source[start]).join('')));
  if (forms.length === 1 && !vocabulary.knows(forms[0]!)) return;
  const [{ start }, { end }] = [run[0]!, run[run.length - 1]!];
  run.forEach((word, at) => {
    Object.assign(word, { form: forms[at] ?? '', start, end });
  });
}
