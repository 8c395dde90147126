import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newDraftKey } from './forms.ts';

const world = await newWorld();
const { maya, rosa, dana } = world.people;
const room = `/circles/${NIGHT_FEEDS}`;

const say = async (who: keyof People, body: string, more: Record<string, string> = {}) =>
  (await world.as(who).post(`${room}/posts`, { key: newDraftKey(), body, ...more })).location!.split(
    '#p-',
  )[1]!;
const reply = (who: keyof People, thread: string, body: string) =>
  world.as(who).post(`${room}/posts/${thread}/replies`, { key: newDraftKey(), body });
const block = (by: typeof maya, whom: typeof maya) =>
  world.owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    by.communityId,
    by.memberId,
    whom.memberId,
  ]);
const inRoom = async (who: keyof People) => (await world.as(who).get(room)).text;

beforeEach(() => world.owner.query('DELETE FROM blocks'));

test('in the circle she looks after, words of somebody she blocked are folded away, and hers to remove', async () => {
  await block(rosa, dana);
  const id = await say('dana', 'Buy my powder');
  const text = await inRoom('rosa');
  const post = text.slice(text.indexOf(`id="p-${id}"`)).split('</article>')[0]!;
  expect(post).toContain('From someone you do not see');
  expect(post.indexOf('Buy my powder')).toBeGreaterThan(post.indexOf('<details'));
  expect((await world.as('maya').get('/search?q=powder')).text).toContain('<mark>powder');
  expect((await world.as('rosa').get('/search?q=powder')).text).not.toContain('<mark>powder');
  expect(post).not.toContain('class="reaction"');
  expect(post).not.toContain('href="/members/');
  expect(post).toContain(`${room}/posts/${id}/takedown`);
  const away = await world.as('rosa').post(`${room}/posts/${id}/takedown`, { because: 'selling' });
  expect(away.status).toBe(303);
  expect(await inRoom('maya')).not.toContain('Buy my powder');
});

test('a folded reply is not put before her as the newest one', async () => {
  await block(rosa, dana);
  const thread = await say('maya', 'Who is awake?');
  await reply('rosa', thread, 'I am, always');
  await reply('dana', thread, 'Call this number');
  expect(await inRoom('rosa')).not.toContain('Call this number');
  expect(await inRoom('rosa')).toContain('I am, always');
  const page = (await world.as('rosa').get(`${room}/posts/${thread}`)).text;
  expect(page).toMatch(/<details class="content-note">[\s\S]*Call this number/);
});

test('who was blocked by a member learns nothing of it: there her words look like any', async () => {
  await block(dana, rosa);
  await say('dana', 'Plain as bread');
  const text = await inRoom('rosa');
  expect(text).toContain('Plain as bread');
  expect(text).not.toContain('From someone you do not see');
  await say('rosa', 'From the one with the keys');
  expect(await inRoom('dana')).not.toContain('From the one with the keys');
});

test('a plain member still neither sees nor removes what a block hides', async () => {
  await block(maya, dana);
  const id = await say('dana', 'Out of her sight');
  expect(await inRoom('maya')).not.toContain('Out of her sight');
  for (const way of ['removal', 'takedown'])
    expect((await world.as('maya').post(`${room}/posts/${id}/${way}`, { because: 'hurtful' })).status).toBe(
      404,
    );
});

test('an anonymous name she hid is folded as well', async () => {
  const id = await say('dana', 'Nobody says this', { anonymous: 'yes' });
  expect((await world.as('rosa').post(`/posts/${id}/hiding`)).status).toBe(303);
  expect(await inRoom('rosa')).toMatch(/From someone you do not see[\s\S]*Nobody says this/);
  await world.as('maya').post(`/posts/${id}/hiding`);
  expect(await inRoom('maya')).not.toContain('Nobody says this');
});

test('a number of replies is never said over a thread in which she would find none', async () => {
  const thread = await say('rosa', 'Soup at six');
  await reply('dana', thread, 'Coming');
  expect(await inRoom('maya')).toContain('One reply');
  await block(dana, maya);
  const text = await inRoom('maya');
  expect(text).toContain('Soup at six');
  expect(text.slice(text.indexOf(`id="p-${thread}"`)).split('</article>')[0]).not.toContain('One reply');
});

test('before she blocks, she reads what stays in sight where somebody looks after it', async () => {
  expect((await world.as('dana').get(`/members/${rosa.memberId}/block`)).text).toContain(
    'she can still read',
  );
  expect((await world.as('rosa').get(`/members/${dana.memberId}/block`)).text).toContain('folded away');
  const neither = (await world.as('dana').get(`/members/${maya.memberId}/block`)).text;
  expect(neither).not.toMatch(/she can still read|folded away/);
});
