import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, linkOf, seat, seats } from '../circles/a-circle.fixture.ts';
import { aPost, inboxes, LONG_AGO, timeComes } from './a-change.fixture.ts';
import { effectChanges } from './jobs.ts';

const world = await newWorld();
const { rosa, dana, maya, vera, bea, admin } = world.people;
const NAME = 'Porch and Park';

interface Two {
  a: string;
  b: string;
  inA: string;
  inB: string;
}
/** Rosa's circle with Maya, and Dana's with Vera; a post in each; nobody wrote for long. */
async function two(said: { a?: object; b?: object } = {}): Promise<Two> {
  const a = await aCircle(world, rosa, { name: 'Porch', ...LONG_AGO, ...said.a });
  const b = await aCircle(world, dana, { name: 'Park', ...LONG_AGO, ...said.b });
  await seat(world, a, maya);
  await seat(world, b, vera);
  const inA = await aPost(world, maya, 'said on the porch', a);
  const inB = await aPost(world, vera, 'said in the park', b);
  return { a, b, inA, inB };
}
const proposed = async (who: 'rosa' | 'admin', { a, b }: Two) => {
  const answer =
    who === 'rosa'
      ? await world.as('rosa').post(`/circles/${a}/merging`, { other: b, name: NAME })
      : await world.as('admin').post('/community/circles/merges', { a, b, name: NAME });
  return { ...answer, id: /merges\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? '' };
};
/** Announced, and its time has come. Resolves to the merge and the new circle. */
async function done(them: Two): Promise<{ id: string; joined: string }> {
  const { id } = await proposed('admin', them);
  await timeComes(world);
  await effectChanges(world.parts);
  const { rows } = await world.owner.query('SELECT joined_circle FROM circle_merges WHERE merge_id = $1', [
    id,
  ]);
  return { id, joined: rows[0].joined_circle };
}
const ids = (people: Person[]) => people.map((one) => one.memberId).sort();
const seated = async (id: string) => (await seats(world, id)).map((one) => one.member_id).sort();

beforeEach(async () => {
  await world.owner.query(`UPDATE circles SET closed_at = now() WHERE name IN ('Porch', 'Park', $1)`, [NAME]);
  await world.owner.query('DELETE FROM circle_merges');
});

