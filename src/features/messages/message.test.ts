import { expect, test } from 'vitest';
import { linesOf } from '../../../test/kit/line.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { aMessage, aTalk } from './a-talk.fixture.ts';
import { capture } from './reporting.ts';

const world = await newWorld();
const { owner, people } = world;
const { follow } = linesOf(world);
type Name = keyof typeof people;

const send = (who: Name, talk: string, body: string, key = newId()) =>
  world.as(who).post(`/messages/${talk}/messages`, { body, key });
const count = async (talk: string) =>
  (await owner.query('SELECT count(*)::int AS n FROM messages WHERE talk_id = $1', [talk])).rows[0].n;

test('a form sent twice is one message; an empty one comes back', async () => {
  const talk = await aTalk(world, 'maya', 'rosa');
  const key = newId();
  const twice = await Promise.all([send('maya', talk, 'Hello', key), send('maya', talk, 'Hello', key)]);
  expect(twice.map(({ status }) => status)).toEqual([303, 303]);
  expect(await count(talk)).toBe(1);
  expect((await send('maya', talk, ' ')).status).toBe(422);
});

test('sent again under one key with other words, because the answer was lost: no word is', async () => {
  const talk = await aTalk(world, 'maya', 'rosa');
  const key = newId();
  await send('maya', talk, 'Hello', key);
  for (const _ of [1, 2]) await send('rosa', talk, 'Not hers', key); // no way into another's message
  const again = await send('maya', talk, 'Hello, and good night', key);
  const said = (await owner.query('SELECT body FROM messages WHERE talk_id = $1 ORDER BY born', [talk])).rows;
  expect(said.slice(-2)).toEqual([{ body: 'Hello' }, { body: 'Hello, and good night' }]);
  expect(again.location).not.toContain(key);
});

test('nobody but the two reads or writes, whatever her role', async () => {
  const talk = await aTalk(world, 'maya', 'rosa');
  const hers = await aMessage(world, talk, 'maya', 'only for Rosa');
  for (const who of ['dana', 'bea', 'vera', 'mo', 'admin', 'nora'] as const) {
    for (const path of ['', '/live', `/messages/${hers}/removal`])
      expect((await world.as(who).get(`/messages/${talk}${path}`)).status, `${who} ${path}`).toBe(404);
    for (const path of ['messages', 'acceptance', 'postponement', 'refusal', 'withdrawal', 'closing'])
      expect(
        (await world.as(who).post(`/messages/${talk}/${path}`, { body: 'x' })).status,
        `${who} ${path}`,
      ).toBe(404);
  }
});

test('her own message is deleted for both without a word left; the other’s is not hers to delete', async () => {
  const talk = await aTalk(world, 'maya', 'rosa');
  const hers = await aMessage(world, talk, 'maya', 'said too quickly');
  const removal = `/messages/${talk}/messages/${hers}/removal`;
  expect((await world.as('rosa').post(removal)).status).toBe(404);
  expect((await world.as('maya').get(removal)).text).toContain('said too quickly');
  expect((await world.as('maya').post(removal)).status).toBe(303);
  expect((await world.as('rosa').get(`/messages/${talk}`)).text).not.toContain('said too quickly');
  expect((await owner.query('SELECT body FROM messages WHERE message_id = $1', [hers])).rows).toEqual([
    { body: '' },
  ]);
});

test('closed by one, it stays to be read, and only she may ask again at once', async () => {
  const talk = await aTalk(world, 'maya', 'rosa');
  await aMessage(world, talk, 'rosa', 'good night');
  await world.as('maya').post(`/messages/${talk}/closing`);
  expect((await world.as('rosa').get(`/messages/${talk}`)).text).toContain('good night');
  expect((await send('rosa', talk, 'one more')).status).toBe(404);
  const again = (who: Name, whom: Name) =>
    world.as(who).post(`/members/${people[whom].memberId}/message`, { because: 'same' });
  expect((await again('rosa', 'maya')).status).toBe(422);
  expect((await again('maya', 'rosa')).status).toBe(303);
});

