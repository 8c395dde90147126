import { type Keyring, newId } from '../../platform/crypto/index.ts';
import { query, refusal, type Tx } from '../../platform/db/index.ts';
import { notFound, Problem } from '../../platform/http/index.ts';
import { linkTo, makeLink, revokeLink } from '../links/index.ts';
import { herKey } from '../sealing/index.ts';
import { type About, type Hers, herPeople, type Kin, type Sight, sealAbout } from './person.ts';

/** More are not people any more but an address book. */
const PEOPLE_MOST = 100;

/** Adds one of her people, who sees nothing yet, with a link that waits to be given. @throws Problem 409 */
export async function addPerson(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  { kin, ...about }: About & { kin: Kin },
): Promise<string> {
  const personId = await insertPerson(tx, keys, viewer, { kin, about, circleId: null });
  await makeLink(tx, keys, viewer, 'person', personId);
  return personId;
}

/** A circle of hers becomes one of her people: it needs no link. @throws Problem 404 when she is not in it, 409 */
export async function addCircle(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  circle: { circleId: string; name: string },
): Promise<string> {
  const about = { name: circle.name, mail: null, phone: null, note: '', locale: null };
  try {
    return await insertPerson(tx, keys, viewer, { kin: 'circle', about, circleId: circle.circleId });
  } catch (error) {
    if (refusal(error) === 'duplicate') throw new Problem(409, 'people.circle-already');
    if (refusal(error) === 'forbidden') return notFound();
    throw error;
  }
}

async function insertPerson(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  person: { kin: Kin; about: About; circleId: string | null },
): Promise<string> {
  const key = await herKey(tx, keys, viewer);
  if ((await herPeople(tx, keys, viewer)).length >= PEOPLE_MOST) throw new Problem(409, 'people.full');
  const personId = newId();
  await tx.run(
    query.insertInto('people').values({
      community_id: viewer.communityId,
      person_id: personId,
      member_id: viewer.memberId,
      kin: person.kin,
      sealed: sealAbout(key, person.about),
      circle_id: person.circleId,
    }),
  );
  return personId;
}

/**
 * Writes down anew who somebody is. Another address belongs to somebody who has not yet said anything about letters.
 * @throws Problem 404
 */
export async function changePerson(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  personId: string,
  { kin, newAddress, ...about }: About & { kin: Kin; newAddress: boolean },
): Promise<void> {
  const key = await herKey(tx, keys, viewer);
  const rows = await tx.run(
    query
      .updateTable('people')
      .set({
        kin,
        sealed: sealAbout(key, about),
        ...(newAddress && { letters_ended_at: null, not_me_at: null }),
      })
      .where('member_id', '=', viewer.memberId)
      .where('person_id', '=', personId)
      .where('circle_id', 'is', null),
  );
  if (rows === 0) notFound();
}

/** Decides what somebody sees, from now on. @throws Problem 404 */
export async function setSight(tx: Tx, viewer: Hers, personId: string, sight: Sight): Promise<void> {
  const rows = await tx.run(
    query
      .updateTable('people')
      .set({ sees_help: sight.seesHelp, sees_updates: sight.seesUpdates, sees_how: sight.seesHow })
      .where('member_id', '=', viewer.memberId)
      .where('person_id', '=', personId),
  );
  if (rows === 0) notFound();
}

/** Takes somebody out of her people: the link leads nowhere from now on, and no letter goes out. @throws Problem 404 */
export async function removePerson(tx: Tx, viewer: Hers, personId: string): Promise<void> {
  await revokeLink(tx, viewer, 'person', personId);
  const rows = await tx.run(
    query.deleteFrom('people').where('member_id', '=', viewer.memberId).where('person_id', '=', personId),
  );
  if (rows === 0) notFound();
}

/** Gives somebody a new link; the one before leads nowhere. */
export async function renewLink(tx: Tx, keys: Keyring, viewer: Hers, personId: string): Promise<void> {
  await makeLink(tx, keys, viewer, 'person', personId);
  // A new link is for whoever it should have reached.
  await tx.run(
    query
      .updateTable('people')
      .set({ not_me_at: null })
      .where('member_id', '=', viewer.memberId)
      .where('person_id', '=', personId),
  );
}

/** The open link of one of her people, or null. */
export const linkOf = (tx: Tx, viewer: Hers, personId: string): Promise<string | null> =>
  linkTo(tx, viewer, 'person', personId);

/** Shuts the door to somebody, who stays one of her people. */
export const shutLink = (tx: Tx, viewer: Hers, personId: string): Promise<number> =>
  revokeLink(tx, viewer, 'person', personId);
