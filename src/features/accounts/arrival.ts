import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { query } from '../../platform/db/index.ts';
import { type Ctx, cookieOptions, ownPath, seeOther } from '../../platform/http/index.ts';
import { type AuthParts, authDb } from './auth.ts';
import type { SignedIn } from './code.ts';
import { sessionToken } from './session.ts';
import { openTicket, sealTicket, type Ticket } from './ticket.ts';

const ON_THE_WAY = 'signing-in';
const MINUTES = 20;

/** Remembers, on this browser alone, who asked for a code and where she was going. */
export function rememberAsker(c: Ctx, ticket: Ticket): void {
  const sealed = sealTicket(c.get('keys'), 'cookie', ticket, MINUTES);
  setCookie(c, ON_THE_WAY, sealed, { ...cookieOptions(c), path: '/sign-in', maxAge: MINUTES * 60 });
}

/** Who asked for a code on this browser, if somebody did. */
export const asker = (c: Ctx): Ticket | null => openTicket(c.get('keys'), 'cookie', getCookie(c, ON_THE_WAY));

/** Hands over the session and leads on: members to where they were going, others to joining. */
export async function welcomeIn(
  parts: AuthParts,
  c: Ctx,
  { accountId, cookies }: SignedIn,
  next: string,
): Promise<Response> {
  const way = await wayOn(parts, c, { accountId, cookies }, next);
  return seeOther(c, way);
}

/** Hands over the session; resolves to where it leads. */
export async function wayOn(
  parts: AuthParts,
  c: Ctx,
  { accountId, cookies }: SignedIn,
  next: string,
): Promise<string> {
  const before = sessionToken(c);
  if (before) await authDb(parts).deleteFrom('session').where('token', '=', before).execute();
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  deleteCookie(c, ON_THE_WAY, { ...cookieOptions(c), path: '/sign-in' });
  const way = ownPath(next, '');
  if (await isMember(c, accountId)) return way || '/plan';
  return way ? `/join?next=${encodeURIComponent(way)}` : '/join';
}

function isMember(c: Ctx, accountId: string): Promise<boolean> {
  const { communityId } = c.get('community');
  return c.get('db').read({ communityId, memberId: null, accountId }, async (tx) => {
    const mine = query.selectFrom('members').select('member_id').where('account_id', '=', accountId);
    return (await tx.first(mine)) !== undefined;
  });
}
