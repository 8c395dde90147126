import { beforeEach, describe, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { answer, ask, clearAsks, climb, later, listens, rowOf } from './asking.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const room = `/circles/${NIGHT_FEEDS}`;
const WAITING = 'Waiting for a first word';
const page = async (who: 'maya' | 'dana' | 'rosa' | 'bea', path = room) =>
  (await world.as(who).get(path)).text;

beforeEach(() => clearAsks(world));

describe('what waits', () => {
  test('stands first in the circle and beside its name, until somebody answers', async () => {
    const thread = await ask(world, 'maya', { body: 'Is *this* normal?' });
    const text = await page('dana');
    expect(text).toContain(WAITING);
    expect(text).toContain('Maya asks to be heard');
    expect(text).toContain('Is this normal?');
    expect(text.indexOf(WAITING)).toBeLessThan(text.indexOf('id="posts"'));
    expect(await page('dana', '/circles')).toContain('One waits for a first word');
    expect(await page('maya', '/circles')).not.toContain('waits for a first word');
    await world
      .as('dana')
      .post(`${room}/posts/${thread}/replies`, { body: 'It is.', key: crypto.randomUUID() });
    expect(await page('rosa')).not.toContain(WAITING);
    expect(await page('dana', '/circles')).not.toContain('waits for a first word');
  });

  test('what asks for nothing waits for nothing', async () => {
    const plain = await ask(world, 'maya');
    await owner.query('UPDATE posts SET asks = NULL WHERE post_id = $1', [plain]);
    expect(await rowOf(world, plain)).toBeUndefined();
    expect(await page('dana')).not.toContain(WAITING);
    await owner.query(`UPDATE posts SET asks = 'practical' WHERE post_id = $1`, [plain]);
    expect(await page('dana')).toContain('Maya asks for a hand');
  });

  test('of somebody she blocked nothing is shown unasked, not even to whoever looks after the circle', async () => {
    await ask(world, 'bea');
    expect(await page('dana')).toContain('Bea asks to be heard');
    expect(await page('maya')).not.toContain(WAITING);
    await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
      people.rosa.communityId,
      people.rosa.memberId,
      people.bea.memberId,
    ]);
    expect(await page('rosa')).not.toContain(WAITING);
    expect(await page('rosa', '/circles')).not.toContain('waits for a first word');
    await owner.query('DELETE FROM blocks WHERE blocker_id = $1', [people.rosa.memberId]);
  });
});

describe('what counts as a first reply', () => {
  const answered = async (thread: string) => (await rowOf(world, thread))?.answered_at != null;

  test('not her own words, under whatever name', async () => {
    const thread = await ask(world, 'maya');
    await answer(world, 'maya', thread);
    await answer(world, 'maya', thread, { unnamed: 'quiet-heron' });
    expect(await answered(thread)).toBe(false);
    const unnamed = await ask(world, 'maya', { unnamed: 'calm-otter' });
    await answer(world, 'maya', unnamed);
    expect(await answered(unnamed)).toBe(false);
    await answer(world, 'dana', unnamed, { unnamed: 'brave-wren' });
    expect(await answered(unnamed)).toBe(true);
  });

  test('what comes from somebody she blocked is silence to her, and tells nobody of the block', async () => {
    const thread = await ask(world, 'maya', { unnamed: 'quiet-heron' });
    expect(await page('bea')).toContain('Quiet Heron asks to be heard');
    await answer(world, 'bea', thread);
    expect(await answered(thread)).toBe(false);
    expect(await page('bea')).not.toContain(WAITING);
    expect(await page('dana')).not.toContain(WAITING);
    expect(await page('maya')).toContain('Your post:');
  });

  test('her own reply in her name does not give away that the thread is hers', async () => {
    const thread = await ask(world, 'maya', { unnamed: 'quiet-heron' });
    expect(await page('dana')).toContain(WAITING);
    await answer(world, 'maya', thread);
    expect(await page('dana')).not.toContain(WAITING);
  });

  test('taken back within the week, she waits again; what she removes herself waits for nothing', async () => {
    const thread = await ask(world, 'maya');
    const reply = await answer(world, 'dana', thread);
    expect(await answered(thread)).toBe(true);
    await owner.query(
      `UPDATE posts SET body = '', removed_at = now(), removed_by = 'author' WHERE post_id = $1`,
      [reply],
    );
    expect(await answered(thread)).toBe(false);
    await world.as('maya').post(`${room}/posts/${thread}/removal`);
    expect(await rowOf(world, thread)).toBeUndefined();
  });

  test('whoever leaves the circle waits there no longer', async () => {
    const thread = await ask(world, 'bea');
    await world.as('bea').post(`${room}/departure`);
    expect(await rowOf(world, thread)).toBeUndefined();
    await world.as('bea').post(`${room}/membership`);
  });
});

