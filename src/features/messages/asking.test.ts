import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { seat } from '../circles/a-circle.fixture.ts';
import { jobs } from './jobs.ts';

const world = await newWorld();
const { owner, people } = world;
type Name = keyof typeof people;

const door = (who: Name) => `/members/${people[who].memberId}/message`;
const ask = (who: Name, whom: Name, reason = 'We are both up at three') =>
  world.as(who).post(door(whom), { reason });
const talkId = async (): Promise<string> => (await owner.query('SELECT talk_id FROM talks')).rows[0]?.talk_id;
const answers = (who: Name, contact: object) =>
  owner.query(
    `INSERT INTO answers (community_id, member_id, contact) VALUES ($1, $2, $3)
     ON CONFLICT (community_id, member_id) DO UPDATE SET contact = excluded.contact`,
    [people[who].communityId, people[who].memberId, JSON.stringify(contact)],
  );
const block = (who: Name, whom: Name) => world.as(who).post(`/members/${people[whom].memberId}/block`);

beforeEach(async () => {
  await owner.query('DELETE FROM talks');
  await owner.query('DELETE FROM message_doors');
  await owner.query('DELETE FROM answers');
  await owner.query(`DELETE FROM blocks WHERE blocked_id <> $1`, [people.bea.memberId]);
});

test('Maya asks Rosa, who sees only who and why; a yes, and both write', async () => {
  const asked = await ask('maya', 'rosa', 'We are both up at three');
  const here = `/messages/${await talkId()}`;
  expect([asked.status, asked.location]).toEqual([303, here]);
  const request = (await world.as('rosa').get(here)).text;
  expect(request).toContain('Maya would like to write to you');
  expect(request).toContain('We are both up at three');
  expect(request).not.toContain('name="body"');
  expect((await world.as('rosa').get('/messages')).text).toContain('We are both up at three');
  for (const early of ['maya', 'rosa'] as const)
    expect((await world.as(early).post(`${here}/messages`, { body: 'early' })).status).toBe(404);
  expect((await world.as('maya').post(`${here}/acceptance`)).status).toBe(404);
  expect((await world.as('rosa').post(`${here}/acceptance`)).location).toBe(here);
  expect((await world.as('maya').post(`${here}/messages`, { body: 'Hello Rosa' })).status).toBe(303);
  await world.as('rosa').post(`${here}/messages`, { body: 'Hello Maya' });
  const page = (await world.as('maya').get(here)).text;
  expect(page.indexOf('Hello Rosa')).toBeGreaterThan(0);
  expect(page.indexOf('Hello Maya')).toBeGreaterThan(page.indexOf('Hello Rosa'));
});

test('a reason that is heavy to carry still goes, and she is met with those who answer now', async () => {
  const page = (await world.as('maya').get(door('rosa'))).text;
  expect(page).toContain('data-care=');
  expect(page, 'without scripts one line stands there always').toMatch(
    /<noscript>[\s\S]*help-now[\s\S]*<\/noscript>/,
  );
  const sent = await ask('maya', 'rosa', 'I want to kill myself');
  expect(sent.location).toBe(`/care?to=${encodeURIComponent(`/messages/${await talkId()}`)}`);
});

test('a reason that was chosen is read in the reader’s language', async () => {
  await world.as('maya').post(door('rosa'), { because: 'thanks' });
  const rosa = world.as('rosa');
  rosa.cookies.set('lang', 'es');
  expect((await rosa.get('/messages')).text).toContain('Algo que escribiste me ayudó');
});

test.each([
  ['', 'Choose a reason'],
  ['x'.repeat(201), 'up to 200 characters'],
  ['See https://oils.example', 'Leave out links'],
  ['Write me at maya@example.org', 'Leave out links'],
  ['Call 312 555 0148', 'Leave out links'],
])('a reason is one line and leads nowhere else: %j', async (reason, words) => {
  const refused = await ask('maya', 'rosa', reason);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(words);
  expect(await talkId()).toBeUndefined();
});

test('absent, blocked, blocking, closed, a stranger and herself get one answer', async () => {
  await world.as('dana').post('/messages/door', { door: 'closed' });
  const nowhere = '/members/00000000-0000-7000-8000-00000000dead/message';
  const all: [Name, string][] = [
    ['maya', nowhere],
    ['maya', door('bea')],
    ['bea', door('maya')],
    ['maya', door('dana')],
    ['maya', door('vera')],
    ['maya', door('maya')],
    ['nora', door('maya')],
    ['mo', door('maya')],
  ];
  const same = (text: string, path: string) =>
    text
      .replaceAll(path, '')
      .replaceAll(/name="_csrf" value="[^"]*"/g, '')
      .replaceAll(/[0-9a-f-]{36}/g, '');
  const first = await world.as('maya').get(nowhere);
  for (const [who, path] of all) {
    const client = world.as(who);
    expect((await client.post(path, { reason: 'Hello' })).status, path).toBe(404);
    const page = await client.get(path);
    expect(page.status, path).toBe(404);
    if (who === 'maya') expect(same(page.text, path)).toBe(same(first.text, nowhere));
  }
  expect(await talkId()).toBeUndefined();
  expect((await world.as('maya').get(`/members/${people.dana.memberId}`)).text).not.toContain('/message"');
});

