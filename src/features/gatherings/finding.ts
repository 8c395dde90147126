import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { isWithin, type Point } from '../../platform/geo/index.ts';
import type { Community, Viewer } from '../../platform/http/index.ts';
import { type Circle, findNear, listedAmong, type Near } from '../circles/index.ts';
import { answersOf, isGrieving } from '../onboarding/index.ts';
import { type Filters, readFilters } from './filters.ts';
import { type Listed, listTimes } from './listed.ts';
import { type Month, monthAsked } from './month.ts';

/** Who searches, and from where. */
export interface Searcher {
  community: Community;
  viewer: Viewer | null;
  lang: string;
  timeZone: string;
}

/** One page of an answer, with the question as it was understood. */
export interface Search {
  filters: Filters;
  near: Near | null;
  /** The circle whose gatherings are asked for, when she may know of it. */
  circle: Circle | null;
  /** After a loss a child's age is not asked. */
  gentle: boolean;
  /** The month asked for; null: the list of what comes next. */
  month: Month | null;
  found: Listed[];
  /** Where the list goes on; of a month: that not all of it is shown. */
  after: string | null;
}

const A_PAGE = 40;
const A_MONTH = 500;
const CURSOR = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Answers the address of the list and the month. */
export async function searchGatherings(
  tx: Tx,
  who: Searcher,
  asked: URLSearchParams,
  now = new Date(),
): Promise<Search> {
  const filters = readFilters(asked);
  const scope: Scope = who.viewer ?? { communityId: who.community.communityId, memberId: null };
  const near = filters.near ? await findNear(tx, who.community, filters.near, who.lang) : null;
  const [circle = null] = filters.circle ? await listedAmong(tx, [filters.circle], { hiddenToo: true }) : [];
  const answers = who.viewer ? await answersOf(tx, who.viewer) : null;
  const month = monthAsked(asked.get('month'), who.timeZone, now);
  const most = month ? A_MONTH : A_PAGE;
  const period = month ? between(month.from, month.to) : [sql`o.ends_at > ${now}`, startedToday(now)];
  const where = [...period, ...STANDING, ...wanted(filters, near), ...later(asked.get('after'))];
  const from = pointOf(near?.place ?? null) ?? pointOf(answers);
  const found = await listTimes(tx, scope, { where, from, most: most + 1 });
  const last = found.length > most ? found[most - 1] : undefined;
  return {
    filters,
    near,
    circle,
    gentle: answers !== null && isGrieving(answers),
    month,
    found: found.slice(0, most),
    after: last ? `${+last.occurrence.startsAt}_${last.occurrence.occurrenceId}` : null,
  };
}

/** What is called off is in nobody's list. */
const STANDING = [sql`o.cancelled_at IS NULL`, sql`g.cancelled_at IS NULL`];

const between = (from: Date, to: Date) => [sql`o.starts_at >= ${from}`, sql`o.starts_at < ${to}`];

/** What began within a day may still be on; bounded so that an index finds where to begin. */
const startedToday = (now: Date) => sql`o.starts_at > ${new Date(+now - 86_400_000)}`;

function later(cursor: string | null): RawBuilder<unknown>[] {
  const [, at, id] = CURSOR.exec(cursor ?? '') ?? [];
  return id ? [sql`(o.starts_at, o.occurrence_id) > (${new Date(Number(at))}, ${id}::uuid)`] : [];
}

function pointOf(place: { latitude: number | null; longitude: number | null } | null): Point | null {
  const { latitude, longitude } = place ?? {};
  return latitude == null || longitude == null ? null : { latitude, longitude };
}

/**
 * Missing answers never count against a gathering, but for the facts: whoever needs a way in without steps has to know.
 * What happens online is near everybody.
 */
function wanted(filters: Filters, near: Near | null): RawBuilder<unknown>[] {
  const all: (RawBuilder<unknown> | null)[] = [
    filters.kind && sql`g.kind = ${filters.kind}`,
    !filters.circle ? null : sql`g.circle_id = ${filters.circle}`,
    filters.place === 'online' ? sql`g.place <> 'in-person'` : null,
    filters.place === 'in-person' ? sql`g.place <> 'online'` : null,
    filters.day && sql`extract(isodow FROM o.starts_at AT TIME ZONE g.time_zone) = ${filters.day}`,
    filters.part && inPart(filters.part),
    filters.age === null
      ? null
      : sql`coalesce(g.age_from_months, 0) <= ${filters.age} AND coalesce(g.age_to_months, 9999) >= ${filters.age}`,
    !filters.language ? null : sql`(g.languages = '{}' OR ${filters.language} = ANY (g.languages))`,
    filters.cost && sql`coalesce(g.cost, 'free') <> 'paid'`,
    near && within(filters, near),
    ...filters.fact.map((fact) => sql`g.${sql.ref(fact)}`),
  ];
  return all.filter((one) => one !== null && one !== undefined);
}

// As the week grid means them: morning 5-12, afternoon 12-17, evening 17-22, night 22-5.
const HOURS = { morning: [5, 12], afternoon: [12, 17], evening: [17, 22], night: [22, 29] } as const;

function inPart(part: keyof typeof HOURS): RawBuilder<unknown> {
  const [from, to] = HOURS[part];
  const hour = sql`extract(hour FROM o.starts_at AT TIME ZONE g.time_zone)::int`;
  return sql`(NOT g.all_day AND (${hour} - ${from} + 24) % 24 < ${to - from})`;
}

function within({ within: miles }: Filters, { place }: Near): RawBuilder<unknown> | null {
  const point = pointOf(place);
  if (!place || miles === null) return null;
  if (!point) return place.region ? sql`(g.place <> 'in-person' OR g.region = ${place.region})` : null;
  return sql`(g.place <> 'in-person' OR ${isWithin(point, miles, 'g.latitude', 'g.longitude')}
    OR g.latitude IS NULL AND g.region = ${place.region ?? null})`;
}

/**
 * What she comes to, may come to, waits for or organises, in a stretch of time; and what these circles of hers plan, also
 * before she answered. What is called off is said so to those who answered.
 */
export function herGatherings(
  tx: Tx,
  viewer: Viewer,
  from: Date,
  to: Date,
  circles: string[] = [],
): Promise<Listed[]> {
  const hers = sql`(r.answer IN ('yes', 'maybe', 'waiting') OR o.cancelled_at IS NULL AND g.cancelled_at IS NULL
    AND (g.organised_by = ${viewer.memberId} OR g.circle_id = ANY (${circles}::uuid[])))`;
  const where = [sql`o.ends_at > ${from}`, startedToday(from), sql`o.starts_at < ${to}`, hers];
  return listTimes(tx, viewer, { where, from: null, most: A_MONTH });
}

/** What is planned for everybody: the next hundred times. */
export function comingPublic(tx: Tx, scope: Scope, now: Date): Promise<Listed[]> {
  const where = [sql`g.seen_by = 'public'`, sql`o.ends_at > ${now}`, startedToday(now), ...STANDING];
  return listTimes(tx, scope, { where, from: null, most: 100 });
}

/** The day something is shown under ('YYYY-MM-DD'): by the place's calendar; online by the reader's. */
export function dayOf(
  { gathering, occurrence }: Pick<Listed, 'gathering' | 'occurrence'>,
  readerZone: string,
): string {
  const zone = gathering.place === 'online' && !gathering.allDay ? readerZone : gathering.timeZone;
  const instant = Temporal.Instant.fromEpochMilliseconds(+occurrence.startsAt);
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}
