import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The server's key and what is derived from it, one purpose each. */
export interface Keyring {
  secret: string;
  /** A keyed digest of `text`, 22 characters; different purposes never give the same. */
  sign(purpose: string, text: string): string;
  verify(purpose: string, text: string, signature: string): boolean;
  /** Locks `text` away under the server's key (AES-256-GCM), so that it can stand in the database. */
  seal(purpose: string, text: string): string;
  /** @throws Error when it was sealed for another purpose or under another key */
  open(purpose: string, sealed: string): string;
}

/** Makes the ring from `secret`, else from the one kept in `dataDir/secret` (made on the first run, mode 0600). */
export function keyring(secret: string | null, dataDir: string): Keyring {
  const key = secret ?? keptSecret(dataDir);
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url').slice(0, 22);
  return {
    secret: key,
    sign,
    verify(purpose, text, signature) {
      const good = Buffer.from(sign(purpose, text));
      const given = Buffer.from(signature);
      return good.length === given.length && timingSafeEqual(good, given);
    },
    seal(purpose, text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealingKey(key, purpose), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const cipher = createDecipheriv('aes-256-gcm', sealingKey(key, purpose), bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
    },
  };
}

const sealingKey = (key: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `seal\0${purpose}`, 32));

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    // 'wx': two servers starting at once must end up with the same key.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
