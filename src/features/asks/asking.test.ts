import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { askAs, introduce, introductionsOf, offerAs } from './an-ask.fixture.ts';

const world = await newWorld();
const { maya, dana, rosa, vera, bea } = world.people;
const unseen = async (who: keyof typeof world.people) => (await world.as(who).get('/notifications')).text;

beforeEach(async () => {
  await world.owner.query(
    'DELETE FROM asks; DELETE FROM help_offers; DELETE FROM notifications; DELETE FROM talks',
  );
});

test('three taps and a line: the middle button, a door, and Ask', async () => {
  await offerAs(world, 'dana');
  const client = world.as('maya');
  const home = await client.get('/plan');
  expect(home.text).toMatch(/href="\/ask"/); // the first tap
  const doors = (await client.get('/ask')).text;
  const second = /href="(\/ask\/hand)"/.exec(doors)![1]!; // the second
  const form = (await client.get(second)).text;
  // Whatever the form has chosen already, and the line she types.
  const fields: Record<string, string[]> = { words: ['Dinner on Thursday would help'] };
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(input)?.[1];
    if (!name || name === '_csrf' || (/type="(radio|checkbox)"/.test(input) && !/checked/.test(input)))
      continue;
    fields[name] = [...(fields[name] ?? []), /value="([^"]*)"/.exec(input)?.[1] ?? ''];
  }
  const sent = await client.post(second, { ...fields, wants: '1' }); // the third
  expect(sent.status).toBe(303);
  expect(sent.location).toMatch(/^\/asks\//);
  expect((await client.get(sent.location!)).text).toContain('Dinner on Thursday would help');
});

test('a step of her plan brings its line along; an unknown one nothing', async () => {
  const { text } = await world.as('vera').get('/ask/hand?want=meal');
  expect(text).toContain(
    '>A dinner one evening this week would help more than you think. Anything simple.</textarea>',
  );
  expect(text).toMatch(/value="meal" checked/);
  expect((await world.as('vera').get('/ask/hand?want=constructor')).status).toBe(200);
});

test('the helper sees what, when and roughly where, and not who; the asker a number, and no name', async () => {
  await offerAs(world, 'dana', { boundaries: 'No cats please' });
  const ask = await askAs(world, 'maya');
  await introduce(world);
  expect(await unseen('dana')).toContain('Somebody could use what you offer');
  const [id] = await introductionsOf(world, 'dana');
  const hers = (await world.as('dana').get(`/asks/introductions/${id}`)).text;
  expect(hers).toContain('Dinner would help this week');
  expect(hers).toContain('You said that you can help with meals');
  expect(hers).not.toContain('Maya');
  expect(hers).not.toContain(maya.memberId);
  const mine = (await world.as('maya').get(`/asks/${ask}`)).text;
  expect(mine).toContain('We asked one person who offered this.');
  expect(mine).not.toMatch(/Dana|No cats|I can cook/);
});

