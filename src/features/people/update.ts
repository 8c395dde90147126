import { type Keyring, newId, type OwnKey } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, Problem } from '../../platform/http/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';
import type { Hers } from './person.ts';

/** What is told once to everyone she chose. */
export interface Update {
  updateId: string;
  text: string;
  /** The letter says only that there is news. */
  discreet: boolean;
  begunAt: Date;
  /** null: a draft, which she alone sees. */
  toldAt: Date | null;
  editedAt: Date | null;
}

export const TEXT_MOST = 2000;
const UPDATES_MOST = 500;
const PURPOSE = 'updates';

type Row = {
  update_id: string;
  sealed: string;
  discreet: boolean;
  begun_at: Date;
  told_at: Date | null;
  edited_at: Date | null;
};

const updateOf = (key: OwnKey, row: Row): Update => ({
  updateId: row.update_id,
  text: (JSON.parse(key.open(PURPOSE, row.sealed)) as { text: string }).text,
  discreet: row.discreet,
  begunAt: row.begun_at,
  toldAt: row.told_at,
  editedAt: row.edited_at,
});

/** The updates of a member that whoever is asking may read, newest first: she herself reads her drafts too. */
export async function updatesOf(tx: Tx, keys: Keyring, memberId: string): Promise<Update[]> {
  const rows = await tx.all(
    query
      .selectFrom('updates')
      .selectAll()
      .where('member_id', '=', memberId)
      .orderBy((eb) => eb.fn.coalesce('told_at', 'begun_at'), 'desc')
      .orderBy('update_id', 'desc'),
  );
  const key = rows.length > 0 ? await keyOf(tx, keys, memberId) : null;
  return key ? rows.map((row) => updateOf(key, row)) : [];
}

/** One of her own. @throws Problem 404 */
export async function updateOfHers(tx: Tx, keys: Keyring, viewer: Hers, updateId: string): Promise<Update> {
  const row = await tx.first(
    query
      .selectFrom('updates')
      .selectAll()
      .where('member_id', '=', viewer.memberId)
      .where('update_id', '=', updateId),
  );
  const key = row && (await keyOf(tx, keys, viewer.memberId));
  return key ? updateOf(key, row) : notFound();
}

/** What an update's form says. */
export interface Draft {
  text: string;
  discreet: boolean;
  /** Whom of her people it is for, by id. */
  readers: string[];
}

/** Begins an update, which nobody sees until it is told. @throws Problem 409 */
export async function beginUpdate(tx: Tx, keys: Keyring, viewer: Hers, draft: Draft): Promise<string> {
  const key = await herKey(tx, keys, viewer);
  const updateId = newId();
  if ((await updatesOf(tx, keys, viewer.memberId)).length >= UPDATES_MOST)
    throw new Problem(409, 'people.updates-full');
  await tx.run(
    query.insertInto('updates').values({
      community_id: viewer.communityId,
      update_id: updateId,
      member_id: viewer.memberId,
      sealed: key.seal(PURPOSE, JSON.stringify({ text: draft.text })),
      discreet: draft.discreet,
    }),
  );
  await chooseReaders(tx, viewer, updateId, draft.readers);
  return updateId;
}

/** Says a draft otherwise, or to others. Told in the meantime, it keeps its readers. @throws Problem 404 */
export async function changeDraft(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  { updateId }: Update,
  { text, discreet, readers }: Draft,
): Promise<void> {
  const key = await herKey(tx, keys, viewer);
  const rows = await tx.run(
    query
      .updateTable('updates')
      .set({ sealed: key.seal(PURPOSE, JSON.stringify({ text })), discreet })
      .where('member_id', '=', viewer.memberId)
      .where('update_id', '=', updateId)
      .where('told_at', 'is', null),
  );
  if (rows === 0) notFound();
  await chooseReaders(tx, viewer, updateId, readers);
}

/** Says what was told otherwise: it tells that it was edited, and no second letter goes out. */
export async function reword(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  { updateId, text: before }: Update,
  text: string,
): Promise<void> {
  if (text === before) return;
  const key = await herKey(tx, keys, viewer);
  await tx.run(
    query
      .updateTable('updates')
      .set({ sealed: key.seal(PURPOSE, JSON.stringify({ text })), edited_at: new Date() })
      .where('member_id', '=', viewer.memberId)
      .where('update_id', '=', updateId),
  );
}

async function chooseReaders(tx: Tx, viewer: Hers, updateId: string, readers: string[]): Promise<void> {
  await tx.run(query.deleteFrom('update_readers').where('update_id', '=', updateId));
  if (readers.length === 0) return;
  await tx.run(
    query.insertInto('update_readers').values(
      readers.map((person_id) => ({
        community_id: viewer.communityId,
        update_id: updateId,
        person_id,
      })),
    ),
  );
}

/** Takes it back: from then on nobody reads it, and letters that have not gone do not go. @throws Problem 404 */
export async function removeUpdate(tx: Tx, viewer: Hers, updateId: string): Promise<void> {
  const rows = await tx.run(
    query.deleteFrom('updates').where('member_id', '=', viewer.memberId).where('update_id', '=', updateId),
  );
  if (rows === 0) notFound();
}
