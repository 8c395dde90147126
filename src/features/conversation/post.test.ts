import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newDraftKey } from './forms.ts';

const world = await newWorld();
const room = `/circles/${NIGHT_FEEDS}`;
const said = (body: string, more: Record<string, string> = {}) => ({ key: newDraftKey(), body, ...more });
const idIn = (location: string | null) => location!.split('#p-')[1]!;
type Who = keyof typeof world.people;
const say = async (who: Who, body: string, more: Record<string, string> = {}) =>
  idIn((await world.as(who).post(`${room}/posts`, said(body, more))).location);
const answer = async (who: Who, thread: string, body: string) =>
  idIn((await world.as(who).post(`${room}/posts/${thread}/replies`, said(body))).location);
const row = async (id: string) =>
  (await world.owner.query('SELECT * FROM posts WHERE post_id = $1', [id])).rows[0];

test('an edit is the author’s alone, says so, and leaves nothing of what stood there', async () => {
  const id = await say('maya', 'He sleeps thruogh');
  for (const who of ['rosa', 'dana', 'vera'] as const) {
    expect((await world.as(who).get(`${room}/posts/${id}/edit`)).status).toBe(404);
    expect((await world.as(who).post(`${room}/posts/${id}/edit`, { body: 'not hers' })).status).toBe(404);
  }
  const refused = await world.as('maya').post(`${room}/posts/${id}/edit`, { body: ' ', note: 'sleep' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('value="sleep"');
  const done = await world
    .as('maya')
    .post(`${room}/posts/${id}/edit`, { body: 'He sleeps through', note: 'sleep' });
  expect(done.location).toBe(`${room}/posts/${id}#p-${id}`);
  const page = (await world.as('rosa').get(`${room}/posts/${id}`)).text;
  expect(page).toContain('<span>edited</span>');
  expect(page).toContain('<details class="content-note">');
  expect(JSON.stringify(await row(id))).not.toContain('thruogh');
});

test('what nobody answered vanishes when its author deletes it', async () => {
  const id = await say('maya', 'gone in a moment');
  expect((await world.as('maya').get(`${room}/posts/${id}/removal`)).text).toContain('gone in a moment');
  for (const who of ['dana', 'vera'] as const)
    expect((await world.as(who).post(`${room}/posts/${id}/removal`)).status).toBe(404);
  expect((await world.as('maya').post(`${room}/posts/${id}/removal`)).location).toBe(room);
  expect(await row(id)).toBeUndefined();
  expect((await world.as('maya').get(`${room}/posts/${id}`)).status).toBe(404);
});

test('what was answered leaves an empty place; its text is gone from the database', async () => {
  const id = await say('maya', 'a plea in the night');
  await answer('dana', id, 'we hear you');
  await world.as('maya').post(`${room}/posts/${id}/removal`);
  expect(await row(id)).toMatchObject({ body: '', content_note: null, removed_by: 'author' });
  const page = (await world.as('rosa').get(`${room}/posts/${id}`)).text;
  expect(page).toContain('The author took these words back.');
  expect(page).toContain('we hear you');
  expect(page).not.toContain('name="body"');
  expect((await world.as('rosa').post(`${room}/posts/${id}/replies`, said('too late'))).status).toBe(404);
  expect((await world.as('maya').post(`${room}/posts/${id}/edit`, { body: 'back again' })).status).toBe(404);
});

test('what others wrote a facilitator neither deletes nor rewrites', async () => {
  const id = await say('dana', 'buy my oils');
  expect((await world.as('rosa').post(`${room}/posts/${id}/removal`)).status).toBe(404);
  expect(await row(id)).toMatchObject({ body: 'buy my oils', removed_by: null });
  const erasing = `UPDATE posts SET body = '', removed_at = now(), removed_by = 'facilitator' WHERE post_id = $1`;
  expect(await world.parts.db.write(world.people.rosa, (tx) => tx.hot(erasing, [id]))).toEqual([]);
  expect(await row(id)).toMatchObject({ body: 'buy my oils', removed_by: null });
  const rewriting = `UPDATE posts SET body = 'I said so' WHERE removed_at IS NULL AND author_id <> $1 RETURNING 1`;
  const { rosa } = world.people;
  expect(await world.parts.db.write(rosa, (tx) => tx.hot(rewriting, [rosa.memberId]))).toEqual([]);
});

test('a deleted reply is no longer counted', async () => {
  const id = await say('maya', 'who is up');
  const mine = await answer('dana', id, 'me');
  await answer('rosa', id, 'and me');
  expect((await row(id)).reply_count).toBe(2);
  await world.as('dana').post(`${room}/posts/${mine}/removal`);
  expect((await row(id)).reply_count).toBe(1);
  const back = await world.as('rosa').post(`${room}/reactions`, { felt: `hug ${id}`, back: room });
  expect(back.location).toBe(`${room}#p-${id}`);
});

test('her own words show her what others felt, and nothing to press', async () => {
  const id = await say('maya', 'nobody hugs herself');
  const read = async (who: 'maya' | 'rosa') => (await world.as(who).get(`${room}/posts/${id}`)).text;
  expect(await read('rosa')).toContain(`value="hug ${id}"`);
  expect(await read('maya')).not.toContain('class="reaction');
  await world.as('rosa').post(`${room}/reactions`, { felt: `hug ${id}`, back: room });
  expect(await read('maya')).toContain('<span class="reaction">Hug · 1</span>');
  expect(await read('maya')).not.toContain(`value="hug ${id}"`);
});

test('a reply and a deletion at the same moment never lose the reply', async () => {
  for (let n = 0; n < 8; n++) {
    const id = await say('maya', `a quick one ${n}`);
    const [reply, gone] = await Promise.all([
      world.as('dana').post(`${room}/posts/${id}/replies`, said(`wait ${n}`)),
      world.as('maya').post(`${room}/posts/${id}/removal`),
    ]);
    expect(gone.status).toBe(303);
    expect([303, 404]).toContain(reply.status);
    const { rows } = await world.owner.query('SELECT 1 FROM posts WHERE body = $1', [`wait ${n}`]);
    expect(rows).toHaveLength(reply.status === 303 ? 1 : 0);
  }
});

test('reactions are counted as they are, also when twenty come at once', async () => {
  const id = await say('rosa', 'a hard week');
  const path = `${room}/reactions`;
  const people = ['maya', 'dana', 'bea', 'rosa'] as const;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      world.as(people[n % 4]!).post(path, { felt: `${n % 3 ? 'hug' : 'me-too'} ${id}` }),
    ),
  );
  expect(answers.map((a) => a.status)).toEqual(Array(20).fill(303));
  const { rows } = await world.owner.query(
    `SELECT count(*) FILTER (WHERE kind = 'hug')::int AS hug, count(*) FILTER (WHERE kind = 'me-too')::int AS me_too
     FROM reactions WHERE post_id = $1`,
    [id],
  );
  expect(await row(id)).toMatchObject({
    hug_count: rows[0].hug,
    me_too_count: rows[0].me_too,
    helpful_count: 0,
  });
  expect((await world.as('maya').post(path, { felt: `thumbs-up ${id}` })).status).toBe(422);
  expect(
    (await world.as('maya').post(path, { felt: `helpful ${id}`, back: '//elsewhere.example' })).location,
  ).toBe(`${room}/posts/${id}#p-${id}`);
});

