import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';

import { fellowMember } from './member.ts';
import type { StandingPost } from './reported-post.ts';

/** From now on neither sees what the other writes under her name. @throws Problem 404, also for herself */
export async function blockMember(tx: Tx, viewer: Viewer, memberId: string): Promise<void> {
  if (memberId === viewer.memberId) notFound();
  await fellowMember(tx, viewer, memberId);
  await tx.run(
    query
      .insertInto('blocks')
      .values({ community_id: viewer.communityId, blocker_id: viewer.memberId, blocked_id: memberId })
      .onConflict((same) => same.doNothing()),
  );
}

/** Takes a block back. @throws Problem 404 when there is none of hers */
export async function unblockMember(tx: Tx, viewer: Viewer, memberId: string): Promise<void> {
  const rows = await tx.run(
    query
      .deleteFrom('blocks')
      .where('community_id', '=', viewer.communityId)
      .where('blocker_id', '=', viewer.memberId)
      .where('blocked_id', '=', memberId),
  );
  if (rows === 0) notFound();
}

/**
 * Hides what somebody without a name writes in one thread. That name alone: were everything of hers to vanish with
 * it, the hiding would tell who she is. @throws Problem 404 for a post that is named, or the viewer's own
 */
export async function hidePseudonym(tx: Tx, viewer: Viewer, post: StandingPost): Promise<void> {
  if (!post.pseudonym_id || !post.pseudonym || post.mine) return notFound();
  await tx.run(
    query
      .insertInto('hidden_pseudonyms')
      .values({
        community_id: viewer.communityId,
        member_id: viewer.memberId,
        pseudonym_id: post.pseudonym_id,
        name: post.pseudonym,
      })
      .onConflict((same) => same.doNothing()),
  );
}

/** @throws Problem 404 when she hides no such name */
export async function showPseudonym(tx: Tx, viewer: Viewer, pseudonymId: string): Promise<void> {
  const rows = await tx.run(
    query
      .deleteFrom('hidden_pseudonyms')
      .where('community_id', '=', viewer.communityId)
      .where('member_id', '=', viewer.memberId)
      .where('pseudonym_id', '=', pseudonymId),
  );
  if (rows === 0) notFound();
}

export interface Unseen {
  muted: { memberId: string; name: string }[];
  blocked: { memberId: string; name: string; since: Date }[];
  hidden: { pseudonymId: string; name: string; since: Date }[];
}

/** Whom she blocked or muted, and which names she hides; never who blocked her. */
export async function unseenBy(tx: Tx, viewer: Viewer): Promise<Unseen> {
  const blocked = await tx.all(
    query
      .selectFrom('blocks as b')
      .innerJoin('members as m', (join) =>
        join.onRef('m.community_id', '=', 'b.community_id').onRef('m.member_id', '=', 'b.blocked_id'),
      )
      .select(['m.member_id as memberId', 'm.display_name as name', 'b.created_at as since'])
      .where('b.blocker_id', '=', viewer.memberId)
      .orderBy('b.created_at', 'desc'),
  );
  const muted = await tx.all(
    query
      .selectFrom('mutes as u')
      .innerJoin('members as m', (join) =>
        join.onRef('m.community_id', '=', 'u.community_id').onRef('m.member_id', '=', 'u.muted_id'),
      )
      .select(['m.member_id as memberId', 'm.display_name as name'])
      .where('u.member_id', '=', viewer.memberId)
      .orderBy('u.created_at', 'desc'),
  );
  const hidden = await tx.all(
    query
      .selectFrom('hidden_pseudonyms')
      .select(['pseudonym_id as pseudonymId', 'name', 'created_at as since'])
      .where('member_id', '=', viewer.memberId)
      .orderBy('created_at', 'desc'),
  );
  return { blocked, muted, hidden };
}
