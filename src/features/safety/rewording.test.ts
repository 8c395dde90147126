import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { inWorld, room, type Who } from './a-report.fixture.ts';

const world = await newWorld();
const { maya, dana } = world.people;
const { say, answer } = inWorld(world);
const sql = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows;
/** One browser each: what is said once after an act is said there. */
const browsers = new Map<Who, ReturnType<typeof world.as>>();
const as = (who: Who) => {
  const browser = browsers.get(who) ?? world.as(who);
  browsers.set(who, browser);
  return browser;
};
const seen = async (who: Who, path = room) => (await as(who).get(path)).text;
const care = () => seen('rosa', `${room}/settings/care`);
const markOf = async (id: string): Promise<string> =>
  /name="mark" value="([0-9a-f]{64})"/.exec((await care()).split(`${id}/admission`)[1]!)![1]!;
const letIn = (id: string, mark: string) => as('rosa').post(`${room}/posts/${id}/admission`, { mark });
const edit = (who: Who, id: string, body: string) =>
  as(who).post(`${room}/posts/${id}/edit`, { body, note: '' });
const told = (kind: string) => sql('SELECT member_id FROM notifications WHERE kind = $1', [kind]);

await as('rosa').post(`${room}/settings/care`, { holdFirst: '1', slowMinutes: '0' });
/** Maya's first words, let in, with an answer. */
const first = await say('maya', 'hello all');
await letIn(first, await markOf(first));
await answer('rosa', first, 'welcome, you');

test('a newcomer’s other words wait; the others read what was let in, and its answers stay', async () => {
  expect(await seen('maya', `${room}/posts/${first}/edit`)).toContain('You are new here');
  const done = await edit('maya', first, 'buy my **oils**, @Dana');
  expect(done.status).toBe(303);
  expect(await seen('maya', done.location!)).toContain('Your new words wait');
  for (const who of ['dana', 'maya'] as const) {
    const page = await seen(who, `${room}/posts/${first}`);
    for (const words of ['hello all', 'welcome, you']) expect(page, who).toContain(words);
    expect(page, who).not.toContain('oils');
    expect(page).not.toContain('<span>edited</span>');
  }
  expect(await seen('maya', `${room}/posts/${first}`)).toContain('your new words wait for Rosa');
  expect(await seen('dana', `${room}/posts/${first}`)).not.toContain('new words wait');
  expect(await seen('maya', `${room}/posts/${first}/edit`)).toContain('buy my **oils**, @Dana</textarea>');
  expect(await seen('dana', '/search?q=oils')).not.toContain('<mark>oils');
  expect(await told('conversation.mention')).toEqual([]);
  const waits = await care();
  for (const words of ['buy my <strong>oils</strong>', 'hello all', 'What the others read now'])
    expect(waits).toContain(words);
  expect(await seen('rosa')).toContain('One thing waits for you');
  for (const who of [dana, world.people.mo])
    expect(await world.parts.db.read(who, (tx) => tx.hot('SELECT * FROM post_rewordings', []))).toEqual([]);
  expect(await seen('maya', '/me/export/page')).toContain('buy my **oils**');
});

test('only what was read is let in: she may write on meanwhile', async () => {
  const mark = await markOf(first);
  await edit('maya', first, 'something else altogether');
  await letIn(first, mark);
  expect(await seen('rosa')).toContain('She has changed it since');
  expect(await seen('dana', `${room}/posts/${first}`)).toContain('hello all');
  const fresh = await markOf(first);
  for (const who of ['dana', 'maya'] as const)
    expect((await as(who).post(`${room}/posts/${first}/admission`, { mark: fresh })).status).toBe(404);
  expect((await letIn(first, fresh)).status).toBe(303);
  const page = await seen('dana', `${room}/posts/${first}`);
  expect(page).toContain('something else altogether');
  expect(page).toContain('<span>edited</span>');
  expect(await sql('SELECT FROM post_rewordings')).toEqual([]);
});

test('left as it was: she is told, and may write anew; back to what stands, nothing waits', async () => {
  await edit('maya', first, 'not this');
  const removal = `${room}/posts/${first}/rewording/removal`;
  for (const who of ['dana', 'maya'] as const) expect((await as(who).post(removal)).status).toBe(404);
  expect((await as('rosa').post(removal)).status).toBe(422);
  expect((await as('rosa').post(removal, { why: 'Kinder, please.' })).status).toBe(303);
  expect(await told('safety.words-kept-out')).toEqual([{ member_id: maya.memberId }]);
  expect(await seen('dana', `${room}/posts/${first}`)).toContain('something else altogether');
  expect((await as('rosa').post(removal)).status).toBe(404);
  await edit('maya', first, 'nor this');
  await edit('maya', first, 'something else altogether');
  expect(await sql('SELECT reworded_at FROM posts WHERE post_id = $1', [first])).toEqual([
    { reworded_at: null },
  ]);
  expect(await sql('SELECT FROM post_rewordings')).toEqual([]);
});

test('words that wait are weighed: danger is met at once', async () => {
  const sent = await edit('maya', first, 'I want to die tonight');
  expect(sent.location).toMatch(/^\/care\?to=/);
  const [opened] = await sql('SELECT subject_text FROM cases WHERE subject_id = $1 AND origin = $2', [
    first,
    'words',
  ]);
  expect(opened).toEqual({ subject_text: 'I want to die tonight' });
});

test('no code of ours lets them by: the database keeps them', async () => {
  await world.parts.db.write(maya, (tx) =>
    tx.hot(`UPDATE posts SET body = 'slipped by' WHERE post_id = $1`, [first]),
  );
  expect(await seen('dana', `${room}/posts/${first}`)).not.toContain('slipped by');
  await expect(
    world.parts.db.write(maya, (tx) => tx.hot('UPDATE post_rewordings SET let_in_at = now()', [])),
  ).rejects.toThrow(/permission denied/);
});

test('once more of hers stands, she is new no more and changes her words as anybody; gone, nothing waits', async () => {
  const second = await say('maya', 'a second post');
  await edit('maya', second, 'a second post, mended');
  expect(await seen('dana')).toContain('a second post, mended');
  await as('maya').post(`${room}/posts/${first}/removal`);
  expect(await sql('SELECT FROM post_rewordings')).toEqual([]);
  // What was taken out of sight does not make anybody known.
  await as('rosa').post(`${room}/posts/${second}/takedown`, { because: 'selling' });
  await sql('DELETE FROM posts WHERE post_id = $1', [first]);
  const third = await say('maya', 'waits again');
  expect(await sql('SELECT held_at IS NOT NULL AS waits FROM posts WHERE post_id = $1', [third])).toEqual([
    { waits: true },
  ]);
});
