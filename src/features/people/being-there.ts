import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { isMessageKey, type MessageKey, type Translate } from '../../platform/i18n/index.ts';
import { saveWords, type Words, wordsOf } from '../boundaries/index.ts';
import type { Hers } from './person.ts';

/** Situations we have gentle words for. */
export const SITUATIONS = [
  'expecting',
  'newborn',
  'toddler',
  'school-age',
  'nicu',
  'back-to-work',
  'low-mood',
  'loss',
  'adopting',
  'adoption',
  'recovery',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What helps, what to say, and what better not to say. */
export const ASPECTS = ['helps', 'say', 'avoid'] as const;
export type Aspect = (typeof ASPECTS)[number];
const PROMPTS_EACH = { helps: [1, 2, 3], say: [1, 2], avoid: [1, 2] } as const;

/** How to be there for her: prompts she ticked, by their keys, and her own words as she wrote them. */
export interface BeingThere {
  ticked: string[];
  own: Record<Aspect, string>;
}

export const NOTHING_SAID: BeingThere = { ticked: [], own: { helps: '', say: '', avoid: '' } };

/** One prompt: 'loss.avoid.1'. */
export const promptsFor = (situation: Situation, aspect: Aspect): string[] =>
  PROMPTS_EACH[aspect].map((n) => `${situation}.${aspect}.${n}`);

export const ALL_PROMPTS: readonly string[] = SITUATIONS.flatMap((situation) =>
  ASPECTS.flatMap((aspect) => promptsFor(situation, aspect)),
);

const aspectOf = (prompt: string): Aspect => prompt.split('.')[1] as Aspect;

/** A prompt in the reader's language; null for one that a newer version knows. */
export function promptWords(t: Translate, prompt: string): string | null {
  const key = `people.prompt.${prompt}`;
  return isMessageKey(key) ? t(key as MessageKey) : null;
}

/** What stands under an aspect: the ticked prompts in the reader's language, then her own lines as she wrote them. */
export function linesOf(t: Translate, being: BeingThere, aspect: Aspect): string[] {
  const ticked = being.ticked.filter((prompt) => aspectOf(prompt) === aspect);
  const own = being.own[aspect].split('\n').map((line) => line.trim());
  return [...ticked.map((prompt) => promptWords(t, prompt) ?? ''), ...own].filter(Boolean);
}

/** Turns what she ticked into lines of her own, to be changed as she likes. */
export const inOwnWords = (t: Translate, being: BeingThere): BeingThere => ({
  ticked: [],
  own: {
    helps: linesOf(t, being, 'helps').join('\n'),
    say: linesOf(t, being, 'say').join('\n'),
    avoid: linesOf(t, being, 'avoid').join('\n'),
  },
});

const saysSomething = ({ ticked, own }: BeingThere): boolean =>
  ticked.length > 0 || ASPECTS.some((aspect) => own[aspect].trim() !== '');

/** How to be there for a member, as far as whoever is asking may read it; null when nothing is said. */
export async function beingThereFor(tx: Tx, keys: Keyring, memberId: string): Promise<BeingThere | null> {
  return beingThereIn(await wordsOf(tx, keys, memberId));
}

export const beingThereIn = (words: ReadonlyMap<string, Words>): BeingThere | null => {
  const said = words.get('how')?.said as BeingThere | undefined;
  return said ? { ticked: said.ticked, own: { ...NOTHING_SAID.own, ...said.own } } : null;
};

/** Keeps it, for those of her people who may see it. */
export const sayBeingThere = (tx: Tx, keys: Keyring, viewer: Hers, being: BeingThere): Promise<void> =>
  saveWords(tx, keys, viewer, 'how', saysSomething(being) ? { said: being, shown: 'people' } : null);
