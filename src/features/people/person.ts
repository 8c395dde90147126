import type { Keyring, OwnKey } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { keyOf } from '../sealing/index.ts';

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
}

/** One of her people. */
export interface Person extends About {
  personId: string;
  kin: Kin;
  circleId: string | null;
  seesHelp: boolean;
  seesUpdates: boolean;
  addedAt: Date;
}

const PURPOSE = 'people';

export const sealAbout = (key: OwnKey, about: About): string => key.seal(PURPOSE, JSON.stringify(about));
export const openAbout = (key: OwnKey, sealed: string): About => JSON.parse(key.open(PURPOSE, sealed));

/** All her people, as she added them. */
export async function herPeople(
  tx: Tx,
  keys: Keyring,
  viewer: Scope & { memberId: string },
): Promise<Person[]> {
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

type Row = {
  person_id: string;
  kin: string;
  sealed: string;
  circle_id: string | null;
  sees_help: boolean;
  sees_updates: boolean;
  added_at: Date;
};

/** A row, opened with the key of her whose person it is. */
export const personOf = (key: OwnKey, row: Row): Person => ({
  ...openAbout(key, row.sealed),
  personId: row.person_id,
  kin: row.kin as Kin,
  circleId: row.circle_id,
  seesHelp: row.sees_help,
  seesUpdates: row.sees_updates,
  addedAt: row.added_at,
});
