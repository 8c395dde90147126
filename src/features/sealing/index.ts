// The door of sealing: each member's own key, for what hurts most if it gets about.
import { type Keyring, newWrappedKey, type OwnKey, ownKey } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';

/**
 * The key of the member whose rows are looked at; null when nothing was ever sealed for her. Only her own transactions,
 * and those that came by a link of hers, find it.
 */
export async function keyOf(tx: Tx, keys: Keyring, memberId: string): Promise<OwnKey | null> {
  // Asked for in nearly every transaction that touches something sealed.
  const [row] = await tx.hot<{ wrapped: string }>('SELECT wrapped FROM member_keys WHERE member_id = $1', [
    memberId,
  ]);
  return row ? ownKey(keys, row.wrapped) : null;
}

/** The viewer's own key, made when she seals for the first time: two windows at once end up with the same. */
export async function herKey(tx: Tx, keys: Keyring, viewer: Scope & { memberId: string }): Promise<OwnKey> {
  const found = await keyOf(tx, keys, viewer.memberId);
  if (found) return found;
  await tx.run(
    query
      .insertInto('member_keys')
      .values({
        community_id: viewer.communityId,
        member_id: viewer.memberId,
        wrapped: newWrappedKey(keys),
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const made = await keyOf(tx, keys, viewer.memberId);
  if (!made) throw new Error('A member has no key');
  return made;
}
