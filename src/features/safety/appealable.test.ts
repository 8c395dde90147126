import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { inWorld, room, type Who } from './a-report.fixture.ts';

const world = await newWorld();
const { maya, dana, mo, admin, vera } = world.people;
const { say, answer, reported, row, log } = inWorld(world);
const sql = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows;
const get = async (who: Who, path: string) => (await world.as(who).get(path)).text;
const last = async (): Promise<string> =>
  (await sql(`SELECT case_id FROM cases WHERE origin = 'care' ORDER BY opened_at DESC LIMIT 1`))[0].case_id;
const told = async (kind: string, subject: string) =>
  (await sql('SELECT member_id FROM notifications WHERE kind = $1 AND subject_id = $2', [kind, subject])).map(
    (r) => r.member_id,
  );
/** She disagrees, and somebody outside the circle answers. */
async function appealed(who: Who, id: string, finding: 'overturn' | 'uphold') {
  await world.as(who).post(`/me/decisions/${id}/appeal`, { words: 'I see it differently' });
  const hearing = { finding, answer: 'We looked again.' };
  expect((await world.as('rosa').post(`/moderation/${id}/hearing`, hearing)).status, 'who decided').toBe(403);
  expect((await world.as('admin').post(`/moderation/${id}/hearing`, hearing)).status).toBe(303);
}

test('asked to only read for a while, she is told why and until when, appeals, and writes again', async () => {
  await world.as('rosa').post(`${room}/people/${dana.memberId}/mute`, { why: 'It got heated.', days: '7' });
  const id = await last();
  expect(await told('safety.muted', id)).toEqual([dana.memberId]);
  expect(await get('dana', '/notifications')).toContain(`/me/decisions/${id}`);
  const page = await get('dana', `/me/decisions/${id}`);
  for (const words of [
    'You only read in Night Feeds, Lakeview for now',
    'It got heated.',
    'Until',
    'Ask for another look',
  ])
    expect(page).toContain(words);
  for (const who of ['maya', 'rosa'] as const)
    expect((await world.as(who).get(`/me/decisions/${id}`)).status).toBe(404);
  await appealed('dana', id, 'overturn');
  expect((await answer('dana', await say('maya', 'anybody up?'), 'I am')).status).toBe(303);
  expect(await log(id)).toEqual(['decided-mute', 'appealed', 'overturned']);
});

test('without a name the same; neither the case nor who hears it says whose it is', async () => {
  const veiled = await say('dana', 'sharp and nameless', { anonymous: 'yes' });
  await world.as('rosa').post(`${room}/posts/${veiled}/mute`, { why: 'Rest.', days: '3' });
  const id = await last();
  expect(await row(id)).toMatchObject({ subject_member_id: null, subject_text: 'sharp and nameless' });
  await appealed('dana', id, 'uphold');
  const heard = await get('mo', `/moderation/${id}`);
  expect(heard).toContain('sharp and nameless');
  expect(heard).not.toContain('Dana');
  expect((await answer('dana', veiled, 'more')).status).toBe(422);
  // Let write again before its time: she reads that it is over.
  const mute = /\/mutes\/[0-9a-f-]{36}\/removal/.exec(await get('rosa', `${room}/settings/care`))![0];
  await world.as('rosa').post(room + mute);
  expect((await row(id)).until.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await get('dana', '/me/decisions')).toContain('You only read in a circle for a while');
});

