import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const { owner } = world;
const THREAD = /#p-([0-9a-f-]{36})/;
const say = async (name: keyof People, path: string, body: string) =>
  THREAD.exec(
    (await world.as(name).post(`/circles/${NIGHT_FEEDS}/posts${path}`, { body })).location ?? '',
  )![1]!;

const MARK = 'class="bell-mark"';
const inbox = async (name: keyof People) => (await world.as(name).get('/notifications')).text;
const newsIn = (html: string) => /<ul class="news">(.*?)<\/ul>/s.exec(html)?.[1] ?? '';
const lines = (html: string) =>
  [
    ...newsIn(html).matchAll(/<li[^>]*><a href="([^"]*)">(?:<span class="unseen">New: <\/span>)?([^<]*)</g),
  ].map(([, path, words]) => ({ path: path!.replaceAll('&amp;', '&'), words }));

let thread: string;
beforeEach(async () => {
  await owner.query('DELETE FROM posts');
  thread = await say('maya', '', `Anyone awake? ${Math.random()}`);
});

test('nothing new is said kindly, and no light is lit', async () => {
  const page = await inbox('maya');
  expect(page).toContain('Nothing new');
  expect(page).not.toContain(MARK);
});

test('several replies are one line that leads to the first unseen; opening it puts out the light', async () => {
  const first = await say('dana', `/${thread}/replies`, 'I am.');
  await say('rosa', `/${thread}/replies`, 'So am I.');
  expect((await world.as('maya').get('/plan')).text).toContain(MARK);
  const page = await inbox('maya');
  expect(lines(page)).toEqual([
    {
      path: `/circles/${NIGHT_FEEDS}/posts/${thread}?at=${first}#p-${first}`,
      words: 'Rosa and Dana replied to you in Night Feeds, Lakeview',
    },
  ]);
  expect(page).toContain('It begins: Anyone awake?');
  expect(page).toContain('Mark all as seen');
  // The circle is not the thread: nothing is seen by opening it.
  expect((await world.as('maya').get(`/circles/${NIGHT_FEEDS}`)).text).toContain(MARK);
  const opened = await world.as('maya').get(`/circles/${NIGHT_FEEDS}/posts/${thread}?at=${first}`);
  expect(opened.status).toBe(200);
  expect(opened.text).not.toContain(MARK);
  const after = await inbox('maya');
  expect(after).not.toContain('Mark all as seen');
  expect(lines(after)).toHaveLength(1);
});

test('a picture, or what a browser fetches ahead, is not a page she opened', async () => {
  await say('dana', `/${thread}/replies`, 'I am.');
  const path = `/circles/${NIGHT_FEEDS}/posts/${thread}`;
  await world.as('maya').get(path, { accept: 'image/avif,*/*' });
  await world.as('maya').get(path, { accept: 'text/html', 'sec-purpose': 'prefetch' });
  expect((await world.as('maya').get('/plan')).text).toContain(MARK);
});

test('all are marked as seen at once, what she may no longer read as well', async () => {
  await say('dana', `/${thread}/replies`, 'I am.');
  const other = await say('maya', '', 'Another thread');
  await say('rosa', `/${other}/replies`, 'Yes.');
  // Dana and Maya part: her reply is told no more, and no light burns for it.
  await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    world.people.maya.communityId,
    world.people.dana.memberId,
    world.people.maya.memberId,
  ]);
  expect(lines(await inbox('maya')).map(({ words }) => words)).toEqual([
    'Rosa replied to you in Night Feeds, Lakeview',
  ]);
  const done = await world.as('maya').post('/notifications/seen');
  expect([done.status, done.location]).toEqual([303, '/notifications']);
  expect((await world.as('maya').get('/plan')).text).not.toContain(MARK);
  const { rows } = await owner.query('SELECT FROM notifications WHERE seen_at IS NULL');
  expect(rows).toEqual([]);
  await owner.query('DELETE FROM blocks WHERE blocker_id = $1', [world.people.dana.memberId]);
});

test('a content note is shown in place of what it covers', async () => {
  await owner.query(`UPDATE posts SET body = 'the covered words', content_note = 'birth, in detail'`);
  await say('dana', `/${thread}/replies`, 'I am.');
  const page = await inbox('maya');
  expect(page).toContain('It begins: birth, in detail');
  expect(page).not.toContain('covered words');
});
