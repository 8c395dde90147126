import type { CookieOptions } from 'hono/utils/cookie';
import type { Ctx } from './env.ts';

/** Whether the reader's browser talks to us over TLS, directly or through the operator's proxy. */
export function isSecure(c: Ctx): boolean {
  const { publicUrl, trustProxy } = c.get('config');
  if (publicUrl) return publicUrl.startsWith('https:');
  return trustProxy && c.req.header('x-forwarded-proto')?.split(',')[0] === 'https';
}

/** Our cookies: out of reach of scripts, never sent from other sites' forms. */
export const cookieOptions = (c: Ctx): CookieOptions => ({
  httpOnly: true,
  sameSite: 'Lax',
  path: '/',
  secure: isSecure(c),
});

/** The address people reach us at, without a trailing slash. */
export function publicUrl(c: Ctx): string {
  const fixed = c.get('config').publicUrl;
  if (fixed) return fixed;
  const url = new URL(c.req.url);
  return `${isSecure(c) ? 'https:' : url.protocol}//${c.req.header('host') ?? url.host}`;
}
