import type pg from 'pg';
import { postcodeTable } from '../../src/platform/geo/postcode-table.ts';
import type { Person } from '../../test/kit/people.ts';
import { dice } from './prose.ts';

/**
 * Listed circles all over the United States, each at the middle of a real postcode, every twentieth online. Half of
 * them `near` a point instead, within some 20 miles, when one is given.
 */
export async function scatterCircles(
  owner: pg.Pool,
  founder: Person,
  count: number,
  near?: { latitude: number; longitude: number },
): Promise<void> {
  const { latitudes, longitudes } = postcodeTable();
  const roll = dice(11);
  const around = () => (roll() - 0.5) * 0.5;
  const points = Array.from({ length: count }, (_, i) => {
    if (near && i % 2) return { latitude: near.latitude + around(), longitude: near.longitude + around() };
    const row = Math.floor(roll() * latitudes.length);
    return { latitude: latitudes[row]!, longitude: longitudes[row]! };
  }).map(({ latitude, longitude }) => (Number.isFinite(latitude) ? [latitude, longitude] : [39.8, -98.6]));
  const client = await owner.connect();
  try {
    await client.query("SET session_replication_role = 'replica'"); // no founder's seat: a hundred thousand in seconds
    const columns = [points.map(([latitude]) => latitude), points.map(([, longitude]) => longitude)];
    await client.query(CIRCLES, [founder.communityId, founder.memberId, ...columns]);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    client.release(true);
  }
}

const any = (list: string): string => `(ARRAY[${list}])[1 + (i * 13) % cardinality(ARRAY[${list}])]`;

const CIRCLES = `INSERT INTO circles (community_id, circle_id, name, purpose, charter, joining, cap, languages, stages,
    age_from_months, age_to_months, topics, place, country, place_name, latitude, longitude, weekday, start_time, minutes,
    every_weeks, time_zone, childcare, cost, member_count, created_by)
  SELECT $1, md5('scattered' || i)::uuid, 'Circle number ' || i, 'For those who are up at night.', 'Be kind.',
    ${any("'open', 'open', 'request', 'private'")}, 12, ARRAY[${any("'en', 'en', 'es'")}],
    ARRAY[${any("'baby', 'expecting', 'toddler', 'baby', 'loss'")}], (i % 4) * 3, (i % 4) * 3 + 6,
    ARRAY[${any("'sleep', 'feeding', 'low-mood', 'twins', 'nicu', 'returning-to-work'")}],
    CASE WHEN i % 20 = 0 THEN 'online' ELSE 'in-person' END, 'US', 'Place ' || i,
    CASE WHEN i % 20 > 0 THEN latitude END, CASE WHEN i % 20 > 0 THEN longitude END,
    1 + i % 7, make_time((9 + i % 12)::int, 0, 0), 60, 1, 'America/Chicago', i % 5 = 0, 'free', 3 + i % 10, $2
  FROM unnest($3::float8[], $4::float8[]) WITH ORDINALITY AS place (latitude, longitude, i)`;
