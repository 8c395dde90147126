import { expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { translator } from '../../platform/i18n/index.ts';
import { aCircle } from '../circles/a-circle.fixture.ts';
import { bundle, newsOf, notify, sentence } from './index.ts';

const world = await newWorld();
const { owner, people } = world;
const { maya, dana, rosa, vera, bea, mo, nora } = people;
type Name = keyof People;

/** What a member has not seen, in the words she would read. */
async function told(name: Name, locale: 'en' | 'es' = 'en'): Promise<string[]> {
  const items = await world.parts.db.read(people[name], (tx) => newsOf(tx, people[name], 'unseen'));
  return bundle(items).map((one) => sentence({ t: translator(locale), locale }, one));
}

const fresh = () => owner.query('DELETE FROM notifications');
const THREAD = /#p-([0-9a-f-]{36})/;
async function starts(name: Name, words: Record<string, string> = {}): Promise<string> {
  const answer = await world
    .as(name)
    .post(`/circles/${NIGHT_FEEDS}/posts`, { body: `words ${newId()}`, ...words });
  return THREAD.exec(answer.location ?? '')![1]!;
}
const answers = (name: Name, thread: string, words: Record<string, string> = {}) =>
  world
    .as(name)
    .post(`/circles/${NIGHT_FEEDS}/posts/${thread}/replies`, { body: `reply ${newId()}`, ...words });

test('a reply is told to whoever began the thread and to all who answered, never to its writer', async () => {
  const thread = await starts('maya');
  expect((await answers('dana', thread)).status).toBe(303);
  expect(await told('maya')).toEqual(['Dana replied to you in Night Feeds, Lakeview']);
  expect(await told('maya', 'es')).toEqual(['Dana respondió a lo que escribiste en Night Feeds, Lakeview']);
  expect(await told('dana')).toEqual([]);
  await answers('rosa', thread);
  expect(await told('maya')).toEqual(['Rosa and Dana replied to you in Night Feeds, Lakeview']);
  expect(await told('maya', 'es')).toEqual([
    'Rosa y Dana respondieron a lo que escribiste en Night Feeds, Lakeview',
  ]);
  expect(await told('dana')).toEqual(['Rosa replied in a conversation you joined in Night Feeds, Lakeview']);
  expect(await told('vera')).toEqual([]);
  await fresh();
});

test('whoever writes under a pseudonym is told as everyone is, and appears by it alone', async () => {
  const thread = await starts('dana', { anonymous: 'yes' });
  await answers('maya', thread, { anonymous: 'yes' });
  const [toDana] = await told('dana');
  expect(toDana).toMatch(/^\w+ \w+ replied to you in Night Feeds, Lakeview$/);
  expect(toDana).not.toContain('Maya');
  await answers('rosa', thread);
  expect(await told('maya')).toEqual(['Rosa replied in a conversation you joined in Night Feeds, Lakeview']);
  // Her own second reply is no news to her, under whatever name.
  await answers('dana', thread);
  expect((await told('dana')).join()).not.toContain('Dana');
  await fresh();
});

test('a block keeps names apart; an anonymous writer is not given away by silence', async () => {
  const thread = await starts('rosa');
  await answers('maya', thread);
  await answers('bea', thread);
  expect((await told('maya')).join()).not.toContain('Bea');
  expect(await told('bea')).toEqual([]);
  await answers('bea', thread, { anonymous: 'yes' });
  expect(await told('maya')).toHaveLength(1);
  await owner.query(
    `INSERT INTO hidden_pseudonyms (community_id, member_id, pseudonym_id, name)
     SELECT community_id, $1, pseudonym_id, name FROM pseudonyms WHERE member_id = $2`,
    [maya.memberId, bea.memberId],
  );
  expect(await told('maya')).toEqual([]);
  await owner.query('DELETE FROM notifications');
  await answers('bea', thread, { anonymous: 'yes' });
  const { rows } = await owner.query('SELECT 1 FROM notifications WHERE member_id = $1', [maya.memberId]);
  expect(rows).toEqual([]);
  await fresh();
});

test('of what was removed, and in a circle she has left, nothing is told', async () => {
  const thread = await starts('maya');
  const answer = await answers('dana', thread);
  const reply = THREAD.exec(answer.location ?? '')![1]!;
  await answers('rosa', thread);
  await world.as('dana').post(`/circles/${NIGHT_FEEDS}/posts/${reply}/removal`);
  expect(await told('maya')).toEqual(['Rosa replied to you in Night Feeds, Lakeview']);
  await world.as('maya').post(`/circles/${NIGHT_FEEDS}/departure`, { confirmed: 'yes' });
  expect(await told('maya')).toEqual([]);
  await answers('rosa', thread);
  const { rows } = await owner.query('SELECT 1 FROM notifications WHERE member_id = $1', [maya.memberId]);
  expect(rows).toEqual([]);
  await world.as('maya').post(`/circles/${NIGHT_FEEDS}/membership`);
  await fresh();
});

test('those who watch a circle are told of a new thread, others are not', async () => {
  await owner.query(
    'INSERT INTO circle_notification_settings (community_id, circle_id, member_id, watching) VALUES ($1, $2, $3, true)',
    [maya.communityId, NIGHT_FEEDS, maya.memberId],
  );
  await starts('dana');
  expect(await told('maya')).toEqual(['Dana wrote in Night Feeds, Lakeview']);
  expect(await told('rosa')).toEqual([]);
  await starts('bea'); // blocked
  expect(await told('maya')).toEqual(['Dana wrote in Night Feeds, Lakeview']);
  await fresh();
});

test('asking to join, being let in, being introduced, and a closed report are told', async () => {
  const circle = await aCircle(world, rosa, { name: 'Ask first', joining: 'request' });
  await world.as('vera').post(`/circles/${circle}/request`, { answer0: 'Please' });
  expect(await told('rosa')).toEqual(['Vera asks to join Ask first']);
  await world.as('rosa').post(`/circles/${circle}/requests/${vera.memberId}/admission`);
  expect(await told('vera')).toEqual(['You have a place in Ask first']);

  await owner.query('INSERT INTO mentor_offers (community_id, member_id, capacity) VALUES ($1, $2, 5)', [
    dana.communityId,
    dana.memberId,
  ]);
  await world.as('vera').post(`/mentors/${dana.memberId}/introductions`, { message: 'Hello' });
  expect(await told('dana')).toEqual(['Vera would like to meet you one to one']);
  const { rows } = await owner.query('SELECT introduction_id FROM introductions');
  await world.as('dana').post(`/introductions/${rows[0].introduction_id}/acceptance`);
  expect((await told('vera'))[0]).toBe('Dana said yes: the two of you have a room of your own');

  await world.as('maya').post('/reports/new', { kind: 'member', id: dana.memberId, reason: 'other' });
  const found = (await owner.query('SELECT case_id FROM reports')).rows[0].case_id;
  // A block between the two does not keep the community's answer back.
  await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    mo.communityId,
    maya.memberId,
    mo.memberId,
  ]);
  await world.as('mo').post(`/moderation/${found}/decision`, { decision: 'warn', why: 'Please.' });
  expect(await told('maya')).toEqual(['What you reported has been looked at']);
  await fresh();
});

test('the same thing is told once until it is seen; strangers, outsiders and other communities never', async () => {
  const say = (to: string | string[], circleId: string | null = null) =>
    world.parts.db.write(rosa, (tx) => notify(tx, { to, kind: 'circles.admitted', circleId }));
  expect(await say([dana.memberId, vera.memberId, rosa.memberId, nora.memberId, newId()], NIGHT_FEEDS)).toBe(
    1,
  );
  expect(await say(dana.memberId, NIGHT_FEEDS)).toBe(0);
  await owner.query('UPDATE notifications SET seen_at = now()');
  expect(await say(dana.memberId, NIGHT_FEEDS)).toBe(1);
  const held = await starts('rosa');
  await owner.query('DELETE FROM notifications');
  const about = (to: string[]) =>
    world.parts.db.write(rosa, (tx) =>
      notify(tx, { to, kind: 'conversation.post', circleId: NIGHT_FEEDS, postId: held }),
    );
  expect(await about([dana.memberId, vera.memberId])).toBe(1);
  expect(
    await world.parts.db.write(bea, (tx) => notify(tx, { to: 'moderators', kind: 'circles.admitted' })),
  ).toBe(2);
  await fresh();
});
