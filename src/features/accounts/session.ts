import { createHmac, timingSafeEqual } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { type Account, type Ctx, cookieOptions, isSecure, type Viewer } from '../../platform/http/index.ts';

/** A session ends when it was not used for so long. */
export const SESSION_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** better-auth's cookie: `token.signature`, the signature a base64 HMAC-SHA256 of the token under our secret. */
export const sessionCookie = (secure: boolean) => `${secure ? '__Secure-' : ''}better-auth.session_token`;

interface ViewerRow {
  account_id: string;
  session_id: string;
  seen_at: Date;
  member_id: string | null;
  display_name: string | null;
  role: Viewer['role'] | null;
  locale: string | null;
  time_zone: string | null;
  suspended_until: Date | null;
  unseen: boolean;
}

const ASKING =
  'SELECT v.*, access.suspended_until($2, v.member_id) AS suspended_until FROM access.viewer($1, $2) v';

/** The session's token when the request carries one that we signed. */
export function sessionToken(c: Ctx): string | null {
  const cookie = getCookie(c, sessionCookie(isSecure(c)));
  const dot = cookie?.lastIndexOf('.') ?? -1;
  if (!cookie || dot < 1) return null;
  const token = cookie.slice(0, dot);
  const good = createHmac('sha256', c.get('keys').secret).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  return good.length === given.length && timingSafeEqual(good, given) ? token : null;
}

/** Who is asking: her account, and her membership in this community if she has one. One statement. */
export async function whoAsks(c: Ctx): Promise<{ account: Account | null; viewer: Viewer | null }> {
  const token = sessionToken(c);
  if (!token) return { account: null, viewer: null };
  const community = c.get('community');
  const [row] = await c.get('db').ask<ViewerRow>(ASKING, [token, community.communityId]);
  if (!row) return { account: null, viewer: null };
  if (Date.now() - row.seen_at.getTime() > DAY_MS) await stay(c, token);
  const account = { accountId: row.account_id, sessionId: row.session_id };
  if (!row.member_id) return { account, viewer: null };
  const viewer = {
    ...account,
    communityId: community.communityId,
    memberId: row.member_id,
    displayName: row.display_name!,
    role: row.role!,
    locale: row.locale!,
    timeZone: row.time_zone ?? community.timeZone,
    suspendedUntil: row.suspended_until,
    hasUnseen: row.unseen,
  };
  return { account, viewer };
}

/** Whether the session that made this request is still good, for the same member, and she takes part. */
export async function isStillIn(c: Ctx): Promise<boolean> {
  const [token, viewer] = [sessionToken(c), c.get('viewer')];
  if (!token || !viewer) return false;
  const [row] = await c.get('db').ask<ViewerRow>(ASKING, [token, viewer.communityId]);
  return row?.member_id === viewer.memberId && row.suspended_until === null;
}

// Once a day a session in use moves its end away again, in the database and in the browser.
async function stay(c: Ctx, token: string): Promise<void> {
  await c.get('db').ask('SELECT access.keep_session($1, $2)', [token, SESSION_DAYS]);
  const name = sessionCookie(isSecure(c));
  setCookie(c, name, getCookie(c, name)!, { ...cookieOptions(c), maxAge: SESSION_DAYS * 24 * 60 * 60 });
}
