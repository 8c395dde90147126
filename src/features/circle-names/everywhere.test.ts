import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat } from '../circles/a-circle.fixture.ts';
import { cohortAged } from '../cohorts/a-change.fixture.ts';

const world = await newWorld();
const { maya, rosa, dana } = world.people;
// What the table keeps is never shown: it may be in another language, and it does not grow.
const KEPT = 'Qqkept';
const cohort = await aCircle(world, rosa, { ...cohortAged(4), name: KEPT });
await seat(world, cohort, maya);
await world.owner.query(
  'INSERT INTO circle_members (community_id, circle_id, member_id, greeter_id) VALUES ($1, $2, $3, $4)',
  [dana.communityId, cohort, dana.memberId, rosa.memberId],
);
await world.as('maya').post('/me/notifications', { mail: 'instant', watching: cohort });
await world.as('rosa').post(`/circles/${cohort}/posts`, { body: 'a lantern of ours' });
const post = (await world.owner.query('SELECT post_id FROM posts WHERE body LIKE $1', ['a lantern%'])).rows[0]
  .post_id as string;
await world.as('maya').post('/reports/new', { kind: 'post', id: post, reason: 'other' });
await world.as('maya').post('/reports/new', { kind: 'circle', id: cohort, reason: 'other' });
await world
  .as('rosa')
  .post(`/circles/${cohort}/people/${maya.memberId}/mute`, { why: 'for a day', days: '1' });
const decided = (await world.owner.query(`SELECT case_id FROM cases WHERE decision = 'mute'`)).rows[0]
  .case_id as string;

test.each([
  ['maya', '/notifications'],
  ['maya', '/me/notifications'],
  ['maya', '/search?q=lantern'],
  ['maya', `/search?in=${cohort}&q=lantern`],
  ['maya', '/search?kind=circles&q=babies'],
  ['maya', `/circles/${cohort}/shelf`],
  ['maya', `/members/${rosa.memberId}`],
  ['maya', `/reports/new?kind=circle&id=${cohort}`],
  ['maya', '/me/reports'],
  ['maya', '/me/decisions'],
  ['maya', `/me/decisions/${decided}`],
  ['maya', '/me/export/page'],
  ['maya', '/me/export'],
  ['rosa', '/circles'],
  ['rosa', '/me/export/page'],
  ['rosa', `/circles/${cohort}/settings/care`],
  ['mo', '/moderation'],
] as const)('%s reads at %s what a cohort is called today', async (who, path) => {
  const { text } = await world.as(who).get(path);
  expect(text).not.toContain(KEPT);
  expect(text).toContain('Babies of');
});

test('a letter says it in the language of whoever gets it', async () => {
  await world.owner.query(`UPDATE members SET locale = 'es' WHERE member_id = $1`, [maya.memberId]);
  await world.owner.query('UPDATE notification_settings SET content_free = false');
  const her = world.as('maya');
  her.cookies.set('lang', 'es');
  expect((await her.get('/notifications')).text).toContain('Bebés de');
  expect((await her.get('/search?kind=circles&q=bebes')).text).toContain('Bebés de');
});