test('yes opens their talk, tells her, and nobody else is asked any more: never three dinners', async () => {
  await Promise.all([offerAs(world, 'dana'), offerAs(world, 'rosa')]);
  const ask = await askAs(world, 'maya');
  await introduce(world);
  const [ofDana] = await introductionsOf(world, 'dana');
  const [ofRosa] = await introductionsOf(world, 'rosa');
  const yes = await world.as('dana').post(`/asks/introductions/${ofDana}/acceptance`);
  expect(yes.location).toMatch(/^\/messages\//);
  expect((await world.as('dana').get(yes.location!)).text).toContain('Maya');
  expect((await world.as('dana').post(`${yes.location}/messages`, { body: 'Six on Thursday?' })).status).toBe(
    303,
  );
  expect(await unseen('maya')).toContain('Dana said yes to what you asked');
  const mine = (await world.as('maya').get(`/asks/${ask}`)).text;
  expect(mine).toContain('Offers: I can cook on Thursdays');
  expect(mine).not.toContain('Rosa');
  expect(await unseen('rosa')).not.toContain('could use what you offer');
  const late = await world.as('rosa').post(`/asks/introductions/${ofRosa}/acceptance`);
  expect(late.location).toBe(`/asks/introductions/${ofRosa}`);
  const page = (await world.as('rosa').get(late.location!)).text;
  expect(page).toContain('somebody was quicker');
  expect(page).not.toContain('Dinner would help');
});

test('no is quiet and final, looks like no answer, and the next one is asked', async () => {
  await offerAs(world, 'dana');
  const ask = await askAs(world, 'maya');
  await introduce(world);
  const [id] = await introductionsOf(world, 'dana');
  await offerAs(world, 'rosa');
  await world.as('dana').post(`/asks/introductions/${id}/refusal`);
  await introduce(world);
  expect(await introductionsOf(world, 'rosa')).toHaveLength(1);
  expect((await world.as('dana').post(`/asks/introductions/${id}/acceptance`)).status).toBe(404);
  expect((await world.as('maya').get(`/asks/${ask}`)).text).toContain('We asked 2 people');
  expect(await unseen('maya')).not.toMatch(/Dana|cannot/);
  // Nor to her next ask, for a while.
  const next = await askAs(world, 'maya', { words: 'And on Friday' });
  await introduce(world);
  expect(await introductionsOf(world, 'dana', next)).toEqual([]);
});

test('no answer in time: others are asked beside her, and she may still say yes', async () => {
  await offerAs(world, 'dana');
  await askAs(world, 'maya', { needed: 'today' });
  await introduce(world);
  await offerAs(world, 'rosa', { atOnce: '3' });
  await offerAs(world, 'vera');
  await introduce(world, 60);
  expect(await introductionsOf(world, 'vera')).toEqual([]);
  await introduce(world, 125);
  expect([...(await introductionsOf(world, 'rosa')), ...(await introductionsOf(world, 'vera'))]).toHaveLength(
    2,
  );
  const [id] = await introductionsOf(world, 'dana');
  const { location } = await world.as('dana').post(`/asks/introductions/${id}/acceptance`);
  expect(location).toMatch(/^\/messages\//);
});

test('never the one who asks, nobody blocked either way, nobody suspended, nobody who paused', async () => {
  await offerAs(world, 'maya');
  await offerAs(world, 'bea'); // Maya blocked her
  await offerAs(world, 'vera');
  await world.as('vera').post('/asks/offers/pause', { pausing: 'yes' });
  await offerAs(world, 'rosa');
  await world.owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, member_id, kind, until, reason)
     VALUES ($1, gen_random_uuid(), $2, 'suspension', now() + interval '1 day', 'x')`,
    [rosa.communityId, rosa.memberId],
  );
  const ask = await askAs(world, 'maya');
  await introduce(world);
  const { rows } = await world.owner.query('SELECT helper_id FROM ask_introductions WHERE ask_id = $1', [
    ask,
  ]);
  const { rows: suspended } = await world.owner.query('SELECT 1 FROM sanctions WHERE member_id = $1', [
    rosa.memberId,
  ]);
  expect(suspended).toHaveLength(1);
  expect(rows).toEqual([]);
  await world.owner.query('DELETE FROM sanctions');
  await world.as('vera').post('/asks/offers/pause', { pausing: '' });
  await introduce(world, 61);
  expect(await introductionsOf(world, 'vera')).toHaveLength(1);
});

test('who blocks her afterwards hears no more of it', async () => {
  await offerAs(world, 'vera');
  await askAs(world, 'maya');
  await introduce(world);
  const [id] = await introductionsOf(world, 'vera');
  await world.owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    maya.memberId,
    vera.memberId,
  ]);
  expect((await world.as('vera').get(`/asks/introductions/${id}`)).status).toBe(404);
  expect((await world.as('vera').post(`/asks/introductions/${id}/acceptance`)).status).toBe(404);
  expect(await unseen('vera')).not.toContain('could use what you offer');
  await world.owner.query('DELETE FROM blocks WHERE blocked_id = $1', [vera.memberId]);
  expect(bea.memberId).toBeDefined();
});

test('after two days a quiet question; one tap thanks whoever came, and opens it again', async () => {
  await offerAs(world, 'dana');
  const ask = await askAs(world, 'maya');
  await introduce(world);
  const [id] = await introductionsOf(world, 'dana');
  await world.as('dana').post(`/asks/introductions/${id}/acceptance`);
  await introduce(world, 47 * 60);
  expect(await unseen('maya')).not.toContain('Did somebody come?');
  await introduce(world, 49 * 60);
  await introduce(world, 49 * 60);
  expect((await unseen('maya')).match(/Did somebody come\?/g)).toHaveLength(1);
  await world.as('maya').post(`/asks/${ask}/closing`, { as: 'helped' });
  await world.as('maya').post(`/asks/${ask}/closing`, { as: 'helped' });
  expect(await unseen('maya')).not.toContain('Did somebody come?');
  expect((await unseen('dana')).match(/Maya thanks you for your help/g)).toHaveLength(1);
  expect((await world.as('maya').get(`/asks/${ask}`)).text).toContain('Done, with thanks');
  expect((await world.as('maya').post(`/asks/${ask}/opening`)).status).toBe(303);
  expect((await world.as('maya').get(`/asks/${ask}`)).text).toContain('>Open<');
});

test('to her circle it goes as a post that asks, in her name, with its promise', async () => {
  await askAs(
    world,
    'maya',
    { to: [`circle-${NIGHT_FEEDS}`], words: 'Who has a breast pump to lend?' },
    'answer',
  );
  const { rows } = await world.owner.query(
    'SELECT p.asks, p.body, a.post_id IS NOT NULL AS linked, f.due_at FROM asks a JOIN posts p USING (post_id) JOIN first_replies f ON f.thread_id = p.post_id',
  );
  expect(rows).toMatchObject([
    { asks: 'informational', body: 'Who has a breast pump to lend?', linked: true },
  ]);
  expect(rows[0].due_at).toBeInstanceOf(Date);
});

test('sent twice, it is one ask and one post; a circle that is not hers cannot be chosen', async () => {
  const key = '0193e0c0-0000-7000-8000-00000000abcd';
  const form = { key, to: ['nearby', `circle-${NIGHT_FEEDS}`] };
  expect(await askAs(world, 'maya', form)).toBe(key);
  expect(await askAs(world, 'maya', form)).toBe(key);
  const { rows } = await world.owner.query(
    `SELECT (SELECT count(*)::int FROM asks) AS asks, (SELECT count(*)::int FROM posts WHERE body = 'Dinner would help this week') AS posts`,
  );
  expect(rows[0]).toEqual({ asks: 1, posts: 1 });
  const refused = await world.as('vera').post('/ask/hand', {
    words: 'Let me in',
    needed: 'week',
    to: `circle-${NIGHT_FEEDS}`,
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Choose who is asked.');
});

test('heavy words are stopped by nothing, and she is met with those who answer now', async () => {
  const { location } = await world.as('maya').post('/ask/listen', {
    words: 'I want to die',
    needed: 'now',
    to: 'nearby',
  });
  expect(location).toMatch(/^\/care\?to=/);
  expect((await world.as('maya').get('/ask/listen')).text).toContain('care-note');
});

test('hostile and missing input: a clear answer, nothing half-written', async () => {
  const bad: [Record<string, string | string[]>, string][] = [
    [{ words: '  ', to: 'nearby' }, 'Write a line'],
    [{ words: 'x'.repeat(501), to: 'nearby' }, 'longer than we can keep'],
    [{ words: 'x', to: [] }, 'Choose who is asked'],
    [{ words: 'x', to: 'everybody' }, 'Choose who is asked'],
    [{ words: 'x', to: ['circle-a', 'circle-b'] }, 'Choose one circle'],
    [{ words: 'x', to: 'nearby', needed: 'at', date: '2020-01-01', time: '10:00' }, 'still ahead'],
    [{ words: 'x', to: 'nearby', needed: 'at', date: "'; DROP", time: '' }, 'Give a day'],
    [{ words: 'x', to: 'nearby', wants: '99' }, ''],
    [{ words: 'x', to: 'nearby', thing: 'yacht' }, ''],
  ];
  for (const [form, said] of bad) {
    const { status, text } = await world.as('maya').post('/ask/hand', form);
    expect([status, text.includes(said)], JSON.stringify(form)).toEqual([422, true]);
  }
  const offers: Record<string, string | string[]>[] = [
    { atOnce: '0' },
    { maxMiles: '-3' },
    { maxMiles: 'far' },
    { languages: [] },
    { kind: 'magic' },
  ];
  for (const form of offers)
    expect((await world.as('dana').post('/asks/offers/new', { words: 'x', ...form })).status).toBe(422);
  const { rows } = await world.owner.query('SELECT 1 FROM asks UNION ALL SELECT 1 FROM help_offers');
  expect(rows).toEqual([]);
  expect(dana.memberId).toBeDefined();
});
