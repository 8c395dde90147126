import type { Grammar } from './language.ts';
import { Patterns } from './pattern.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** The grammar's lists of patterns that are marked on the words of a text. */
const LISTS = [
  'carriers',
  'negators',
  'emptyNegations',
  'intending',
  'considering',
  'thinking',
  'hedges',
  'pastVerbs',
  'farPast',
  'midPast',
  'recentPast',
  'recovered',
  'stillThere',
  'returning',
  'now',
  'resolved',
  'jokes',
  'teaching',
  'supposing',
  'asking',
  'affirming',
  'joins',
  'self',
  'others',
  'speech',
  'partners',
  'children',
  'clauseStarters',
] as const satisfies (keyof Grammar)[];

export type Mark = (typeof LISTS)[number] | 'cue';

const BIT = Object.fromEntries([...LISTS, 'cue'].map((name, at) => [name, 1 << at])) as Record<Mark, number>;

/** Words of one sentence farther apart than this do not speak of each other; work stays bounded in endless ones. */
const NEAR = 80;

/** Several marks as one number, to be asked for together. */
export const bits = (...marks: Mark[]): number => marks.reduce((sum, mark) => sum | BIT[mark], 0);

/** All the little words of a grammar, ready to be found. */
export function marksOf(
  grammar: Grammar,
  vocabulary: Vocabulary,
  sound: (word: string) => string,
): Patterns<Mark> {
  const patterns = new Patterns<Mark>(grammar.classes, sound);
  for (const name of LISTS) patterns.add(grammar[name], name);
  for (const word of patterns.vocabulary()) vocabulary.learn(word);
  return patterns;
}

/** The words of one text with what each of them does to the others. */
export class Marked {
  readonly words: Word[];
  /** Two negations are still one. */
  readonly concord: boolean;
  readonly #flags: Int32Array;
  /** Where each sentence begins; one more at the end. */
  readonly #beginnings: number[] = [];
  #all: number | undefined;
  /** The marks of the sentence last asked for: mostly the next question is about the same. */
  #seen: { at: number; marks: number } | undefined;

  constructor(words: Word[], patterns: Patterns<Mark>, concord: boolean) {
    this.words = words;
    this.concord = concord;
    this.#flags = new Int32Array(words.length);
    words.forEach((word, at) => {
      while (this.#beginnings.length <= word.sentence) this.#beginnings.push(at);
    });
    this.#beginnings.push(words.length);
    const found = patterns.find(words);
    for (const { from, to, of } of found) this.mark(from, to, of);
    for (const { from, to, of } of found)
      if (of === 'emptyNegations') this.#erase(from, to, BIT.negators | BIT.jokes);
  }

  mark(from: number, to: number, mark: Mark): void {
    for (let at = from; at < to; at += 1) this.#flags[at]! |= BIT[mark];
  }

  #erase(from: number, to: number, bit: number): void {
    for (let at = from; at < to; at += 1) this.#flags[at]! &= ~bit;
  }

  has(at: number, wanted: number): boolean {
    return ((this.#flags[at] ?? 0) & wanted) !== 0;
  }

  /** Whether a word of the whole text carries the mark. */
  anywhere(wanted: number): boolean {
    this.#all ??= this.#flags.reduce((all, flags) => all | flags, 0);
    return (this.#all & wanted) !== 0;
  }

  between(from: number, to: number, wanted: number): boolean {
    for (let at = from; at < to; at += 1) if (this.has(at, wanted)) return true;
    return false;
  }

  /** [first word, one after the last] of the sentence around a word, as far as it is near. */
  sentence(at: number): [number, number] {
    const { sentence } = this.words[at]!;
    const [first, after] = [this.#beginnings[sentence]!, this.#beginnings[sentence + 1] ?? this.words.length];
    return [Math.max(first, at - NEAR), Math.min(after, at + NEAR)];
  }

  inSentence(at: number, wanted: number): boolean {
    if (this.#seen?.at !== at) {
      let marks = 0;
      const [from, to] = this.sentence(at);
      for (let word = from; word < to; word += 1) marks |= this.#flags[word]!;
      this.#seen = { at, marks };
    }
    return (this.#seen.marks & wanted) !== 0;
  }

  /** The nearest word before `at` (and not before `limit`) with one of the marks; -1 for none. */
  lastBefore(at: number, limit: number, wanted: number): number {
    for (let back = at - 1; back >= limit; back -= 1) if (this.has(back, wanted)) return back;
    return -1;
  }
}
