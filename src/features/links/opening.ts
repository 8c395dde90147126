import { hashToken } from '../../platform/crypto/index.ts';
import type { Scope } from '../../platform/db/index.ts';
import { type Ctx, clientAddress, notFound, spend } from '../../platform/http/index.ts';
import type { LinkKind } from './link.ts';

/** A link that somebody without an account came by, and the scope to look through: rows it does not lead to do not exist. */
export interface Opened {
  linkId: string;
  subjectId: string;
  /** Whose link it is. */
  holderId: string;
  scope: Scope & { memberId: null; linkHash: string };
}

/** Addresses that led nowhere, from one place: nobody mistypes 22 letters so often. */
const GUESSES = { points: 30, seconds: 3600 };

/**
 * What the link in the address leads to. Such pages are kept by no cache, found by no search engine, and tell nobody
 * where their reader came from.
 * @throws Problem 404, the same for one that is wrong, taken back, of another kind, or of another community
 */
export async function openLink(c: Ctx, kind: LinkKind): Promise<Opened> {
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('X-Robots-Tag', 'noindex, nofollow');
  const linkHash = hashToken(c.req.param('token') ?? '');
  const scope = { communityId: c.get('community').communityId, memberId: null, linkHash };
  const [row] = await c
    .get('db')
    .read(scope, (tx) =>
      tx.hot<{ link_id: string; subject_id: string; holder_id: string }>(
        'SELECT link_id, subject_id, holder_id FROM access.opened_link() WHERE kind = $1',
        [kind],
      ),
    );
  if (!row) {
    await spend(c, GUESSES, clientAddress(c));
    return notFound();
  }
  return { linkId: row.link_id, subjectId: row.subject_id, holderId: row.holder_id, scope };
}
