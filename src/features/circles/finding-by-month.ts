import { type Month, monthsBetween, type Seeker, type Stage } from '../../matching/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { type Answers, answersOf, isGrieving, seekerFrom } from '../onboarding/index.ts';
import { circleOf } from './circle.ts';
import { readFilters } from './filters.ts';
import { weighable } from './options.ts';
import { type Found, ranked } from './ranking.ts';

const MOST = 30;

/** The months she told us of: due, birth, or the child's coming home. None after a loss: she is not reminded of any. */
export async function herMonths(tx: Tx, viewer: Viewer): Promise<Month[]> {
  const answers = await answersOf(tx, viewer);
  if (!answers || isGrieving(answers) || answers.milestonesEndedAt) return [];
  return [...new Set(answers.stages.flatMap((stage) => monthOf(stage) ?? []))].sort().reverse();
}

function monthOf(stage: Stage): Month | null {
  if (stage.kind === 'expecting') return stage.dueMonth;
  if (stage.kind === 'adopting') return stage.homeMonth ?? null;
  return 'birthMonth' in stage ? stage.birthMonth : null;
}

/**
 * Listed cohorts a month belongs to, best for her first: near her, in her languages. She names the month herself, so
 * nothing else she told us of children counts; a due date, a birthday and a coming home are the same here.
 */
export async function cohortsOfMonth(tx: Tx, viewer: Viewer, month: Month, today: string): Promise<Found[]> {
  const rows = await tx.all(
    query
      .selectFrom('circles')
      .selectAll()
      .where('community_id', '=', viewer.communityId)
      .where('closed_at', 'is', null)
      .where('joining', '<>', 'hidden')
      .where('born_from', '<=', month)
      .where('born_to', '>=', month)
      .orderBy('created_at', 'desc')
      .limit(MOST),
  );
  const seeker = asking(await answersOf(tx, viewer), month, today, viewer.timeZone);
  return ranked(seeker, await weighable(tx, viewer, rows.map(circleOf)), readFilters(new URLSearchParams()));
}

/** Half way round the earth: a list she asked for says how far, and leaves out nothing. */
const ANYWHERE_MILES = 12_450;

function asking(answers: Answers | null, month: Month, today: string, timeZone: string): Seeker {
  const stage: Stage =
    monthsBetween(today, month) > 0
      ? { kind: 'expecting', dueMonth: month }
      : { kind: 'baby', birthMonth: month };
  const told = seekerFrom(answers, today, timeZone);
  const topics = told.topics.filter((topic) => topic !== 'loss');
  return { ...told, topics, languages: [], stages: [stage], noCohorts: false, maxMiles: ANYWHERE_MILES };
}
