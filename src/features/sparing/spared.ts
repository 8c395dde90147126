import {
  type BirthWindow,
  cohortLimits,
  isPainful,
  type StageKind,
  type StageLimits,
  type Topic,
} from '../../matching/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { type Answers, answersOf, isGrieving, seekerFrom } from '../onboarding/index.ts';

/** As much of a row of circles as says what is spoken of in it. */
export interface Speaking {
  id: string;
  stages: StageKind[];
  topics: Topic[];
  ages: [number | null, number | null];
  born: BirthWindow | null;
  timeZone: string;
}

/** SQL for it, of a table or alias of circles. */
export const TELLING = (c: string): string => `${c}.circle_id AS id, ${c}.stages, ${c}.topics,
  json_build_array(${c}.age_from_months, ${c}.age_to_months) AS ages, ${c}.time_zone AS "timeZone",
  CASE WHEN ${c}.born_from IS NOT NULL THEN json_build_object('from', ${c}.born_from, 'to', ${c}.born_to) END AS born`;

/** What is kept from her, who lost a child or may have. */
export interface Spared {
  /** Circles of hers that speak of it. Nothing of them is told to her, by no way. */
  aside: ReadonlySet<string>;
  /** Whether a circle is not to be put before her. `isHers`: she is in it. */
  spares(circle: Speaking, isHers: boolean): boolean;
}
export const NOTHING_SPARED: Spared = { aside: new Set(), spares: () => false };

const HERS = `SELECT ${TELLING('c')} FROM circle_members m
  JOIN circles c ON c.community_id = m.community_id AND c.circle_id = m.circle_id
  WHERE m.community_id = $1 AND m.member_id = $2`;

/**
 * Asked anew whenever something is shown or sent, so that what was written down before she said so is not told either.
 * One small question to the database for nearly everybody.
 */
export async function spareOf(tx: Tx, { communityId, memberId }: Scope): Promise<Spared> {
  const answers = memberId === null ? null : await answersOf(tx, { communityId, memberId });
  if (!answers || (!isGrieving(answers) && !answers.milestonesEndedAt)) return NOTHING_SPARED;
  const hers = await tx.hot<Speaking>(HERS, [communityId, memberId]);
  return {
    aside: new Set(hers.filter((circle) => hurts(answers, circle)).map(({ id }) => id)),
    // A cohort she is not in is never put before her, whatever its age.
    spares: (circle, isHers) => (circle.born !== null && !isHers) || hurts(answers, circle),
  };
}

function hurts(answers: Answers, circle: Speaking): boolean {
  const today = todayIn(circle.timeZone);
  return isPainful(seekerFrom(answers, today), { topics: circle.topics, ...limitsOf(circle, today) });
}

function limitsOf({ born, stages, ages }: Speaking, today: string): StageLimits {
  if (born) return { born, ...cohortLimits(born, today) };
  return { stages, ageFromMonths: ages[0], ageToMonths: ages[1] };
}
