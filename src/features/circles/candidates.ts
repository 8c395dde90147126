import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Seeker } from '../../matching/index.ts';
import { query, type Tables, type Tx } from '../../platform/db/index.ts';
import { isWithin, milesTo } from '../../platform/geo/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import {
  type Circle,
  type CircleRow,
  circleOf,
  OUTLINE_COLUMNS,
  type Outline,
  type OutlineRow,
  outlineOf,
} from './circle.ts';
import type { Filters } from './filters.ts';

type Circles<Row> = SelectQueryBuilder<Tables, 'circles', Row>;

/** How many circles are weighed. */
interface Breadth {
  near: number;
  elsewhere: number;
}
/** For one list: beyond that a filter serves her better than a longer list. */
const FOR_A_LIST: Breadth = { near: 300, elsewhere: 200 };
/** For a plan, which proposes two at most. */
const FOR_A_PLAN: Breadth = { near: 150, elsewhere: 80 };

/**
 * Listed circles that may suit, for the engine to weigh: those within reach, nearest first, and those that need no
 * road (or whose place has no coordinates). Wider than the engine's rules, never narrower.
 */
export async function candidateCircles(
  tx: Tx,
  communityId: string,
  seeker: Seeker,
  filters: Filters | null,
): Promise<Circle[]> {
  const listed = listedIn(communityId).selectAll() as Circles<CircleRow>;
  const wanted = filters ? narrowed(listed, seeker, filters) : listed;
  const point = distanceFrom(seeker);
  const near = withinReach(wanted, seeker);
  const nearest = point ? near.orderBy(point) : promisingFirst(near, seeker);
  const elsewhere = promisingFirst(reachableAnyhow(wanted, seeker, filters), seeker);
  const rows = [
    ...(await tx.all(nearest.limit(FOR_A_LIST.near))),
    ...(await tx.all(elsewhere.limit(FOR_A_LIST.elsewhere))),
  ];
  return [...new Map(rows.map((row) => [row.circle_id, circleOf(row)])).values()];
}

/** The most promising circles that she could join, and all of hers: what a plan is made of. */
export async function circlesForPlan(tx: Tx, viewer: Viewer, seeker: Seeker): Promise<Outline[]> {
  const { communityId, memberId } = viewer;
  const open = joinable(listedIn(communityId).select(OUTLINE_COLUMNS) as Circles<OutlineRow>, seeker);
  const point = distanceFrom(seeker);
  const likely = promisingFirst(withinReach(open, seeker), seeker, point);
  const elsewhere = promisingFirst(reachableAnyhow(open, seeker, null), seeker);
  const hers = query
    .selectFrom('circles')
    .select(OUTLINE_COLUMNS)
    .where('community_id', '=', communityId)
    .where('closed_at', 'is', null)
    .where('archived_at', 'is', null)
    .where('circle_id', 'in', (e) =>
      e
        .selectFrom('circle_members')
        .select('circle_id')
        .where('community_id', '=', communityId)
        .where('member_id', '=', memberId),
    );
  const rows = [
    ...(await tx.all(likely.limit(FOR_A_PLAN.near))),
    ...(await tx.all(elsewhere.limit(FOR_A_PLAN.elsewhere))),
    ...(await tx.all(hers)),
  ];
  return [...new Map(rows.map((row) => [row.circle_id, outlineOf(row)])).values()];
}

const listedIn = (communityId: string) =>
  query
    .selectFrom('circles')
    .where('community_id', '=', communityId)
    .where('closed_at', 'is', null)
    .where('joining', '<>', 'hidden');

/** Leaves out what the engine would refuse: by invitation, full, or in no language of hers. */
function joinable<Row>(circles: Circles<Row>, { languages }: Seeker): Circles<Row> {
  const free = circles
    .where('joining', '<>', 'private')
    .where(sql<boolean>`(cap IS NULL OR member_count < cap)`);
  if (languages.length === 0) return free;
  return free.where(sql<boolean>`(languages = '{}' OR languages && ${languages}::text[])`);
}

/** Miles from her to a circle; null where her point is not known. */
function distanceFrom({ place }: Seeker) {
  const { latitude, longitude } = place ?? {};
  if (latitude == null || longitude == null) return null;
  return milesTo({ latitude, longitude }, 'latitude', 'longitude');
}

