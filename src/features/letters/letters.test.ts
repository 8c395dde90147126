import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { chooses, headerOf, outbox, say, toldAt, wishes } from './letters.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://porch.example.org' });
const { owner } = world;
const folder = join(world.parts.config.dataDir, 'outbox');
// A Wednesday in Chicago, six hours behind.
const EVENING_BEFORE = '2026-11-24T23:00:00-06:00';
const at = (clock: string, day = '2026-11-25') => new Date(`${day}T${clock}:00-06:00`);

const send = (moment: Date) => world.job('letters.sending', moment);
const lettersTo = async (name: keyof People) =>
  (await outbox(world)).filter((letter) => letter.to?.[0]?.address === world.people[name].email);
const rows = async () =>
  (await owner.query('SELECT mode, period, state, reason, attempts FROM letters ORDER BY created_at')).rows;

beforeEach(async () => {
  for (const table of [
    'posts',
    'letters',
    'answers',
    'notification_settings',
    'mail_choices',
    'circle_mail_choices',
  ])
    await owner.query(`DELETE FROM ${table}`);
  await owner.query(`UPDATE members SET locale = 'en', time_zone = NULL`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

/** Maya asks in the evening, Dana and Rosa answer. */
async function anEvening(): Promise<string> {
  const thread = await say(world, 'maya', '', 'Anyone awake at three?');
  await say(world, 'dana', `/${thread}/replies`, 'Always.');
  await say(world, 'rosa', `/${thread}/replies`, 'Me too.');
  await toldAt(world, EVENING_BEFORE);
  return thread;
}

test('no letter tells of a circle that speaks of what she lost, also not of what was written before she said so', async () => {
  await wishes(world, 'maya');
  await chooses(world, 'maya', 'daily');
  await anEvening();
  await owner.query(`UPDATE answers SET stages = '[{"kind":"loss"}]'`);
  await send(at('08:00'));
  expect(await lettersTo('maya')).toEqual([]);
  await owner.query(
    `UPDATE answers SET stages = '[]'; UPDATE notifications SET created_at = created_at + interval '1 day'`,
  );
  await send(at('08:00', '2026-11-27'));
  expect((await lettersTo('maya')).length, 'said otherwise, she is told as before').toBe(1);
});

test('a daily digest comes once, in her morning, with who answered where, in two forms', async () => {
  await wishes(world, 'maya');
  await chooses(world, 'maya', 'daily');
  const thread = await anEvening();
  await send(at('07:59'));
  expect(await lettersTo('maya')).toEqual([]);
  await send(at('08:00'));
  await send(at('08:01'));
  await send(at('20:00'));
  const [letter, ...more] = await lettersTo('maya');
  expect(more).toEqual([]);
  expect(letter!.subject).toBe('What is new for you today');
  expect(letter!.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
  for (const form of [letter!.text, letter!.html]) {
    expect(form).toContain('Rosa and Dana replied to you in Night Feeds, Lakeview');
    expect(form).toContain('Anyone awake at three?');
    expect(form).toContain(`http://porch.example.org/circles/${NIGHT_FEEDS}/posts/${thread}`);
  }
  expect(await rows()).toMatchObject([{ mode: 'daily', period: '2026-11-25', state: 'sent' }]);
});

test('what was told is not told again; what is new comes the next morning', async () => {
  await wishes(world, 'maya');
  await chooses(world, 'maya', 'daily');
  const thread = await anEvening();
  await send(at('08:00'));
  await send(at('08:00', '2026-11-26'));
  expect(await lettersTo('maya')).toHaveLength(1);
  await say(world, 'dana', `/${thread}/replies`, 'Still up.');
  await owner.query('UPDATE notifications SET created_at = $1 WHERE mailed_at IS NULL', [
    at('12:00', '2026-11-26'),
  ]);
  await send(at('20:00', '2026-11-26'));
  expect(await lettersTo('maya')).toHaveLength(1);
  await send(at('08:00', '2026-11-27'));
  expect(await lettersTo('maya')).toHaveLength(2);
});

test('many servers at once send each letter once', async () => {
  for (const name of ['maya', 'dana', 'rosa'] as const) {
    await wishes(world, name);
    await chooses(world, name, 'daily');
  }
  await anEvening();
  await Promise.allSettled(Array.from({ length: 5 }, () => send(at('08:00'))));
  await send(at('08:00'));
  for (const name of ['maya', 'dana'] as const) expect(await lettersTo(name)).toHaveLength(1);
  expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(['sent']));
});

test('quiet hours hold a digest until they end, and a weekly one comes on Monday', async () => {
  await wishes(world, 'maya', { quietFrom: '21:00', quietTo: '10:00' });
  await chooses(world, 'maya', 'daily');
  await wishes(world, 'dana');
  await chooses(world, 'dana', 'weekly');
  await anEvening();
  await send(at('09:59'));
  expect(await outbox(world)).toEqual([]);
  await send(at('10:00'));
  expect(await lettersTo('maya')).toHaveLength(1);
  expect(await lettersTo('dana')).toEqual([]);
  await send(at('08:00', '2026-11-30'));
  const [weekly] = await lettersTo('dana');
  expect(weekly!.subject).toBe('Your week in a few lines');
});

test('her morning is hers: by her own zone, and nobody is held up by a zone unknown here', async () => {
  for (const name of ['maya', 'dana'] as const) {
    await wishes(world, name);
    await chooses(world, name, 'daily');
  }
  await anEvening();
  await owner.query(`UPDATE members SET time_zone = 'America/Los_Angeles' WHERE display_name = 'Maya'`);
  await owner.query(`UPDATE members SET time_zone = 'Mars/Olympus' WHERE display_name = 'Dana'`);
  await send(at('08:30'));
  expect(await lettersTo('maya')).toEqual([]);
  expect(await lettersTo('dana')).toHaveLength(1);
  await send(at('10:00')); // eight in Los Angeles
  expect(await lettersTo('maya')).toHaveLength(1);
});

test('instant letters wait a minute, then ten between two, and never fall into her quiet hours', async () => {
  await wishes(world, 'maya', { quietFrom: '21:00', quietTo: '07:00' });
  const thread = await say(world, 'maya', '', 'Anyone awake?');
  await say(world, 'dana', `/${thread}/replies`, 'Yes.');
  await toldAt(world, at('12:00').toISOString());
  await send(new Date(at('12:00').getTime() + 30_000));
  expect(await lettersTo('maya')).toEqual([]);
  await send(at('12:01'));
  expect((await lettersTo('maya')).map(({ subject }) => subject)).toEqual(['You have a message']);
  await say(world, 'rosa', `/${thread}/replies`, 'Yes, too.');
  await owner.query('UPDATE notifications SET created_at = $1 WHERE mailed_at IS NULL', [at('12:02')]);
  await send(at('12:10'));
  expect(await lettersTo('maya')).toHaveLength(1);
  await send(at('12:11'));
  expect(await lettersTo('maya')).toHaveLength(2);
  await say(world, 'dana', `/${thread}/replies`, 'Late now.');
  await owner.query('UPDATE notifications SET created_at = $1 WHERE mailed_at IS NULL', [at('22:00')]);
  await send(at('23:00'));
  expect(await lettersTo('maya')).toHaveLength(2);
  await send(at('07:00', '2026-11-26'));
  expect(await lettersTo('maya')).toHaveLength(3);
});

test('what she has seen, or wants no letters about, is in none', async () => {
  await wishes(world, 'maya', { by: 'app' });
  await wishes(world, 'dana');
  await chooses(world, 'dana', 'none', NIGHT_FEEDS);
  await wishes(world, 'rosa');
  const thread = await anEvening();
  await say(world, 'maya', `/${thread}/replies`, 'Thank you both.');
  await toldAt(world, EVENING_BEFORE);
  await world.as('rosa').get(`/circles/${NIGHT_FEEDS}/posts/${thread}`);
  await send(at('12:00'));
  expect(await outbox(world)).toEqual([]);
});

test('content-free says nothing of what, who or where', async () => {
  await wishes(world, 'maya', { contentFree: true });
  await anEvening();
  await send(at('12:00'));
  const [letter] = await lettersTo('maya');
  expect(letter!.text).toContain('You have a message.');
  const all = JSON.stringify(letter);
  for (const word of ['Night Feeds', 'Dana', 'Rosa', 'awake', 'Lakeview', NIGHT_FEEDS])
    expect(all).not.toContain(word);
});

test('she is written to in her language', async () => {
  await wishes(world, 'maya');
  await owner.query(`UPDATE members SET locale = 'es'`);
  await anEvening();
  await send(at('12:00'));
  const [letter] = await lettersTo('maya');
  expect(letter!.subject).toBe('Tienes un mensaje');
  expect(letter!.html).toContain('lang="es-US"');
});

test('what she may no longer read when it is sent is absent; when nothing is left there is no letter', async () => {
  for (const name of ['maya', 'dana', 'rosa'] as const) {
    await wishes(world, name);
    await chooses(world, name, 'daily');
  }
  const thread = await anEvening();
  await say(world, 'maya', `/${thread}/replies`, 'A word of Maya.');
  await toldAt(world, EVENING_BEFORE);
  const { maya, dana, rosa } = world.people;
  await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    maya.memberId,
    dana.memberId,
  ]);
  await send(at('08:00'));
  await owner.query('DELETE FROM blocks WHERE blocked_id = $1', [dana.memberId]);
  const [letter] = await lettersTo('maya');
  expect(letter!.text).toContain('Rosa replied to you');
  expect(letter!.text).not.toContain('Dana');
  expect(await lettersTo('dana')).toEqual([]); // all of it stood in a thread that is out of her sight now
  expect(await lettersTo('rosa')).toHaveLength(1);

  await say(world, 'rosa', `/${thread}/replies`, 'And more.');
  await world.as('dana').post(`/circles/${NIGHT_FEEDS}/departure`);
  const last = await say(world, 'rosa', `/${thread}/replies`, 'To be removed.');
  await world.as('rosa').post(`/circles/${NIGHT_FEEDS}/posts/${last}/removal`); // her own
  await owner.query('UPDATE notifications SET created_at = $1 WHERE mailed_at IS NULL', [EVENING_BEFORE]);
  await send(at('08:00', '2026-11-26'));
  expect(await lettersTo('dana')).toEqual([]);
  await owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [rosa.communityId, NIGHT_FEEDS, dana.memberId],
  );
});

