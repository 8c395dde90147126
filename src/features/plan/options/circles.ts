import type { CircleOption, Seeker } from '../../../matching/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';

// TEMPORARY until features/circles exports circleOptionsFor
export async function circleOptionsFor(tx: Tx, viewer: Viewer, _seeker: Seeker): Promise<CircleOption[]> {
  return tx.hot<CircleOption>(
    `SELECT c.circle_id AS id, name, languages, stages, age_from_months AS "ageFromMonths", age_to_months AS "ageToMonths",
       false AS cohort, topics, region, place, weekday, left(start_time::text, 5) AS "startTime", time_zone AS "timeZone", childcare, cost, faith,
       CASE joining WHEN 'hidden' THEN 'private' ELSE joining END AS joining, cap - member_count AS "spacesLeft", latitude, longitude,
       NULL AS "facilitatorName", m.member_id IS NOT NULL AS "alreadyMember", EXISTS (SELECT FROM posts p WHERE p.circle_id = c.circle_id AND p.author_id = $1) AS "hasWritten",
       r.member_id IS NOT NULL AS requested, NULL AS active
     FROM circles c LEFT JOIN circle_members m ON m.circle_id = c.circle_id AND m.member_id = $1
     LEFT JOIN join_requests r ON r.circle_id = c.circle_id AND r.member_id = $1 AND r.state = 'waiting'
     WHERE closed_at IS NULL`,
    [viewer.memberId],
  );
}
