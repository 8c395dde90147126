import { type SelectQueryBuilder, sql } from 'kysely';
import type { Seeker } from '../../matching/index.ts';
import { query, type Tables, type Tx } from '../../platform/db/index.ts';
import { type Circle, type CircleRow, circleOf } from './circle.ts';
import type { Filters } from './filters.ts';

type Circles = SelectQueryBuilder<Tables, 'circles', CircleRow>;

/** Circles weighed for one list. Beyond that a filter serves her better than a longer list. */
const MOST_NEAR = 300;
const MOST_ELSEWHERE = 200;
const MILES_PER_DEGREE = 69;
const EARTH_RADIUS_MILES = 3958.7613; // mean radius, IUGG

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
  const listed = query
    .selectFrom('circles')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('closed_at', 'is', null)
    .where('joining', '<>', 'hidden') as Circles;
  const wanted = filters ? narrowed(listed, seeker, filters) : listed;
  const [near, elsewhere] = [withinReach(wanted, seeker), reachableAnyhow(wanted, seeker, filters)];
  const rows = [...(await tx.all(near)), ...(await tx.all(elsewhere))];
  return [...new Map(rows.map((row) => [row.circle_id, circleOf(row)])).values()];
}

/** Those one goes to: by the haversine formula inside a box that the index answers; else by region; else all. */
function withinReach(circles: Circles, seeker: Seeker): Circles {
  const inPerson = circles.where('place', '<>', 'online');
  const { latitude, longitude, region } = seeker.place ?? {};
  if (latitude == null || longitude == null) {
    const there = region ? inPerson.where('region', '=', region) : inPerson;
    return promisingFirst(there, seeker).limit(MOST_NEAR);
  }
  const miles = seeker.maxMiles ?? DEFAULT_MILES;
  const distance = sql<number>`(2 * ${EARTH_RADIUS_MILES}::float8 * asin(least(1, sqrt(
    sin(radians(latitude - ${latitude}::float8) / 2) ^ 2 + cos(radians(${latitude}::float8)) * cos(radians(latitude))
    * sin(radians(longitude - ${longitude}::float8) / 2) ^ 2))))`;
  return boxed(inPerson, latitude, longitude, miles)
    .where(distance, '<=', miles)
    .orderBy(distance)
    .limit(MOST_NEAR);
}
/** As far as the engine goes for one who did not say. */
const DEFAULT_MILES = 25;

function boxed(circles: Circles, latitude: number, longitude: number, miles: number): Circles {
  const high = miles / MILES_PER_DEGREE + 0.01;
  const tall = circles.where('latitude', '>=', latitude - high).where('latitude', '<=', latitude + high);
  const shrink = Math.cos((Math.min(85, Math.abs(latitude) + high) * Math.PI) / 180);
  const wide = high / shrink;
  // Across the date line (Guam, the Aleutians) east and west change places: the formula alone decides.
  if (high > 80 || longitude - wide < -180 || longitude + wide > 180) return tall;
  return tall.where('longitude', '>=', longitude - wide).where('longitude', '<=', longitude + wide);
}

/** Those that need no road; and, measured from a point, those of her region whose own point is not known. */
function reachableAnyhow(circles: Circles, seeker: Seeker, filters: Filters | null): Circles {
  const { latitude, region } = seeker.place ?? {};
  const unmeasured = sql<boolean>`(latitude IS NULL AND region = ${latitude == null ? null : (region ?? null)})`;
  const online = filters?.place === 'in-person' ? sql<boolean>`false` : sql<boolean>`place <> 'in-person'`;
  const anyhow = circles
    .where(sql<boolean>`(place <> 'in-person' OR latitude IS NULL)`) // the index's own words
    .where(sql<boolean>`(${online} OR ${unmeasured})`);
  return promisingFirst(anyhow, seeker).limit(MOST_ELSEWHERE);
}

/** A coarse stand-in for the engine's score, only to choose which ones it weighs. */
function promisingFirst(circles: Circles, { topics, languages, stages }: Seeker): Circles {
  if (topics.length + languages.length + stages.length === 0) return circles.orderBy('created_at', 'desc');
  const kinds = stages.map((stage) => stage.kind);
  return circles
    .orderBy(
      sql`(topics && ${topics}::text[])::int * 28 + (stages && ${kinds}::text[])::int * 30
        + (languages && ${languages}::text[])::int * 12 + (joining = 'open')::int * 5`,
      'desc',
    )
    .orderBy('created_at', 'desc');
}

function narrowed(circles: Circles, seeker: Seeker, filters: Filters): Circles {
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
function forStage(circles: Circles, seeker: Seeker, filters: Filters): Circles {
  const children = ['baby', 'toddler', 'school-age'];
  const kinds = seeker.stages.flatMap(({ kind }) => (children.includes(kind) ? children : [kind]));
  const named = circles.where(sql<boolean>`(stages = '{}' OR stages && ${kinds}::text[])`);
  const age = seeker.stages.some((stage) => 'birthMonth' in stage && stage.birthMonth) ? filters.age : null;
  if (age === null) return named;
  return named
    .where((e) => e.or([e('age_from_months', 'is', null), e('age_from_months', '<=', age)]))
    .where((e) => e.or([e('age_to_months', 'is', null), e('age_to_months', '>=', age)]));
}