test('a letter can be ended by one click of a mail program, from nowhere, without a session', async () => {
  await wishes(world, 'maya');
  const thread = await anEvening();
  await send(at('12:00'));
  const [letter] = await lettersTo('maya');
  expect(headerOf(letter!, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const [, way] = headerOf(letter!, 'List-Unsubscribe').match(
    /^<http:\/\/porch\.example\.org(\/unsubscribe\/\S+)>$/,
  )!;

  const program = world.nobody();
  const look = await program.get(way!);
  expect(look.status).toBe(200);
  for (const word of ['Maya', 'Night Feeds']) expect(look.text).not.toContain(word);
  const { rows: asBefore } = await owner.query('SELECT by_mail FROM notification_settings');
  expect(asBefore).toEqual([{ by_mail: true }]); // looking ends nothing

  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const answer = await program.raw(way!, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status).toBe(200);
  await say(world, 'dana', `/${thread}/replies`, 'More.');
  await toldAt(world, at('13:30').toISOString());
  await send(at('15:00'));
  expect(await lettersTo('maya')).toHaveLength(1);
});

test('the links in it end one circle or all, with a button; a forged one is nowhere', async () => {
  await wishes(world, 'maya');
  await anEvening();
  await send(at('12:00'));
  const [letter] = await lettersTo('maya');
  const [, ofCircle] = letter!.text!.match(/No letters about Night Feeds, Lakeview: http:\/\/[^/]+(\S+)/)!;
  const browser = world.nobody();
  const done = await browser.post(ofCircle!);
  expect([done.status, done.location]).toEqual([303, `${ofCircle}?done`]);
  expect((await browser.get(done.location!)).text).toContain('We will not send you these letters any more');
  const { rows: choices } = await owner.query('SELECT member_id, circle_id, mode FROM circle_mail_choices');
  expect(choices).toEqual([{ member_id: world.people.maya.memberId, circle_id: NIGHT_FEEDS, mode: 'none' }]);

  const forged = `${ofCircle!.slice(0, -1)}${ofCircle!.endsWith('A') ? 'B' : 'A'}`;
  expect((await browser.get(forged)).status).toBe(404);
  expect((await browser.post(forged)).status).toBe(404);
  expect((await world.as('nora').post(ofCircle!)).status).toBe(404); // another community's door
});

test('a letter in doubt in the outbox goes again as the very same letter', async () => {
  await wishes(world, 'maya');
  await chooses(world, 'maya', 'daily');
  await anEvening();
  await send(at('08:00'));
  await owner.query(`UPDATE letters SET state = 'sending', runner = gen_random_uuid()`);
  await owner.query('UPDATE notifications SET mailed_at = NULL');
  await send(at('08:05'));
  expect(await lettersTo('maya')).toHaveLength(1);
  expect(await rows()).toMatchObject([{ state: 'sent' }]);
});
