import { describe, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { FORM, linkOf, seat, seats, started } from './a-circle.fixture.ts';

const world = await newWorld();
const { maya, dana } = world.people;

describe('looking after a circle', () => {
  test('what a facilitator changes is kept; a cap below the people in it is not', async () => {
    const id = await started(world);
    await seat(world, id, maya);
    await seat(world, id, dana);
    const small = await world.as('vera').post(`/circles/${id}/settings`, { ...FORM, cap: '2' });
    expect(small.status).toBe(422);
    expect(small.text).toContain('more people in the circle already');
    const kept = await world
      .as('vera')
      .post(`/circles/${id}/settings`, { ...FORM, name: 'Porch at Dawn', joining: 'hidden' });
    expect(kept.status).toBe(303);
    expect((await world.as('rosa').get(`/circles/${id}`)).status).toBe(404);
    expect((await world.as('vera').get(`/circles/${id}/settings`)).text).toContain('value="Porch at Dawn"');
  });

  test('nobody else may: not members, moderators, coordinators or neighbours', async () => {
    const id = await started(world);
    await seat(world, id, maya);
    for (const who of ['maya', 'rosa', 'mo', 'admin', 'nora'] as const) {
      for (const path of ['settings', 'people', 'invitations', 'poster', 'closure'])
        expect([who, path, (await world.as(who).get(`/circles/${id}/${path}`)).status]).toEqual([
          who,
          path,
          404,
        ]);
      expect((await world.as(who).post(`/circles/${id}/settings`, FORM)).status).toBe(404);
      expect((await world.as(who).post(`/circles/${id}/closure`)).status).toBe(404);
      expect((await world.as(who).post(`/circles/${id}/invitations`, { days: '30' })).status).toBe(404);
      expect((await world.as(who).post(`/circles/${id}/people/${maya.memberId}/keys`)).status).toBe(404);
      expect((await world.as(who).post(`/circles/${id}/people/${maya.memberId}/removal`)).status).toBe(404);
    }
    expect((await seats(world, id)).map((row) => row.role)).toEqual(['facilitator', 'member']);
  });

  test('keys are handed on; a facilitator cannot be shown out, a member can, and then needs a new invitation', async () => {
    const id = await started(world);
    await seat(world, id, maya);
    await seat(world, id, dana);
    const old = await linkOf(world, id);
    // Nothing gives the keys away in one tap.
    const keys = `/circles/${id}/people/${dana.memberId}/keys`;
    const people = (await world.as('vera').get(`/circles/${id}/people`)).text;
    expect(people).toContain(`href="${keys}"`);
    expect(people).not.toContain(`action="${keys}"`);
    expect((await world.as('vera').get(keys)).text).toContain('Make Dana a facilitator?');
    await world.as('vera').post(keys);
    expect((await world.as('vera').post(`/circles/${id}/people/${dana.memberId}/removal`)).status).toBe(404);
    expect((await world.as('vera').get(`/circles/${id}/people/${maya.memberId}/removal`)).text).toContain(
      'Remove Maya from the circle?',
    );
    const out = `/circles/${id}/people/${maya.memberId}/removal`;
    expect((await world.as('dana').post(out)).status).toBe(422);
    expect((await world.as('dana').post(out, { why: 'It does not fit.' })).status).toBe(303);
    expect(await seats(world, id)).toHaveLength(2);
    expect((await world.as('maya').post(`/circles/${id}/membership`)).status).toBe(403);
    const by = async (invitation: string) =>
      (await world.as('maya').post(`/circles/${id}/membership`, { invitation })).status;
    expect(await by(old)).toBe(404);
    await world.as('vera').post(`/circles/${id}/invitations`, { days: '7' });
    expect(await by(await linkOf(world, id))).toBe(303);
  });

  test('a closed circle is absent for those who were in it, and its links are dead', async () => {
    const id = await started(world);
    await seat(world, id, maya);
    const token = await linkOf(world, id);
    expect((await world.as('vera').get(`/circles/${id}/closure`)).text).toContain('cannot be taken back');
    await world.as('vera').post(`/circles/${id}/closure`);
    for (const path of [`/circles/${id}`, `/circles/${id}/people`, `/invitations/${token}`])
      expect([path, (await world.as('maya').get(path)).status]).toEqual([path, 404]);
  });

  test('whoever is inside may offer to greet, and take it back', async () => {
    const greets = async () =>
      (
        await world.owner.query('SELECT greets FROM circle_members WHERE circle_id = $1 AND member_id = $2', [
          NIGHT_FEEDS,
          maya.memberId,
        ])
      ).rows[0].greets;
    await world.as('maya').post(`/circles/${NIGHT_FEEDS}/greeter`, { greets: 'yes' });
    expect(await greets()).toBe(true);
    await world.as('maya').post(`/circles/${NIGHT_FEEDS}/greeter`, { greets: '' });
    expect(await greets()).toBe(false);
  });
});
