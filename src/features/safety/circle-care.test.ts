import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat } from '../circles/a-circle.fixture.ts';
import { inWorld, room } from './a-report.fixture.ts';

const world = await newWorld();
const { maya, rosa, dana } = world.people;
const { say, answer } = inWorld(world);
const care = (more: Record<string, string>) =>
  world.as('rosa').post(`${room}/settings/care`, { holdFirst: '0', slowMinutes: '0', ...more });
const post = (who: Parameters<typeof say>[0], body: string, more = {}) =>
  world.as(who).post(`${room}/posts`, { key: crypto.randomUUID(), body, ...more });
const sql = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows;

/** Reads what waits, and says yes to just that. */
async function letIn(id: string) {
  const page = (await world.as('rosa').get(`${room}/settings/care`)).text;
  const form = page.slice(page.indexOf(`${id}/admission`));
  const [, mark] = /name="mark" value="([0-9a-f]{64})"/.exec(form)!;
  return world.as('rosa').post(`${room}/posts/${id}/admission`, { mark: mark! });
}

test('a newcomer’s first words wait: she and those who look after the circle see them, nobody else', async () => {
  await care({ holdFirst: '1' });
  const held = await say('maya', 'my very first words');
  const hers = (await world.as('maya').get(room)).text;
  expect(hers).toContain('my very first words');
  expect(hers).toContain('waiting for Rosa');
  const waits = (await world.as('rosa').get(`${room}/settings/care`)).text;
  expect(waits).toContain('my very first words');
  expect((await world.as('rosa').get(room)).text).toContain('One thing waits for you');
  for (const who of ['dana', 'mo', 'vera'] as const)
    expect((await world.as(who).get(`${room}/posts/${held}`)).status, who).toBe(404);
  expect((await world.as('dana').get(room)).text).not.toContain('my very first words');
  expect((await world.as('dana').post(`${room}/posts/${held}/admission`)).status).toBe(404);
  expect((await world.as('maya').post(`${room}/posts/${held}/admission`)).status).toBe(404);
  await letIn(held);
  expect((await world.as('dana').get(room)).text).toContain('my very first words');
  expect((await world.as('rosa').post(`${room}/posts/${held}/admission`)).status).toBe(404);
  await say('maya', 'and my second');
  expect((await world.as('dana').get(room)).text).toContain('and my second');
});

test('a held reply is not counted until it is let in', async () => {
  const thread = await say('rosa', 'welcome');
  const count = async () =>
    (await sql('SELECT reply_count FROM posts WHERE post_id = $1', [thread]))[0].reply_count;
  await answer('dana', thread, 'first reply of a newcomer');
  expect(await count()).toBe(0);
  const [{ post_id }] = await sql(`SELECT post_id FROM posts WHERE body = 'first reply of a newcomer'`);
  await letIn(post_id);
  expect(await count()).toBe(1);
  await care({});
});

test('nobody lets herself in by writing the column', async () => {
  for (const column of ['held_at', 'hidden_at', 'locked_at'])
    await expect(
      world.parts.db.write(maya, (tx) =>
        tx.hot(`UPDATE posts SET ${column} = NULL WHERE author_id = $1`, [maya.memberId]),
      ),
    ).rejects.toThrow(/permission denied/);
  await expect(
    world.parts.db.write(maya, (tx) =>
      tx.hot('UPDATE circles SET slow_minutes = 0 WHERE circle_id = $1', [NIGHT_FEEDS]),
    ),
  ).rejects.toThrow(/permission denied/);
});

test('slow mode: of many sent at once one stands, under whatever name, and the words of the others come back', async () => {
  await care({ slowMinutes: '15' });
  await sql(`UPDATE posts SET created_at = created_at - interval '1 hour'`);
  const sent = await Promise.all(
    [1, 2, 3, 4].map((n) => post('dana', `all at once ${n}`, n % 2 ? {} : { anonymous: 'yes' })),
  );
  expect(sent.map((a) => a.status).sort()).toEqual([303, 422, 422, 422]);
  expect(await sql(`SELECT FROM posts WHERE body LIKE 'all at once %'`)).toHaveLength(1);
  const back = sent.find((a) => a.status === 422)!.text;
  expect(back).toContain('takes it slowly');
  expect(back).toMatch(/all at once \d<\/textarea>/);
  expect((await post('rosa', 'facilitators may')).status).toBe(303);
  expect((await post('rosa', 'at any pace')).status).toBe(303);
  await sql(`UPDATE posts SET created_at = created_at - interval '15 minutes'`);
  expect((await post('dana', 'now again')).status).toBe(303);
  const key = crypto.randomUUID();
  await sql(`UPDATE posts SET created_at = created_at - interval '15 minutes'`);
  const twice = await Promise.all([1, 2].map(() => post('dana', 'the same form twice', { key })));
  expect(twice.map((a) => a.status)).toEqual([303, 303]);
  await care({});
});

