import { beforeEach, describe, expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { answer, ask, clearAsks, climb, later, listens, rowOf, toldOf } from './asking.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const room = `/circles/${NIGHT_FEEDS}`;
const seat = (name: keyof People) =>
  owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [people[name].communityId, NIGHT_FEEDS, people[name].memberId],
  );
const tellsUs = (name: keyof People, columns: Record<string, string>) =>
  owner.query(
    `INSERT INTO answers (community_id, member_id, ${Object.keys(columns)}) VALUES ($1, $2, ${Object.keys(columns).map((_, i) => `$${i + 3}`)})
     ON CONFLICT (community_id, member_id) DO UPDATE SET ${Object.keys(columns).map((column, i) => `${column} = $${i + 3}`)}`,
    [people[name].communityId, people[name].memberId, ...Object.values(columns)],
  );

beforeEach(async () => {
  await clearAsks(world);
  await owner.query('DELETE FROM answers; DELETE FROM notification_settings');
});

test('an unanswered post climbs: members, those who listen, those who look after the circle, the coordinator', async () => {
  await listens(world, 'dana');
  const thread = await ask(world, 'maya');
  await climb(world, later(2.9));
  expect(await toldOf(world, thread)).toEqual([]);
  await climb(world, later(3.1));
  expect(await toldOf(world, thread)).toEqual(['dana first-reply.asked']);
  expect((await world.as('dana').get('/notifications')).text).toContain(
    'Maya would be glad of a word in Night Feeds, Lakeview. Can you look in?',
  );
  expect((await world.as('maya').get(`${room}/posts/${thread}`)).text).toContain(
    'Dana has been asked to look in.',
  );
  await climb(world, later(6.1));
  expect(await toldOf(world, thread)).toEqual(['dana first-reply.asked', 'rosa first-reply.facilitators']);
  expect((await world.as('maya').get(room)).text).toContain(
    'Rosa, who looks after this circle, has been told.',
  );
  await climb(world, later(12.1));
  expect(await toldOf(world, null)).toEqual(['admin first-reply.late']);
  const told = (await world.as('admin').get('/notifications')).text;
  expect(told).toContain('A post has waited longer than promised');
  expect(told).not.toMatch(/Maya|Night Feeds|wakes/);
  await climb(world, later(24));
  expect((await toldOf(world, thread)).length + (await toldOf(world, null)).length).toBe(3);
});

test('nobody who lost a child is asked into a cohort, nor whoever left one without a word', async () => {
  await listens(world, 'dana', 'bea');
  const told = await owner.query(
    'SELECT stages, topics, age_from_months AS a, age_to_months AS b FROM circles',
  );
  await owner.query(
    `UPDATE circles SET stages = '{}', topics = '{}', age_from_months = NULL, age_to_months = NULL,
       born_from = to_char(now() - interval '5 months', 'YYYY-MM'), born_to = to_char(now() - interval '4 months', 'YYYY-MM')
     WHERE circle_id = $1`,
    [NIGHT_FEEDS],
  );
  await tellsUs('dana', { stages: '[{"kind":"loss"}]' });
  await tellsUs('bea', { stages: '[{"kind":"baby"}]', milestones_ended_at: new Date().toISOString() });
  const spared = await ask(world, 'rosa');
  await climb(world, later(3.1));
  expect(await toldOf(world, spared)).toEqual([]);
  await owner.query('DELETE FROM answers');
  const thread = await ask(world, 'rosa');
  await climb(world, later(3.1));
  expect(await toldOf(world, thread)).toEqual(['bea first-reply.asked', 'dana first-reply.asked']);
  const { stages, topics, a, b } = told.rows[0];
  await owner.query(
    `UPDATE circles SET stages = $2, topics = $3, age_from_months = $4, age_to_months = $5, born_from = NULL, born_to = NULL
     WHERE circle_id = $1`,
    [NIGHT_FEEDS, stages, topics, a, b],
  );
});

test('the community’s own promise sets the pace', async () => {
  await owner.query('UPDATE communities SET first_reply_hours = 2');
  const thread = await ask(world, 'maya');
  await owner.query('UPDATE communities SET first_reply_hours = 12');
  await climb(world, later(1.1));
  expect(await rowOf(world, thread)).toMatchObject({ step: 'facilitators' });
});

test('answered, it climbs no further', async () => {
  await listens(world, 'dana');
  const thread = await ask(world, 'maya');
  await answer(world, 'rosa', thread);
  await climb(world, later(20));
  expect(await toldOf(world, thread)).toEqual([]);
});

