import { expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';

const world = await newWorld();
const { maya, rosa, dana, bea, nora } = world.people;
type Who = keyof typeof world.people;
const room = `/circles/${NIGHT_FEEDS}`;
const say = async (who: Who, body: string, more: Record<string, string> = {}) => {
  const { location } = await world.as(who).post(`${room}/posts`, { key: crypto.randomUUID(), body, ...more });
  return location!.split('#p-')[1]!;
};
const tell = (who: Who, kind: string, id: string, more: Record<string, string> = {}) =>
  world.as(who).post('/reports/new', { kind, id, reason: 'selling', note: '', ...more });
const reportsOn = async (id: string) =>
  (await world.owner.query('SELECT * FROM reports WHERE subject_id = $1 ORDER BY created_at', [id])).rows;

test('a report keeps what was seen, though it is edited or gone afterwards', async () => {
  const post = await say('dana', 'Buy my oils, they heal colic');
  const sent = await tell('maya', 'post', post, { note: 'third time this week' });
  expect(sent.status).toBe(303);
  expect((await world.as('maya').get(sent.location!)).text).toContain('Thank you for telling us');
  await world.as('dana').post(`${room}/posts/${post}/removal`);
  expect(await reportsOn(post)).toMatchObject([
    {
      subject_text: 'Buy my oils, they heal colic',
      subject_name: 'Dana',
      circle_id: NIGHT_FEEDS,
      reason: 'selling',
      note: 'third time this week',
    },
  ]);
  expect((await world.as('mo').get('/moderation')).text).toContain('Buy my oils, they heal colic');
});

test('one report waits per person and thing, also when it is sent thrice at once', async () => {
  const post = await say('dana', 'Join my team');
  const answers = await Promise.all([1, 2, 3].map(() => tell('maya', 'post', post)));
  expect(new Set(answers.map((a) => a.location)).size).toBe(1);
  await tell('rosa', 'post', post);
  expect(await reportsOn(post)).toHaveLength(2);
});

test('only what she can see can be reported, and nothing of her own', async () => {
  const inCellar = (
    await world
      .as('rosa')
      .post(`/circles/${HIDDEN_CIRCLE}/posts`, { key: crypto.randomUUID(), body: 'below' })
  ).location!.split('#p-')[1]!;
  const own = await say('maya', 'mine');
  for (const [kind, id] of [
    ['post', inCellar],
    ['post', own],
    ['post', newId()],
    ['circle', HIDDEN_CIRCLE],
    ['member', maya.memberId],
    ['member', nora.memberId],
    ['recipe', own],
    ['post', `${own}' OR 1=1`],
  ] as const) {
    expect((await tell('maya', kind, id)).status, `${kind} ${id}`).toBe(404);
    expect(
      (await world.as('maya').get(`/reports/new?kind=${kind}&id=${encodeURIComponent(id)}`)).status,
    ).toBe(404);
  }
  expect((await tell('maya', 'circle', NIGHT_FEEDS)).status).toBe(303);
  expect((await tell('maya', 'member', dana.memberId)).status).toBe(303);
});

test('a report without a reason, or with too long a note, comes back as it was', async () => {
  const post = await say('dana', 'hm');
  const note = 'n'.repeat(2001);
  const missing = await world
    .as('rosa')
    .post('/reports/new', { kind: 'post', id: post, note: 'look at this' });
  expect(missing.status).toBe(422);
  expect(missing.text).toContain('look at this');
  expect((await tell('rosa', 'post', post, { reason: 'boredom' })).status).toBe(422);
  expect((await tell('rosa', 'post', post, { note })).status).toBe(422);
  expect(await reportsOn(post)).toEqual([]);
});

test('a block works both ways, by name alone, and can be taken back', async () => {
  const hers = await say('maya', 'maya under her name');
  const nameless = await say('maya', 'maya without her name', { anonymous: 'yes' });
  const danas = await say('dana', 'dana under her name');
  expect((await world.as('dana').get(`/members/${maya.memberId}/block`)).text).toContain('Block Maya?');
  expect((await world.as('dana').post(`/members/${maya.memberId}/block`)).location).toBe('/me/blocks');
  const [dana1, maya1] = [(await world.as('dana').get(room)).text, (await world.as('maya').get(room)).text];
  expect(dana1).not.toContain('maya under her name');
  expect(maya1).not.toContain('dana under her name');
  expect(dana1).toContain('maya without her name'); // else the block would tell whose it is
  expect((await world.as('dana').get(`${room}/posts/${hers}`)).status).toBe(404);
  expect(
    (await world.as('maya').post(`${room}/posts/${danas}/replies`, { key: crypto.randomUUID(), body: 'x' }))
      .status,
  ).toBe(404);
  expect((await world.as('maya').post(`${room}/reactions`, { felt: `hug ${danas}` })).status).toBe(404);
  for (const [who, whom] of [
    ['dana', maya],
    ['maya', dana],
  ] as const)
    for (const act of ['', '/block'])
      expect((await world.as(who).get(`/members/${whom.memberId}${act}`)).status).toBe(404);
  // Who was blocked learns nothing, cannot undo it and cannot report; who blocked still can.
  expect((await world.as('maya').get('/me/blocks')).text).not.toContain('Dana');
  expect((await world.as('maya').post(`/me/blocks/${dana.memberId}/removal`)).status).toBe(404);
  expect((await tell('maya', 'member', dana.memberId)).status).toBe(404);
  expect((await tell('dana', 'member', maya.memberId)).status).toBe(303);
  expect((await world.as('dana').post(`/me/blocks/${maya.memberId}/removal`)).status).toBe(303);
  expect((await world.as('dana').get(room)).text).toContain('maya under her name');
  expect((await world.as('dana').get(`${room}/posts/${nameless}`)).status).toBe(200);
});

test('she cannot block herself, a stranger of another community, or somebody who is not there', async () => {
  for (const id of [maya.memberId, nora.memberId, newId()])
    expect((await world.as('maya').post(`/members/${id}/block`)).status).toBe(404);
  expect((await world.as('maya').post(`/members/${bea.memberId}/block`)).status).toBe(404); // already
});

test('hiding a name hides it in that conversation alone, and only there', async () => {
  const one = await say('dana', 'nameless one', { anonymous: 'yes' });
  const two = await say('dana', 'nameless two', { anonymous: 'yes' });
  const named = await say('dana', 'named three');
  expect((await world.as('maya').get(`/posts/${one}/hiding`)).status).toBe(200);
  for (const [who, post] of [
    ['maya', named],
    ['dana', one],
    ['vera', one],
  ] as const) {
    expect((await world.as(who).get(`/posts/${post}/hiding`)).status).toBe(404);
    expect((await world.as(who).post(`/posts/${post}/hiding`)).status).toBe(404);
  }
  expect((await world.as('maya').post(`/posts/${one}/hiding`)).location).toBe(room);
  const page = (await world.as('maya').get(room)).text;
  expect(page).not.toContain('nameless one');
  expect(page).toContain('nameless two');
  expect(page).toContain('named three');
  expect((await world.as('rosa').get(room)).text).toContain('nameless one');
  const list = (await world.as('maya').get('/me/blocks')).text;
  const back = list.match(/\/me\/hidden-names\/[0-9a-f-]{36}\/removal/)![0];
  expect((await world.as('rosa').post(back)).status).toBe(404);
  expect((await world.as('maya').post(back)).status).toBe(303);
  expect((await world.as('maya').get(room)).text).toContain('nameless one');
  expect(two).not.toBe(one);
});

test('a member’s page shows her story and the circles both are in, no others', async () => {
  await world.owner.query(`UPDATE members SET about = 'I bake <b>bread</b>' WHERE member_id = $1`, [
    rosa.memberId,
  ]);
  const page = (await world.as('maya').get(`/members/${rosa.memberId}`)).text;
  expect(page).toContain('I bake &lt;b&gt;bread&lt;/b&gt;');
  expect(page).toContain('Night Feeds, Lakeview');
  expect(page).not.toContain('The Quiet Cellar');
  expect((await world.as('vera').get(`/members/${rosa.memberId}`)).text).not.toContain('Night Feeds');
  expect((await world.as('nora').get(`/members/${rosa.memberId}`)).status).toBe(404);
});