test('a locked thread and a locked circle are read by all and written by those who look after them', async () => {
  const thread = await say('dana', 'this got long');
  expect((await world.as('maya').post(`${room}/posts/${thread}/lock`, { taking: 'yes' })).status).toBe(404);
  await world.as('rosa').post(`${room}/posts/${thread}/lock`, { taking: 'yes' });
  expect((await answer('maya', thread, 'one more thing')).status).toBe(422);
  expect((await answer('rosa', thread, 'a closing word')).status).toBe(303);
  const seen = (await world.as('maya').get(`${room}/posts/${thread}`)).text;
  expect(seen).toContain('This conversation was closed on');
  expect(seen).not.toContain('Your reply</label>');
  await world.as('rosa').post(`${room}/posts/${thread}/lock`);
  expect((await answer('maya', thread, 'one more thing')).status).toBe(303);
  await care({ locked: 'yes' });
  expect((await post('maya', 'hello?')).status).toBe(422);
  expect((await world.as('maya').get(room)).text).toContain(
    'only those who look after this circle write here',
  );
  expect((await post('rosa', 'a hard day')).status).toBe(303);
  await care({});
});

test('a muted member reads and does not write, is told why, and writes again', async () => {
  const { memberId } = maya;
  const path = `${room}/people/${memberId}/mute`;
  expect((await world.as('dana').post(path, { why: 'x', days: '3' })).status).toBe(404);
  expect(
    (await world.as('rosa').post(`${room}/people/${rosa.memberId}/mute`, { why: 'x', days: '3' })).status,
  ).toBe(404);
  expect((await world.as('rosa').post(path, { why: ' ', days: '3' })).status).toBe(422);
  expect((await world.as('rosa').post(path, { why: 'It got heated. Rest.', days: '3' })).status).toBe(303);
  const quiet = (await world.as('maya').get(room)).text;
  for (const words of ['You only read here until', 'It got heated. Rest.']) expect(quiet).toContain(words);
  expect(quiet).not.toContain('name="body"'); // no form that would be refused
  expect((await post('maya', 'but')).status).toBe(422);
  expect((await post('maya', 'but', { anonymous: 'yes' })).text).toContain('For a while you only read here');
  expect((await world.as('maya').get(room)).status).toBe(200);
  expect((await world.as('maya').get('/me/decisions')).text).toContain(
    'You only read in Night Feeds, Lakeview',
  );
  const back = /\/mutes\/[0-9a-f-]{36}\/removal/.exec(
    (await world.as('rosa').get(`${room}/settings/care`)).text,
  )![0];
  expect((await world.as('maya').post(room + back)).status).toBe(404);
  await world.as('rosa').post(room + back);
  expect((await post('maya', 'thank you')).status).toBe(303);
});

test('who only reads puts no other words into what stands, nor does anybody behind a lock; taking back is always hers', async () => {
  const id = await say('dana', 'a kind word');
  const reply = (await answer('dana', id, 'and one more')).location!.split('#p-')[1]!;
  const edit = (which: string) =>
    world.as('dana').post(`${room}/posts/${which}/edit`, { body: 'a spiteful word', note: '' });
  await world.as('rosa').post(`${room}/people/${dana.memberId}/mute`, { why: 'Rest.', days: '3' });
  const refused = await edit(id);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('For a while you only read here');
  expect(refused.text).toContain('a spiteful word');
  await sql(`UPDATE sanctions SET lifted_at = now() WHERE member_id = $1`, [dana.memberId]);
  await world.as('rosa').post(`${room}/posts/${id}/lock`, { taking: 'yes' });
  expect((await edit(reply)).status).toBe(422);
  await world.as('rosa').post(`${room}/posts/${id}/lock`);
  await care({ locked: 'yes' });
  expect((await edit(id)).status).toBe(422);
  expect(await sql('SELECT body FROM posts WHERE post_id = $1', [id])).toEqual([{ body: 'a kind word' }]);
  expect((await world.as('dana').post(`${room}/posts/${reply}/removal`)).status).toBe(303);
  await care({});
  expect((await edit(id)).status).toBe(303);
});

