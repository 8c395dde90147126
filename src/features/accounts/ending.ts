import { deleteCookie } from 'hono/cookie';
import { type Ctx, cookieOptions, isSecure } from '../../platform/http/index.ts';
import { type AuthParts, authDb } from './auth.ts';
import { sessionCookie, sessionToken } from './session.ts';

/** Ends this browser's session, in the database and in the browser, which forgets drafts and kept pages as well. */
export async function signOut(parts: AuthParts, c: Ctx): Promise<void> {
  const token = sessionToken(c);
  if (token) await authDb(parts).deleteFrom('session').where('token', '=', token).execute();
  forgetHere(c);
}

/** Ends every session of an account, this one included. */
export async function signOutEverywhere(parts: AuthParts, c: Ctx, accountId: string): Promise<void> {
  await authDb(parts).deleteFrom('session').where('userId', '=', accountId).execute();
  forgetHere(c);
}

/** Takes the session from this browser, and asks it to forget what it kept. */
export function forgetHere(c: Ctx): void {
  deleteCookie(c, sessionCookie(isSecure(c)), cookieOptions(c));
  c.header('Clear-Site-Data', '"cache", "storage"');
}

/**
 * Deletes an account that belongs to no community any more; one that still does is left alone.
 * Resolves to whether it is gone.
 */
export async function deleteAccount(parts: AuthParts, c: Ctx, accountId: string): Promise<boolean> {
  const [row] = await c
    .get('db')
    .ask<{ somewhere: boolean }>('SELECT access.is_member_somewhere($1) AS somewhere', [accountId]);
  if (row?.somewhere) return false;
  await authDb(parts).deleteFrom('user').where('id', '=', accountId).execute();
  return true;
}
