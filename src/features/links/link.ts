import { hashToken, type Keyring, newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';

/** What a link may lead to. */
export type LinkKind = 'help-calendar' | 'helper' | 'helper-letter' | 'consent' | 'person';

/** What stands in every link's address. */
export const TOKEN = ':token{[\\w-]{22}}' as const;

const PATHS: Record<LinkKind, string> = {
  'help-calendar': '/help-calendar',
  helper: '/helping',
  'helper-letter': '/helping/letter', // written in letters to them, shown nowhere
  consent: '/consent',
  person: '/near',
};

/** What stands in the address: follows from the link and the server's key, so that neither alone opens anything. */
export const tokenOf = (keys: Keyring, linkId: string): string => keys.sign('link', linkId);

/** The address of a link, without its host. */
export const linkPath = (keys: Keyring, kind: LinkKind, linkId: string): string =>
  `${PATHS[kind]}/${tokenOf(keys, linkId)}`;

/** A row to insert for a new link: for functions that make it in somebody else's name. */
export function newLink(keys: Keyring): { linkId: string; tokenHash: string } {
  const linkId = newId();
  return { linkId, tokenHash: hashToken(tokenOf(keys, linkId)) };
}

/** Opens a door of the viewer's to one thing; the one that led there before is shut. Resolves to the link's id. */
export async function makeLink(
  tx: Tx,
  keys: Keyring,
  viewer: Scope & { memberId: string },
  kind: LinkKind,
  subjectId: string,
): Promise<string> {
  await revokeLink(tx, viewer, kind, subjectId);
  const { linkId, tokenHash } = newLink(keys);
  await tx.run(
    query.insertInto('links').values({
      community_id: viewer.communityId,
      link_id: linkId,
      holder_id: viewer.memberId,
      kind,
      subject_id: subjectId,
      token_hash: tokenHash,
    }),
  );
  return linkId;
}

/** The open link of the viewer's to one thing, or null. */
export async function linkTo(
  tx: Tx,
  viewer: Scope & { memberId: string },
  kind: LinkKind,
  subjectId: string,
): Promise<string | null> {
  const row = await tx.first(
    query
      .selectFrom('links')
      .select('link_id')
      .where('holder_id', '=', viewer.memberId)
      .where('kind', '=', kind)
      .where('subject_id', '=', subjectId)
      .where('revoked_at', 'is', null),
  );
  return row?.link_id ?? null;
}

/** Shuts the door: from now on its link leads nowhere. */
export const revokeLink = (
  tx: Tx,
  viewer: Scope & { memberId: string },
  kind: LinkKind,
  subjectId: string,
): Promise<number> =>
  tx.run(
    query
      .updateTable('links')
      .set({ revoked_at: new Date() })
      .where('holder_id', '=', viewer.memberId)
      .where('kind', '=', kind)
      .where('subject_id', '=', subjectId)
      .where('revoked_at', 'is', null),
  );
