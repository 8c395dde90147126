import { type Keyring, readSignedIds, signIds } from '../../platform/crypto/index.ts';

/** Whose place, and at what. */
export interface CannotCome {
  communityId: string;
  memberId: string;
  occurrenceId: string;
}

const PURPOSE = 'cannot-come';
/** How one looks in an address. */
export const TOKEN_SHAPE = '[\\w-]{64}\\.[\\w-]{22}';

/** Leads from a reminder to the one button "I can't come". `address`: where links in letters lead. */
export const cannotComeUrl = (keys: Keyring, whose: CannotCome, address: string): string =>
  `${address}/cannot-come/${cannotComeToken(keys, whose)}`;

/** What stands in that link. Whoever holds it can give this one place back and do nothing else, until it is over. */
export const cannotComeToken = (keys: Keyring, { communityId, memberId, occurrenceId }: CannotCome): string =>
  signIds(keys, PURPOSE, [communityId, memberId, occurrenceId]);

/** Whose it is; null when we did not write it. */
export function readCannotComeToken(keys: Keyring, token: string): CannotCome | null {
  const [communityId, memberId, occurrenceId, ...more] = readSignedIds(keys, PURPOSE, token) ?? [];
  if (!communityId || !memberId || !occurrenceId || more.length > 0) return null;
  return { communityId, memberId, occurrenceId };
}
