import type { Keyring } from '../../../platform/crypto/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { newPushKeys } from '../../../platform/push/index.ts';

export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

const SEALED_FOR = 'push';
const kept = new WeakMap<Database, Promise<PushKeys>>();

interface Row {
  public_key: string;
  sealed: string;
}

/** This server's keys for push messages: made by the first server that needs them, the same for all that follow. */
export function pushKeys(db: Database, keys: Keyring): Promise<PushKeys> {
  const known = kept.get(db) ?? load(db, keys);
  kept.set(db, known);
  known.catch(() => kept.delete(db)); // the database was away: asked again next time
  return known;
}

async function load(db: Database, keys: Keyring): Promise<PushKeys> {
  const stored = await storedKeys(db);
  const known = stored && opened(keys, stored);
  if (known) return known;
  const made = newPushKeys();
  // A pair sealed under a key that is no more is of no use to anybody: its browsers ask anew.
  await db.ask('SELECT access.keep_push_keys($1, $2, $3)', [
    made.publicKey,
    keys.seal(SEALED_FOR, made.privateKey),
    stored?.public_key ?? null,
  ]);
  const winner = await storedKeys(db);
  const ours = winner && opened(keys, winner);
  if (!ours)
    throw new Error('The keys for push messages cannot be opened: do all servers have the same SECRET?');
  return ours;
}

async function storedKeys(db: Database): Promise<Row | undefined> {
  return (await db.ask<Row>('SELECT * FROM access.push_keys()', []))[0];
}

function opened(keys: Keyring, { public_key, sealed }: Row): PushKeys | null {
  try {
    return { publicKey: public_key, privateKey: keys.open(SEALED_FOR, sealed) };
  } catch {
    return null;
  }
}
