import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../../test/kit/people.ts';
import { type FakeBrowser, startPushService } from '../../../../test/kit/push-service.ts';
import { newWorld } from '../../../../test/kit/world.ts';
import { newId } from '../../../platform/crypto/index.ts';
import { deliverPushes } from './delivering.ts';

const service = await startPushService();
/** One that answers whatever it is told to. */
const answers = { status: 500, asked: 0 };
const moody = createServer((_, answer) => {
  answers.asked += 1;
  answer.writeHead(answers.status, { location: 'http://127.0.0.1:1/inside' }).end();
}).listen(0);
await once(moody, 'listening');
afterAll(() => void moody.close());
const MOODY = `http://localhost:${(moody.address() as AddressInfo).port}`;

const world = await newWorld({ PUSH_ALLOW: `${service.origin},${MOODY}` });
const { owner } = world;
const { maya, dana } = world.people;
type Name = keyof People;

const keyOn = (page: string) => /data-key="([^"]+)"/.exec(page)?.[1];
const publicKey = keyOn((await world.as('vera').get('/me/notifications')).text)!;
const subscribe = (name: Name, { endpoint, p256dh, auth }: Omit<FakeBrowser, 'messages' | 'expire'>) =>
  world.as(name).post('/me/notifications/devices', { endpoint, p256dh, auth });
const THREAD = /#p-([0-9a-f-]{36})/;
const write = async (name: Name, path: string) =>
  THREAD.exec(
    (await world.as(name).post(`/circles/${NIGHT_FEEDS}/posts${path}`, { body: `quillmarrow ${newId()}` }))
      .location ?? '',
  )![1]!;
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const deliver = (at = later(0.01)) => deliverPushes(world.parts, at);
const answered = async () => {
  const thread = await write('maya', '');
  return write('dana', `/${thread}/replies`);
};
const choose = (name: Name, said: Record<string, string> = {}) =>
  world.as(name).post('/me/notifications', { mail: 'none', ...said });
const count = async (table: string) => (await owner.query(`SELECT FROM ${table}`)).rowCount;

let phone: FakeBrowser;
beforeEach(async () => {
  for (const table of ['notifications', 'push_subscriptions', 'answers', 'notification_settings', 'posts'])
    await owner.query(`DELETE FROM ${table}`);
  phone = await service.browser(publicKey);
  const done = await subscribe('maya', phone);
  expect([done.status, done.location]).toEqual([303, '/me/notifications']);
});

test('a reply reaches her phone once, and says nothing of itself unless she asked for it', async () => {
  await answered();
  expect(await deliver()).toBe(1);
  expect(await deliver()).toBe(0);
  expect(phone.messages()).toEqual([
    { title: 'Something new is waiting for you', body: '', path: '/notifications', tag: 'news' },
  ]);
  expect((await choose('maya')).status).toBe(303);
  const reply = await answered();
  await deliver();
  expect(phone.messages()[1]).toMatchObject({
    title: 'Lakeview Porch',
    body: 'Dana replied to you in Night Feeds, Lakeview',
    path: expect.stringContaining(`at=${reply}#p-${reply}`),
  });
  expect(JSON.stringify(phone.messages())).not.toContain('quillmarrow');
});

test('however many servers deliver at once, each message is handed over once', async () => {
  const thread = await write('maya', '');
  for (let i = 0; i < 5; i++) await write('dana', `/${thread}/replies`);
  const sent = await Promise.all(Array.from({ length: 6 }, () => deliver()));
  expect(sent.reduce((a, b) => a + b)).toBe(5);
  expect(phone.messages()).toHaveLength(5);
  expect(await count('push_deliveries')).toBe(0);
});

test('what she may no longer read at that moment, or has seen, is not sent', async () => {
  const reply = await answered();
  await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    dana.memberId,
    maya.memberId,
  ]);
  expect(await deliver()).toBe(0);
  await owner.query('DELETE FROM blocks WHERE blocker_id = $1', [dana.memberId]);
  await world.as('dana').post(`/circles/${NIGHT_FEEDS}/posts/${reply}/removal`);
  await answered();
  await world.as('maya').post('/notifications/seen');
  expect(await deliver()).toBe(0);
  await answered();
  await owner.query('DELETE FROM circle_members WHERE member_id = $1', [maya.memberId]);
  expect(await deliver()).toBe(0);
  expect(phone.messages()).toEqual([]);
  expect(await count('push_deliveries')).toBe(0);
  await owner.query('INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    NIGHT_FEEDS,
    maya.memberId,
  ]);
});

