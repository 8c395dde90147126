import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { CHEERFUL, tell, wordsOf } from '../onboarding/telling.fixture.ts';
import { aCircle, seat, seats } from './a-circle.fixture.ts';

const world = await newWorld();
const { maya, rosa, bea } = world.people;
const maybe = { weekday: 3, start_time: '19:00', minutes: 60, every_weeks: 1 };
const forLoss = await aCircle(world, rosa, {
  name: 'Evening Light',
  topics: ['loss'],
  stages: ['expecting'],
  ...maybe,
});
const forAnyone = await aCircle(world, rosa, { name: 'Tea and Company', topics: ['low-mood'], ...maybe });
for (const id of [forLoss, forAnyone]) await seat(world, id, maya);

const UNASKED = ['/ask', '/ask/listen', '/calendar', '/circles', '/plan'];
const inside = async (id: string) => (await seats(world, id)).some((one) => one.member_id === maya.memberId);

beforeEach(async () => {
  await world.owner.query('DELETE FROM answers');
  if (!(await inside(NIGHT_FEEDS))) await seat(world, NIGHT_FEEDS, maya);
});

test('after a loss her circles about babies are on no page she did not ask for; the others are', async () => {
  const her = world.as('maya');
  expect((await her.get('/calendar')).text).toContain('Night Feeds');
  await tell(her, 1, { stages: 'loss' });
  for (const path of UNASKED) {
    const { text } = await her.get(path);
    expect(text, path).not.toContain('Night Feeds');
    // What a search may ask for is a list of all there is.
    expect(wordsOf(text.replace(/<option[\s\S]*?<\/option>/g, '')), path).not.toMatch(CHEERFUL);
    expect(text, path).not.toContain('My child');
  }
  for (const path of ['/ask/listen', '/calendar', '/circles']) {
    const { text } = await her.get(path);
    expect(text, path).toContain('Evening Light');
    expect(text, path).toContain('Tea and Company');
  }
  expect((await her.get(`/circles/${NIGHT_FEEDS}`)).status, 'her place is kept').toBe(200);
});

test('nor are newcomers there for her to greet', async () => {
  await world.owner.query('UPDATE circle_members SET greeter_id = $1 WHERE member_id = $2', [
    maya.memberId,
    bea.memberId,
  ]);
  await world.owner.query('DELETE FROM blocks');
  expect((await world.as('maya').get('/circles')).text).toContain('Bea');
  await tell(world.as('maya'), 1, { stages: 'loss' });
  expect((await world.as('maya').get('/circles')).text).not.toContain('Bea');
});

test.each(['en', 'es'])(
  'she is offered one quiet way out, when she says so and not again (%s)',
  async (lang) => {
    const her = world.as('maya');
    her.cookies.set('lang', lang);
    const offered = await tell(her, 1, { stages: 'loss' });
    expect(offered).toBe('/circles/aside?next=%2Fwelcome%2F2');
    expect(await tell(her, 1, { stages: 'loss' })).toBe('/welcome/2');
    const { text } = await her.get(offered!);
    const sight = wordsOf(text.replace(/<details[\s\S]*<\/details>/, ''));
    expect(sight).not.toContain('Night Feeds');
    expect(sight).not.toMatch(CHEERFUL);
    expect(sight).not.toContain('?');
    const answer = await her.post('/circles/aside/departure', { next: '/welcome/2' });
    expect(answer.location).toBe('/welcome/2');
    expect(await inside(NIGHT_FEEDS)).toBe(false);
    expect(await inside(forLoss)).toBe(true);
    expect(await inside(forAnyone)).toBe(true);
    expect((await her.get('/circles/aside?next=/plan')).location).toBe('/plan');
  },
);

test('it leaves nobody’s circles but her own, and leads nowhere but here', async () => {
  await tell(world.as('maya'), 1, { stages: 'loss' });
  const before = (await seats(world, NIGHT_FEEDS)).length;
  const answer = await world.as('maya').post('/circles/aside/departure', { next: '//evil.example' });
  expect(answer.location).toBe('/circles');
  expect((await seats(world, NIGHT_FEEDS)).length).toBe(before - 1);
});

test.each([
  ['a baby as well', { stages: ['baby', 'loss'] }],
  ['a baby alone', { stages: 'baby' }],
])('who told of %s keeps all her circles in view, and cannot leave them by that way', async (_, told) => {
  const her = world.as('maya');
  const led = (await tell(her, 1, told))!;
  expect(led.startsWith('/circles/aside') ? (await her.get(led)).location : led).toBe('/welcome/2');
  expect((await her.get('/calendar')).text).toContain('Night Feeds');
  await her.post('/circles/aside/departure');
  expect(await inside(NIGHT_FEEDS)).toBe(true);
});

test('beside a child who lives only what speaks of the one she lost is set aside, and nothing is told of it', async () => {
  const her = world.as('maya');
  const window = { born_from: '2027-03', born_to: '2027-05', own_name: true };
  const waiting = await aCircle(world, rosa, { name: 'Waiting together', ...window });
  const walkers = await aCircle(world, rosa, { name: 'First steps', stages: ['toddler'] });
  for (const id of [waiting, walkers]) await seat(world, id, maya);
  await world.owner.query(
    `INSERT INTO notifications (community_id, member_id, kind, circle_id) VALUES ($1, $2, 'circles.neighbours', $3)`,
    [maya.communityId, maya.memberId, waiting],
  );
  await tell(her, 1, { stages: ['expecting', 'toddler'] });
  expect((await her.get('/notifications')).text).toContain('Waiting together');
  const offered = await tell(her, 1, { stages: ['toddler', 'loss'] });
  expect(offered).toContain('/circles/aside');
  for (const path of ['/circles', '/ask', '/notifications']) {
    expect((await her.get(path)).text, path).not.toContain('Waiting together');
  }
  expect((await her.get('/circles')).text).toContain('First steps');
  await her.post('/circles/aside/departure', { next: '/plan' });
  expect([await inside(waiting), await inside(walkers)]).toEqual([false, true]);
});

test('what she left does not come back when she no longer says why', async () => {
  const her = world.as('maya');
  await tell(her, 1, { stages: 'loss' });
  await tell(her, 1, { stages: 'unsaid' });
  const { rows } = await world.owner.query('SELECT milestones_ended_at FROM answers');
  expect(rows[0].milestones_ended_at).toBeInstanceOf(Date);
  expect((await her.get('/circles')).text).not.toContain('Night Feeds');
});

test('a first mention among what would help counts as well', async () => {
  expect(await tell(world.as('maya'), 3, { topics: 'loss' })).toContain('/circles/aside');
});
