import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Hers, type Shown, saveWords, type Words, wordsOf } from './near-words.ts';

/** Hours in which she wants neither rings nor knocks: 'HH:00' by her clock. */
export interface QuietTime {
  from: string;
  to: string;
}

/** The boundaries she words herself. */
export const WORDED = ['visiting', 'topics', 'not-told'] as const;
export type Worded = (typeof WORDED)[number];
export type Boundary = 'quiet' | Worded;

/** Her boundaries, as far as whoever is asking may read them. A part that is missing was not said, or not to them. */
export interface Boundaries {
  quiet?: QuietTime;
  visiting?: string;
  topics?: string;
  'not-told'?: string;
}

/** Each with how far it goes: for herself, who alone reads them all. */
export type BoundariesKept = { [B in Boundary]?: { said: NonNullable<Boundaries[B]>; shown: Shown } };

const BOUNDARIES = ['quiet', ...WORDED] as const;

export const boundariesIn = (words: ReadonlyMap<string, Words>): Boundaries | null => {
  const said = BOUNDARIES.flatMap((part) => (words.has(part) ? [[part, words.get(part)!.said]] : []));
  return said.length > 0 ? (Object.fromEntries(said) as Boundaries) : null;
};

/**
 * The boundaries of a member, as far as whoever is asking may read them: she herself, those who came by a link of hers,
 * circles she shares with, and members when she lets them. null when there are none to show. Ask before a form in which
 * somebody writes to her or takes something on for her, and show them with `<BoundariesCard>`.
 */
export async function boundariesOf(tx: Tx, keys: Keyring, memberId: string): Promise<Boundaries | null> {
  return boundariesIn(await wordsOf(tx, keys, memberId));
}

/** All of her own, with how far each goes. */
export async function herBoundaries(tx: Tx, keys: Keyring, viewer: Hers): Promise<BoundariesKept> {
  const words = await wordsOf(tx, keys, viewer.memberId);
  return Object.fromEntries(
    BOUNDARIES.flatMap((part) => (words.has(part) ? [[part, words.get(part)]] : [])),
  ) as BoundariesKept;
}

/** Keeps them as she says them now. */
export async function setBoundaries(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  kept: BoundariesKept,
): Promise<void> {
  for (const part of BOUNDARIES) await saveWords(tx, keys, viewer, part, kept[part] ?? null);
}
