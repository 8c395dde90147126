import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { notify } from '../notifications/index.ts';
import { herKey } from '../sealing/index.ts';
import { linkOf } from './keeping.ts';
import { type Hers, herPeople, type Person } from './person.ts';
import { updateOfHers } from './update.ts';
import { writeTo } from './writing-to.ts';

/**
 * How news reach somebody: by letter, as notifications to a circle's members, only when the link is opened, because no
 * address is known ('page') or no letters are wanted ('no-letters'), or not at all while there is no link.
 */
export type Way = 'letter' | 'circle' | 'page' | 'no-letters' | 'no-link';

/** One of those an update is for, and how it will get there. */
export interface Reader {
  person: Person;
  way: Way;
}

/** Exactly those an update will be told to: whom she chose, as far as each may see updates now. */
export async function readersOf(tx: Tx, keys: Keyring, viewer: Hers, updateId: string): Promise<Reader[]> {
  const chosen = await chosenFor(tx, updateId);
  const people = await herPeople(tx, keys, viewer);
  const readers: Reader[] = [];
  for (const person of people)
    if (chosen.has(person.personId) && person.seesUpdates)
      readers.push({ person, way: await wayTo(tx, viewer, person) });
  return readers;
}

/** Whom she ticked for an update, by id. */
export async function chosenFor(tx: Tx, updateId: string): Promise<Set<string>> {
  const rows = await tx.all(
    query.selectFrom('update_readers').select('person_id').where('update_id', '=', updateId),
  );
  return new Set(rows.map((row) => row.person_id));
}

/** How letters reach somebody just now. */
export async function wayTo(tx: Tx, viewer: Hers, person: Person): Promise<Way> {
  if (person.circleId) return 'circle';
  if (!(await linkOf(tx, viewer, person.personId))) return 'no-link';
  if (person.lettersEnded) return 'no-letters';
  return person.mail ? 'letter' : 'page';
}

/**
 * Tells an update, once however often it is asked: from now on its readers see it, letters are ordered and members told
 * in the same transaction. Resolves to false when it was told before. @throws Problem 404
 */
export async function tellUpdate(
  tx: Tx,
  keys: Keyring,
  viewer: Hers & { locale: string },
  updateId: string,
): Promise<boolean> {
  await herKey(tx, keys, viewer);
  await updateOfHers(tx, keys, viewer, updateId);
  const first = await tx.run(
    query
      .updateTable('updates')
      .set({ told_at: new Date() })
      .where('member_id', '=', viewer.memberId)
      .where('update_id', '=', updateId)
      .where('told_at', 'is', null),
  );
  if (first === 0) return false;
  for (const { person, way } of await readersOf(tx, keys, viewer, updateId)) {
    if (way === 'circle') await tellCircle(tx, viewer, person);
    if (way === 'letter')
      await writeTo(tx, keys, viewer, person, {
        kind: 'people.update',
        about: { updateId },
        once: `people.update ${updateId} ${person.personId}`,
      });
  }
  return true;
}

/** Within the circle's walls: who is in it now, blocked people left out by the database. */
async function tellCircle(tx: Tx, viewer: Hers, { circleId }: Person): Promise<void> {
  const fellows = await tx.all(
    query.selectFrom('circle_members').select('member_id').where('circle_id', '=', circleId),
  );
  await notify(tx, {
    to: fellows.map((row) => row.member_id),
    kind: 'people.update',
    circleId,
    subjectId: viewer.memberId,
  });
}

/** At most one invitation by letter to the same link in a day: whatever she taps, nobody's mailbox is flooded. */
export async function mailLink(
  tx: Tx,
  keys: Keyring,
  viewer: Hers & { locale: string },
  person: Person,
): Promise<boolean> {
  const linkId = await linkOf(tx, viewer, person.personId);
  if (!linkId) return false;
  return writeTo(tx, keys, viewer, person, {
    kind: 'people.invite',
    about: { linkId },
    once: `people.invite ${linkId} ${new Date().toISOString().slice(0, 10)}`,
  });
}
