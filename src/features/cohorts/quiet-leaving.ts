import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { circlesOf } from '../circles/index.ts';
import { endMilestones } from '../onboarding/index.ts';
import { isAmongBabies } from './among-babies.ts';

/**
 * Leaves a circle without a word to anybody, and from now on no cohort is offered to her and no milestone is told.
 * What she wrote stays until she takes it away. True when she was in it; were she not, the same holds.
 */
export async function leaveQuietly(tx: Tx, viewer: Viewer, circleId: string): Promise<boolean> {
  const gone = await tx.run(
    query
      .deleteFrom('circle_members')
      .where('community_id', '=', viewer.communityId)
      .where('circle_id', '=', circleId)
      .where('member_id', '=', viewer.memberId),
  );
  if (gone > 0) await endMilestones(tx, viewer);
  return gone > 0;
}

/** Leaves every circle of hers that is made of babies, all at once, quietly. Resolves to how many there were. */
export async function leaveAllQuietly(tx: Tx, viewer: Viewer): Promise<number> {
  const hers = (await circlesOf(tx, viewer)).filter(({ circle }) => isAmongBabies(circle));
  for (const { circle } of hers) await leaveQuietly(tx, viewer, circle.circleId);
  await endMilestones(tx, viewer);
  return hers.length;
}

/** Takes her words out of a circle she has left, or is in; the answers of others stay where they are. */
export async function takeWords(tx: Tx, circleId: string): Promise<void> {
  await tx.hot('SELECT access.take_my_words($1)', [circleId]);
}