test('what was taken back or removed leaves no word of itself in a sign', async () => {
  const id = await say('dana', "I can't go on like that");
  await answer('maya', id, 'I hear you');
  const phrases = () => sql('SELECT level, phrases FROM flags WHERE post_id = $1', [id]);
  expect((await phrases())[0].phrases).not.toEqual([]);
  await world.as('dana').post(`${room}/posts/${id}/removal`);
  expect(await phrases()).toEqual([{ level: 'concern', phrases: [] }]);
});

test('somebody without a name is muted by what she wrote, and the list shows that name alone', async () => {
  const nameless = await say('dana', 'nameless heat', { anonymous: 'yes' });
  const shown = (await sql('SELECT pseudonym FROM posts WHERE post_id = $1', [nameless]))[0].pseudonym;
  await world.as('rosa').post(`${room}/posts/${nameless}/mute`, { why: 'Rest.', days: '1' });
  expect((await post('dana', 'in my name')).status).toBe(422);
  const page = (await world.as('rosa').get(`${room}/settings/care`)).text;
  expect(page).toContain(
    shown
      .split('-')
      .map((w: string) => w[0]!.toUpperCase() + w.slice(1))
      .join(' '),
  );
  expect(page).not.toContain('Dana');
  const seen = await world.parts.db.read(rosa, (tx) => tx.hot('SELECT * FROM sanctions', []));
  expect(seen).toEqual([]);
  // A facilitator without her name: it looks the same, and does nothing.
  const own = await say('rosa', 'nameless facilitator', { anonymous: 'yes' });
  await world.owner.query(`UPDATE circle_members SET role = 'facilitator' WHERE member_id = $1`, [
    maya.memberId,
  ]);
  expect((await world.as('maya').post(`${room}/posts/${own}/mute`, { why: 'Rest.', days: '1' })).status).toBe(
    303,
  );
  expect((await post('rosa', 'still writing')).status).toBe(303);
  await world.owner.query(`UPDATE circle_members SET role = 'member' WHERE member_id = $1`, [maya.memberId]);
  await sql('DELETE FROM sanctions');
  await sql(`DELETE FROM cases WHERE decision = 'mute'`);
});

test('seeing less of somebody is one way, quiet, and taken back', async () => {
  await say('dana', 'dana talks on');
  expect((await world.as('maya').post(`/members/${dana.memberId}/mute`)).location).toBe('/me/blocks');
  expect((await world.as('maya').get(room)).text).not.toContain('dana talks on');
  await say('maya', 'maya answers herself');
  expect((await world.as('dana').get(room)).text).toContain('maya answers herself');
  expect((await world.as('dana').get(`/members/${maya.memberId}`)).status).toBe(200);
  expect((await world.as('dana').get('/me/blocks')).text).not.toContain('Maya');
  expect((await world.as('dana').post(`/me/mutes/${dana.memberId}/removal`)).status).toBe(404);
  await world.as('maya').post(`/me/mutes/${dana.memberId}/removal`);
  expect((await world.as('maya').get(room)).text).toContain('dana talks on');
});

test('every act of hers leaves a line that she can read and nobody can change', async () => {
  const page = (await world.as('rosa').get(`${room}/settings/care`)).text;
  expect(page).toContain('What was done, and by whom');
  const acts = (await sql('SELECT DISTINCT act FROM case_log WHERE circle_id = $1', [NIGHT_FEEDS]))
    .map((r) => r.act)
    .sort();
  expect(acts).toEqual(
    [
      'decided-mute',
      'hold',
      'let-in',
      'locked',
      'muted',
      'slow',
      'thread-locked',
      'thread-unlocked',
      'unlocked',
      'unmuted',
    ].sort(),
  );
});

