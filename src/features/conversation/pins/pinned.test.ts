import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../../test/kit/people.ts';
import { newWorld } from '../../../../test/kit/world.ts';
import { newDraftKey } from '../forms.ts';

const world = await newWorld();
const room = `/circles/${NIGHT_FEEDS}`;
type Who = keyof typeof world.people;
const say = async (body: string, more: Record<string, string> = {}) => {
  const key = newDraftKey();
  await world.as('maya').post(`${room}/posts`, { key, body, ...more });
  return key;
};
const pin = (who: Who, id: string, pinned = true) =>
  world.as(who).post(`${room}/posts/${id}/pin`, pinned ? { pinned: 'yes' } : {});
const strip = async (who: Who = 'dana') =>
  (await world.as(who).get(room)).text.match(/<section class="pinned".*?<\/section>/s)?.[0] ?? '';
const counted = async () =>
  (await world.owner.query('SELECT pinned_count FROM circles WHERE circle_id = $1', [NIGHT_FEEDS])).rows[0]
    .pinned_count;

test('a facilitator pins up to three threads, which everybody in the room sees first', async () => {
  const ids = [
    await say('How we do things\nand more'),
    await say('two'),
    await say('three'),
    await say('four', { note: 'a birth' }),
  ];
  expect(await strip()).toBe('');
  expect((await pin('maya', ids[0]!)).status).toBe(404);
  for (const id of ids.slice(0, 3)) expect((await pin('rosa', id)).status).toBe(303);
  expect((await pin('rosa', ids[3]!)).status).toBe(409);
  expect((await pin('rosa', ids[0]!)).status).toBe(303); // pinned already: nothing happens
  expect(await counted()).toBe(3);
  expect(await strip()).toContain('How we do things…');
  expect(await strip('bea')).not.toContain('How we do things'); // she and Maya do not see each other
  expect((await pin('rosa', ids[1]!, false)).status).toBe(303);
  expect((await pin('rosa', ids[3]!)).status).toBe(303);
  expect(await strip()).toContain('a birth');
  expect(await strip()).not.toContain('four');
});

test('what is removed is pinned no longer, and makes room', async () => {
  const { rows } = await world.owner.query(
    'SELECT post_id FROM posts WHERE pinned_at IS NOT NULL ORDER BY pinned_at',
  );
  await world.as('maya').post(`${room}/posts/${rows[0].post_id}/removal`); // unanswered: the row goes
  expect(await counted()).toBe(2);
  await world.as('rosa').post(`${room}/posts/${rows[1].post_id}/takedown`, { because: 'hurtful' }); // its place stays
  expect(await counted()).toBe(1);
  await world.as('maya').post('/me/erasure', { word: 'erase' });
  expect(await counted()).toBe(0);
});
