import { createHmac } from 'node:crypto';
import { setCookie } from 'hono/cookie';
import { type Ctx, cookieOptions, isSecure } from '../../platform/http/index.ts';
import { type Auth, type AuthParts, authAt, authDb } from './auth.ts';
import { SESSION_DAYS, sessionCookie } from './session.ts';

// Any address will do: nothing here is about a passkey or a link.
const anyAuth = (parts: AuthParts): Auth => authAt(parts, 'http://localhost', false);

/** The account of an email address, made when there is none. For set-up and the sample community. */
export async function accountForEmail(parts: AuthParts, email: string): Promise<string> {
  const address = email.trim().toLowerCase();
  const known = await accountWith(parts, address);
  if (known) return known;
  const { internalAdapter } = await anyAuth(parts).$context;
  try {
    const made = await internalAdapter.createUser(
      { email: address, name: '', emailVerified: true },
      { method: 'email-otp' },
    );
    return made.id;
  } catch (error) {
    // Somebody else was quicker.
    const theirs = await accountWith(parts, address);
    if (!theirs) throw error;
    return theirs;
  }
}

async function accountWith(parts: AuthParts, email: string): Promise<string | undefined> {
  const found = await authDb(parts)
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  return found?.id;
}

/** A new session of an account, as the cookie that carries it. `secure`: the site is reached over https. */
export async function sessionFor(parts: AuthParts, accountId: string, secure = false) {
  const { internalAdapter } = await anyAuth(parts).$context;
  const { token } = await internalAdapter.createSession(accountId);
  const signature = createHmac('sha256', parts.keys.secret).update(token).digest('base64');
  return { cookieName: sessionCookie(secure), cookieValue: `${token}.${signature}` };
}

/** Signs this browser in as an account. */
export async function startSession(parts: AuthParts, c: Ctx, accountId: string): Promise<void> {
  const { cookieName, cookieValue } = await sessionFor(parts, accountId, isSecure(c));
  setCookie(c, cookieName, cookieValue, { ...cookieOptions(c), maxAge: SESSION_DAYS * 24 * 60 * 60 });
}