describe('what she is told', () => {
  test('how many have seen it, each once, herself left out; forgotten who, once it is answered', async () => {
    const thread = await ask(world, 'maya');
    expect(await page('maya')).toContain('It stands first in the circle until somebody answers.');
    for (const who of ['dana', 'dana', 'rosa'] as const) await page(who);
    await page('dana', `${room}/posts/${thread}`);
    const told = await page('maya', `${room}/posts/${thread}`);
    expect(told).toContain('2 people have seen this.');
    expect(told).toContain('A first word is promised by');
    expect((await owner.query('SELECT FROM thread_readers')).rowCount).toBe(2);
    await answer(world, 'rosa', thread);
    expect((await owner.query('SELECT FROM thread_readers')).rowCount).toBe(0);
    expect((await rowOf(world, thread))?.seen_count).toBe(2);
    expect(await page('maya', `${room}/posts/${thread}`)).not.toContain('have seen this');
  });

  test('past the promise it says so, and that nobody gave up', async () => {
    await ask(world, 'maya', { hoursAgo: 13 });
    await climb(world, later(0));
    const told = await page('maya');
    expect(told).toContain('longer than we promised');
    expect(told).toContain('not which and not whose');
    expect(told).not.toContain('is promised by');
  });

  test('nothing of it to anybody else', async () => {
    const thread = await ask(world, 'maya');
    await climb(world, later(7));
    for (const who of ['dana', 'rosa'] as const)
      expect(await page(who, `${room}/posts/${thread}`)).not.toMatch(/seen this|been told|promised/);
  });

  test('in her language', async () => {
    await owner.query(`UPDATE members SET locale = 'es' WHERE display_name = 'Maya'`);
    const thread = await ask(world, 'maya');
    await page('dana');
    expect(await page('maya', `${room}/posts/${thread}`)).toContain('Una persona ya lo vio.');
    await owner.query(`UPDATE members SET locale = 'en' WHERE display_name = 'Maya'`);
  });
});

test('offering is hers to give and take back; what no form offers is refused', async () => {
  await listens(world, 'dana');
  expect(await page('dana', '/me/listening')).toMatch(/value="yes"[^>]*checked/);
  await world.as('dana').post('/me/listening', { listening: 'month' });
  expect(await page('dana', '/me/listening')).toContain('Yes, but not before');
  await world.as('dana').post('/me/listening', { listening: 'resting' });
  expect((await owner.query('SELECT FROM listeners WHERE not_until > now()')).rowCount).toBe(1);
  expect((await world.as('dana').post('/me/listening', { listening: 'always' })).status).toBe(422);
  await world.as('dana').post('/me/listening', { listening: 'no' });
  expect((await owner.query('SELECT FROM listeners')).rowCount).toBe(0);
});

test('what is held asks once it is let in, and answers once it is; what is hidden or locked waits for nothing', async () => {
  const set = (id: string, what: string) => owner.query(`UPDATE posts SET ${what} WHERE post_id = $1`, [id]);
  const thread = await ask(world, 'maya');
  for (const [off, on] of [
    ['hidden_at = now()', 'hidden_at = NULL'],
    ['locked_at = now()', 'locked_at = NULL'],
  ] as const) {
    await set(thread, off);
    expect(await rowOf(world, thread), off).toBeUndefined();
    await set(thread, on);
    expect(await rowOf(world, thread), on).toBeDefined();
  }
  await owner.query('UPDATE circles SET hold_first = 3');
  const held = await answer(world, 'dana', thread);
  const asking = await ask(world, 'bea');
  expect((await rowOf(world, thread))?.answered_at).toBeNull();
  expect(await rowOf(world, asking)).toBeUndefined();
  for (const id of [held, asking]) await set(id, 'held_at = NULL');
  expect((await rowOf(world, thread))?.answered_at).not.toBeNull();
  expect(await rowOf(world, asking)).toBeDefined();
  await owner.query('UPDATE circles SET hold_first = 0');
});