test('the database keeps a reply in its own circle, whatever the code does', async () => {
  const { maya } = world.people;
  const other = newDraftKey();
  await world.owner.query(
    `INSERT INTO circles (community_id, circle_id, name, joining, place, time_zone, created_by) VALUES ($1, $2, 'Elsewhere', 'open', 'online', 'UTC', $3)`,
    [maya.communityId, other, maya.memberId],
  );
  const id = await say('rosa', 'a thread of Night Feeds');
  await expect(
    world.parts.db.write(maya, (tx) =>
      tx.hot(
        'INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body) VALUES ($1, $2, $3, $4, $5, $6)',
        [maya.communityId, newDraftKey(), other, id, maya.memberId, 'stirring'],
      ),
    ),
  ).rejects.toThrow(/no such thread/);
});

test('posting without end is slowed down', async () => {
  const client = world.as('bea');
  const statuses = [];
  for (let n = 0; n < 31; n++) statuses.push((await client.post(`${room}/posts`, said(`note ${n}`))).status);
  expect(statuses.slice(0, 30).every((s) => s === 303)).toBe(true);
  expect(statuses[30]).toBe(429);
});

test('what a post asks for is shown quietly, and its author may change her mind', async () => {
  const sent = said('Where do you find shoes?', { asks: 'informational' });
  await world.as('maya').post(`${room}/posts`, sent);
  expect((await world.as('rosa').get(room)).text).toContain('<span class="asks">asks for an answer</span>');
  expect((await world.as('maya').post(`${room}/posts`, said('x', { asks: 'money' }))).status).toBe(422);
  await world.as('maya').post(`${room}/posts/${sent.key}/edit`, { body: 'Never mind the shoes', asks: '' });
  expect((await row(sent.key)).asks).toBeNull();
  const inReply = said('Me too', { asks: 'emotional' });
  await world.as('dana').post(`${room}/posts/${sent.key}/replies`, inReply);
  expect((await row(inReply.key)).asks).toBeNull();
});

test('sent again under one key with other words, because the answer was lost: no word is', async () => {
  const first = said('I am so tir');
  for (const body of ['I am so tir', 'I am so tired tonight'])
    expect(idIn((await world.as('maya').post(`${room}/posts`, { ...first, body })).location)).toBe(first.key);
  expect((await row(first.key)).body).toBe('I am so tired tonight');
  // A key is nobody's pass to another's post.
  expect((await world.as('rosa').post(`${room}/posts`, { ...first, body: 'not hers' })).status).toBe(303);
  expect((await row(first.key)).body).toBe('I am so tired tonight');
});
