import type pg from 'pg';
import { NIGHT_FEEDS, type People } from '../../test/kit/people.ts';
import { somePosts } from './prose.ts';

const BODIES = somePosts(1000);
const SEATS = 12;

/**
 * Brings the community to `total` posts, a quarter of them threads with three answers each: half in Maya's circle of
 * twelve, the rest in other circles of twelve, a thousand each. Written as rows, with the counts the triggers would
 * have kept. Can be called again with a larger total.
 */
export async function bringTalkTo(owner: pg.Pool, people: People, total: number): Promise<void> {
  const client = await owner.connect();
  const { communityId } = people.maya;
  const elsewhere = Math.ceil(total / 2 / 1000);
  try {
    await client.query("SET session_replication_role = 'replica'"); // no triggers: a million rows in seconds
    await client.query(MEMBERS, [communityId, SEATS * (elsewhere + 1)]);
    await client.query(CIRCLES, [communityId, elsewhere]);
    await client.query(SEATED, [communityId, SEATS, elsewhere]);
    const hers = await fill(client, communityId);
    const { rows } = await client.query('SELECT count(*)::int AS count FROM posts');
    await client.query(POSTS, [
      communityId,
      NIGHT_FEEDS,
      SEATS,
      elsewhere,
      BODIES,
      rows[0].count,
      total,
      hers,
    ]);
    await client.query(NAMELESS, [communityId, NIGHT_FEEDS, people.dana.memberId]);
    await client.query(FELT, [communityId]);
    await client.query('RESET session_replication_role');
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT'); // what is still to be written would be written while we measure
  } finally {
    client.release(true);
  }
}

/** Takes Maya's circle to twelve members of two years' standing, and returns them. */
async function fill(client: pg.PoolClient, communityId: string): Promise<string[]> {
  await client.query(FILLED, [communityId, NIGHT_FEEDS, SEATS]);
  const place = [communityId, NIGHT_FEEDS];
  const { rows } = await client.query<{ member_id: string }>(
    `UPDATE circle_members SET joined_at = now() - interval '2 years', welcomed_at = now()
     WHERE community_id = $1 AND circle_id = $2 RETURNING member_id`,
    place,
  );
  const count = 'UPDATE circles SET member_count = $3 WHERE community_id = $1 AND circle_id = $2';
  await client.query(count, [...place, rows.length]);
  return rows.map((row) => row.member_id).sort();
}

const id = (text: string): string => `md5(${text})::uuid`;

const MEMBERS = `INSERT INTO members (community_id, member_id, account_id, display_name)
  SELECT $1, ${id("'member' || i")}, 'talk-' || i, 'Member ' || i FROM generate_series(1, $2::int) i ON CONFLICT DO NOTHING`;

const CIRCLES = `INSERT INTO circles (community_id, circle_id, name, joining, cap, place, time_zone, member_count, created_by)
  SELECT $1, ${id("'circle' || i")}, 'Circle ' || i, 'open', 12, 'online', 'America/Chicago', 12, ${id("'member1'")}
  FROM generate_series(1, $2::int) i ON CONFLICT DO NOTHING`;

const SEATED = `INSERT INTO circle_members (community_id, circle_id, member_id, role, joined_at)
  SELECT $1, ${id("'circle' || i")}, ${id("'member' || (i * $2 + seat)")},
    CASE seat WHEN 1 THEN 'facilitator' ELSE 'member' END, now() - interval '2 years'
  FROM generate_series(1, $3::int) i, generate_series(1, $2::int) seat ON CONFLICT DO NOTHING`;

// Beside those of the town, who are in it already.
const FILLED = `INSERT INTO circle_members (community_id, circle_id, member_id)
  SELECT $1, $2, ${id("'member' || seat")} FROM generate_series(1, $3::int -
    (SELECT count(*)::int FROM circle_members WHERE community_id = $1 AND circle_id = $2)) seat`;

// Posts come in fours: one starts a thread, three answer it. Fours alternate between Maya's circle and the others.
const POSTS = `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, created_at, last_active_at,
    reply_count, hug_count, me_too_count)
  SELECT $1, ${id("'post' || i")}, CASE room WHEN 0 THEN $2::uuid ELSE ${id("'circle' || room")} END, ${id("'post' || four * 4")},
    CASE room WHEN 0 THEN ($8::uuid[])[1 + (i * 7 + four) % cardinality($8::uuid[])]
      ELSE ${id("'member' || (room * $3 + 1 + (i * 7 + four) % $3)")} END,
    ($5::text[])[1 + (i * 31 + four) % cardinality($5::text[])],
    now() - ($7::bigint - i) * interval '20 seconds',
    now() - ($7::bigint - (four * 4 + 3)) * interval '20 seconds',
    CASE WHEN i % 4 = 0 THEN 3 ELSE 0 END, CASE WHEN i % 4 = 0 THEN 2 ELSE 0 END, CASE WHEN i % 4 = 0 THEN 1 ELSE 0 END
  FROM generate_series($6::bigint, $7::bigint - 1) i, LATERAL (SELECT i / 4 AS four) f,
    LATERAL (SELECT CASE WHEN four % 2 = 1 THEN 0 ELSE 1 + (four / 2) % $4::int END AS room) r`;

// Three of the threads on the first page carry no name.
const NAMELESS = `WITH threads AS (
    SELECT post_id FROM posts WHERE circle_id = $2 AND thread_id = post_id ORDER BY last_active_at DESC LIMIT 3 OFFSET 4),
  names AS (INSERT INTO pseudonyms (community_id, pseudonym_id, thread_id, member_id, name)
    SELECT $1, ${id("'pseudonym' || post_id")}, post_id, $3, 'quiet-heron' FROM threads ON CONFLICT DO NOTHING)
  UPDATE posts p SET author_id = NULL, pseudonym = 'quiet-heron', pseudonym_id = ${id("'pseudonym' || p.post_id")}
  FROM threads t WHERE p.community_id = $1 AND p.post_id = t.post_id`;

const FELT = `INSERT INTO reactions (community_id, post_id, member_id, kind)
  SELECT $1, post_id, ${id("'member' || seat")}, CASE seat WHEN 3 THEN 'me-too' ELSE 'hug' END
  FROM posts, generate_series(1, 3) seat WHERE thread_id = post_id ON CONFLICT DO NOTHING`;