describe('proposing', () => {
  test('asks the other’s facilitators; only when they agree is it announced, with its day, in both rooms', async () => {
    const them = await two();
    const { status, id } = await proposed('rosa', them);
    expect(status).toBe(303);
    expect((await world.as('maya').get(`/circles/${them.a}`)).text).not.toContain(id);
    expect((await world.as('maya').get(`/merges/${id}`)).status).toBe(404);
    expect((await world.as('dana').get(`/circles/${them.b}`)).text).toContain(`/merges/${id}`);
    expect((await world.as('rosa').post(`/merges/${id}/agreement`)).status, 'not by the one who asks').toBe(
      404,
    );
    expect((await world.as('vera').post(`/merges/${id}/agreement`)).status).toBe(404);
    expect((await world.as('dana').post(`/merges/${id}/agreement`)).status).toBe(303);
    for (const [who, circle] of [
      ['maya', them.a],
      ['vera', them.b],
    ] as const) {
      const { text } = await world.as(who).get(`/circles/${circle}`);
      expect(text).toContain(`/merges/${id}`);
      expect(text).toMatch(/this circle goes on together with (Porch|Park)/);
    }
    await effectChanges(world.parts);
    expect((await world.as('maya').get(`/circles/${them.a}`)).text, 'not before its day').toContain(
      'id="write"',
    );
  });

  test('by the coordinator is announced at once; a facilitator of either may call it off', async () => {
    const them = await two();
    const { id } = await proposed('admin', them);
    expect((await world.as('vera').get(`/circles/${them.b}`)).text).toContain(`/merges/${id}`);
    expect((await world.as('vera').post(`/merges/${id}/calling-off`)).status).toBe(404);
    expect((await world.as('dana').post(`/merges/${id}/calling-off`)).status).toBe(303);
    await timeComes(world);
    await effectChanges(world.parts);
    expect(await seated(them.a)).toEqual(ids([rosa, maya]));
    expect((await world.as('vera').get(`/circles/${them.b}`)).text).not.toContain(`/merges/${id}`);
  });

  test('is for quiet circles only, and once', async () => {
    const them = await two();
    await proposed('rosa', them);
    const third = await aCircle(world, rosa, { name: 'Porch', ...LONG_AGO });
    expect(
      (await world.as('rosa').post(`/circles/${third}/merging`, { other: them.b, name: NAME })).status,
    ).toBe(422);
    await world.owner.query('DELETE FROM circle_merges');
    await world.owner.query('UPDATE posts SET last_active_at = now() WHERE circle_id = $1', [them.b]);
    expect((await proposed('rosa', them)).status).toBe(422);
  });

  test('tells its errors beside the fields', async () => {
    const them = await two();
    const answer = await world.as('rosa').post(`/circles/${them.a}/merging`, { other: them.b, name: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('id="f-name-error"');
    const same = await world
      .as('admin')
      .post('/community/circles/merges', { a: them.a, b: them.a, name: NAME });
    expect(same.status).toBe(422);
    expect(same.text).toContain('two different circles');
  });
});

describe('once its day has come', () => {
  test('both go on in a new circle, their facilitators too, and everybody is where she was for reading', async () => {
    const them = await two();
    const { joined } = await done(them);
    expect(await seated(joined)).toEqual(ids([rosa, maya, dana, vera]));
    const keys = (await seats(world, joined)).filter((one) => one.role === 'facilitator');
    expect(keys.map((one) => one.member_id).sort()).toEqual(ids([rosa, dana]));
    expect((await world.as('maya').get(`/circles/${joined}`)).text).toContain(NAME);
  });

  test('nobody reads what she could not read before: old words stay in the old rooms, for those who were there', async () => {
    const them = await two();
    const { joined } = await done(them);
    const reads = async (who: 'maya' | 'vera' | 'rosa' | 'dana', circle: string, word: string) =>
      (await world.as(who).get(`/circles/${circle}`)).text.includes(word);
    expect(await reads('maya', them.a, 'said on the porch')).toBe(true);
    expect(await reads('vera', them.b, 'said in the park')).toBe(true);
    expect(await reads('vera', joined, 'said on the porch')).toBe(false);
    expect((await world.as('vera').get(`/circles/${them.a}`)).status).toBe(404);
    expect((await world.as('dana').get(`/circles/${them.a}/posts/${them.inA}`)).status).toBe(404);
    expect((await world.as('admin').get(`/circles/${them.a}`)).status).toBe(404);
  });

  test('an archive is read and not written in, takes nobody in by any door or link, and leads on', async () => {
    const them = await two();
    await seat(world, them.a, vera);
    await world.owner.query(
      `UPDATE circle_members SET role = 'facilitator' WHERE circle_id = $1 AND member_id = $2`,
      [them.a, vera.memberId],
    );
    await world.as('vera').post(`/circles/${them.a}/invitations`, { days: '30' });
    const link = await linkOf(world, them.a);
    const { joined } = await done(them);
    const { text } = await world.as('maya').get(`/circles/${them.a}`);
    expect(text).toContain(`/circles/${joined}`);
    expect(text).not.toContain('id="write"');
    expect((await world.as('maya').post(`/circles/${them.a}/posts`, { body: 'hello?' })).status).toBe(403);
    const old = `/circles/${them.a}/posts/${them.inA}`;
    for (const page of [text, (await world.as('vera').get(old)).text]) {
      expect(page).toContain('said on the porch');
      for (const act of ['name="felt"', '#write"', 'name="body"']) expect(page).not.toContain(act);
    }
    const other = { body: 'rewritten since' };
    expect((await world.as('maya').post(`${old}/edit`, other)).status).toBe(403);
    await expect(
      world.parts.db.write(maya, (tx) =>
        tx.hot(`UPDATE posts SET body = 'no' WHERE post_id = $1`, [them.inA]),
      ),
      'whatever the code does',
    ).rejects.toThrow('locked');
    // Whoever still waited at its door is not let into an archive, and a link made since leads nowhere.
    await world.owner.query(
      'INSERT INTO join_requests (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
      [bea.communityId, them.a, bea.memberId],
    );
    const admission = `/circles/${them.a}/requests/${bea.memberId}/admission`;
    expect((await world.as('rosa').get(`/circles/${them.a}/people`)).text).not.toContain(admission);
    expect((await world.as('rosa').post(admission)).status).toBe(404);
    await world.as('vera').post(`/circles/${them.a}/invitations`, { days: '30' });
    const since = await linkOf(world, them.a);
    const late = await world.as('bea').post(`/circles/${them.a}/membership`, { invitation: since });
    expect(late.status).toBe(404);
    expect((await world.as('bea').get(`/invitations/${link}`)).status).toBe(404);
    const door = await world.as('bea').post(`/circles/${them.a}/membership`, { invitation: link });
    expect(door.status).toBe(404);
    expect((await world.as('rosa').post(`/circles/${them.a}/settings`, { joining: 'open' })).status).not.toBe(
      303,
    );
    await expect(seat(world, them.a, bea), 'whatever the code does').rejects.toThrow(/takes nobody in/);
  });

  test('who said no stays behind and reads on; who left is not fetched', async () => {
    const them = await two();
    const { id } = await proposed('admin', them);
    expect((await world.as('maya').post(`/merges/${id}/staying`, { stays: 'yes' })).status).toBe(303);
    expect((await world.as('bea').post(`/merges/${id}/staying`, { stays: 'yes' })).status).toBe(404);
    await world.as('vera').post(`/circles/${them.b}/departure`);
    await timeComes(world);
    await effectChanges(world.parts);
    const { rows } = await world.owner.query('SELECT joined_circle FROM circle_merges WHERE merge_id = $1', [
      id,
    ]);
    expect(await seated(rows[0].joined_circle)).toEqual(ids([rosa, dana]));
    expect((await world.as('maya').get(`/circles/${them.a}`)).text).toContain('said on the porch');
  });

  test('happens once, however many servers try', async () => {
    const them = await two();
    await proposed('admin', them);
    await timeComes(world);
    await Promise.all([1, 2, 3, 4].map(() => effectChanges(world.parts)));
    const { rows } = await world.owner.query(
      'SELECT count(*)::int AS count FROM circles WHERE name = $1 AND closed_at IS NULL',
      [NAME],
    );
    expect(rows[0].count).toBe(1);
  });

  test('the door is the stricter of the two', async () => {
    const them = await two({ a: { joining: 'open' }, b: { joining: 'private' } });
    const { joined } = await done(them);
    const { rows } = await world.owner.query('SELECT joining FROM circles WHERE circle_id = $1', [joined]);
    expect(rows[0].joining).toBe('private');
  });
});

describe('taking it back', () => {
  test('within a week opens both as they were; what was written since stays with those who were there', async () => {
    const them = await two({ b: { joining: 'request' } });
    const { id, joined } = await done(them);
    await world.as('maya').post(`/circles/${joined}/posts`, { body: 'said in between' });
    expect((await world.as('maya').post(`/merges/${id}/reversal`)).status).toBe(404);
    expect((await world.as('rosa').post(`/merges/${id}/reversal`)).status).toBe(303);
    const { rows } = await world.owner.query(
      'SELECT joining, archived_at FROM circles WHERE circle_id = ANY ($1) ORDER BY joining',
      [[them.a, them.b]],
    );
    expect(rows).toEqual([
      { joining: 'open', archived_at: null },
      { joining: 'request', archived_at: null },
    ]);
    expect((await world.as('maya').get(`/circles/${them.a}`)).text).toContain('said on the porch');
    expect((await world.as('maya').post(`/circles/${them.a}/posts`, { body: 'back again' })).status).toBe(
      303,
    );
    expect((await world.as('vera').get(`/circles/${joined}`)).text).toContain('said in between');
    expect((await world.as('vera').post(`/circles/${joined}/posts`, { body: 'more' })).status).toBe(403);
    expect(await seated(them.b)).toEqual(ids([dana, vera]));
  });

  test('whoever came in between is told, and led to the doors she may knock at', async () => {
    const them = await two({ a: { joining: 'request' } });
    const { id, joined } = await done(them);
    await seat(world, joined, bea);
    await world.owner.query(`UPDATE circle_merges SET b_joining = 'hidden'`);
    expect((await world.as('rosa').get(`/merges/${id}`)).text).toContain('One member came since');
    expect((await world.as('vera').get(`/merges/${id}`)).text).not.toContain('came since');
    await world.as('rosa').post(`/merges/${id}/reversal`);
    const told = `SELECT member_id FROM notifications WHERE kind = 'circles.went-back'`;
    expect((await world.owner.query(told)).rows).toEqual([{ member_id: bea.memberId }]);
    const page = (await world.as('bea').get(`/circles/${joined}`)).text;
    expect(page).toContain('went back to the two it was made of');
    expect(page).toContain('You came while they were one');
    expect(page).toContain(`href="/circles/${them.a}"`);
    for (const hers of [`href="/circles/${them.b}"`, '>Park<']) expect(page).not.toContain(hers);
    expect((await world.as('maya').get(`/circles/${joined}`)).text).not.toContain('You came while');
  });

  test('is over after a week', async () => {
    const them = await two();
    const { id } = await done(them);
    await world.owner.query(
      `UPDATE circle_merges SET effected_at = now() - interval '8 days' WHERE merge_id = $1`,
      [id],
    );
    expect((await world.as('rosa').post(`/merges/${id}/reversal`)).status).toBe(404);
  });
});

describe('a hidden circle', () => {
  test('is brought in only by one who looks after both, and its name is told to nobody outside it', async () => {
    const them = await two({ a: { name: 'Umberhollow', joining: 'hidden' } });
    expect((await proposed('rosa', them)).status, 'to ask would tell').toBe(422);
    expect((await proposed('admin', them)).status).toBe(422);
    await world.owner.query(
      `INSERT INTO circle_members (community_id, circle_id, member_id, role) VALUES ($1, $2, $3, 'facilitator')`,
      [rosa.communityId, them.b, rosa.memberId],
    );
    const { status, id } = await proposed('rosa', them);
    expect(status).toBe(303);
    for (const who of ['vera', 'dana'] as const) {
      for (const path of [`/circles/${them.b}`, `/merges/${id}`]) {
        const { status, text } = await world.as(who).get(path);
        expect(status).toBe(200);
        expect(text).not.toContain('Umberhollow');
        expect(text).toContain('another circle');
      }
    }
    for (const who of ['admin', 'mo', 'bea'] as const)
      expect((await world.as(who).get(`/merges/${id}`)).status).toBe(404);
    expect((await world.as('admin').get('/community/circles')).text).not.toContain('Umberhollow');
    expect((await world.as('maya').get(`/merges/${id}`)).text).toContain('Umberhollow');
    await timeComes(world);
    await effectChanges(world.parts);
    const { rows } = await world.owner.query(
      'SELECT c.joining, c.circle_id FROM circles c JOIN circle_merges m ON m.joined_circle = c.circle_id WHERE m.merge_id = $1',
      [id],
    );
    expect(rows[0].joining).toBe('hidden');
    expect((await world.as('vera').get(`/circles/${rows[0].circle_id}`)).text).not.toContain('Umberhollow');
    expect((await world.as('admin').post(`/merges/${id}/reversal`)).status).toBe(404);
  });
});

test('erasing the one who proposed it stops nothing, and leaves nothing of her', async () => {
  const them = await two();
  await seat(world, them.b, admin);
  await world.owner.query(`UPDATE members SET role = 'coordinator' WHERE member_id = $1`, [bea.memberId]);
  const answer = await world
    .as('bea')
    .post('/community/circles/merges', { a: them.a, b: them.b, name: NAME });
  const id = /merges\/([0-9a-f-]{36})/.exec(answer.location!)![1]!;
  const mine = JSON.parse((await world.as('bea').get('/me/export')).text);
  expect(mine.merges.map((one: { name: string }) => one.name)).toEqual([NAME]);
  expect((await world.as('bea').post('/me/erasure', { word: 'erase' })).status).toBe(303);
  await timeComes(world);
  await effectChanges(world.parts);
  const { rows } = await world.owner.query(
    'SELECT proposed_by, effected_at FROM circle_merges WHERE merge_id = $1',
    [id],
  );
  expect(rows[0].proposed_by).toBeNull();
  expect(rows[0].effected_at).not.toBeNull();
  expect(await inboxes(world, 'circles.nothing')).toBe(0);
});
