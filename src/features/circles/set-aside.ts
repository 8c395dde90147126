import { isOnlyGrieving, isPainful } from '../../matching/index.ts';
import { type Database, query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { answersOf, endMilestones, isGrieving, seekerFrom } from '../onboarding/index.ts';
import { circlesOf, type HerCircle } from './membership.ts';

/**
 * Her circles as they may be shown to her unasked. `aside` are those that speak of what she lost, as far as she told us
 * of it: she keeps her place in them, hears of nothing there, and meets them only where she looks.
 */
export interface HerCircles {
  shown: HerCircle[];
  aside: HerCircle[];
  /** A loss is all that she told us of. */
  gentle: boolean;
  /** She left one without a word and told of no loss: she may want to be shown the others again. */
  mayReturn: boolean;
}

/** The circles she is in, the liveliest first, in these two heaps. */
export async function herCircles(
  tx: Tx,
  viewer: Pick<Viewer, 'communityId' | 'memberId' | 'timeZone'>,
): Promise<HerCircles> {
  const circles = await circlesOf(tx, viewer);
  const answers = await answersOf(tx, viewer);
  const seeker = seekerFrom(answers, todayIn(viewer.timeZone));
  const hurts = ({ circle }: HerCircle) => isPainful(seeker, circle);
  return {
    shown: circles.filter((each) => !hurts(each)),
    aside: circles.filter(hurts),
    gentle: isOnlyGrieving(seeker),
    mayReturn: answers?.milestonesEndedAt != null && !isGrieving(answers),
  };
}

/**
 * Leaves all the circles that are set aside, and tells nobody. Keys pass on in the database, as whenever somebody
 * leaves. Resolves to how many she left.
 */
export async function leaveSetAside(db: Database, viewer: Viewer): Promise<number> {
  return db.write(viewer, async (tx) => {
    const { aside } = await herCircles(tx, viewer);
    if (aside.length === 0) return 0;
    await endMilestones(tx, viewer);
    const ids = aside.map(({ circle }) => circle.circleId);
    return tx.run(
      query
        .deleteFrom('circle_members')
        .where('community_id', '=', viewer.communityId)
        .where('member_id', '=', viewer.memberId)
        .where('circle_id', 'in', ids),
    );
  });
}
