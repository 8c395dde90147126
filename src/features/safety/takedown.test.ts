import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { inWorld, room, type Who } from './a-report.fixture.ts';

const world = await newWorld();
const { rosa, dana } = world.people;
const { say, answer, tell, caseOn, reported, row, log } = inWorld(world);
const sql = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows;
const takeDown = (who: Who, post: string, form: Record<string, string> = { because: 'hurtful' }) =>
  world.as(who).post(`${room}/posts/${post}/takedown`, form);
const seen = async (who: Who, path = room) => (await world.as(who).get(path)).text;
const DAY = 24 * 60 * 60 * 1000;
const empty = async (days: number): Promise<number> =>
  (
    await world.parts.db.ask<{ n: number }>('SELECT access.empty_cases($1) AS n', [
      new Date(Date.now() + days * DAY),
    ])
  )[0]!.n;

test('a removal is a decision: a reason is chosen already, its author reads it and appeals, somebody outside hears it', async () => {
  const post = await say('dana', 'a **sharp** thing');
  const form = await seen('rosa', `${room}/posts/${post}/takedown`);
  expect(form).toMatch(/value="hurtful"[^>]*checked/);
  expect(form).toContain('a <strong>sharp</strong> thing');
  const done = await takeDown('rosa', post, {
    because: 'hurtful',
    own: 'Page 2 of our charter.',
    rule: 'Be kind',
  });
  expect(done.location).toBe(room);
  for (const who of ['maya', 'dana', 'rosa'] as const) expect(await seen(who), who).not.toContain('sharp');
  const id = await caseOn(post);
  expect(await row(id)).toMatchObject({
    origin: 'care',
    decision: 'hide',
    decided_by: rosa.memberId,
    rule: 'Be kind',
  });
  expect(await log(id)).toEqual(['decided-hide']);
  expect(await seen('dana', '/notifications')).toContain(`/me/decisions/${id}`);
  const told = await seen('dana', `/me/decisions/${id}`);
  for (const words of [
    'could hurt somebody who reads here',
    'Page 2 of our charter.',
    'Be kind',
    '<strong>sharp</strong>',
  ])
    expect(told).toContain(words);
  expect(told).not.toContain('Rosa');
  await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'I was quoting' });
  const hearing = { finding: 'overturn', answer: 'It may stand.' };
  expect((await world.as('mo').post(`/moderation/${id}/hearing`, hearing)).status).toBe(303);
  expect(await seen('maya')).toContain('<strong>sharp</strong>');
});

test('without a name it follows the author and names nobody', async () => {
  const post = await say('dana', 'nameless and sharp', { anonymous: 'yes' });
  await takeDown('rosa', post);
  const id = await caseOn(post);
  expect(await seen('dana', `/me/decisions/${id}`)).toContain('nameless and sharp');
  const page = await seen('rosa', `${room}/cases/${id}`);
  for (const secret of ['Dana', dana.memberId]) expect(page).not.toContain(secret);
  const [{ pseudonym }] = await sql('SELECT pseudonym FROM posts WHERE post_id = $1', [post]);
  expect(page).not.toContain(pseudonym); // its stored form is for the machine
});

test('something else needs words; a reason that is none is refused; it is for those who look after the circle', async () => {
  const post = await say('dana', 'still here');
  expect((await takeDown('rosa', post, { because: 'other', own: ' ' })).status).toBe(422);
  expect((await takeDown('rosa', post, { because: 'whim' })).status).toBe(422);
  for (const who of ['dana', 'maya', 'vera', 'mo'] as const)
    expect((await takeDown(who, post)).status, who).toBe(404);
  expect(await seen('maya')).toContain('still here');
  expect((await takeDown('rosa', post, { because: 'other', own: 'Wrong circle for it.' })).status).toBe(303);
  expect((await takeDown('rosa', post)).status).toBe(404); // gone already
});

test('about each other those who look after a circle decide nothing, nor about themselves', async () => {
  await sql(`UPDATE circle_members SET role = 'facilitator' WHERE member_id = $1`, [dana.memberId]);
  const [hers, own] = [await say('dana', 'the other one'), await say('rosa', 'my own')];
  expect(await seen('rosa')).not.toContain(`${hers}/takedown`);
  for (const post of [hers, own]) expect((await takeDown('rosa', post)).status).toBe(404);
  await sql(`UPDATE circle_members SET role = 'member' WHERE member_id = $1`, [dana.memberId]);
});

