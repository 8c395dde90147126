import { type Keyring, readSignedIds, signIds } from '../../platform/crypto/index.ts';

/** Which letter of which community: enough to end those that would follow it. */
export interface Silencing {
  communityId: string;
  letterId: string;
}

const PURPOSE = 'no-more-letters';
/** How one looks in an address. */
export const TOKEN_SHAPE = '[\\w-]{43}\\.[\\w-]{22}';

/** What stands in a letter's link. Whoever holds it can end letters to that address, and do nothing else. */
export const silenceToken = (keys: Keyring, { communityId, letterId }: Silencing): string =>
  signIds(keys, PURPOSE, [communityId, letterId]);

/** Which letter it came with; null when we did not write it. */
export function readSilenceToken(keys: Keyring, token: string): Silencing | null {
  const [communityId, letterId, ...more] = readSignedIds(keys, PURPOSE, token) ?? [];
  return communityId && letterId && more.length === 0 ? { communityId, letterId } : null;
}
