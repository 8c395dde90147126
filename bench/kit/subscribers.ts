import type pg from 'pg';
import { NIGHT_FEEDS } from '../../test/kit/people.ts';
import type { Town } from './town.ts';

const POSTS = 3;

/** Members of one large circle who want a letter each morning, for whom it is noon, and whom nobody told of three posts. */
export async function bringSubscribersTo({ owner, people }: Town, count: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("SET session_replication_role = 'replica'"); // triggers would tell each of them of each other
    await client.query('UPDATE circles SET cap = NULL, member_count = $1', [count + 4]);
    for (const text of MOVING_IN)
      await client.query(
        text,
        [people.rosa.communityId, count, NIGHT_FEEDS, zone(), people.rosa.memberId, POSTS].slice(
          0,
          slots(text),
        ),
      );
    await client.query('VACUUM ANALYZE');
  } finally {
    client.release(true);
  }
}

/** How far the letters have come, by state. */
export async function letterStates(owner: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await owner.query('SELECT state, count(*)::int AS letters FROM letters GROUP BY 1');
  return Object.fromEntries(rows.map(({ state, letters }) => [state, letters]));
}

const slots = (text: string): number => Math.max(...[...text.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)));

// Where it is noon now.
function zone(): string {
  const west = new Date().getUTCHours() - 12;
  return `Etc/GMT${west < 0 ? west : `+${west}`}`;
}

const id = (kind: string, i = 'i') => `md5('${kind}' || ${i})::uuid`;
const MOVING_IN = [
  `INSERT INTO auth."user" (id, name, email, "emailVerified")
     SELECT 'digest-' || i, 'Reader ' || i, 'reader' || i || '@example.org', $1::uuid IS NOT NULL FROM generate_series(1, $2::int) i`,
  `INSERT INTO members (community_id, member_id, account_id, display_name, locale, time_zone)
     SELECT $1::uuid, ${id('reader')}, 'digest-' || i, 'Reader ' || i, (ARRAY['en', 'es'])[1 + i % 2], $4::text
     FROM generate_series(1, $2::int) i WHERE $3::uuid IS NOT NULL`,
  `INSERT INTO circle_members (community_id, circle_id, member_id)
     SELECT $1::uuid, $3::uuid, ${id('reader')} FROM generate_series(1, $2::int) i`,
  `INSERT INTO notification_settings (community_id, member_id, by_mail, content_free)
     SELECT $1::uuid, ${id('reader')}, true, false FROM generate_series(1, $2::int) i`,
  `INSERT INTO mail_choices (community_id, member_id, mode)
     SELECT $1::uuid, ${id('reader')}, 'daily' FROM generate_series(1, $2::int) i`,
  `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, created_at)
     SELECT $1::uuid, ${id('told')}, $3::uuid, ${id('told')}, $5::uuid, 'What helped us at night, part ' || i,
       now() - interval '2 days'
     FROM generate_series(1, $6::int) i WHERE $2::int > 0 AND $4::text <> ''`,
  `INSERT INTO notifications (community_id, member_id, kind, circle_id, post_id, created_at)
     SELECT $1::uuid, ${id('reader')}, 'conversation.post', $3::uuid, ${id('told', 'p')}, now() - interval '2 days'
     FROM generate_series(1, $2::int) i, generate_series(1, $6::int) p WHERE $4::text <> '' AND $5::uuid IS NOT NULL`,
];
