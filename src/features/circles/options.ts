import type { CircleOption } from '../../matching/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { facilitatorsOf } from './access.ts';
import { type Outline, placesLeft } from './circle.ts';

/** A circle with what the engine wants to know of it. */
export interface Weighable<C extends Outline> {
  circle: C;
  option: CircleOption;
}

/** Circles from the asker's side: her seat, her words, her waiting request, its facilitators where she may know them. */
export async function weighable<C extends Outline>(
  tx: Tx,
  scope: Scope,
  circles: C[],
): Promise<Weighable<C>[]> {
  const ids = circles.map((circle) => circle.circleId);
  if (ids.length === 0) return [];
  const lively = new Set(
    (await tx.hot<{ id: string }>('SELECT access.lively_circles($1) AS id', [ids])).map((row) => row.id),
  );
  const hers = scope.memberId ? await herTraces(tx, scope.memberId) : NO_TRACES;
  const names = scope.memberId ? await facilitatorsOf(tx, ids) : new Map<string, string[]>();
  return circles.map((circle) => ({
    circle,
    option: optionOf(circle, lively, names.get(circle.circleId)?.[0] ?? null, hers),
  }));
}

/** A hidden circle is only ever weighed for somebody who is in it. */
const optionOf = (
  circle: Outline,
  lively: Set<string>,
  facilitatorName: string | null,
  hers: Traces,
): CircleOption => ({
  id: circle.circleId,
  name: circle.name,
  languages: circle.languages,
  stages: circle.stages,
  ageFromMonths: circle.ageFromMonths,
  ageToMonths: circle.ageToMonths,
  cohort: circle.born !== null || isCohort(circle),
  born: circle.born,
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
  joining: circle.joining === 'hidden' ? 'private' : circle.joining,
  spacesLeft: placesLeft(circle),
  facilitatorName,
  active: lively.has(circle.circleId),
  alreadyMember: hers.member.has(circle.circleId),
  hasWritten: hers.written.has(circle.circleId),
  requested: hers.requested.has(circle.circleId),
});

/** Babies of a window of months who grow up together; unless loss is what it is for. */
const isCohort = ({ stages, topics, ageFromMonths, ageToMonths }: Outline): boolean =>
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

const TRACES = `
  SELECT circle_id, 'member' AS kind FROM circle_members WHERE community_id = access.community_id() AND member_id = $1
  UNION SELECT circle_id, 'written' FROM posts WHERE community_id = access.community_id()
    AND (author_id = $1 OR pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))
  UNION SELECT circle_id, 'requested' FROM join_requests
    WHERE community_id = access.community_id() AND member_id = $1 AND state = 'waiting'`;

async function herTraces(tx: Tx, memberId: string): Promise<Traces> {
  const rows = await tx.hot<{ circle_id: string; kind: keyof Traces }>(TRACES, [memberId]);
  const traces: Traces = { member: new Set(), written: new Set(), requested: new Set() };
  for (const { circle_id, kind } of rows) traces[kind].add(circle_id);
  return traces;
}
