import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { newToken } from '../crypto/index.ts';
import { cookieOptions } from './cookie.ts';
import type { Ctx, Env } from './env.ts';
import { Problem } from './problem.ts';

const SEED = 'seed';
// A page with several forms is drawn with one seed.
const drawn = new WeakMap<Ctx, string>();

/** The proof of origin for this browser's forms; sets its seed cookie when a first form is drawn. */
export function csrfToken(c: Ctx): string {
  let seed = drawn.get(c) ?? getCookie(c, SEED);
  if (!seed || seed.length > 64) {
    seed = newToken();
    drawn.set(c, seed);
    setCookie(c, SEED, seed, { ...cookieOptions(c), maxAge: 60 * 60 * 24 * 180 });
  }
  return c.get('keys').sign('csrf', seed);
}

/**
 * Lets a write through when it came from our own pages: the browser says so (Sec-Fetch-Site, Origin) and the form
 * carries the token of this browser's seed.
 */
export const csrfGuard: MiddlewareHandler<Env> = async (c, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') throw new Problem(403, 'errors.forged');
  const seed = getCookie(c, SEED);
  const token = c.req.header('x-csrf-token') ?? (await formToken(c));
  if (!seed || !token || !c.get('keys').verify('csrf', seed, token)) throw new Problem(403, 'errors.forged');
  return next();
};

async function formToken(c: Ctx): Promise<string | undefined> {
  const token = (await readBody(c))._csrf;
  return typeof token === 'string' ? token : undefined;
}

/** The posted form, read once. @throws Problem 400 when it cannot be read as a form */
export async function readBody(c: Ctx): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody({ all: true });
  } catch (error) {
    if (error instanceof Problem || (error as Error).name === 'BodyLimitError') throw error;
    throw new Problem(400, 'errors.unreadable');
  }
}