test('introduced to each other they may ask without a circle; a declined introduction opens nothing', async () => {
  const introduced = (state: string) =>
    owner.query(
      `INSERT INTO introductions (community_id, introduction_id, mentee_id, mentor_id, state) VALUES ($1, gen_random_uuid(), $2, $3, $4)`,
      [people.vera.communityId, people.vera.memberId, people.dana.memberId, state],
    );
  await owner.query(`INSERT INTO mentor_offers (community_id, member_id, capacity) VALUES ($1, $2, 9)`, [
    people.dana.communityId,
    people.dana.memberId,
  ]);
  await introduced('declined');
  expect((await ask('vera', 'dana')).status).toBe(404);
  await introduced('accepted');
  expect((await ask('vera', 'dana')).status).toBe(303);
});

test('a silent no: the asker goes on seeing that it waits, and asking anew does not reach her', async () => {
  await ask('maya', 'rosa');
  const here = `/messages/${await talkId()}`;
  const plain = (text: string) =>
    text.replaceAll(/<time.*?<\/time>/g, '').replaceAll(/(_csrf" value|data-after)="[^"]*"/g, '');
  const before = [await world.as('maya').get(here), await world.as('maya').get('/messages')];
  expect((await world.as('maya').post(`${here}/refusal`)).status).toBe(404);
  expect((await world.as('rosa').post(`${here}/refusal`)).location).toBe('/messages');
  const after = [await world.as('maya').get(here), await world.as('maya').get('/messages')];
  expect(after.map((page) => plain(page.text))).toEqual(before.map((page) => plain(page.text)));
  expect((await world.as('maya').get('/me/export')).text).not.toMatch(/declined_at": "/);

  await world.as('maya').post(`${here}/withdrawal`);
  await owner.query(`UPDATE talks SET again_at = now() - interval '1 second'`);
  expect((await ask('maya', 'rosa', 'Once more')).status).toBe(303);
  const rosas = (await world.as('rosa').get('/messages')).text;
  expect(rosas).not.toContain('Once more');
  expect(rosas).not.toContain('would like to write');
  expect((await world.as('rosa').post(`${here}/acceptance`)).status).toBe(303); // she may change her mind
});

test('“I can’t right now” is told kindly, with the day from which to ask again', async () => {
  await ask('maya', 'rosa');
  const here = `/messages/${await talkId()}`;
  await world.as('rosa').post(`${here}/postponement`, { weeks: '4' });
  const kind = (await world.as('maya').get(here)).text;
  expect(kind).toContain('It says nothing about you');
  expect(kind).toContain('You can ask Rosa again from');
  const early = await ask('maya', 'rosa');
  expect(early.status).toBe(422);
  expect((await ask('rosa', 'maya')).status).toBe(303); // she herself need not wait
});

test('a request taken back leaves nothing with whoever was asked', async () => {
  await ask('maya', 'rosa', 'A slip');
  const here = `/messages/${await talkId()}`;
  expect((await world.as('rosa').post(`${here}/withdrawal`)).status).toBe(404);
  expect((await world.as('maya').post(`${here}/withdrawal`)).status).toBe(303);
  expect((await world.as('rosa').get(here)).status).toBe(404);
  expect((await owner.query('SELECT reason FROM talks')).rows).toEqual([{ reason: '' }]);
});

test('away until a day: nobody asks before, everybody reads until when', async () => {
  expect((await world.as('rosa').post('/messages/door', { door: 'away', until: '2020-01-01' })).status).toBe(
    422,
  );
  await owner.query(
    `INSERT INTO message_doors (community_id, member_id, away_until) VALUES ($1, $2, current_date + 3)`,
    [people.rosa.communityId, people.rosa.memberId],
  );
  expect((await world.as('maya').get(door('rosa'))).text).toContain('can’t answer right now, until');
  expect((await ask('maya', 'rosa')).status).toBe(422);
  await owner.query('UPDATE message_doors SET away_until = current_date - 2');
  expect((await ask('maya', 'rosa')).status).toBe(303);
});

test('quiet hours are told while they last, in the writer’s own time', async () => {
  const hour = (shift: number) =>
    `${String((new Date().getUTCHours() + shift + 24) % 24).padStart(2, '0')}:00`;
  await owner.query(`UPDATE members SET time_zone = 'UTC'`);
  await answers('rosa', { quietFrom: hour(-1), quietTo: hour(2) });
  expect((await world.as('maya').get(door('rosa'))).text).toMatch(/Rosa’s quiet hours are until \d+:00/);
  await answers('rosa', { quietFrom: hour(3), quietTo: hour(5) });
  expect((await world.as('maya').get(door('rosa'))).text).not.toContain('quiet hours');
});

test('whoever lets people of her circles write at once is written to at once', async () => {
  await answers('rosa', { requestsOnly: false });
  await ask('maya', 'rosa');
  const here = `/messages/${await talkId()}`;
  expect((await world.as('maya').post(`${here}/messages`, { body: 'Hello' })).status).toBe(303);
});

test('two requests that cross are one, and so are ten taps', async () => {
  const crossed = await Promise.all([
    ...Array.from({ length: 5 }, () => ask('maya', 'rosa')),
    ...Array.from({ length: 5 }, () => ask('rosa', 'maya')),
  ]);
  expect(new Set(crossed.map(({ status }) => status))).toEqual(new Set([303]));
  expect((await owner.query('SELECT count(*)::int AS n FROM talks')).rows[0].n).toBe(1);
});

test('a yes and a taking back at the same moment: one of them happened', async () => {
  await ask('maya', 'rosa');
  const here = `/messages/${await talkId()}`;
  const both = await Promise.all([
    world.as('rosa').post(`${here}/acceptance`),
    world.as('maya').post(`${here}/withdrawal`),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
});

test('five people a day, however quickly she asks', async () => {
  const many = Array.from({ length: 8 }, (_, n) => `00000000-0000-7000-8000-0000000000e${n}`);
  for (const id of many) {
    await owner.query(
      'INSERT INTO members (community_id, member_id, account_id, display_name) VALUES ($1, $2, $3, $4)',
      [people.dana.communityId, id, `account-${id}`, 'Ana'],
    );
    await seat(world, NIGHT_FEEDS, { ...people.dana, memberId: id });
  }
  const all = await Promise.all(
    many.map((id) => world.as('dana').post(`/members/${id}/message`, { because: 'near' })),
  );
  expect(all.map(({ status }) => status).sort()).toEqual([303, 303, 303, 303, 303, 422, 422, 422]);
});

test('a block ends it both ways, and asking afterwards tells nothing', async () => {
  await ask('maya', 'rosa');
  const here = `/messages/${await talkId()}`;
  await world.as('rosa').post(`${here}/acceptance`);
  await world.as('maya').post(`${here}/messages`, { body: 'Hello' });
  await block('rosa', 'maya');
  for (const who of ['maya', 'rosa'] as const) {
    expect((await world.as(who).get(here)).status).toBe(404);
    expect((await world.as(who).get('/messages')).text).not.toContain(here);
    expect((await world.as(who).post(`${here}/messages`, { body: 'Hello?' })).status).toBe(404);
  }
  expect((await ask('maya', 'rosa')).status).toBe(404);
  await world.as('rosa').post(`/me/blocks/${people.maya.memberId}/removal`);
  expect((await world.as('maya').post(`${here}/messages`, { body: 'Back?' })).status).toBe(404); // it stays over
});

const told = async (who: Name) =>
  (
    await owner.query(
      `SELECT kind FROM notifications WHERE member_id = $1 AND kind LIKE 'messages.%' ORDER BY created_at`,
      [people[who].memberId],
    )
  ).rows.map(({ kind }) => kind);

test('she is told of a request, a yes and new words; never after a silent no, and not while she can’t', async () => {
  await owner.query('DELETE FROM notifications');
  await ask('maya', 'rosa');
  const here = `/messages/${await talkId()}`;
  const inbox = (await world.as('rosa').get('/notifications')).text;
  expect(inbox).toContain('Maya would like to write to you');
  expect(inbox).toContain(here);
  await world.as('rosa').post(`${here}/refusal`);
  await world.as('maya').post(`${here}/withdrawal`);
  expect((await world.as('rosa').get('/notifications')).text).not.toContain('Maya would like'); // taken back
  await owner.query('DELETE FROM notifications');
  await owner.query(`UPDATE talks SET again_at = now() - interval '1 second'`);
  await ask('maya', 'rosa');
  expect(await told('rosa')).toEqual([]);
  await world.as('rosa').post(`${here}/acceptance`);
  expect(await told('maya')).toEqual(['messages.accepted']);

  const away = (days: number) =>
    owner.query(
      `INSERT INTO message_doors (community_id, member_id, away_until) VALUES ($1, $2, current_date + $3::int)
       ON CONFLICT (community_id, member_id) DO UPDATE SET away_until = excluded.away_until`,
      [people.rosa.communityId, people.rosa.memberId, days],
    );
  const tick = () =>
    jobs[0]!.run({ ...world.parts, now: new Date(), stopping: new AbortController().signal });
  await away(3);
  await world.as('maya').post(`${here}/messages`, { body: 'whenever you can' });
  await tick();
  expect(await told('rosa')).toEqual([]);
  await away(-2);
  await Promise.all([tick(), tick()]);
  expect(await told('rosa')).toEqual(['messages.message']);
  await world.as('rosa').get(here);
  expect(
    (
      await owner.query(`SELECT 1 FROM notifications WHERE seen_at IS NULL AND member_id = $1`, [
        people.rosa.memberId,
      ])
    ).rows,
  ).toEqual([]);
});
