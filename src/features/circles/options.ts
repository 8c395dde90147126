import type { CircleOption } from '../../matching/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { facilitatorsOf } from './access.ts';
import { type Circle, placesLeft } from './circle.ts';

/** A circle with what the engine wants to know of it. */
export interface Weighable {
  circle: Circle;
  option: CircleOption;
}

/** Circles from the asker's side: her seat, her words, her waiting request, its facilitators where she may know them. */
export async function weighable(tx: Tx, scope: Scope, circles: Circle[]): Promise<Weighable[]> {
  const ids = circles.map((circle) => circle.circleId);
  if (ids.length === 0) return [];
  const lively = new Set(
    (await tx.hot<{ id: string }>('SELECT access.lively_circles($1) AS id', [ids])).map((row) => row.id),
  );
  const hers = scope.memberId ? await herTraces(tx, scope.memberId) : NO_TRACES;
  const names = scope.memberId ? await facilitatorsOf(tx, ids) : new Map<string, string[]>();
  return circles.map((circle) => {
    const { circleId } = circle;
    return {
      circle,
      option: {
        ...optionOf(circle),
        active: lively.has(circleId),
        facilitatorName: names.get(circleId)?.[0] ?? null,
        alreadyMember: hers.member.has(circleId),
        hasWritten: hers.written.has(circleId),
        requested: hers.requested.has(circleId),
      },
    };
  });
}

/** What does not depend on who asks. A hidden circle is only ever weighed for somebody who is in it. */
const optionOf = (circle: Circle) => ({
  id: circle.circleId,
  name: circle.name,
  languages: circle.languages,
  stages: circle.stages,
  ageFromMonths: circle.ageFromMonths,
  ageToMonths: circle.ageToMonths,
  cohort: isCohort(circle),
  topics: circle.topics,
  region: circle.region,
  latitude: circle.latitude,
  longitude: circle.longitude,
  place: circle.place,
  weekday: circle.weekday,
  startTime: circle.startTime,
  timeZone: circle.timeZone,
  childcare: circle.childcare,
  cost: circle.cost,
  faith: circle.faith,
  joining: circle.joining === 'hidden' ? ('private' as const) : circle.joining,
  spacesLeft: placesLeft(circle),
});

/** Babies of a window of months who grow up together; unless loss is what it is for. */
const isCohort = ({ stages, topics, ageFromMonths, ageToMonths }: Circle): boolean =>
  ageFromMonths !== null &&
  ageToMonths !== null &&
  (stages.includes('baby') || stages.includes('expecting')) &&
  !stages.includes('loss') &&
  !topics.includes('loss');

interface Traces {
  member: Set<string>;
  written: Set<string>;
  requested: Set<string>;
}
const NO_TRACES: Traces = { member: new Set(), written: new Set(), requested: new Set() };

async function herTraces(tx: Tx, memberId: string): Promise<Traces> {
  const [member, written, requested] = [
    await tx.all(query.selectFrom('circle_members').select('circle_id').where('member_id', '=', memberId)),
    await tx.hot<{ circle_id: string }>(
      `SELECT DISTINCT circle_id FROM posts WHERE community_id = access.community_id()
         AND (author_id = $1 OR pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))`,
      [memberId],
    ),
    await tx.all(
      query
        .selectFrom('join_requests')
        .select('circle_id')
        .where('member_id', '=', memberId)
        .where('state', '=', 'waiting'),
    ),
  ];
  const ids = (rows: { circle_id: string }[]) => new Set(rows.map((row) => row.circle_id));
  return { member: ids(member), written: ids(written), requested: ids(requested) };
}
