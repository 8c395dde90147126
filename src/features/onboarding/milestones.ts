import type { Stage } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { Answers } from './answers.ts';

/** From now on no cohort is offered to her and no milestone is told. */
export async function endMilestones(tx: Tx, viewer: Viewer): Promise<void> {
  await tx.hot(
    `INSERT INTO answers (community_id, member_id, milestones_ended_at) VALUES ($1, $2, now())
     ON CONFLICT (community_id, member_id) DO UPDATE SET milestones_ended_at = coalesce(answers.milestones_ended_at, now())`,
    [viewer.communityId, viewer.memberId],
  );
}

/**
 * Whether she now tells of a month she had not told before: she is expecting, or a child has come. (Taking months back, or
 * saying the same once more, is no such news.)
 */
export const tellsOfNewMonth = (before: Stage[], now: Stage[]): boolean => {
  const known = new Set(before.map(monthOf));
  return now.some((stage) => monthOf(stage) !== null && !known.has(monthOf(stage)));
};

function monthOf(stage: Stage): string | null {
  if (stage.kind === 'expecting') return stage.dueMonth;
  if (stage.kind === 'baby' || stage.kind === 'toddler') return stage.birthMonth;
  return stage.kind === 'adopting' ? (stage.homeMonth ?? null) : null;
}

/** She told of a new month herself: cohorts and milestones may reach her again. */
export async function resumeMilestones(tx: Tx, viewer: Viewer): Promise<void> {
  await tx.hot('UPDATE answers SET milestones_ended_at = NULL WHERE community_id = $1 AND member_id = $2', [
    viewer.communityId,
    viewer.memberId,
  ]);
}

/**
 * Her stages, as far as they may still be spoken of. Who left a cohort without a word may have lost what she told us of
 * before: until she says where she is, no month is counted, and nothing speaks of a pregnancy or a baby.
 */
export function spokenOf({
  stages,
  milestonesEndedAt,
}: Pick<Answers, 'stages' | 'milestonesEndedAt'>): Stage[] {
  if (!milestonesEndedAt || stages.some(({ kind }) => kind === 'loss')) return stages;
  return stages.flatMap((stage): Stage[] => {
    if (stage.kind === 'expecting' || stage.kind === 'baby') return [];
    return [
      stage.kind === 'toddler' ? { kind: 'toddler', birthMonth: null } : ({ kind: stage.kind } as Stage),
    ];
  });
}
