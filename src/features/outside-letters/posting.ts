import { type Keyring, newId } from '../../platform/crypto/index.ts';
import { query, refusal, type Tx } from '../../platform/db/index.ts';
import { Problem } from '../../platform/http/index.ts';
import { keyOf } from '../sealing/index.ts';

/** A letter to somebody without an account, as it is ordered. */
export interface Order {
  communityId: string;
  /** The member in whose name it goes; she, or one who came by a link of hers, orders it. */
  holderId: string;
  /** Which of the kinds in src/outside-letters.ts draws it. */
  kind: string;
  /** A mail address. */
  to: string;
  locale: string;
  /** Ids, and nothing that says anything. */
  about: Record<string, string>;
  /** Not before; at once when not given. */
  dueAt?: Date;
  /** The same key is never posted twice. */
  once: string;
}

const PURPOSE = 'outside-letter';

/** What recognises an address that wants no letters, and leads back to none. */
export const markOf = (keys: Keyring, communityId: string, to: string): string =>
  keys.sign('outside-address', `${communityId} ${to.trim().toLowerCase()}`);

/**
 * Orders a letter, in the transaction of what it tells of: both stand, or neither. Her key must be there (herKey).
 * To one address go no more than a few a day: what comes on top is left out, and nothing is said of it.
 * @throws Problem 429 when more were ordered in her name within a day than the community lets go (letters_a_day)
 */
export async function postOutside(tx: Tx, keys: Keyring, order: Order): Promise<void> {
  const key = await keyOf(tx, keys, order.holderId);
  if (!key) throw new Error('A letter in the name of a member without a key');
  const ordered = tx.run(
    query
      .insertInto('outside_letters')
      .values({
        community_id: order.communityId,
        letter_id: newId(),
        holder_id: order.holderId,
        kind: order.kind,
        once: order.once,
        sealed_to: key.seal(PURPOSE, order.to),
        mark: markOf(keys, order.communityId, order.to),
        locale: order.locale,
        about: JSON.stringify(order.about),
        next_try: order.dueAt ?? new Date(),
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  await ordered.catch((error) => {
    throw refusal(error) === 'too_many_letters' ? new Problem(429, 'outside-letters.too-many') : error;
  });
}

/** Where a claimed letter goes. */
export async function addresseeOf(
  tx: Tx,
  keys: Keyring,
  holderId: string,
  sealedTo: string,
): Promise<string | null> {
  const key = await keyOf(tx, keys, holderId);
  return key ? key.open(PURPOSE, sealedTo) : null;
}
