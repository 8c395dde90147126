// Words that suggest danger. Pure: text in, level and phrases out; it blocks nobody and decides nothing.
// How well it does, and what it cannot do, stands in docs/safety.md.
import { english } from './lexicon/en/index.ts';
import { spanish } from './lexicon/es/index.ts';
import { type Finding, reader } from './triage.ts';

export type { Level } from './language.ts';
export type { Finding } from './triage.ts';

const READERS = { en: reader(english), es: reader(spanish) };

/** Reads a text of any length and content. Never throws; the same text always gives the same answer. */
export function triage(text: string, language: keyof typeof READERS): Finding {
  return READERS[language](text);
}