test('heavy words: she is met with helplines, a quiet sign is left, and she is never stopped', async () => {
  const sent = await post('maya', 'I want to die tonight');
  expect(sent.status).toBe(303);
  expect(sent.location).toMatch(/^\/care\?to=/);
  const after = (await world.as('maya').get(sent.location!)).text;
  expect(after).toContain('988');
  expect(after).toContain(`href="${room}#p-`);
  const [flag] = await sql(
    `SELECT f.* FROM flags f JOIN posts p USING (post_id) WHERE p.body = 'I want to die tonight'`,
  );
  expect(flag).toMatchObject({ kind: 'words', level: 'urgent' });
  const [opened] = await sql('SELECT * FROM cases WHERE case_id = $1', [flag.case_id]);
  expect(opened).toMatchObject({
    danger: true,
    origin: 'words',
    subject_text: 'I want to die tonight',
    subject_name: 'Maya',
  });
  const page = (await world.as('mo').get(`/moderation/${flag.case_id}`)).text;
  for (const words of ['When somebody is in danger', 'I want to die']) expect(page).toContain(words);
  expect(page.match(/chip rose/g)).toHaveLength(1); // that it is urgent is said once
  // Whoever is in the circle can go and answer her; a moderator who is not reads the case alone.
  const answer = `href="${room}/posts/${flag.post_id}?at=${flag.post_id}#p-${flag.post_id}"`;
  expect((await world.as('rosa').get(`${room}/cases/${flag.case_id}`)).text).toContain(answer);
  expect(page).not.toContain(answer);
  const care1 = (await world.as('rosa').get(`${room}/settings/care`)).text;
  expect(care1.split('I want to die tonight')).toHaveLength(2); // once: the case holds its sign
  // Who wrote it and who reads it in the circle see no sign.
  for (const who of [maya, dana])
    expect(await world.parts.db.read(who, (tx) => tx.hot('SELECT * FROM flags', []))).toEqual([]);
  expect((await world.as('maya').get(`/moderation/${flag.case_id}`)).status).toBe(403);
  // Reaching out is no judgement of her: there is nothing about her under Me.
  await world.as('rosa').post(`${room}/cases/${flag.case_id}/decision`, { decision: 'support' });
  expect((await world.as('maya').get('/me/decisions')).text).toContain('Nothing was decided about you');
  expect((await world.as('rosa').post(`${room}/posts/${flag.post_id}/flags/seen`)).status).toBe(404);
  expect((await world.as('dana').post(`${room}/posts/${flag.post_id}/flags/seen`)).status).toBe(404);
});

test('a quiet sign is looked at once, by somebody else than the one it is about', async () => {
  const id = await say('maya', "I can't go on like this");
  expect((await world.as('dana').post(`${room}/posts/${id}/flags/seen`)).status).toBe(404);
  expect((await world.as('rosa').get(`${room}/settings/care`)).text).toContain('Words that worry');
  expect((await world.as('rosa').post(`${room}/posts/${id}/flags/seen`)).status).toBe(303);
  expect((await world.as('rosa').post(`${room}/posts/${id}/flags/seen`)).status).toBe(404);
  await say('rosa', "I can't go on either");
  expect((await world.as('rosa').get(`${room}/settings/care`)).text).not.toContain('go on either');
});

test('an edit is weighed as well, and a sign is never taken off by rewording', async () => {
  const id = await say('dana', 'hard night');
  expect(await sql('SELECT FROM flags WHERE post_id = $1', [id])).toEqual([]);
  await world.as('dana').post(`${room}/posts/${id}/edit`, { body: "I can't go on", note: '' });
  await world.as('dana').post(`${room}/posts/${id}/edit`, { body: 'fine now', note: '' });
  expect(await sql('SELECT level FROM flags WHERE post_id = $1', [id])).toEqual([{ level: 'concern' }]);
  const out = await world.parts.db.write(maya, (tx) =>
    tx.hot(`SELECT access.weigh_post($1, 'urgent', '{x}')`, [id]).then(() => 'said'),
  );
  expect(out).toBe('said');
  expect(await sql('SELECT level FROM flags WHERE post_id = $1', [id])).toEqual([{ level: 'concern' }]); // not hers to weigh
});

test('the same link in two circles is a quiet sign of selling; the same question asked twice is none', async () => {
  const other = await aCircle(world, rosa, { name: 'Second circle' });
  await seat(world, other, dana);
  const there = (body: string) =>
    world.as('dana').post(`/circles/${other}/posts`, { key: crypto.randomUUID(), body });
  await there('Does anybody know a good pediatrician in Lakeview?');
  const asked = await say('dana', 'Does anybody know a good pediatrician in Lakeview?');
  await there('Lovely oils at https://oils.example/join?me=7');
  const sold = await say('dana', 'You must see https://OILS.example/join?me=7!');
  const signs = await sql('SELECT post_id FROM flags WHERE kind = $1', ['selling']);
  expect(signs).toEqual([{ post_id: sold }]);
  expect(asked).not.toBe(sold);
});

test('words that worry do so in bold as well', async () => {
  for (const body of [
    'I want to **die** tonight',
    'I want to d**i**e tonight, *truly*',
    'Quiero *morirme*',
  ]) {
    const id = await say('dana', body);
    expect(await sql('SELECT level FROM flags WHERE post_id = $1', [id]), body).toEqual([
      { level: 'urgent' },
    ]);
  }
});
