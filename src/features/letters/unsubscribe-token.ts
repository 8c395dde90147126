import type { Keyring } from '../../platform/crypto/index.ts';

/** Whose letters end, and which: of one circle, or all. */
export interface Unsubscribing {
  communityId: string;
  memberId: string;
  circleId: string | null;
}

const PURPOSE = 'unsubscribe';
/** How one looks in an address. */
export const TOKEN_SHAPE = '[\\w-]{43,64}\\.[\\w-]{22}';

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** What stands in a letter's link. Whoever holds it can end these letters and do nothing else; it never grows old. */
export function unsubscribeToken(keys: Keyring, { communityId, memberId, circleId }: Unsubscribing): string {
  const ids = [communityId, memberId, ...(circleId ? [circleId] : [])];
  const whose = Buffer.concat(ids.map(bytesOf)).toString('base64url');
  return `${whose}.${keys.sign(PURPOSE, whose)}`;
}

/** Whose it is; null when we did not write it. */
export function readUnsubscribeToken(keys: Keyring, token: string): Unsubscribing | null {
  const [whose = '', signature = ''] = token.split('.');
  if (!keys.verify(PURPOSE, whose, signature)) return null;
  const bytes = Buffer.from(whose, 'base64url');
  const [communityId, memberId, circleId] = [0, 16, 32].map((at) => bytes.subarray(at, at + 16));
  if (bytes.length !== 32 && bytes.length !== 48) return null;
  return {
    communityId: idOf(communityId!),
    memberId: idOf(memberId!),
    circleId: bytes.length === 48 ? idOf(circleId!) : null,
  };
}
