import type { Language } from './language.ts';
import { NearMisses, plain } from './spelling.ts';

/** How many different words are remembered; texts come and go, memory should not. */
const REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 24;

/** The forms a typed word stands for: slang and contractions opened, misspellings mended, sounds folded. */
export class Vocabulary {
  readonly #meant = new Map<string, string[]>();
  readonly #guarded: NearMisses;
  readonly #language: Language;
  readonly #known = new Set<string>();
  #remembered = new Map<string, string[]>();

  constructor(language: Language) {
    this.#language = language;
    this.#guarded = new NearMisses(language.guarded.split(/\s+/).filter(Boolean));
    for (const line of rows(language.spellings)) {
      const [written, meant] = line.split(':');
      for (const each of written!.split(',')) this.#meant.set(each.trim(), meant!.trim().split(' '));
    }
  }

  /** Words of the tables: they are what they are, not somebody's near miss. */
  learn(form: string): void {
    this.#known.add(form);
  }

  knows(form: string): boolean {
    return this.#known.has(form);
  }

  /** The forms of a piece of text without spaces, as typed. */
  forms(typed: string): string[] {
    const before = this.#remembered.get(typed);
    if (before) return before;
    const forms = parts(typed).flatMap((part) => this.#find(plain(part)).map(this.#language.sound));
    if (typed.length > LONGEST_REMEMBERED) return forms;
    if (this.#remembered.size >= REMEMBERED) this.#remembered = new Map();
    this.#remembered.set(typed, forms);
    return forms;
  }

  #find(plain: string): string[] {
    const meant = this.#meant.get(plain);
    if (meant) return meant;
    if (this.#known.has(this.#language.sound(plain))) return [plain];
    if (plain.includes('*')) return [this.#guarded.masked(plain) ?? plain];
    return [this.#guarded.meant(plain) ?? plain];
  }
}

/** "k.m.s" is one word; "end.I" and "he'll" are two. */
function parts(typed: string): string[] {
  const will = /^(.{1,12})['’]ll$/i.exec(typed);
  if (will) return [will[1]!, 'will'];
  if (!/[.!]/.test(typed)) return [typed];
  const split = typed.split(/[.!]/).filter(Boolean);
  if (split.every((part) => part.length === 1)) return [split.join('')];
  return /^\p{L}{1,10}!\p{L}{1,10}$/u.test(typed) ? [typed] : split;
}

/** The lines of a table, without blanks and remarks. */
export function rows(table: string): string[] {
  return table
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
}
