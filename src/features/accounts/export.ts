import type { Tx } from '../../platform/db/index.ts';
import type { Ctx, Viewer } from '../../platform/http/index.ts';
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
    c.get('db').read(viewer, (tx) => hers(tx, viewer.memberId)),
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

async function hers(tx: Tx, me: string): Promise<Record<keyof typeof PARTS, Row[]>> {
  const found: [string, Row[]][] = [];
  for (const [part, rows] of Object.entries(PARTS))
    found.push([part, (await tx.all<Row>(rows(me))).map(withoutTenant)]);
  return Object.fromEntries(found) as Record<keyof typeof PARTS, Row[]>;
}

// Which server's row it was says nothing about her.
function withoutTenant({ community_id: _, ...row }: Row): Row {
  return row;
}
