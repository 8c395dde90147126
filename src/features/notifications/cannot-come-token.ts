import { type Keyring, readSignedIds, signIds } from '../../platform/crypto/index.ts';

/** Whose place, and at what. */
export interface CannotCome {
  communityId: string;
  memberId: string;
  occurrenceId: string;
}

const PURPOSE = 'cannot-come';
/** Where a place is given back: the signed ids in it are all the proof there is. */
export const CANNOT_COME = '/cannot-come/:token{[\\w-]{64}\\.[\\w-]{22}}' as const;

/**
 * Leads from a reminder to giving the place back. Whoever holds it can do that at this one time, and for an hour take it
 * back again, and do nothing else.
 */
export const cannotComePath = (keys: Keyring, { communityId, memberId, occurrenceId }: CannotCome): string =>
  `/cannot-come/${signIds(keys, PURPOSE, [communityId, memberId, occurrenceId])}`;

/** Whose it is; null when we did not write it. */
export function readCannotComeToken(keys: Keyring, token: string): CannotCome | null {
  const [communityId, memberId, occurrenceId, ...more] = readSignedIds(keys, PURPOSE, token) ?? [];
  if (!communityId || !memberId || !occurrenceId || more.length > 0) return null;
  return { communityId, memberId, occurrenceId };
}