test('unread is known to her alone, and gone once she has looked', async () => {
  const talk = await aTalk(world, 'maya', 'rosa');
  await aMessage(world, talk, 'maya', 'are you up?');
  const mine = async () =>
    (await world.as('maya').get(`/messages/${talk}`)).text.replaceAll(/(value|data-after)="[^"]*"/g, '');
  const before = await mine();
  expect((await world.as('rosa').get('/messages')).text).toContain('chip gold');
  await world.as('rosa').get(`/messages/${talk}`);
  expect((await world.as('rosa').get('/messages')).text).not.toContain('chip gold');
  expect(await mine()).toBe(before);
});

test('an open page follows: what is said, taken back, closed; and a block ends its line', async () => {
  const talk = await aTalk(world, 'maya', 'dana');
  const page = (await world.as('maya').get(`/messages/${talk}`)).text;
  const line = await follow('maya', `/messages/${talk}/live?after=${/data-after="([\w-]+)"/.exec(page)![1]}`);
  const key = newId();
  await send('dana', talk, 'I am here', key);
  const came = await line.next();
  expect(came.data).toContain('<turbo-stream action="append" target="messages">');
  expect(came.data).toContain('I am here');
  await world.as('dana').post(`/messages/${talk}/messages/${key}/removal`);
  const gone = await line.next();
  expect(gone.data).toContain(`action="replace" target="m-${key}"`);
  expect(gone.data).not.toContain('I am here');
  await world.as('dana').post(`/messages/${talk}/closing`);
  expect((await line.next()).data).toContain('action="refresh"');
  await world.as('dana').post(`/members/${people.maya.memberId}/block`);
  await line.end();
  expect((await follow('maya', `/messages/${talk}/live`)).status).toBe(404);
  await world.as('dana').post(`/me/blocks/${people.maya.memberId}/removal`);
});

test('fifty messages from two at once are all there, each with a number of its own', async () => {
  const talk = await aTalk(world, 'rosa', 'dana');
  await Promise.all(Array.from({ length: 50 }, (_, n) => send(n % 2 ? 'rosa' : 'dana', talk, `word ${n}`)));
  const { rows } = await owner.query('SELECT born::int FROM messages WHERE talk_id = $1 ORDER BY born', [
    talk,
  ]);
  expect(rows.map(({ born }) => born)).toEqual(rows.map((_, n) => rows[0].born + n));
  expect(rows).toHaveLength(50);
  await aMessage(world, talk, 'rosa', 'and one');
  const latest = (await world.as('dana').get(`/messages/${talk}`)).text;
  expect(latest).toContain('and one');
  expect(latest).toContain('?before=');
});

test('a report takes the message and two on either side, and no more', async () => {
  const talk = await aTalk(world, 'rosa', 'maya');
  await owner.query('DELETE FROM messages WHERE talk_id = $1', [talk]);
  const ids: string[] = [];
  for (let n = 0; n < 7; n += 1) ids.push(await aMessage(world, talk, n % 2 ? 'rosa' : 'maya', `word ${n}`));
  const rosa = people.rosa as unknown as Viewer;
  const taken = (id: string) => world.parts.db.read(rosa, (tx) => capture(tx, rosa, talk, id));
  expect(await taken(ids[2]!)).toMatchObject({
    name: 'Maya',
    text: 'word 2',
    memberId: people.maya.memberId,
    context: ['Maya: word 0', 'Rosa: word 1', 'Rosa: word 3', 'Maya: word 4'],
  });
  await expect(taken(ids[1]!)).rejects.toMatchObject({ status: 404 }); // her own
});

test('a reported message reaches the moderators with what was around it, and the rest of the talk does not', async () => {
  const talk = await aTalk(world, 'rosa', 'maya');
  await owner.query('DELETE FROM messages WHERE talk_id = $1', [talk]);
  const ids: string[] = [];
  for (let n = 0; n < 7; n += 1) ids.push(await aMessage(world, talk, 'maya', `line ${n}.`));
  const path = `/messages/${talk}/messages/${ids[5]}/report`;
  expect((await world.as('rosa').get(path)).text).toContain('line 5.');
  expect((await world.as('rosa').post(path, {})).status).toBe(422);
  const sent = await world.as('rosa').post(path, { reason: 'harassment' });
  expect((await world.as('rosa').get(sent.location!)).text).toContain('line 5.');
  const queue = (await world.as('mo').get('/moderation')).text;
  const file = (await world.as('mo').get(/\/moderation\/[0-9a-f-]{36}/.exec(queue)![0])).text;
  for (const n of [3, 4, 5, 6]) expect(file).toContain(`line ${n}.`);
  for (const n of [0, 1, 2]) expect(file).not.toContain(`line ${n}.`);
});