describe('who is asked', () => {
  test('nobody who did not offer, who rests, or who took it back', async () => {
    await listens(world, 'dana');
    await world.as('dana').post('/me/listening', { listening: 'weeks' });
    const thread = await ask(world, 'maya');
    await climb(world, later(3.1));
    await world.as('dana').post('/me/listening', { listening: 'no' });
    await climb(world, later(4));
    expect(await toldOf(world, thread)).toEqual([]);
  });

  test('nobody in her quiet hours; when they end, it is tried again', async () => {
    await listens(world, 'dana');
    const hour = (at: Date) =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone: 'America/Chicago',
        hour: '2-digit',
        minute: '2-digit',
      }).format(at);
    await owner.query(
      `INSERT INTO notification_settings (community_id, member_id, quiet_from, quiet_to) VALUES ($1, $2, $3, $4)`,
      [people.dana.communityId, people.dana.memberId, hour(later(2.5)), hour(later(3.5))],
    );
    const thread = await ask(world, 'maya');
    await climb(world, later(3.1));
    expect(await toldOf(world, thread)).toEqual([]);
    await climb(world, later(3.7));
    expect(await toldOf(world, thread)).toEqual(['dana first-reply.asked']);
  });

  test('nobody across a block, either way, also when the one who asks is not named', async () => {
    await listens(world, 'bea', 'dana');
    const [named, unnamed] = [await ask(world, 'maya'), await ask(world, 'maya', { unnamed: 'quiet-heron' })];
    await climb(world, later(3.1));
    expect([...(await toldOf(world, named)), ...(await toldOf(world, unnamed))]).toEqual([
      'dana first-reply.asked', // for one of the two: nobody is asked twice in three days
    ]);
  });

  test('nobody again within three days', async () => {
    await listens(world, 'dana');
    const first = await ask(world, 'maya');
    await climb(world, later(3.1));
    const second = await ask(world, 'rosa');
    await climb(world, later(5.5));
    expect(await toldOf(world, first)).toContain('dana first-reply.asked');
    expect(await toldOf(world, second)).toEqual([]);
  });

  test('no grieving mother into a circle about babies, whether she listens or looks after it', async () => {
    await listens(world, 'dana');
    await tellsUs('dana', { stages: '[{"kind":"loss"}]' });
    await tellsUs('rosa', { stages: '[{"kind":"loss"}]' });
    const thread = await ask(world, 'maya');
    await climb(world, later(6.1));
    expect(await toldOf(world, thread)).toEqual([]);
    expect(await toldOf(world, null)).toEqual(['admin first-reply.late']); // nobody else was there: it goes on at once
  });

  test('who has been there comes before who has not; two or three at once', async () => {
    for (const name of ['vera', 'mo', 'admin'] as const) await seat(name);
    await listens(world, 'dana', 'vera', 'mo', 'admin');
    await tellsUs('maya', { topics: '{sleep}' });
    for (const name of ['vera', 'mo', 'admin'] as const) await tellsUs(name, { topics: '{sleep}' });
    await tellsUs('dana', { topics: '{money}' });
    const thread = await ask(world, 'maya');
    await climb(world, later(3.1));
    expect(await toldOf(world, thread)).toEqual(
      ['admin', 'mo', 'vera'].map((name) => `${name} first-reply.asked`),
    );
    await owner.query('DELETE FROM circle_members WHERE member_id = ANY ($1)', [
      [people.vera, people.mo, people.admin].map(({ memberId }) => memberId),
    ]);
  });
});

test('"not now" is told to nobody, and the next one is asked', async () => {
  await seat('vera');
  await listens(world, 'dana');
  const thread = await ask(world, 'maya');
  await climb(world, later(3.1));
  await listens(world, 'vera');
  expect((await world.as('dana').get(`${room}/posts/${thread}`)).text).toContain('Not now');
  const answered = await world.as('dana').post(`${room}/posts/${thread}/not-now`);
  expect(answered.location).toBe(room);
  expect((await world.as('dana').post(`${room}/posts/${thread}/not-now`)).status).toBe(404);
  await climb(world, later(3.2));
  expect(await toldOf(world, thread)).toEqual(['dana first-reply.asked', 'vera first-reply.asked']);
  expect((await world.as('maya').get(`${room}/posts/${thread}`)).text).toContain(
    'Dana and Vera have been asked to look in.',
  );
});

test('two servers at once: one step, told once', async () => {
  await listens(world, 'dana');
  const threads = [await ask(world, 'maya'), await ask(world, 'rosa'), await ask(world, 'maya')];
  await Promise.all([1, 2, 3].map(() => climb(world, later(3.1))));
  const told = (await Promise.all(threads.map((thread) => toldOf(world, thread)))).flat();
  expect(told).toEqual(['dana first-reply.asked']);
  for (const thread of threads) expect(await rowOf(world, thread)).toMatchObject({ step: 'listeners' });
});

test('cut off in the middle, nothing is half done; begun again, nothing is lost', async () => {
  await listens(world, 'dana');
  const thread = await ask(world, 'maya');
  await owner.query(
    `ALTER TABLE notifications ADD CONSTRAINT cut CHECK (kind <> 'first-reply.asked') NOT VALID`,
  );
  await expect(climb(world, later(3.1))).rejects.toThrow(/cut/);
  expect(await rowOf(world, thread)).toMatchObject({ step: 'members' });
  expect((await owner.query('SELECT FROM reply_offers')).rowCount).toBe(0);
  await owner.query('ALTER TABLE notifications DROP CONSTRAINT cut');
  await climb(world, later(3.1));
  expect(await toldOf(world, thread)).toEqual(['dana first-reply.asked']);
});

test('unnamed, she is asked for by her pseudonym alone, and is told all the same', async () => {
  await listens(world, 'dana');
  const thread = await ask(world, 'maya', { unnamed: 'quiet-heron' });
  await climb(world, later(3.1));
  const told = (await world.as('dana').get('/notifications')).text;
  expect(told).toContain('Quiet Heron would be glad of a word');
  expect(told).not.toContain('Maya');
  expect((await world.as('maya').get(`${room}/posts/${thread}`)).text).toContain('Dana has been asked');
  expect((await world.as('rosa').get(`${room}/posts/${thread}`)).text).not.toContain('Dana has been asked');
});
