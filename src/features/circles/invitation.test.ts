import { describe, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, linkOf, seat, seats, started } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa, dana } = world.people;

describe('an invitation', () => {
  test('shows a hidden circle to whoever holds it, signed in or not, and lets her in', async () => {
    const id = await started(world, { joining: 'hidden', name: 'Under the Stairs' });
    const token = await linkOf(world, id);
    const guest = await world.nobody().get(`/invitations/${token}`);
    expect(guest.text).toContain('Under the Stairs');
    expect(guest.text).toContain(`/sign-in?next=%2Finvitations%2F${token}`);
    expect((await world.as('maya').get(`/circles/${id}`)).status).toBe(404);
    await world.as('maya').post(`/circles/${id}/membership`, { invitation: token });
    expect((await world.as('maya').get(`/invitations/${token}`)).location).toBe(`/circles/${id}`);
  });

  test('revoked, expired, of another community and invented ones give one answer and open nothing', async () => {
    const id = await started(world, { joining: 'hidden' });
    const token = await linkOf(world, id);
    expect((await world.as('nora').get(`/invitations/${token}`)).status).toBe(404);
    const { rows } = await world.owner.query(
      'SELECT invitation_id FROM circle_invitations WHERE circle_id = $1',
      [id],
    );
    await world.as('vera').post(`/circles/${id}/invitations/${rows[0].invitation_id}/revocation`);
    await world.as('vera').post(`/circles/${id}/invitations`, { days: '7' });
    const expired = await linkOf(world, id);
    expect(expired).not.toBe(token);
    await world.owner.query(
      `UPDATE circle_invitations SET expires_at = now() - interval '1 second' WHERE circle_id = $1`,
      [id],
    );
    for (const dead of [token, expired, 'A'.repeat(22)]) {
      const { status, text } = await world.as('maya').get(`/invitations/${dead}`);
      expect(status).toBe(404);
      expect(text).toContain('no longer open');
      const join = await world.as('maya').post(`/circles/${id}/membership`, { invitation: dead });
      expect(join.status).toBe(404);
    }
    expect(await seats(world, id)).toHaveLength(1);
  });

  test('opens its own circle and no other', async () => {
    const mine = await started(world);
    const other = await aCircle(world, rosa, { name: 'Elsewhere', joining: 'private' });
    const token = await linkOf(world, mine);
    expect((await world.as('maya').post(`/circles/${other}/membership`, { invitation: token })).status).toBe(
      404,
    );
    expect(await seats(world, other)).toHaveLength(1);
  });

  test('lets in past a full count no one', async () => {
    const id = await started(world, { cap: '2' });
    await seat(world, id, dana);
    const token = await linkOf(world, id);
    expect((await world.as('maya').post(`/circles/${id}/membership`, { invitation: token })).status).toBe(
      409,
    );
  });

  test('the database keeps no token', async () => {
    const id = await started(world);
    const token = await linkOf(world, id);
    const { rows } = await world.owner.query('SELECT * FROM circle_invitations WHERE circle_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
