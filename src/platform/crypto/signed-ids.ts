import type { Keyring } from './keyring.ts';

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Ids that only we can have written, for one purpose, as they stand in a link: it never grows old. */
export function signIds(keys: Keyring, purpose: string, ids: string[]): string {
  const packed = Buffer.concat(ids.map(bytesOf)).toString('base64url');
  return `${packed}.${keys.sign(purpose, packed)}`;
}

/** The ids of a token; null when we did not write it, or for another purpose. */
export function readSignedIds(keys: Keyring, purpose: string, token: string): string[] | null {
  const [packed = '', signature = ''] = token.split('.');
  if (!keys.verify(purpose, packed, signature)) return null;
  const bytes = Buffer.from(packed, 'base64url');
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  return Array.from({ length: bytes.length / 16 }, (_, at) => idOf(bytes.subarray(at * 16, at * 16 + 16)));
}