test('quiet hours hold it until they end', async () => {
  await choose('maya', { quietFrom: '00:00', quietTo: '23:00' });
  await answered();
  const noon = new Date(Date.UTC(2030, 0, 15, 18)); // noon in Chicago
  expect(await deliver(noon)).toBe(0);
  const { rows } = await owner.query('SELECT due_at FROM push_deliveries');
  expect(rows).toEqual([{ due_at: new Date(Date.UTC(2030, 0, 16, 5)) }]);
  expect(await deliver(new Date(Date.UTC(2030, 0, 16, 4, 59)))).toBe(0);
});

test('every browser of hers is told; one that is gone is forgotten', async () => {
  // Another session of hers, on another browser.
  await owner.query(
    `INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ('hers-too', now() + interval '7 days', 'another-token', $1)`,
    [maya.accountId],
  );
  const tablet = await service.browser(publicKey);
  await owner.query(
    `INSERT INTO push_subscriptions (community_id, member_id, session_id, endpoint, p256dh, auth) VALUES ($1, $2, 'hers-too', $3, $4, $5)`,
    [maya.communityId, maya.memberId, tablet.endpoint, tablet.p256dh, tablet.auth],
  );
  phone.expire();
  await answered();
  expect(await deliver()).toBe(1);
  expect(tablet.messages()).toHaveLength(1);
  const { rows } = await owner.query('SELECT endpoint FROM push_subscriptions');
  expect(rows).toEqual([{ endpoint: tablet.endpoint }]);
  // Signed out from afar, it is silent.
  await owner.query(`DELETE FROM auth.session WHERE id = 'hers-too'`);
  expect(await count('push_subscriptions')).toBe(0);
});

test('a push service that is away is tried again, a little later each time; a redirect is not followed', async () => {
  await subscribe('maya', { ...phone, endpoint: `${MOODY}/x` });
  await answered();
  answers.status = 503;
  const first = later(0.01);
  expect(await deliver(first)).toBe(0);
  expect(await deliver(first)).toBe(0);
  expect(answers.asked).toBe(1);
  answers.status = 201;
  expect(await deliver(later(2))).toBe(1);
  await answered();
  answers.status = 307;
  expect(await deliver()).toBe(0);
  expect([answers.asked, await count('push_deliveries')]).toEqual([3, 0]);
});

test('a killed server’s message is due again after five minutes', async () => {
  await answered();
  await world.parts.db.ask('SELECT * FROM access.take_push_deliveries($1, 20)', [later(0.01)]);
  expect(await deliver(later(1))).toBe(0);
  expect(await deliver(later(6))).toBe(1);
});

test('a browser belongs to whoever signed in on it last', async () => {
  await subscribe('dana', phone);
  await answered();
  expect(await deliver()).toBe(0);
  const { rows } = await owner.query('SELECT member_id FROM push_subscriptions');
  expect(rows).toEqual([{ member_id: dana.memberId }]);
});

test('she turns a browser off; others’ are out of reach', async () => {
  const { rows } = await owner.query('SELECT subscription_id FROM push_subscriptions');
  const path = `/me/notifications/devices/${rows[0].subscription_id}/removal`;
  expect((await world.as('dana').post(path)).status).toBe(404);
  expect((await world.as('nora').post(path)).status).toBe(404);
  expect((await world.as('maya').post(path)).status).toBe(303);
  expect(await count('push_subscriptions')).toBe(0);
});

test.each([
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'http://push.example.org/x',
  'https://169.254.169.254/latest/meta-data',
  'https://database/x',
  `${service.origin.replace('localhost', '127.0.0.1')}/x`,
])('%s is no place for messages', async (endpoint) => {
  const refused = await subscribe('vera', { ...phone, endpoint });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('That did not work');
});

test('all servers of a database speak with one name, kept sealed', async () => {
  const { rows } = await owner.query('SELECT push_public, push_private FROM installation');
  expect(rows[0].push_public).toBe(publicKey);
  expect(world.parts.keys.open('push', rows[0].push_private)).toMatch(/^[\w-]{43}$/);
  expect(() => world.parts.keys.open('else', rows[0].push_private)).toThrow();
});