test('what somebody reported is decided where her report stands', async () => {
  const { post, id } = await reported('dana', 'reported as well');
  const open = `${room}/cases/${id}`;
  expect((await world.as('rosa').get(`${room}/posts/${post}/takedown`)).location).toBe(open);
  expect((await takeDown('rosa', post)).location).toBe(open);
  expect((await row(id)).decision).toBeNull();
});

test('what waited at the door and is let in by an appeal is in sight', async () => {
  const post = await say('dana', 'first words, turned away');
  await sql('UPDATE posts SET held_at = now() WHERE post_id = $1', [post]);
  expect((await takeDown('rosa', post)).location).toBe(`${room}/settings/care`);
  expect(await seen('rosa', `${room}/settings/care`)).not.toContain('first words, turned away');
  const id = await caseOn(post);
  await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'please' });
  await world.as('mo').post(`/moderation/${id}/hearing`, { finding: 'overturn', answer: 'Welcome.' });
  expect(await seen('maya')).toContain('first words, turned away');
});

test('pictures and a question stay with the case, for those who may see it, though the author takes them away', async () => {
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c09060' } })
    .png()
    .toBuffer();
  const { location } = await world.as('dana').post(`${room}/posts`, {
    key: newId(),
    body: 'look',
    photo: new File([new Uint8Array(bytes)], 'a.png'),
    'photo-about': 'a price list',
    options: 'oil\nbalm',
  });
  const post = location!.split('#p-')[1]!;
  await tell('maya', 'post', post);
  const id = await caseOn(post);
  await sql('DELETE FROM photos');
  await sql('DELETE FROM polls');
  const page = await seen('mo', `/moderation/${id}`);
  for (const words of ['alt="a price list"', '<li>oil</li>', '<li>balm</li>']) expect(page).toContain(words);
  const [src] = /\/moderation\/[0-9a-f-]+\/photos\/[0-9a-f-]{36}/.exec(page)!;
  for (const size of ['', '/small']) {
    const shown = await world.as('mo').get(src + size);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('cache-control')).toContain('no-store');
  }
  const hers = src.replace('/moderation/', `${room}/cases/`);
  expect((await world.as('rosa').get(hers)).status).toBe(200);
  for (const who of ['maya', 'dana', 'vera'] as const)
    expect((await world.as(who).get(hers)).status, who).toBe(404);
  expect((await world.as('vera').get(src)).status).toBe(403);
  const known = await world.parts.db.read(dana, (tx) => tx.hot('SELECT * FROM case_photos', []));
  expect(known).toEqual([]);
});

test('thirty days on, what a case held is erased; what was decided and why stays, and an open appeal holds it', async () => {
  await sql('DELETE FROM cases');
  const [gone, heard] = [await say('dana', 'erase me'), await say('dana', 'wait for me')];
  await answer('maya', gone, 'and I answered');
  for (const post of [gone, heard]) await takeDown('rosa', post);
  const [id, waiting] = [await caseOn(gone), await caseOn(heard)];
  await world.as('dana').post(`/me/decisions/${waiting}/appeal`, { words: 'please' });
  expect(await empty(29)).toBe(0);
  expect(await empty(31)).toBe(1);
  expect(await empty(31)).toBe(0);
  const left = await sql('SELECT body, removed_by FROM posts WHERE post_id = ANY ($1) ORDER BY created_at', [
    [gone, heard],
  ]);
  expect(left).toEqual([
    { body: '', removed_by: 'moderator' },
    { body: 'wait for me', removed_by: null },
  ]);
  expect(await row(id)).toMatchObject({ subject_text: '', decision: 'hide' });
  expect((await row(id)).reason).toContain('could hurt somebody');
  expect(await log(id)).toEqual(['decided-hide', 'emptied']);
  await sql(`UPDATE cases SET decided_at = now() - interval '31 days' WHERE case_id = $1`, [id]);
  const told = await seen('dana', `/me/decisions/${id}`);
  expect(told).toContain('The time to ask for another look is over.');
  expect(told).not.toContain('erase me');
  await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'too late' });
  expect(await sql('SELECT FROM appeals WHERE case_id = $1', [id])).toEqual([]);
  expect(await seen('maya')).not.toContain('and I answered'); // the conversation stays out of sight
});
