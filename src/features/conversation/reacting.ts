import { query, refusal, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { ReactionKind } from './post.ts';

/** Gives her reaction, or takes it back. The count follows the rows, in the database. @throws Problem 404 */
export async function toggleReaction(
  tx: Tx,
  viewer: Viewer,
  postId: string,
  kind: ReactionKind,
): Promise<void> {
  const taken = await tx.run(
    query
      .deleteFrom('reactions')
      .where('community_id', '=', viewer.communityId)
      .where('post_id', '=', postId)
      .where('member_id', '=', viewer.memberId)
      .where('kind', '=', kind),
  );
  if (taken > 0) return;
  try {
    await tx.run(
      query
        .insertInto('reactions')
        .values({ community_id: viewer.communityId, post_id: postId, member_id: viewer.memberId, kind })
        .onConflict((same) => same.doNothing()),
    );
  } catch (error) {
    if (['forbidden', 'missing'].includes(refusal(error) ?? '')) notFound(); // it went at this moment
    throw error;
  }
}
