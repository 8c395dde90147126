import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { fellowMember } from './member.ts';

/** She no longer reads what that member writes in her own name. One way, and nobody is told. @throws Problem 404 */
export async function muteMember(tx: Tx, viewer: Viewer, memberId: string): Promise<void> {
  if (memberId === viewer.memberId) notFound();
  await fellowMember(tx, viewer, memberId);
  await tx.run(
    query
      .insertInto('mutes')
      .values({ community_id: viewer.communityId, member_id: viewer.memberId, muted_id: memberId })
      .onConflict((same) => same.doNothing()),
  );
}

/** @throws Problem 404 when she has not muted her */
export async function unmuteMember(tx: Tx, viewer: Viewer, memberId: string): Promise<void> {
  const rows = await tx.run(
    query.deleteFrom('mutes').where('member_id', '=', viewer.memberId).where('muted_id', '=', memberId),
  );
  if (rows === 0) notFound();
}
