import type pg from 'pg';
import type { Person } from '../../test/kit/people.ts';

/**
 * Public gatherings of a community over a year: nine in ten happen once, the others every week for ten weeks, one in five
 * of those with a time that was called off.
 */
export async function planMany(
  owner: pg.Pool,
  { communityId, memberId }: Person,
  count: number,
): Promise<void> {
  await owner.query(GATHERINGS, [communityId, memberId, count]);
  await owner.query(TIMES, [communityId]);
  await owner.query(CALLED_OFF, [communityId]);
  await owner.query('VACUUM ANALYZE gatherings');
  await owner.query('VACUUM ANALYZE occurrences');
}

const KINDS = `(ARRAY['story-time', 'walk', 'class', 'workshop', 'playdate'])[1 + i % 5]`;

const GATHERINGS = `INSERT INTO gatherings (community_id, gathering_id, uid, kind, seen_by, title, description, starts, minutes,
    time_zone, rule, laid_out_until, place, venue, address, country, region, postcode, place_name, latitude, longitude,
    languages, organised_by)
  SELECT $1, md5('planned' || i)::uuid, md5('planned' || i)::uuid || '@porchlight', ${KINDS}, 'public', 'Gathering number ' || i,
    'Bring the baby, come late, leave early. There is a room to feed in and coffee for whoever needs it.',
    to_char(date_trunc('day', now()) + make_interval(days => (i % 365)::int, hours => 9 + (i % 10)::int), 'YYYY-MM-DD"T"HH24:MI:SS'),
    60, 'America/Chicago', CASE WHEN i % 10 = 0 THEN 'FREQ=WEEKLY;COUNT=10' END, now() + interval '400 days', 'in-person',
    'Branch library ' || i % 80, i || ' Clark St', 'US', 'IL', '60657', 'Lakeview, Chicago', 41.94, -87.653, '{en}', $2
  FROM generate_series(1, $3::int) AS i`;

const TIMES = `INSERT INTO occurrences (community_id, occurrence_id, gathering_id, recurs_at, starts_at, ends_at)
  SELECT g.community_id, md5(g.gathering_id::text || week)::uuid, g.gathering_id, at, at, at + interval '1 hour'
  FROM gatherings g, generate_series(0, CASE WHEN g.rule IS NULL THEN 0 ELSE 9 END) AS week,
    LATERAL (SELECT (g.starts::timestamp + make_interval(weeks => week)) AT TIME ZONE g.time_zone AS at) AS times
  WHERE g.community_id = $1`;

const CALLED_OFF = `UPDATE occurrences o SET cancelled_at = now(), changed_at = now(), sequence = 1 FROM gatherings g
  WHERE o.community_id = $1 AND g.gathering_id = o.gathering_id AND g.rule IS NOT NULL
    AND right(g.gathering_id::text, 1) IN ('0', '1', '2') AND o.recurs_at = (SELECT min(f.recurs_at) FROM occurrences f
      WHERE f.community_id = o.community_id AND f.gathering_id = o.gathering_id)`;
