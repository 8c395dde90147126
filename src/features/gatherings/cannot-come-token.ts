import type { Keyring } from '../../platform/crypto/index.ts';

/** Whose place, and at what. */
export interface CannotCome {
  communityId: string;
  memberId: string;
  occurrenceId: string;
}

const PURPOSE = 'cannot-come';
/** How one looks in an address. */
export const TOKEN_SHAPE = '[\\w-]{64}\\.[\\w-]{22}';

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Leads from a reminder to the one button "I can't come". `address`: where links in letters lead. */
export const cannotComeUrl = (keys: Keyring, whose: CannotCome, address: string): string =>
  `${address}/cannot-come/${cannotComeToken(keys, whose)}`;

/** What stands in that link. Whoever holds it can give this one place back and do nothing else, until it is over. */
export function cannotComeToken(keys: Keyring, whose: CannotCome): string {
  const { communityId, memberId, occurrenceId } = whose;
  const ids = Buffer.concat([communityId, memberId, occurrenceId].map(bytesOf)).toString('base64url');
  return `${ids}.${keys.sign(PURPOSE, ids)}`;
}

/** Whose it is; null when we did not write it. */
export function readCannotComeToken(keys: Keyring, token: string): CannotCome | null {
  const [ids = '', signature = ''] = token.split('.');
  if (!keys.verify(PURPOSE, ids, signature)) return null;
  const bytes = Buffer.from(ids, 'base64url');
  if (bytes.length !== 48) return null;
  const [communityId, memberId, occurrenceId] = [0, 16, 32].map((at) => idOf(bytes.subarray(at, at + 16)));
  return { communityId: communityId!, memberId: memberId!, occurrenceId: occurrenceId! };
}
