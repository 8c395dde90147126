import { readFileSync } from 'node:fs';
import type { Level } from '../../src/features/danger/triage/index.ts';
import { projectFile } from '../../src/platform/config/paths.ts';

/** A sentence of test/triage, with the level a reader gave it. */
export interface Sentence {
  level: Level;
  about: string;
  text: string;
}

export const LANGUAGES = ['en', 'es'] as const;

export function sentences(set: string, language: (typeof LANGUAGES)[number]): Sentence[] {
  return readFileSync(projectFile('test', 'triage', `${set}.${language}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line): Sentence => JSON.parse(line));
}

/** The interval that holds the true share in 95 of 100 such samples (E. B. Wilson, 1927), in percent. */
export function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 100];
  const z = 1.959964;
  const share = hits / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half)];
}
