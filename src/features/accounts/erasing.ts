import { sql } from 'kysely';
import type { Ctx, Viewer } from '../../platform/http/index.ts';
import type { AuthParts } from './auth.ts';
import { deleteAccount, forgetHere } from './ending.ts';

/**
 * Erases a member: the text of all she wrote, her row and everything that hangs on it; her account too when it
 * belongs to no other community. Resolves to false for the only coordinator, who must hand over first.
 */
export async function eraseMyself(parts: AuthParts, c: Ctx, viewer: Viewer): Promise<boolean> {
  const result = await c
    .get('db')
    .write(viewer, (tx) => tx.first(sql<{ said: string }>`SELECT access.erase_me() AS said`));
  if (result?.said === 'last-coordinator') return false;
  if (await deleteAccount(parts, c, viewer.accountId)) forgetHere(c);
  return true;
}
