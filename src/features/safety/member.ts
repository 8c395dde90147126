import type { Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { NAMED_OF, type Nameable } from '../circle-names/index.ts';

/** Another member as her fellows may see her. */
export interface Fellow {
  memberId: string;
  name: string;
  about: string;
  /** Whether the viewer may ask to write to her; a talk they have already counts as well. */
  mayWrite: boolean;
  /** Circles both are in. */
  shared: { circleId: string; circle: Nameable; lookedAfterBy: 'her' | 'viewer' | 'both' | null }[];
}

const FELLOW = `SELECT m.member_id AS "memberId", m.display_name AS name, m.about,
    access.may_ask(m.member_id) OR EXISTS (SELECT FROM talks t WHERE t.community_id = $1 AND t.state IN ('open', 'waiting')
      AND (t.asker_id, t.asked_id) IN (($2, m.member_id), (m.member_id, $2))) AS "mayWrite",
    coalesce((SELECT json_agg(json_build_object('circleId', c.circle_id, 'circle', ${NAMED_OF('c')},
      'lookedAfterBy', CASE WHEN hers.role = 'facilitator' AND mine.role = 'facilitator' THEN 'both'
        WHEN hers.role = 'facilitator' THEN 'her' WHEN mine.role = 'facilitator' THEN 'viewer' END) ORDER BY c.name)
      FROM circle_members hers
      JOIN circle_members mine ON mine.community_id = $1 AND mine.circle_id = hers.circle_id AND mine.member_id = $2
      JOIN circles c ON c.community_id = $1 AND c.circle_id = hers.circle_id AND c.closed_at IS NULL
      WHERE hers.community_id = $1 AND hers.member_id = m.member_id), '[]') AS shared
  FROM members m
  WHERE m.community_id = $1 AND m.member_id = $3`;

/** @throws Problem 404 when there is nobody of that id here, or either has blocked the other */
export async function fellowMember(tx: Tx, viewer: Viewer, memberId: string): Promise<Fellow> {
  const [fellow] = await tx.hot<Fellow>(
    `${FELLOW} AND m.member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])`,
    [viewer.communityId, viewer.memberId, memberId],
  );
  return fellow ?? notFound();
}

/**
 * The same, also when the viewer herself blocked her: what she fled from can still be reported.
 * @throws Problem 404 when that member blocked the viewer, or is not here
 */
export async function reportableMember(tx: Tx, viewer: Viewer, memberId: string): Promise<Fellow> {
  const [fellow] = await tx.hot<Fellow>(
    `${FELLOW} AND (m.member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])
      OR EXISTS (SELECT FROM blocks b WHERE b.community_id = $1 AND b.blocker_id = $2 AND b.blocked_id = m.member_id))`,
    [viewer.communityId, viewer.memberId, memberId],
  );
  return fellow ?? notFound();
}
