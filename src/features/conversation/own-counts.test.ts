import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newDraftKey } from './forms.ts';

const world = await newWorld(); // Maya and Bea have blocked each other's sight
const { maya } = world.people;
const room = `/circles/${NIGHT_FEEDS}`;
const say = async (who: keyof typeof world.people, body: string, to = `${room}/posts`) =>
  decodeURIComponent((await world.as(who).post(to, { key: newDraftKey(), body })).location!).split('#p-')[1]!;
const answer = (who: keyof typeof world.people, thread: string, body: string) =>
  say(who, body, `${room}/posts/${thread}/replies`);
/** What the room says of a thread's answers. */
const said = async (who: keyof typeof world.people, thread: string) => {
  const page = (await world.as(who).get(room)).text;
  const post = page.split(`id="p-${thread}"`)[1]?.split(/id="p-|<\/section>/)[0] ?? 'not there';
  return /(\d+ replies|One reply|not there)/i.exec(post)?.[1] ?? 'nothing';
};

test('the number of answers is the number she can find, for whoever sees less', async () => {
  const thread = await say('dana', 'who is up');
  await answer('rosa', thread, 'me');
  await answer('bea', thread, 'me too, says Bea');
  await answer('rosa', thread, 'and still me');
  expect([await said('dana', thread), await said('rosa', thread)]).toEqual(['3 replies', '3 replies']);
  expect(await said('maya', thread)).toBe('2 replies');
  await world.owner.query('INSERT INTO mutes (community_id, member_id, muted_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    maya.memberId,
    world.people.rosa.memberId,
  ]);
  expect(await said('maya', thread)).toBe('nothing');
  await world.owner.query('DELETE FROM mutes');
});

test('a place kept for answers that she cannot see is not there for her', async () => {
  const thread = await say('dana', 'taken back soon');
  await answer('bea', thread, 'only Bea answered');
  await world.as('dana').post(`${room}/posts/${thread}/removal`);
  expect(await said('rosa', thread)).toMatch(/one reply/i);
  expect(await said('maya', thread)).toBe('not there');
});

test('from the middle of a conversation the way to its start is shown where she can see one', async () => {
  const thread = await say('dana', 'a long one');
  await answer('bea', thread, 'first, by Bea');
  const middle = await answer('rosa', thread, 'second');
  const last = await answer('dana', thread, 'third');
  const at = async (who: keyof typeof world.people, id: string) =>
    (await world.as(who).get(`${room}/posts/${thread}?at=${id}`)).text.includes('From the beginning');
  expect([await at('dana', middle), await at('maya', middle)]).toEqual([true, false]);
  expect(await at('maya', last)).toBe(true);
});
