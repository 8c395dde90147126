import {
  type BirthWindow,
  type CircleOption,
  monthAfter,
  type Seeker,
  type Stage,
} from '../../matching/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import type { Community, Viewer } from '../../platform/http/index.ts';
import { translator } from '../../platform/i18n/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { circleName } from '../circle-names/index.ts';
import { answersOf, isGrieving, seekerFrom } from '../onboarding/index.ts';
import { candidateCircles, circlesForPlan } from './candidates.ts';
import type { Circle } from './circle.ts';
import { asksSomething, type Filters, readFilters } from './filters.ts';
import { findNear, type Near } from './near.ts';
import { weighable } from './options.ts';
import { type Found, ranked } from './ranking.ts';
import { seekerFor } from './seeking.ts';

const A_PAGE = 20;

/** Who searches, and from where. */
export interface Searcher {
  community: Community;
  viewer: Viewer | null;
  /** The reader's language, for the names of regions. */
  lang: string;
  timeZone: string;
}

/** One page of an answer, with the question as it was understood. */
export interface Search {
  filters: Filters;
  /** False: she asked nothing, and the list follows what she told us before. */
  asked: boolean;
  /** False for somebody who has told us nothing. */
  fitted: boolean;
  near: Near | null;
  /** Whether circles of one month's children are spoken of: to nobody who told of a loss, or left one quietly. */
  offersMonths: boolean;
  found: Found[];
  page: number;
  hasMore: boolean;
}

/** Answers the address of the finder. */
export async function searchCircles(tx: Tx, who: Searcher, asked: URLSearchParams): Promise<Search> {
  const filters = readFilters(asked);
  const scope: Scope = who.viewer ?? { communityId: who.community.communityId, memberId: null };
  const today = todayIn(who.timeZone);
  const near = filters.near ? await findNear(tx, who.community, filters.near, who.lang) : null;
  const answers = who.viewer && !asksSomething(asked) ? await answersOf(tx, who.viewer) : null;
  const seeker = answers
    ? seekerFrom(answers, today, who.timeZone)
    : seekerFor(filters, near?.place ?? null, who.timeZone, today);
  const question = answers ? null : filters;
  const circles = await candidateCircles(tx, scope.communityId, seeker, question);
  const list = ranked(seeker, await weighable(tx, scope, circles), question);
  // Unasked, her own circles stand above the list already.
  const all = asksSomething(asked) ? list : list.filter(({ option }) => !option.alreadyMember);
  const page = pageIn(asked);
  return {
    filters,
    asked: asksSomething(asked),
    fitted: answers !== null,
    near,
    offersMonths: answers !== null && !isGrieving(answers) && answers.milestonesEndedAt === null,
    found: all.slice((page - 1) * A_PAGE, page * A_PAGE),
    page,
    hasMore: all.length > page * A_PAGE,
  };
}

function pageIn(asked: URLSearchParams): number {
  const page = Number(asked.get('page'));
  return Number.isInteger(page) && page >= 1 && page <= 100 ? page : 1;
}

/** Circles like this one with a place for her, best first: what a full or closed door offers instead. */
export async function circlesLike(
  tx: Tx,
  scope: Scope,
  circle: Circle,
  today: string,
  most = 3,
): Promise<Found[]> {
  const seeker: Seeker = {
    ...seekerFor(readFilters(new URLSearchParams()), circle, circle.timeZone, today),
    stages: circle.born ? childrenAround(circle.born) : [],
    topics: circle.topics,
    languages: circle.languages,
  };
  const circles = await candidateCircles(tx, scope.communityId, seeker, null);
  const others = circles.filter((other) => other.circleId !== circle.circleId);
  const found = ranked(seeker, await weighable(tx, scope, others), readFilters(new URLSearchParams()));
  const joinable = found.filter(
    ({ option }) => !option.alreadyMember && option.joining !== 'private' && option.spacesLeft !== 0,
  );
  return joinable.slice(0, most);
}

/** Children of a cohort's months and of those just before and after: what is for one of them is a neighbour. */
const childrenAround = ({ from, to }: BirthWindow): Stage[] =>
  [monthAfter(from, -1), from, to, monthAfter(to, 1)].map((birthMonth) => ({ kind: 'baby', birthMonth }));

/** The circles a plan for her may be made of, her own included, as the engine reads them and a reader of `lang` names them. */
export async function circleOptionsFor(
  tx: Tx,
  viewer: Viewer,
  seeker: Seeker,
  lang: string,
): Promise<CircleOption[]> {
  const circles = await circlesForPlan(tx, viewer, seeker);
  const reader = { lang, t: translator(lang.startsWith('es') ? 'es' : 'en') };
  const weighed = await weighable(tx, viewer, circles);
  return weighed.map(({ circle, option }) => ({ ...option, name: circleName(reader, circle) }));
}
