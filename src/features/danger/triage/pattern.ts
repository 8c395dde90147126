// A small language for phrases, so that the tables can be read by people who write no code:
//
//   word          that word                 a|b           either
//   [word]        it, or nothing            @name         a class of the grammar
//   suicid*       begins so                 ~3            up to three words of the same clause
//   ^word         that word, at the beginning of a clause
//
// A phrase never reaches over the end of a sentence. Gaps are bounded, so matching cannot run away.

import { rows } from './vocabulary.ts';
import type { Word } from './words.ts';

type Step =
  | { gap: number }
  | { words: Set<string>; beginnings: string[]; optional: boolean; starts: boolean };

/** Says where a pattern that begins at `at` ends (exclusive), or -1. */
function end(steps: Step[], step: number, words: Word[], at: number, sentence: number): number {
  if (step === steps.length) return at;
  const wanted = steps[step]!;
  if ('gap' in wanted) {
    for (let skip = 0; skip <= wanted.gap; skip += 1) {
      const found = end(steps, step + 1, words, at + skip, sentence);
      if (found >= 0) return found;
      const next = words[at + skip];
      if (!next || next.clause !== words[at - 1]?.clause) return -1;
    }
    return -1;
  }
  const word = words[at];
  const isThere = !wanted.starts || words[at - 1]?.clause !== word?.clause;
  if (word && isThere && word.sentence === sentence && fits(wanted, word.form)) {
    const found = end(steps, step + 1, words, at + 1, sentence);
    if (found >= 0) return found;
  }
  return wanted.optional ? end(steps, step + 1, words, at, sentence) : -1;
}

function fits(step: { words: Set<string>; beginnings: string[] }, form: string): boolean {
  return step.words.has(form) || step.beginnings.some((beginning) => form.startsWith(beginning));
}

export interface Found<T> {
  from: number;
  to: number;
  of: T;
}

interface Pattern<T> {
  steps: Step[];
  of: T;
}

/** How many different words are remembered with their patterns. */
const REMEMBERED = 20_000;
const NOTHING: never[] = [];

/** Many patterns, tried together over the words of a text. */
export class Patterns<T> {
  readonly #byFirst = new Map<string, Pattern<T>[]>();
  /** By the first letter. */
  readonly #byBeginning = new Map<string, (Pattern<T> & { beginning: string })[]>();
  readonly #classes: Record<string, string>;
  readonly #sound: (word: string) => string;
  #starting = new Map<string, Pattern<T>[]>();

  constructor(classes: Record<string, string>, sound: (word: string) => string) {
    this.#classes = classes;
    this.#sound = sound;
  }

  /** Adds every line of a table. Returns itself. */
  add(table: string, of: T): this {
    for (const line of rows(table)) {
      const steps = line.split(/\s+/).map((part) => this.#step(part));
      const first = steps[0]!;
      if ('gap' in first || first.optional) throw new Error(`A pattern must begin with a word: ${line}`);
      for (const word of first.words) {
        const there = this.#byFirst.get(word);
        if (there) there.push({ steps, of });
        else this.#byFirst.set(word, [{ steps, of }]);
      }
      for (const beginning of first.beginnings) {
        const there = this.#byBeginning.get(beginning[0]!) ?? [];
        this.#byBeginning.set(beginning[0]!, [...there, { beginning, steps, of }]);
      }
    }
    return this;
  }

  /** Every place where one begins; of the same one at the same place, the first reading. */
  find(words: Word[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const { form, sentence } = words[at]!;
      for (const { steps, of } of this.#startingWith(form)) {
        const to = end(steps, 0, words, at, sentence);
        if (to >= 0) found.push({ from: at, to, of });
      }
    }
    return found;
  }

  #startingWith(form: string): Pattern<T>[] {
    const before = this.#starting.get(form);
    if (before) return before;
    const whole = this.#byFirst.get(form) ?? NOTHING;
    const begun = this.#byBeginning.get(form[0] ?? '')?.filter(({ beginning }) => form.startsWith(beginning));
    const all = begun?.length ? [...whole, ...begun] : whole;
    if (this.#starting.size >= REMEMBERED) this.#starting = new Map();
    this.#starting.set(form, all);
    return all;
  }

  /** Every whole word that occurs in the patterns. */
  *vocabulary(): Generator<string> {
    for (const list of this.#byFirst.values()) {
      for (const { steps } of list) for (const step of steps) if (!('gap' in step)) yield* step.words;
    }
  }

  #step(part: string): Step {
    if (part.startsWith('~')) return { gap: Number(part.slice(1)) };
    const optional = part.startsWith('[');
    const inner = (optional ? part.slice(1, -1) : part).replaceAll('^', '');
    const alternatives = inner.split('|').flatMap((each) => this.#open(each));
    return {
      optional,
      starts: part.startsWith('^'),
      words: new Set(alternatives.filter((each) => !each.endsWith('*')).map(this.#sound)),
      beginnings: alternatives
        .filter((each) => each.endsWith('*'))
        .map((each) => this.#sound(each.slice(0, -1))),
    };
  }

  #open(word: string): string[] {
    if (!word.startsWith('@')) return [word];
    const list = this.#classes[word.slice(1)];
    if (!list) throw new Error(`No class ${word}`);
    return list
      .split(/[|\s]+/)
      .filter(Boolean)
      .flatMap((each) => this.#open(each));
  }
}