/** Those one goes to: measured, inside a box that the index answers; else by region or country; else all. */
function withinReach<Row>(circles: Circles<Row>, seeker: Seeker): Circles<Row> {
  const inPerson = circles.where('place', '<>', 'online');
  const { latitude, longitude, region, country } = seeker.place ?? {};
  if (latitude == null || longitude == null) {
    if (region) return inPerson.where('region', '=', region);
    return country ? inPerson.where(sql<boolean>`(country IS NULL OR country = ${country})`) : inPerson;
  }
  const point = { latitude, longitude };
  return inPerson.where(isWithin(point, seeker.maxMiles ?? DEFAULT_MILES, 'latitude', 'longitude'));
}
/** As far as the engine goes for one who did not say. */
const DEFAULT_MILES = 25;

/** Those that need no road; and, measured from a point, those of her region whose own point is not known. */
function reachableAnyhow<Row>(circles: Circles<Row>, seeker: Seeker, filters: Filters | null): Circles<Row> {
  const { latitude, region } = seeker.place ?? {};
  const unmeasured = sql<boolean>`(latitude IS NULL AND region = ${latitude == null ? null : (region ?? null)})`;
  const online = filters?.place === 'in-person' ? sql<boolean>`false` : sql<boolean>`place <> 'in-person'`;
  return circles
    .where(sql<boolean>`(place <> 'in-person' OR latitude IS NULL)`) // the index's own words
    .where(sql<boolean>`(${online} OR ${unmeasured})`);
}

/** A coarse stand-in for the engine's score, only to choose which ones it weighs; equals by `then`, or the newest. */
function promisingFirst<Row>(
  circles: Circles<Row>,
  { topics, languages, stages }: Seeker,
  then: RawBuilder<number> | null = null,
): Circles<Row> {
  const kinds = stages.map((stage) => stage.kind);
  const months = stages.flatMap(
    (stage) => ('birthMonth' in stage && stage.birthMonth) || ('dueMonth' in stage && stage.dueMonth) || [],
  );
  const promising =
    topics.length + languages.length + stages.length === 0
      ? circles
      : circles.orderBy(
          sql`(born_from IS NOT NULL AND EXISTS (SELECT FROM unnest(${months}::text[]) m WHERE m BETWEEN born_from AND born_to))::int * 40
            + (topics && ${topics}::text[])::int * 28 + (stages && ${kinds}::text[])::int * 30
            + (languages && ${languages}::text[])::int * 12 + (joining = 'open')::int * 5`,
          'desc',
        );
  return then ? promising.orderBy(then) : promising.orderBy('created_at', 'desc');
}

function narrowed<Row>(circles: Circles<Row>, seeker: Seeker, filters: Filters): Circles<Row> {
  let q = circles;
  if (filters.topic) q = q.where(sql<boolean>`${filters.topic} = ANY (topics)`);
  if (filters.language)
    q = q.where(sql<boolean>`(languages = '{}' OR ${filters.language} = ANY (languages))`);
  if (filters.place) q = q.where('place', 'in', [filters.place, 'both']);
  if (filters.childcare) q = q.where('childcare', '=', true);
  if (filters.cost) q = q.where('cost', '=', filters.cost);
  if (filters.faith === 'none') q = q.where('faith', 'is', null);
  else if (filters.faith)
    q = q.where('faith', filters.faith === 'any' ? 'is not' : 'in', faithsFor(filters.faith));
  if (filters.stage || filters.age !== null) q = forStage(q, seeker, filters);
  if (filters.day) {
    // In another zone it may be a day earlier or later; the engine knows.
    const { day } = filters;
    q = q.where('weekday', 'in', [((day + 5) % 7) + 1, day, (day % 7) + 1]);
  }
  if (filters.day || filters.part) q = q.where('start_time', 'is not', null);
  return q;
}

const faithsFor = (faith: string) => (faith === 'any' ? null : [faith, 'any']) as never;

/** Ages decide between children's stages: "babies to 18 months" takes in a toddler of 13 months. */
function forStage<Row>(circles: Circles<Row>, seeker: Seeker, filters: Filters): Circles<Row> {
  const children = ['baby', 'toddler', 'school-age'];
  const kinds = seeker.stages.flatMap(({ kind }) => (children.includes(kind) ? children : [kind]));
  const named = circles.where(sql<boolean>`(stages = '{}' OR stages && ${kinds}::text[])`);
  const age = seeker.stages.some((stage) => 'birthMonth' in stage && stage.birthMonth) ? filters.age : null;
  if (age === null) return named;
  return named
    .where((e) => e.or([e('age_from_months', 'is', null), e('age_from_months', '<=', age)]))
    .where((e) => e.or([e('age_to_months', 'is', null), e('age_to_months', '>=', age)]));
}
