import { describe, expect, test } from 'vitest';
import type { Person } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat, seats } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa, vera, dana, mo } = world.people;

const inside = async (id: string, person: Person) =>
  (await seats(world, id)).some((row) => row.member_id === person.memberId);

describe('leaving', () => {
  test('is one tap, and at an open door the undo is right there', async () => {
    const id = await aCircle(world, rosa, { name: 'Easy Come' });
    await seat(world, id, vera);
    const answer = await world.as('vera').post(`/circles/${id}/departure`);
    expect(answer.location).toBe(`/circles/${id}`);
    expect(await inside(id, vera)).toBe(false);
    expect((await world.as('vera').get(`/circles/${id}`)).text).toContain(`/circles/${id}/membership`);
    expect((await world.as('vera').post(`/circles/${id}/departure`)).status).toBe(404);
  });

  test('as its only facilitator, she is told first who takes the keys; then that is who takes them', async () => {
    const id = await aCircle(world, vera, { name: 'Succession' });
    await seat(world, id, dana);
    await seat(world, id, mo);
    const first = await world.as('vera').post(`/circles/${id}/departure`);
    expect(first.location).toBe(`/circles/${id}/departure`);
    expect(await inside(id, vera)).toBe(true);
    expect((await world.as('vera').get(`/circles/${id}/departure`)).text).toContain('Dana takes the keys');
    await world.as('vera').post(`/circles/${id}/departure`, { confirmed: 'yes' });
    const left = await seats(world, id);
    expect(left.map((row) => [row.member_id, row.role])).toEqual([
      [dana.memberId, 'facilitator'],
      [mo.memberId, 'member'],
    ]);
  });

  test('as the last one, the circle closes and is absent', async () => {
    const id = await aCircle(world, vera, { name: 'Last Light' });
    await world.as('vera').post(`/circles/${id}/departure`);
    expect(await inside(id, vera)).toBe(true);
    await world.as('vera').post(`/circles/${id}/departure`, { confirmed: 'yes' });
    expect((await world.as('vera').get(`/circles/${id}`)).status).toBe(404);
    expect((await world.as('rosa').post(`/circles/${id}/membership`)).status).toBe(404);
  });
});
