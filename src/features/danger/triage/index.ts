// Words that suggest danger. Pure: text in, level and phrases out; it blocks nobody and decides nothing.
// How well it does, and what it cannot do, stands in docs/safety.md.
import { english } from './lexicon/en/index.ts';
import { spanish } from './lexicon/es/index.ts';
import { type Finding, reader } from './triage.ts';

export { graver, type Level } from './language.ts';
export { asSpoken } from './spoken.ts';
export type { Finding } from './triage.ts';

const LANGUAGES = { en: english, es: spanish };
const readers = new Map<keyof typeof LANGUAGES, (text: string) => Finding>();

/**
 * Reads a text of any length and content. Never throws; the same text always gives the same answer. The tables of a
 * language are prepared the first time it is asked for (some 20 ms).
 */
export function triage(text: string, language: keyof typeof LANGUAGES): Finding {
  const ready = readers.get(language);
  if (ready) return ready(text);
  readers.set(language, reader(LANGUAGES[language]));
  return triage(text, language);
}
