import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { circleName, NAMED_OF, type Nameable, type Reader } from '../circle-names/index.ts';
import { type Spared, type Speaking, TELLING } from '../sparing/index.ts';

/** A circle the viewer may know of: a listed one, or a hidden one she is in. */
export interface CircleHit {
  circleId: string;
  circle: Nameable;
  purpose: string;
}

const MOST = 20;
/** Names are a few words: one wrong letter in the shortest of them leaves a third. */
const ALIKE = 0.3;
/** Cohorts whose names are looked through: their names are nowhere but on the page. */
const MOST_COHORTS = 500;

const COHORTS = `SELECT c.circle_id AS id, ${NAMED_OF('c')} AS circle FROM circles c
  WHERE c.community_id = $1 AND c.closed_at IS NULL AND c.born_from IS NOT NULL ORDER BY c.created_at DESC LIMIT ${MOST_COHORTS}`;

// The policy of the table says which circles there are for her.
const CIRCLES = `SELECT * FROM (
    SELECT c.circle_id AS "circleId", ${NAMED_OF('c')} AS circle, left(c.purpose, 240) AS purpose, ${TELLING('c')},
      c.circle_id = ANY ((SELECT access.my_circle_ids())::uuid[]) AS "isHers", n.called,
      access.words_of(n.called || ' ' || c.purpose) @@ access.words_wanted($2) AS has,
      access.likeness(access.plain($2), access.plain(n.called)) AS alike
    FROM circles c LEFT JOIN unnest($3::uuid[], $4::text[]) AS g (id, name) ON g.id = c.circle_id
    CROSS JOIN LATERAL (SELECT coalesce(g.name, c.name) AS called) n
    WHERE c.community_id = $1 AND c.closed_at IS NULL) c
  WHERE has OR alike >= ${ALIKE} ORDER BY alike DESC, has DESC, called, "circleId" LIMIT ${MOST}`;

/**
 * Circles by their name and purpose; a misspelt name is forgiven. A cohort is found by what it is called today, in the
 * reader's language.
 */
export async function circleHits(
  tx: Tx,
  viewer: Viewer,
  reader: Reader,
  wanted: string,
  { spares }: Spared,
): Promise<CircleHit[]> {
  const cohorts = await tx.hot<{ id: string; circle: Nameable }>(COHORTS, [viewer.communityId]);
  const names = cohorts.map(({ circle }) => circleName(reader, circle));
  const found = await tx.hot<CircleHit & Speaking & { isHers: boolean }>(CIRCLES, [
    viewer.communityId,
    wanted,
    cohorts.map(({ id }) => id),
    names,
  ]);
  return found.filter((one) => !spares(one, one.isHers));
}
