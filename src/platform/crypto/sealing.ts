import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** The 32 bytes that one purpose seals under: what was sealed for another cannot be opened with them. */
export const sealingKey = (key: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `seal\0${purpose}`, 32));

/** More purposes than there are: no list that grows with the rows. */
const REMEMBERED = 64;

/** The same for one key, each purpose worked out once: a page opens fifty names under one of them. */
export function sealingKeysOf(key: string): (purpose: string) => Buffer {
  const made = new Map<string, Buffer>();
  return (purpose) => {
    const known = made.get(purpose);
    if (known) return known;
    const fresh = sealingKey(key, purpose);
    if (made.size < REMEMBERED) made.set(purpose, fresh);
    return fresh;
  };
}

/** AES-256-GCM: nonce (12), tag (16), body, as base64url. */
export function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** @throws Error when it was sealed under another key, or changed since */
export function open(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  cipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
}
