import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isWholeMessage, type MessageKey } from '../i18n/index.ts';
import { cookieOptions } from './cookie.ts';
import type { Ctx } from './env.ts';

const NOTICE = 'notice';

/** Answers a finished write: on to `path`, where `notice` is said once at the top. */
export function seeOther(c: Ctx, path: string, notice?: MessageKey): Response {
  if (notice) leaveNotice(c, notice);
  return c.redirect(path, 303);
}

/** What the next page says once at the top: for the rare write that is answered by a script instead of a redirect. */
export function leaveNotice(c: Ctx, notice: MessageKey): void {
  setCookie(c, NOTICE, notice, { ...cookieOptions(c), maxAge: 60 });
}

/** Takes the waiting notice, if there is one. */
export function takeNotice(c: Ctx): MessageKey | null {
  const said = getCookie(c, NOTICE);
  if (!said || c.req.method !== 'GET') return null;
  deleteCookie(c, NOTICE, { path: '/' });
  return isWholeMessage(said) ? said : null;
}

/** A path of ours that a form or link asked to go back to; anything else leads to `otherwise`. */
export function ownPath(asked: string | undefined, otherwise: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tabs and newlines inside an address
  return asked && /^\/(?![/\\])/.test(asked) && !/[\u0000-\u001f\\]/.test(asked) && asked.length < 500
    ? asked
    : otherwise;
}
