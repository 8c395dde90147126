import type { Language } from './language.ts';
import { NearMisses } from './spelling.ts';

/** How many different words are remembered; texts come and go, memory should not. */
const REMEMBERED = 20_000;

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

  forms(plain: string): string[] {
    const before = this.#remembered.get(plain);
    if (before) return before;
    if (this.#remembered.size >= REMEMBERED) this.#remembered = new Map();
    const forms = this.#find(plain).map((word) => this.#language.sound(word));
    this.#remembered.set(plain, forms);
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

/** The lines of a table, without blanks and remarks. */
export function rows(table: string): string[] {
  return table
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
}
