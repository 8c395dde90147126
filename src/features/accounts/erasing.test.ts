import { expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS, type Person } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const { owner, people } = world;

async function write(
  by: Person,
  body: string,
  { circle = NIGHT_FEEDS, thread = null as string | null } = {},
): Promise<string> {
  const { rows } = await owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body)
     SELECT $1, id, $2, coalesce($3, id), $4, $5 FROM gen_random_uuid() id RETURNING post_id`,
    [by.communityId, circle, thread, by.memberId, body],
  );
  return rows[0].post_id;
}

async function writeUnnamed(by: Person, body: string): Promise<string> {
  const { rows } = await owner.query(
    `WITH id AS (SELECT gen_random_uuid() AS id), made AS (
       INSERT INTO pseudonyms (community_id, pseudonym_id, thread_id, member_id, name)
       SELECT $1, gen_random_uuid(), id, $2, 'quiet-finch' FROM id RETURNING pseudonym_id, thread_id)
     INSERT INTO posts (community_id, post_id, circle_id, thread_id, pseudonym_id, pseudonym, body)
     SELECT $1, thread_id, $3, thread_id, pseudonym_id, 'quiet-finch', $4 FROM made RETURNING post_id`,
    [by.communityId, by.memberId, NIGHT_FEEDS, body],
  );
  return rows[0].post_id;
}

const postNow = async (id: string) =>
  (await owner.query('SELECT * FROM posts WHERE post_id = $1', [id])).rows[0];

const TOLD = [
  'listeners',
  'reply_offers',
  'thread_readers',
  'notifications',
  'notification_settings',
  'circle_notification_settings',
  'push_subscriptions',
  'push_deliveries',
];

test('the page says what will happen, and without the word nothing does', async () => {
  const page = await world.as('maya').get('/me/erasure');
  expect(page.text).toContain('The text of everything you wrote is removed');
  for (const word of ['', 'yes', 'eras', 'e\0rase']) {
    expect((await world.as('maya').post('/me/erasure', { word })).status).toBe(422);
  }
  expect((await world.as('maya').get('/me')).status).toBe(200);
});

test('erased, nothing of hers is left but the empty places that hold others’ replies', async () => {
  const { maya, dana } = people;
  const hers = await write(maya, 'my words');
  const reply = await write(dana, 'a reply to her', { thread: hers });
  const unnamed = await writeUnnamed(maya, 'my unnamed words');
  const left = await write(maya, 'in a circle I left', { circle: HIDDEN_CIRCLE });
  await owner.query(`INSERT INTO answers (community_id, member_id) VALUES ($1, $2)`, [
    maya.communityId,
    maya.memberId,
  ]);
  const session = await owner.query('SELECT id FROM auth.session WHERE "userId" = $1', [maya.accountId]);
  await owner.query(
    `INSERT INTO push_subscriptions (community_id, member_id, session_id, endpoint, p256dh, auth)
     VALUES ($1, $2, $3, 'https://push.example.org/hers', 'p', 'a')`,
    [maya.communityId, maya.memberId, session.rows[0].id],
  );
  await owner.query(
    'INSERT INTO circle_notification_settings (community_id, circle_id, member_id, watching) VALUES ($1, $2, $3, true)',
    [maya.communityId, NIGHT_FEEDS, maya.memberId],
  );
  await write(dana, 'told to her, who watches');
  const told = await owner.query('SELECT FROM push_deliveries WHERE member_id = $1', [maya.memberId]);
  expect(told.rowCount).toBeGreaterThan(0);
  const asked = await write(dana, 'who is up?');
  await owner.query(`UPDATE posts SET asks = 'emotional' WHERE post_id = $1`, [asked]);
  for (const table of [
    'listeners (community_id, member_id) VALUES ($1, $2)',
    `reply_offers (community_id, member_id, thread_id, asked_as, offered_at) VALUES ($1, $2, $3, 'listener', now())`,
    'thread_readers (community_id, member_id, thread_id) VALUES ($1, $2, $3)',
  ])
    await owner.query(
      `INSERT INTO ${table}`,
      [maya.communityId, maya.memberId, asked].slice(0, table.includes('$3') ? 3 : 2),
    );
  await owner.query(`UPDATE posts SET asks = 'practical' WHERE post_id = $1`, [unnamed]);
  const browser = world.as('maya');
  const done = await browser.post('/me/erasure', { word: ' Erase ' });
  expect([done.status, done.location]).toEqual([303, '/']);
  expect(done.headers.get('clear-site-data')).toBe('"cache", "storage"');

  for (const id of [hers, unnamed, left]) {
    expect(await postNow(id)).toMatchObject({
      body: '',
      author_id: null,
      pseudonym_id: null,
      pseudonym: null,
      removed_by: 'author',
    });
  }
  expect((await postNow(reply)).body).toBe('a reply to her');
  const waiting = await owner.query('SELECT thread_id FROM first_replies WHERE answered_at IS NULL');
  expect(waiting.rows).toEqual([{ thread_id: asked }]); // what she asked herself waits for nothing
  expect((await postNow(hers)).reply_count).toBe(1);
  for (const table of ['members', 'answers', 'circle_members', 'pseudonyms', 'reactions', ...TOLD]) {
    const { rowCount } = await owner.query(`SELECT FROM ${table} WHERE member_id = $1`, [maya.memberId]);
    expect(rowCount, table).toBe(0);
  }
  const { rows } = await owner.query(`SELECT id FROM auth."user" WHERE email = 'maya@example.org'`);
  expect(rows).toEqual([]);
  expect((await world.as('maya').get('/me')).location).toBe('/sign-in?next=%2Fme');
});

test('a member of two communities leaves one and keeps her account for the other', async () => {
  const { nora } = people;
  const home = people.vera.communityId;
  await owner.query(
    `INSERT INTO members (community_id, member_id, account_id, display_name) VALUES ($1, gen_random_uuid(), $2, 'N.')`,
    [home, nora.accountId],
  );
  expect((await world.as('nora').post('/me/erasure', { word: 'borrar' })).location).toBe('/');
  const { rows } = await owner.query('SELECT community_id FROM members WHERE account_id = $1', [
    nora.accountId,
  ]);
  expect(rows).toEqual([{ community_id: home }]);
  expect((await owner.query('SELECT FROM auth.session WHERE "userId" = $1', [nora.accountId])).rowCount).toBe(
    1,
  );
});

test('the only coordinator hands over before she leaves', async () => {
  const refused = await world.as('admin').post('/me/erasure', { word: 'erase' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('You are the only coordinator here');
  await owner.query(`UPDATE members SET role = 'coordinator' WHERE member_id = $1`, [people.mo.memberId]);
  expect((await world.as('admin').post('/me/erasure', { word: 'erase' })).location).toBe('/');
});

test('a circle whose facilitator leaves is handed on', async () => {
  await world.as('rosa').post('/me/erasure', { word: 'erase' });
  const { rows } = await owner.query(
    `SELECT member_id FROM circle_members WHERE circle_id = $1 AND role = 'facilitator'`,
    [NIGHT_FEEDS],
  );
  expect(rows).toHaveLength(1);
});
