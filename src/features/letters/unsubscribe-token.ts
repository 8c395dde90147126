import { type Keyring, readSignedIds, signIds } from '../../platform/crypto/index.ts';

/** Whose letters end, and which: of one circle, or all. */
export interface Unsubscribing {
  communityId: string;
  memberId: string;
  circleId: string | null;
}

const PURPOSE = 'unsubscribe';
/** How one looks in an address. */
export const TOKEN_SHAPE = '[\\w-]{43,64}\\.[\\w-]{22}';

/** What stands in a letter's link. Whoever holds it can end these letters and do nothing else; it never grows old. */
export const unsubscribeToken = (keys: Keyring, { communityId, memberId, circleId }: Unsubscribing): string =>
  signIds(keys, PURPOSE, [communityId, memberId, ...(circleId ? [circleId] : [])]);

/** Whose it is; null when we did not write it. */
export function readUnsubscribeToken(keys: Keyring, token: string): Unsubscribing | null {
  const [communityId, memberId, circleId = null, ...more] = readSignedIds(keys, PURPOSE, token) ?? [];
  return communityId && memberId && more.length === 0 ? { communityId, memberId, circleId } : null;
}
