import { hashToken, type Keyring, newId } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** Days an invitation may be open. */
export const INVITATION_DAYS = ['7', '30', '90'] as const;
export const USUAL_DAYS = 30;

export interface Invitation {
  invitationId: string;
  /** What the link ends in. It is derived from the id, so that it can be shown again and is stored nowhere. */
  token: string;
  createdAt: Date;
  expiresAt: Date;
}

export const tokenOf = (keys: Keyring, invitationId: string): string => keys.sign('invitation', invitationId);

/** A link to a circle she facilitates. The database refuses it for any other circle. */
export async function makeInvitation(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  circleId: string,
  days = USUAL_DAYS,
): Promise<Invitation> {
  const invitationId = newId();
  const token = tokenOf(keys, invitationId);
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + days * 86_400_000);
  await tx.run(
    query.insertInto('circle_invitations').values({
      community_id: viewer.communityId,
      invitation_id: invitationId,
      circle_id: circleId,
      token_hash: hashToken(token),
      created_by: viewer.memberId,
      created_at: createdAt,
      expires_at: expiresAt,
    }),
  );
  return { invitationId, token, createdAt, expiresAt };
}

/** The circle's living invitations, newest first. Facilitators alone see any. */
export async function livingInvitations(tx: Tx, keys: Keyring, circleId: string): Promise<Invitation[]> {
  const rows = await tx.all(
    query
      .selectFrom('circle_invitations')
      .select(['invitation_id', 'created_at', 'expires_at'])
      .where('circle_id', '=', circleId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', new Date())
      .orderBy('created_at', 'desc'),
  );
  return rows.map((row) => ({
    invitationId: row.invitation_id,
    token: tokenOf(keys, row.invitation_id),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }));
}

/** Closes a link for good; who came through it stays. False when there was none to close. */
export async function revokeInvitation(tx: Tx, circleId: string, invitationId: string): Promise<boolean> {
  const touched = await tx.run(
    query
      .updateTable('circle_invitations')
      .set({ revoked_at: new Date() })
      .where('circle_id', '=', circleId)
      .where('invitation_id', '=', invitationId)
      .where('revoked_at', 'is', null),
  );
  return touched > 0;
}
