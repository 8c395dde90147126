import { sql } from 'kysely';
import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { type Boundaries, boundariesIn, wordsOf } from '../boundaries/index.ts';
import { keyOf } from '../sealing/index.ts';
import { type BeingThere, beingThereIn } from './being-there.ts';
import { type Hers, type Person, personOf } from './person.ts';
import { type Update, updatesOf } from './update.ts';
import { addressMark, wantsWhole } from './writing-to.ts';

/** What a member shares with whoever is asking: what is missing was not shared, or there is none. */
export interface Shared {
  updates: Update[];
  being: BeingThere | null;
  boundaries: Boundaries | null;
}

/** What a member shares with whoever is asking, each row by the leave of the database. */
export async function sharedBy(tx: Tx, keys: Keyring, memberId: string): Promise<Shared> {
  const words = await wordsOf(tx, keys, memberId);
  return {
    updates: (await updatesOf(tx, keys, memberId)).filter((update) => update.toldAt !== null),
    being: beingThereIn(words),
    boundaries: boundariesIn(words),
  };
}

/** Who came by a link, and what the member is called whose link it is. */
export interface Visitor {
  person: Person;
  /** News come whole in letters to them. */
  whole: boolean;
  holderName: string;
}
export type Visit = Visitor & Shared;

/** Whoever came by a link; null when she has never sealed anything, which cannot be. */
export async function visitorBy(
  tx: Tx,
  keys: Keyring,
  personId: string,
  holderId: string,
): Promise<Visitor | null> {
  const row = await tx.first(query.selectFrom('people').selectAll().where('person_id', '=', personId));
  const key = row && (await keyOf(tx, keys, holderId));
  if (!key) return null;
  const called = await calledIn(tx, keys, holderId);
  const person = personOf(key, row);
  return { person, whole: wantsWhole(keys, person), holderName: called ?? (await holderName(tx)) };
}

/** The same with what she shares with that person. */
export async function visitBy(
  tx: Tx,
  keys: Keyring,
  personId: string,
  holderId: string,
): Promise<Visit | null> {
  const visitor = await visitorBy(tx, keys, personId, holderId);
  return visitor && { ...visitor, ...(await sharedBy(tx, keys, holderId)) };
}

async function holderName(tx: Tx): Promise<string> {
  const row = await tx.first(sql<{ name: string }>`SELECT access.link_holder_name() AS name`);
  return row?.name ?? '';
}

async function calledIn(tx: Tx, keys: Keyring, memberId: string): Promise<string | null> {
  const called = (await wordsOf(tx, keys, memberId)).get('name')?.said;
  return typeof called === 'string' ? called : null;
}

/** What her people call her, when she says so, else what she is called in her community. */
export async function calledByHerPeople(tx: Tx, keys: Keyring, viewer: Hers): Promise<string> {
  const called = await calledIn(tx, keys, viewer.memberId);
  if (called) return called;
  const row = await tx.first(
    query.selectFrom('members').select('display_name').where('member_id', '=', viewer.memberId),
  );
  return row?.display_name ?? '';
}

/** Ends letters to whoever came by the link, or lets them come again. */
export const endLetters = async (tx: Tx, ended: boolean): Promise<void> =>
  void (await tx.run(sql`SELECT access.end_letters_by_link(${ended})`));

/** "Write me the news themselves": said by whoever opened the page, of the address they have now; null ends it. */
export const wantWholeNews = async (tx: Tx, keys: Keyring, mail: string | null): Promise<void> =>
  void (await tx.run(sql`SELECT access.want_whole_news(${mail && addressMark(keys, mail)})`));

/** "This is not me": shuts the link behind them and tells her. */
export const notMe = async (tx: Tx): Promise<void> =>
  void (await tx.run(sql`SELECT access.not_me_by_link()`));

/** Somebody who shares something with a circle the viewer is in. */
export interface Sharer {
  circleId: string;
  memberId: string;
  name: string;
}

/** All who share something with a circle of the viewer's, by name. */
export const sharersAround = (tx: Tx): Promise<Sharer[]> =>
  tx.all(sql<Sharer>`SELECT s.circle_id AS "circleId", m.member_id AS "memberId", m.display_name AS name
    FROM access.sharing_in_my_circles() s
    JOIN members m ON m.community_id = access.community_id() AND m.member_id = s.member_id
    ORDER BY m.display_name, s.circle_id`);
