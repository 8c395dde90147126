import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** Somebody who chose to be found, under the name she bears here. */
export interface PersonHit {
  memberId: string;
  name: string;
  about: string;
}

const MOST = 20;
/** Names are short: one wrong letter of four leaves a quarter. */
const ALIKE = 0.25;

// Only those who chose it, and across no block. A pseudonym is nobody's name here.
const PEOPLE = `SELECT member_id AS "memberId", name, about FROM (
    SELECT m.member_id, m.display_name AS name, left(m.about, 200) AS about,
      access.likeness(access.plain($2), access.plain(m.display_name)) AS alike
    FROM members m WHERE m.community_id = $1 AND m.findable AND m.member_id <> $3
      AND m.member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])) m
  WHERE alike >= ${ALIKE} ORDER BY alike DESC, name, member_id LIMIT ${MOST}`;

/** People by name. */
export const peopleHits = (tx: Tx, viewer: Viewer, wanted: string): Promise<PersonHit[]> =>
  tx.hot<PersonHit>(PEOPLE, [viewer.communityId, wanted, viewer.memberId]);
