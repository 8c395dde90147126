import type { Keyring, OwnKey } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Hers } from '../boundaries/index.ts';
import { keyOf } from '../sealing/index.ts';

export type { Hers };

export const KINS = [
  'partner',
  'parent',
  'grandparent',
  'sibling',
  'relative',
  'friend',
  'neighbour',
  'doctor',
  'circle',
  'other',
] as const;
/** What somebody is to her. */
export type Kin = (typeof KINS)[number];

/** What only she knows of somebody: sealed under her key. */
export interface About {
  name: string;
  mail: string | null;
  phone: string | null;
  note: string;
  /** The language letters to that person are written in; null: hers. */
  locale: 'en' | 'es' | null;
}

/** What one of her people may see. */
export interface Sight {
  seesHelp: boolean;
  seesUpdates: boolean;
  /** How to be there for her. */
  seesHow: boolean;
}

/** One of her people. */
export interface Person extends About, Sight {
  personId: string;
  kin: Kin;
  circleId: string | null;
  addedAt: Date;
  /** "No more letters": said by that person. */
  lettersEnded: boolean;
  /** "This is not me": the link reached somebody else. */
  notMe: boolean;
  /** Recognises the address for which that person asked to be sent the news themselves. */
  wholeFor: string | null;
}

/** Whether there is anything at all that person sees. */
export const seesAnything = ({ seesHelp, seesUpdates, seesHow }: Sight): boolean =>
  seesHelp || seesUpdates || seesHow;

const PURPOSE = 'people';

export const sealAbout = (key: OwnKey, about: Omit<About, 'locale'> & Partial<About>): string =>
  key.seal(PURPOSE, JSON.stringify(about));
export const openAbout = (key: OwnKey, sealed: string): About => ({
  locale: null,
  ...(JSON.parse(key.open(PURPOSE, sealed)) as Omit<About, 'locale'>),
});

/** All her people, as she added them. */
export async function herPeople(tx: Tx, keys: Keyring, viewer: Hers): Promise<Person[]> {
  const rows = await tx.all(
    query
      .selectFrom('people')
      .selectAll()
      .where('member_id', '=', viewer.memberId)
      .orderBy('added_at')
      .orderBy('person_id'),
  );
  const key = rows.length > 0 ? await keyOf(tx, keys, viewer.memberId) : null;
  return key ? rows.map((row) => personOf(key, row)) : [];
}

/** One of her people; null when it is nobody of hers. */
export async function personOfHers(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  personId: string,
): Promise<Person | null> {
  const row = await tx.first(
    query
      .selectFrom('people')
      .selectAll()
      .where('member_id', '=', viewer.memberId)
      .where('person_id', '=', personId),
  );
  const key = row && (await keyOf(tx, keys, viewer.memberId));
  return key ? personOf(key, row) : null;
}

type Row = {
  person_id: string;
  kin: string;
  sealed: string;
  circle_id: string | null;
  sees_help: boolean;
  sees_updates: boolean;
  sees_how: boolean;
  added_at: Date;
  letters_ended_at: Date | null;
  not_me_at: Date | null;
  whole_for: string | null;
};

/** A row, opened with the key of her whose person it is. */
export const personOf = (key: OwnKey, row: Row): Person => ({
  ...openAbout(key, row.sealed),
  personId: row.person_id,
  kin: row.kin as Kin,
  circleId: row.circle_id,
  seesHelp: row.sees_help,
  seesUpdates: row.sees_updates,
  seesHow: row.sees_how,
  addedAt: row.added_at,
  lettersEnded: row.letters_ended_at !== null,
  notMe: row.not_me_at !== null,
  wholeFor: row.whole_for,
});
