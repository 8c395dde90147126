import type { Translate } from '../../platform/i18n/index.ts';
import { type AuthParts, authDb, FRESH_SECONDS } from './auth.ts';
import { deviceWords } from './device.ts';

/** One browser she is signed in on. */
export interface Session {
  id: string;
  device: string | null;
  lastUsed: Date;
  since: Date;
}

export interface Passkey {
  id: string;
  name: string | null;
  addedAt: Date | null;
}

/** Where an account is signed in, newest use first. */
export async function sessionsOf(parts: AuthParts, accountId: string): Promise<Session[]> {
  const rows = await authDb(parts)
    .selectFrom('session')
    .select(['id', 'userAgent', 'updatedAt', 'createdAt'])
    .where('userId', '=', accountId)
    .where('expiresAt', '>', new Date())
    .orderBy('updatedAt', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.userAgent,
    lastUsed: row.updatedAt,
    since: row.createdAt,
  }));
}

/** Ends one session of an account. Resolves to false when it is not hers or already over. */
export async function endSession(parts: AuthParts, accountId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await authDb(parts)
    .deleteFrom('session')
    .where('userId', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends every session of an account but one. */
export async function endOtherSessions(
  parts: AuthParts,
  accountId: string,
  sessionId: string,
): Promise<void> {
  await authDb(parts)
    .deleteFrom('session')
    .where('userId', '=', accountId)
    .where('id', '<>', sessionId)
    .execute();
}

export async function passkeysOf(parts: AuthParts, accountId: string): Promise<Passkey[]> {
  const rows = await authDb(parts)
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', accountId)
    .orderBy('createdAt')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, addedAt: row.createdAt }));
}

/** Removes a passkey of an account. Resolves to false when it is not hers or not there. */
export async function removePasskey(
  parts: AuthParts,
  accountId: string,
  passkeyId: string,
): Promise<boolean> {
  const { numDeletedRows } = await authDb(parts)
    .deleteFrom('passkey')
    .where('userId', '=', accountId)
    .where('id', '=', passkeyId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** An account's address, and when it was made. */
export function accountOf(parts: AuthParts, accountId: string): Promise<{ email: string; createdAt: Date }> {
  return authDb(parts)
    .selectFrom('user')
    .select(['email', 'createdAt'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
}

/** Where letters to these accounts go; one that is gone is missing. */
export async function addressesOf(
  parts: Pick<AuthParts, 'authPool'>,
  accountIds: string[],
): Promise<Map<string, string>> {
  const rows = await authDb(parts)
    .selectFrom('user')
    .select(['id', 'email'])
    .where('id', 'in', accountIds)
    .execute();
  return new Map(rows.map(({ id, email }) => [id, email]));
}

/** Whether a session is young enough to add a passkey with: a phone left on a table must not be enough. */
export const isFresh = (session: Session | undefined): boolean =>
  session !== undefined && Date.now() - session.since.getTime() < FRESH_SECONDS * 1000;

/** "Firefox on Android", as far as it is known. */
export function deviceName(t: Translate, kept: string | null): string {
  const { browser, system } = deviceWords(kept);
  if (browser && system) return t('accounts.device', { browser, system });
  return browser || system || t('accounts.device-unknown');
}
