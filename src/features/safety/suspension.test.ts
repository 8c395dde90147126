import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { inWorld, room } from './a-report.fixture.ts';

const world = await newWorld();
const { dana, rosa, admin } = world.people;
const { say, tell, caseOn, reported, decide } = inWorld(world);
const see = (who: typeof dana, table: string) =>
  world.parts.db.read(who, (tx) => tx.hot<Record<string, unknown>>(`SELECT * FROM ${table}`, []));

test('suspended, she reads helplines, her data, why, and her appeal; nothing else, in the database either', async () => {
  await world.as('dana').get('/plan');
  const { id } = await reported('dana', 'the last straw', { anonymous: 'yes' });
  expect((await decide('mo', id, 'suspend')).status).toBe(422); // says until when
  await decide('mo', id, 'suspend', { days: '7' });
  for (const path of [
    '/plan',
    '/circles',
    room,
    '/me',
    `/members/${rosa.memberId}`,
    '/reports/new?kind=circle&id=x',
    '/moderation',
  ])
    expect([path, (await world.as('dana').get(path)).location]).toEqual([path, '/me/decisions']);
  for (const path of [
    '/me/decisions',
    `/me/decisions/${id}`,
    '/me/export',
    '/me/export/page',
    '/me/erasure',
    '/help-now',
    '/guides/danger',
    '/guides/charter',
  ])
    expect([path, (await world.as('dana').get(path)).status]).toEqual([path, 200]);
  expect(
    (await world.as('dana').post(`${room}/posts`, { key: crypto.randomUUID(), body: 'hm' })).status,
  ).toBe(403);
  expect((await world.as('dana').get('/me/decisions')).text).toContain('You do not take part here until');
  for (const table of ['posts', 'circles', 'mentor_offers', 'services', 'organisations'])
    expect(await see(dana, table), table).toEqual([]);
  expect((await see(dana, 'members')).map((m) => m.member_id)).toEqual([dana.memberId]);
  expect((await see(dana, 'circle_members')).map((m) => m.member_id)).toEqual([dana.memberId]);
  const write = (text: string, values: unknown[]) => world.parts.db.write(dana, (tx) => tx.hot(text, values));
  await expect(
    write(
      'INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body) VALUES ($1, $2, $3, $2, $4, $5)',
      [dana.communityId, crypto.randomUUID(), NIGHT_FEEDS, dana.memberId, 'x'],
    ),
  ).rejects.toThrow();
  await expect(
    write(
      `INSERT INTO reports (community_id, report_id, reporter_id, subject_kind, subject_id, reason) VALUES ($1, $2, $3, 'member', $2, 'other')`,
      [dana.communityId, crypto.randomUUID(), dana.memberId],
    ),
  ).rejects.toThrow(/row-level security/);
  await world.owner.query(`UPDATE circles SET joining = 'open'`);
  await world.owner.query('DELETE FROM circle_members WHERE member_id = $1', [dana.memberId]);
  await expect(write('SELECT access.enter_circle($1, NULL)', [NIGHT_FEEDS])).rejects.toThrow(/suspended/);
  const everything = JSON.parse((await world.as('dana').get('/me/export')).text);
  expect(everything.decisions[0]).toMatchObject({ decision: 'suspend', reason: 'Because of the charter.' });
  expect(everything.pauses).toHaveLength(1);
  // Granted, it ends at once.
  await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'Please look again' });
  await world
    .as('admin')
    .post(`/moderation/${id}/hearing`, { finding: 'overturn', answer: 'We were wrong.' });
  expect((await world.as('dana').get('/circles')).status).toBe(200);
});

test('a suspension ends by itself', async () => {
  const post = await say('bea', 'short pause');
  await tell('rosa', 'post', post);
  const id = await caseOn(post);
  await decide('mo', id, 'suspend', { days: '1' });
  expect((await world.as('bea').get('/circles')).location).toBe('/me/decisions');
  await world.owner.query(`UPDATE sanctions SET until = now() - interval '1 second'`);
  expect((await world.as('bea').get('/circles')).status).toBe(200);
});

test('a moderator loses her keys while suspended; a coordinator keeps the house’s', async () => {
  for (const [who, path, then] of [
    ['mo', '/moderation', '/me/decisions'],
    ['admin', '/circles', '/me/decisions'],
  ] as const) {
    await world.owner.query(
      `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until)
       VALUES ($1, gen_random_uuid(), 'suspension', $2, 'x', now() + interval '1 day')`,
      [admin.communityId, world.people[who].memberId],
    );
    expect((await world.as(who).get(path)).location).toBe(then);
    expect(await see(world.people[who], 'cases')).toEqual([]);
  }
  expect((await world.as('admin').get('/community')).status).toBe(200);
  await world.owner.query('DELETE FROM sanctions');
});

test('erased, nothing of her words is left in cases or reports; that something was decided stays, without her', async () => {
  await world.owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [dana.communityId, NIGHT_FEEDS, dana.memberId],
  );
  const { id } = await reported('dana', 'words to be forgotten');
  const nameless = await reported('dana', 'nameless words to be forgotten', { anonymous: 'yes' }).catch(
    () => null,
  );
  const heavy = await say('dana', 'I want to die tonight');
  await world
    .as('rosa')
    .post(`${room}/posts/${heavy}/replies`, { key: crypto.randomUUID(), body: 'Call me' });
  await decide('mo', id, 'warn');
  await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'an appeal to be forgotten' });
  expect((await world.as('dana').post('/me/erasure', { word: 'erase' })).location).toBe('/');
  const { rows } = await world.owner.query(
    `SELECT (SELECT json_agg(c) FROM cases c)::text || (SELECT json_agg(r) FROM reports r)::text
       || (SELECT json_agg(a) FROM appeals a)::text || (SELECT json_agg(l) FROM case_log l)::text
       || (SELECT json_agg(f) FROM flags f)::text AS all`,
  );
  for (const gone of ['to be forgotten', 'want to die', dana.memberId, '"Dana"'])
    expect(rows[0].all).not.toContain(gone);
  expect(nameless).not.toBeNull();
  expect((await world.owner.query('SELECT decision FROM cases WHERE case_id = $1', [id])).rows).toEqual([
    { decision: 'warn' },
  ]);
  // A moderator goes too: her acts stay in the log, her name does not.
  await world.as('mo').post('/me/erasure', { word: 'erase' });
  const left = await world.owner.query(
    `SELECT actor_id FROM case_log WHERE case_id = $1 AND act = 'decided-warn'`,
    [id],
  );
  expect(left.rows).toEqual([{ actor_id: null }]);
});
