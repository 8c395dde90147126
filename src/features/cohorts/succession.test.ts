import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat, seats } from '../circles/a-circle.fixture.ts';
import { timeComes } from './a-change.fixture.ts';
import { effectChanges, noteChanges } from './jobs.ts';

const world = await newWorld();
const { rosa, maya, dana, vera } = world.people;
const holders = async (id: string) =>
  (await seats(world, id)).filter((one) => one.role === 'facilitator').map((one) => one.member_id);
const newest = async (id: string): Promise<string> =>
  (
    await world.owner.query(
      'SELECT succession_id FROM successions WHERE circle_id = $1 ORDER BY named_at DESC LIMIT 1',
      [id],
    )
  ).rows[0].succession_id;
/** As if its people had been there for long and this one had not come for three months. */
async function stayAway(person: Person, id: string) {
  await world.owner.query(
    `UPDATE auth.session SET "updatedAt" = now() - interval '90 days' WHERE "userId" = $1`,
    [person.accountId],
  );
  await world.owner.query(
    `UPDATE circle_members SET joined_at = now() - interval '200 days' WHERE circle_id = $1`,
    [id],
  );
  await noteChanges(world.parts);
}

let id: string;
beforeEach(async () => {
  await world.owner.query(`UPDATE circles SET closed_at = now() WHERE name = 'Quilts'`);
  await world.owner.query(`UPDATE auth.session SET "updatedAt" = now()`);
  id = await aCircle(world, rosa, { name: 'Quilts' });
  for (const one of [maya, dana]) await seat(world, id, one);
});
const page = async (who: 'rosa' | 'maya' | 'dana') =>
  (await world.as(who).get(`/circles/${id}/succession`)).text;

describe('handing the keys on', () => {
  test('she names one, who says yes; then all are told, and three days later it is so', async () => {
    expect((await world.as('rosa').post(`/circles/${id}/succession`, { to: maya.memberId })).status).toBe(
      303,
    );
    const change = await newest(id);
    expect((await world.as('dana').get(`/circles/${id}`)).text, 'between the two until then').not.toContain(
      'Maya',
    );
    expect(await page('dana')).not.toContain('Maya');
    expect((await world.as('maya').get(`/circles/${id}`)).text).toContain(
      'Rosa asks whether you would look after',
    );
    expect((await world.as('dana').post(`/successions/${change}/acceptance`)).status).toBe(404);
    expect((await world.as('maya').post(`/successions/${change}/acceptance`)).status).toBe(303);
    expect((await world.as('dana').get(`/circles/${id}`)).text).toMatch(
      /From [^<]+, Maya looks after this circle/,
    );
    await effectChanges(world.parts);
    expect(await holders(id), 'not before').toEqual([rosa.memberId]);
    await timeComes(world);
    await Promise.all([effectChanges(world.parts), effectChanges(world.parts)]);
    expect(await holders(id)).toEqual([maya.memberId]);
    expect((await world.as('rosa').get(`/circles/${id}`)).status, 'she stays a member').toBe(200);
  });

  test('is taken back within a week, and not after', async () => {
    await world.as('rosa').post(`/circles/${id}/succession`, { to: maya.memberId });
    const change = await newest(id);
    await world.as('maya').post(`/successions/${change}/acceptance`);
    await timeComes(world);
    await effectChanges(world.parts);
    expect((await world.as('dana').post(`/successions/${change}/reversal`)).status).toBe(404);
    await world.owner.query(
      `UPDATE successions SET effected_at = now() - interval '8 days' WHERE succession_id = $1`,
      [change],
    );
    expect((await world.as('rosa').post(`/successions/${change}/reversal`)).status).toBe(404);
    await world.owner.query('UPDATE successions SET effected_at = now() WHERE succession_id = $1', [change]);
    expect((await world.as('rosa').post(`/successions/${change}/reversal`)).status).toBe(303);
    expect(await holders(id)).toEqual([rosa.memberId]);
  });

  test('she who was asked may say no, and nothing changes', async () => {
    await world.as('rosa').post(`/circles/${id}/succession`, { to: maya.memberId });
    const change = await newest(id);
    expect((await world.as('maya').post(`/successions/${change}/calling-off`)).status).toBe(303);
    expect((await world.as('maya').post(`/successions/${change}/acceptance`)).status).toBe(404);
    expect((await world.as('maya').get(`/circles/${id}`)).text).not.toContain('asks whether you');
  });

  test.each([
    ['somebody outside', vera.memberId],
    ['herself', rosa.memberId],
    ['nobody', ''],
  ])('cannot be to %s', async (_, to) => {
    const answer = await world.as('rosa').post(`/circles/${id}/succession`, { to });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('id="f-to-error"');
  });

  test('a successor who left meanwhile gets no keys', async () => {
    await world.as('rosa').post(`/circles/${id}/succession`, { to: maya.memberId });
    await world.as('maya').post(`/successions/${await newest(id)}/acceptance`);
    await world.as('maya').post(`/circles/${id}/departure`);
    await timeComes(world);
    await effectChanges(world.parts);
    expect(await holders(id)).toEqual([rosa.memberId]);
  });
});