test('words that were not let in stand after all when the appeal is granted; not over what she wrote since', async () => {
  await world.as('rosa').post(`${room}/settings/care`, { holdFirst: '3', slowMinutes: '0' });
  const post = await say('maya', 'as it was let in');
  await sql('UPDATE posts SET held_at = NULL WHERE post_id = $1', [post]);
  const reword = (body: string) =>
    world.as('maya').post(`${room}/posts/${post}/edit`, { body, note: 'loss' });
  const leave = () =>
    world.as('rosa').post(`${room}/posts/${post}/rewording/removal`, { why: 'Kinder, please.' });
  await reword('said another way');
  expect(await get('rosa', `${room}/posts/${post}/rewording/removal`)).toContain('said another way');
  await leave();
  const first = await last();
  expect(await told('safety.words-kept-out', first)).toEqual([maya.memberId]);
  const page = await get('maya', `/me/decisions/${first}`);
  for (const words of ['Your new words were not let in', 'Kinder, please.', 'said another way'])
    expect(page).toContain(words);
  await appealed('maya', first, 'overturn');
  const stands = () => sql('SELECT body, content_note FROM posts WHERE post_id = $1', [post]);
  expect(await stands()).toEqual([{ body: 'said another way', content_note: 'loss' }]);
  await reword('and once more');
  await leave();
  const second = await last();
  await reword('no, like this');
  await appealed('maya', second, 'overturn');
  expect(await stands()).toEqual([{ body: 'said another way', content_note: 'loss' }]);
  expect(await sql('SELECT body FROM post_rewordings')).toEqual([{ body: 'no, like this' }]);
  // When the time to appeal is over, nothing of it is left.
  await sql(`UPDATE cases SET decided_at = now() - interval '31 days' WHERE decision = 'leave'`);
  await sql('SELECT access.empty_cases(now())');
  expect(await sql(`SELECT wording, subject_text FROM cases WHERE decision = 'leave'`)).toEqual([
    { wording: null, subject_text: '' },
    { wording: null, subject_text: '' },
  ]);
  await world.as('rosa').post(`${room}/settings/care`, { holdFirst: '0', slowMinutes: '0' });
});

test('shown out, she reads why, and has her seat again when the appeal is granted', async () => {
  const out = `${room}/people/${dana.memberId}/removal`;
  expect((await world.as('maya').post(out, { why: 'x' })).status).toBe(404);
  expect((await world.as('rosa').post(out, { why: 'It does not fit.' })).status).toBe(303);
  const id = await last();
  expect(await told('safety.decision', id)).toEqual([dana.memberId]);
  expect(await get('dana', `/me/decisions/${id}`)).toContain('It does not fit.');
  expect((await world.as('dana').post(`${room}/membership`)).status).not.toBe(303);
  await appealed('dana', id, 'overturn');
  expect((await world.as('dana').get(`${room}`)).text).toContain('anybody up?');
  expect(await get('rosa', `${room}/settings/care`)).toContain('showed somebody out');
});

test('one asks for a name: whoever may agree is told, without a word of it; then the first is', async () => {
  await sql(`UPDATE members SET role = 'moderator' WHERE member_id = ANY ($1)`, [
    [dana.memberId, vera.memberId],
  ]);
  const { id } = await reported('dana', 'a nameless threat', { anonymous: 'yes' });
  await world.as('mo').post(`/moderation/${id}/reveal`, { why: 'A threat to a life' });
  // Not Dana, whose words they are: that would tell her, and whoever counts.
  expect((await told('safety.reveal-asked', id)).sort()).toEqual([admin.memberId, vera.memberId].sort());
  const news = await get('admin', '/notifications');
  expect(news).toContain(`/moderation/${id}#reveal`);
  expect(news).not.toContain('A threat to a life');
  await world.as('admin').post(`/moderation/${id}/reveal/agreement`);
  expect(await told('safety.reveal-agreed', id)).toEqual([mo.memberId]);
  await sql(`UPDATE members SET role = 'member' WHERE member_id = ANY ($1)`, [
    [dana.memberId, vera.memberId],
  ]);
});

test('a conversation that an answer moved up goes back when that answer goes out of sight', async () => {
  const older = await say('maya', 'the older one');
  const newer = await say('maya', 'the newer one');
  const order = async () =>
    (
      await sql(
        'SELECT post_id FROM posts WHERE circle_id = $1 AND post_id = ANY ($2) ORDER BY last_active_at DESC',
        [NIGHT_FEEDS, [older, newer]],
      )
    ).map((r) => r.post_id);
  const reply = (await answer('dana', older, 'buy my drops')).location!.split('#p-')[1]!;
  expect(await order()).toEqual([older, newer]);
  await world.as('rosa').post(`${room}/posts/${reply}/takedown`, { because: 'selling' });
  expect(await order()).toEqual([newer, older]);
  await appealed('dana', await last(), 'overturn');
  expect(await order()).toEqual([older, newer]);
});
