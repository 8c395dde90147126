import { randomBytes } from 'node:crypto';
import type { Keyring } from './keyring.ts';
import { open, seal, sealingKeysOf } from './sealing.ts';

/** One member's key: what it seals, the server opens only with hers at hand. */
export interface OwnKey {
  /** Locks `text` away for one purpose ('people'), and one row of it when `purpose` names it. */
  seal(purpose: string, text: string): string;
  /** @throws Error when it was sealed for another purpose, or under somebody else's key */
  open(purpose: string, sealed: string): string;
}

const PURPOSE = 'member-key';

/** A new key, wrapped by the server's: what the database keeps. */
export const newWrappedKey = (keys: Keyring): string =>
  keys.seal(PURPOSE, randomBytes(32).toString('base64url'));

/** Unwraps a key. @throws Error when another server wrapped it */
export function ownKey(keys: Keyring, wrapped: string): OwnKey {
  const keyFor = sealingKeysOf(keys.open(PURPOSE, wrapped));
  return {
    seal: (purpose, text) => seal(keyFor(purpose), text),
    open: (purpose, sealed) => open(keyFor(purpose), sealed),
  };
}