describe('a circle is never left alone', () => {
  test('when its facilitator erases herself the keys pass on, and the coordinator sees it until somebody keeps them', async () => {
    const hers = await aCircle(world, vera, { name: 'Quilts' });
    await seat(world, hers, dana);
    expect((await world.as('vera').post('/me/erasure', { word: 'erase' })).status).toBe(303);
    expect(await holders(hers)).toEqual([dana.memberId]);
    expect((await world.as('dana').get(`/circles/${hers}`)).text).toContain(
      'The keys of this circle came to you',
    );
    expect((await world.as('admin').get('/community/circles')).text).toContain(`/circles/${hers}`);
    expect((await world.as('admin').get('/community')).text).toContain('/community/circles');
    expect((await world.as('dana').post(`/circles/${hers}/succession/keeping`)).status).toBe(303);
    expect((await world.as('admin').get('/community/circles')).text).not.toContain(`/circles/${hers}`);
    expect((await world.as('dana').get(`/circles/${hers}`)).text).not.toContain('came to you');
  });

  test('where she stays away for two months, members may offer, and the coordinator appoints one who did', async () => {
    expect((await world.as('maya').post(`/circles/${id}/succession/offer`)).status, 'she is there').toBe(404);
    await stayAway(rosa, id);
    expect((await world.as('maya').get(`/circles/${id}`)).text).toContain(
      'Nobody has looked after this circle',
    );
    const listed = (await world.as('admin').get('/community/circles')).text;
    expect(listed).toContain(`/circles/${id}`);
    expect(listed, 'who is in it is known inside').not.toMatch(/Maya|Dana|Rosa/);
    expect((await world.as('maya').post(`/circles/${id}/succession/offer`)).status).toBe(303);
    expect((await world.as('admin').get('/community/circles')).text).toContain(
      'Maya offers to look after it',
    );
    const change = await newest(id);
    expect((await world.as('mo').post(`/community/successions/${change}/appointment`)).status).toBe(403);
    expect((await world.as('admin').post(`/community/successions/${change}/appointment`)).status).toBe(303);
    expect((await world.as('dana').get(`/circles/${id}`)).text).toMatch(/Maya looks after this circle/);
    await timeComes(world);
    await effectChanges(world.parts);
    expect((await holders(id)).sort()).toEqual([rosa.memberId, maya.memberId].sort());
  });

  test('whoever comes back meanwhile may say so', async () => {
    await stayAway(rosa, id);
    await world.as('maya').post(`/circles/${id}/succession/offer`);
    const change = await newest(id);
    await world.as('admin').post(`/community/successions/${change}/appointment`);
    expect((await world.as('rosa').post(`/successions/${change}/calling-off`)).status).toBe(303);
    await timeComes(world);
    await effectChanges(world.parts);
    expect(await holders(id)).toEqual([rosa.memberId]);
  });

  test('a hidden one helps itself: its members are told, and the coordinator learns nothing', async () => {
    await world.owner.query(
      `UPDATE circles SET joining = 'hidden', name = 'Umberhollow' WHERE circle_id = $1`,
      [id],
    );
    await stayAway(rosa, id);
    expect((await world.as('maya').post(`/circles/${id}/succession/offer`)).status).toBe(303);
    const { text } = await world.as('admin').get('/community/circles');
    expect(text).not.toMatch(/Umberhollow|Maya/);
    expect(
      (await world.as('admin').post(`/community/successions/${await newest(id)}/appointment`)).status,
    ).toBe(404);
    expect((await world.as('dana').get(`/circles/${id}`)).text).toMatch(/From [^<]+, Maya looks after/);
    await timeComes(world);
    await effectChanges(world.parts);
    expect(await holders(id)).toContain(maya.memberId);
  });
});
