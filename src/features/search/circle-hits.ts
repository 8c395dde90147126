import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** A circle the viewer may know of: a listed one, or a hidden one she is in. */
export interface CircleHit {
  circleId: string;
  name: string;
  purpose: string;
}

const MOST = 20;
const ALIKE = 0.45;

// The policy of the table says which circles there are for her.
const CIRCLES = `SELECT circle_id AS "circleId", name, left(purpose, 240) AS purpose FROM (
    SELECT c.circle_id, c.name, c.purpose, access.words_of(c.name || ' ' || c.purpose) @@ access.words_wanted($2) AS has,
      access.likeness(access.plain($2), access.plain(c.name)) AS alike
    FROM circles c WHERE c.community_id = $1 AND c.closed_at IS NULL) c
  WHERE has OR alike >= ${ALIKE} ORDER BY alike DESC, has DESC, name, circle_id LIMIT ${MOST}`;

/** Circles by their name and purpose; a misspelt name is forgiven. */
export const circleHits = (tx: Tx, viewer: Viewer, wanted: string): Promise<CircleHit[]> =>
  tx.hot<CircleHit>(CIRCLES, [viewer.communityId, wanted]);
