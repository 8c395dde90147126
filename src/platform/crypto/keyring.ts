import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, seal, sealingKeysOf } from './sealing.ts';

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
  const keyFor = sealingKeysOf(key);
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
    seal: (purpose, text) => seal(keyFor(purpose), text),
    open: (purpose, sealed) => open(keyFor(purpose), sealed),
  };
}

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
