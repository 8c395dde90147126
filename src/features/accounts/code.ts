import { APIError } from 'better-auth/api';
import { query } from '../../platform/db/index.ts';
import { type Ctx, publicUrl } from '../../platform/http/index.ts';
import { type AuthParts, authFor, CODE_MINUTES } from './auth.ts';
import { codeLetter } from './mail.tsx';
import { sealTicket, type Ticket } from './ticket.ts';

/**
 * Makes a code for an address, known here or not, and mails it: the same work and the same answer for both.
 * Resolves to false when the mail could not be handed over.
 */
export async function sendCode(parts: AuthParts, c: Ctx, { email, next }: Ticket): Promise<boolean> {
  const code = await authFor(parts, c).api.createVerificationOTP({ body: { email, type: 'sign-in' } });
  const link = await linkFor(c, { email, next, code });
  const { toOutbox } = c.get('mail');
  if (toOutbox) console.log(`Sign-in code for ${masked(email)}: ${code}`);
  try {
    await c.get('mail').send({ to: email, ...codeLetter(c.get('page').t, c.get('page'), { code, link }) });
    return true;
  } catch (error) {
    c.get('log').error({ mail: (error as Error & { code?: string }).code ?? 'failed' });
    return false;
  }
}

/** Uses up the code. Resolves to the new session's cookies, or null when the code is wrong, old, used or tried out. */
export async function useCode(
  parts: AuthParts,
  c: Ctx,
  email: string,
  code: string,
): Promise<SignedIn | null> {
  try {
    const { headers, response } = await authFor(parts, c).api.signInEmailOTP({
      body: { email, otp: code },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    return { accountId: response.user.id, cookies: headers.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

export interface SignedIn {
  accountId: string;
  cookies: string[];
}

// A link leads only where we know to be: were the request's own Host believed, anybody could have a letter sent to
// her whose link hands her code to them.
async function linkFor(c: Ctx, ticket: Ticket): Promise<string | null> {
  const url = publicUrl(c);
  if (!c.get('config').publicUrl && !(await isOurs(c, new URL(url).hostname))) return null;
  return `${url}/sign-in/link?t=${sealTicket(c.get('keys'), 'link', ticket, CODE_MINUTES)}`;
}

async function isOurs(c: Ctx, host: string): Promise<boolean> {
  if (/^(.*\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(host)) return true;
  const { communityId } = c.get('community');
  const row = await c
    .get('db')
    .read({ communityId, memberId: null }, (tx) =>
      tx.first(query.selectFrom('communities').select('host').where('community_id', '=', communityId)),
    );
  return row?.host === host;
}

/** m…@example.org: for the console, which others may read. */
const masked = (email: string): string => `${email[0]}…${email.slice(email.lastIndexOf('@'))}`;
