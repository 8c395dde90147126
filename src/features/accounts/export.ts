import type { Keyring, OwnKey } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Ctx, Viewer } from '../../platform/http/index.ts';
import { circleName, isNameable, type Nameable, type Reader } from '../circle-names/index.ts';
import { exportedMap } from '../ecomap/index.ts';
import { keyOf } from '../sealing/index.ts';
import type { AuthParts } from './auth.ts';
import { PARTS } from './export-parts.ts';
import { accountOf, passkeysOf, sessionsOf } from './mine.ts';

export type Row = Record<string, unknown>;

/** What is kept about her, by the name of its part (see `accounts.export.*`). */
export type Everything = Record<ExportPart, Row[]>;
export type ExportPart = keyof typeof PARTS | 'account' | 'sessions' | 'passkeys';

/** Everything this community keeps about her, read through her own eyes. */
export async function everythingOf(parts: AuthParts, c: Ctx, viewer: Viewer): Promise<Everything> {
  const [rows, account, sessions, passkeys] = await Promise.all([
    c.get('db').read(viewer, (tx) => hers(tx, viewer.memberId, c.get('page'), c.get('keys'))),
    accountOf(parts, viewer.accountId),
    sessionsOf(parts, viewer.accountId),
    passkeysOf(parts, viewer.accountId),
  ]);
  return {
    account: [{ email: account.email, created_at: account.createdAt }],
    ...rows,
    sessions: sessions.map(({ device, since, lastUsed }) => ({
      device,
      created_at: since,
      last_used: lastUsed,
    })),
    passkeys: passkeys.map(({ name, addedAt }) => ({ name, created_at: addedAt })),
  };
}

/** What `sealed` was locked away for, in the parts that have such a column. */
const SEALED_FOR: Partial<Record<keyof typeof PARTS, string>> = {
  callbacks: 'callbacks',
  people: 'people',
  helpWishes: 'help-particulars',
  helpTurns: 'help-helper',
  updates: 'updates',
  nearWords: 'near-words',
  ecomap: 'ecomap',
  menteeNotes: 'mentee-note',
  pairContacts: 'pair-mood',
};

async function hers(
  tx: Tx,
  me: string,
  reader: Reader,
  keys: Keyring,
): Promise<Record<keyof typeof PARTS, Row[]>> {
  const key = await keyOf(tx, keys, me);
  const found: [string, Row[]][] = [];
  for (const [part, rows] of Object.entries(PARTS)) {
    const purpose = SEALED_FOR[part as keyof typeof PARTS];
    const opened = (await tx.all<Row>(rows(me))).map((row) => unsealed(key, purpose, withoutTenant(row)));
    const each = part === 'ecomap' ? opened.flatMap((row) => exportedMap(row as never)) : opened;
    found.push([part, each.map((row) => named(reader, row))]);
  }
  return Object.fromEntries(found) as Record<keyof typeof PARTS, Row[]>;
}

/** What was sealed for her is hers to read. */
function unsealed(key: OwnKey | null, purpose: string | undefined, { sealed, ...row }: Row): Row {
  if (typeof sealed !== 'string' || !purpose || !key) return row;
  return { ...(JSON.parse(key.open(purpose, sealed)) as Row), ...row };
}

/** What a circle is called is put in her words, as everywhere else: the months of a cohort, and its age today. */
function named(reader: Reader, row: Row): Row {
  const called = Object.entries(row).map(([column, value]) => [
    column,
    isNameable(value) ? circleName(reader, value) : value,
  ]);
  const said = Object.fromEntries(called) as Row;
  const founded = foundedCircle(row);
  return founded ? { ...said, name: circleName(reader, founded) } : said;
}

/** A row of circles itself, whose name stands in several columns. */
function foundedCircle({ name, own_name, born_from, born_to, time_zone }: Row): Nameable | null {
  if (own_name !== false) return null;
  const born = { from: String(born_from), to: String(born_to) };
  return { name: String(name), ownName: false, born, timeZone: String(time_zone) };
}

// Which server's row it was says nothing about her.
function withoutTenant({ community_id: _, ...row }: Row): Row {
  return row;
}