test('who writes heavy words is met with those who answer, and they are sent all the same', async () => {
  const talk = await aTalk(world, 'rosa', 'maya');
  const sent = await send('maya', talk, 'I want to die tonight');
  expect(sent.location).toMatch(/^\/care\?to=/);
  expect((await world.as('rosa').get(`/messages/${talk}`)).text).toContain('I want to die tonight');
});

test('she takes along what she wrote, not what she was told; erased, the talk is gone for both', async () => {
  const talk = await aTalk(world, 'maya', 'rosa', { reason: 'my own reason' });
  await aMessage(world, talk, 'maya', 'from Maya');
  await aMessage(world, talk, 'rosa', 'from Rosa');
  const [mayas, rosas] = [await world.as('maya').get('/me/export'), await world.as('rosa').get('/me/export')];
  expect(mayas.text).toContain('from Maya');
  expect(mayas.text).toContain('my own reason');
  expect(mayas.text).not.toContain('from Rosa');
  expect(rosas.text).not.toContain('my own reason');
  await Promise.all([send('rosa', talk, 'wait'), world.as('maya').post('/me/erasure', { word: 'Erase' })]);
  expect((await owner.query('SELECT 1 FROM talks WHERE talk_id = $1', [talk])).rows).toEqual([]);
  expect(await count(talk)).toBe(0);
  expect((await world.as('rosa').get(`/messages/${talk}`)).status).toBe(404);
});

test('behind a block, the last of what somebody wrote to her is still hers to report, and nothing else', async () => {
  const talk = await aTalk(world, 'dana', 'rosa');
  await owner.query('DELETE FROM messages WHERE talk_id = $1', [talk]);
  const ids: string[] = [];
  for (let n = 0; n < 7; n += 1) ids.push(await aMessage(world, talk, 'dana', `barb ${n}`));
  const own = await aMessage(world, talk, 'rosa', 'please stop');
  const report = (id: string) => `/messages/${talk}/messages/${id}/report`;
  expect((await world.as('rosa').get('/messages')).text).not.toContain('/messages/behind-blocks');
  await world.as('dana').post(`/members/${people.rosa.memberId}/block`); // whoever of the two made it
  expect((await world.as('rosa').get(`/messages/${talk}`)).status).toBe(404);
  expect((await world.as('rosa').get('/messages')).text).toContain('/messages/behind-blocks');
  const page = (await world.as('rosa').get('/messages/behind-blocks')).text;
  expect([0, 1, 2, 3, 4, 5, 6].filter((n) => page.includes(`barb ${n}`))).toEqual([2, 3, 4, 5, 6]);
  expect(page).not.toContain('please stop');
  for (const id of [ids[1]!, own]) expect((await world.as('rosa').get(report(id))).status).toBe(404);
  for (const who of ['dana', 'mo'] as const)
    expect((await world.as(who).get(report(ids[4]!))).status, who).toBe(404);
  expect((await world.as('rosa').get(report(ids[4]!))).text).toContain('/messages/behind-blocks');
  await world.as('rosa').post(report(ids[4]!), { reason: 'harassment' });
  const { rows } = await owner.query('SELECT subject_text, context FROM cases WHERE subject_id = $1', [
    ids[4],
  ]);
  expect(rows).toEqual([
    { subject_text: 'barb 4', context: ['Dana: barb 2', 'Dana: barb 3', 'Dana: barb 5', 'Dana: barb 6'] },
  ]);
  await world.as('dana').post(`/me/blocks/${people.rosa.memberId}/removal`);
  expect((await world.as('rosa').get(`/members/${people.dana.memberId}/block`)).text).toContain(
    'You can still report it',
  );
  expect((await world.as('rosa').get('/messages')).text).not.toContain('/messages/behind-blocks');
});
