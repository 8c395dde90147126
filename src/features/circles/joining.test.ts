import { describe, expect, test } from 'vitest';
import { clientFor } from '../../../test/kit/client.ts';
import { HIDDEN_CIRCLE, type Person } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId, newToken } from '../../platform/crypto/index.ts';
import { aCircle, seat, seats } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa, maya, vera, dana, bea, mo } = world.people;
const NOBODYS = '00000000-0000-7000-8000-00000000dead';

const inside = async (id: string, person: Person) =>
  (await seats(world, id)).some((row) => row.member_id === person.memberId);

describe('an open circle', () => {
  test('is joined with one tap, and somebody is asked to greet', async () => {
    const id = await aCircle(world, rosa, { name: 'Open Porch' });
    const answer = await world.as('vera').post(`/circles/${id}/membership`);
    expect([answer.status, answer.location]).toEqual([303, `/circles/${id}`]);
    const her = (await seats(world, id)).find((row) => row.member_id === vera.memberId);
    expect(her).toMatchObject({ role: 'member', greeter_id: rosa.memberId });
    const again = await world.as('vera').post(`/circles/${id}/membership`);
    expect(again.status).toBe(303);
    expect(await seats(world, id)).toHaveLength(2);
  });

  test('needs somebody signed in, of this community, with a form of ours', async () => {
    const id = await aCircle(world, rosa, { name: 'Ours' });
    expect((await world.nobody().post(`/circles/${id}/membership`)).status).toBe(401);
    expect((await world.as('nora').post(`/circles/${id}/membership`)).status).toBe(404);
    const forged = await world.as('vera').raw(`/circles/${id}/membership`, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: 'forged' }),
    });
    expect(forged.status).toBe(403);
    expect(await seats(world, id)).toHaveLength(1);
  });

  test('takes turns at greeting, and never asks somebody she blocked or who blocked her', async () => {
    const id = await aCircle(world, bea, { name: 'Taking Turns' });
    await seat(world, id, dana);
    await world.owner.query('UPDATE circle_members SET greets = true WHERE circle_id = $1', [id]);
    await world.as('vera').post(`/circles/${id}/membership`);
    await world.as('mo').post(`/circles/${id}/membership`);
    await world.as('maya').post(`/circles/${id}/membership`); // Maya and Bea have a block between them
    const greeters = new Map((await seats(world, id)).map((row) => [row.member_id, row.greeter_id]));
    expect(new Set([greeters.get(vera.memberId), greeters.get(mo.memberId)])).toEqual(
      new Set([bea.memberId, dana.memberId]),
    );
    expect(greeters.get(maya.memberId)).toBe(dana.memberId);
  });

  test('with five places left, thirty at once make exactly five', async () => {
    const id = await aCircle(world, rosa, { name: 'Last Five', cap: 6 });
    const crowd = await Promise.all(Array.from({ length: 30 }, (_, i) => somebody(i)));
    const answers = await Promise.all(
      crowd.map((person) => clientFor(world.app, world.parts.keys, person).post(`/circles/${id}/membership`)),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
    const late = answers.filter(({ status }) => status === 409);
    expect(late).toHaveLength(25);
    expect(late[0]!.text).toContain('Last Five is full for now');
    expect(await seats(world, id)).toHaveLength(6);
    const { rows } = await world.owner.query('SELECT member_count FROM circles WHERE circle_id = $1', [id]);
    expect(rows[0].member_count).toBe(6);
  });

  test('that is full offers others alike, with room', async () => {
    const id = await aCircle(world, rosa, { name: 'Tiny', cap: 2, topics: ['sleep'] });
    await seat(world, id, dana);
    const { text, status } = await world.as('vera').post(`/circles/${id}/membership`);
    expect(status).toBe(409);
    expect(text).toContain('Night Feeds, Lakeview');
  });
});

async function somebody(n: number): Promise<Person> {
  const person: Person = {
    ...vera,
    name: `Crowd ${n}`,
    accountId: `account-crowd-${n}`,
    memberId: newId(),
    sessionToken: newToken() + newToken(),
  };
  const { accountId, memberId, sessionToken, communityId, name } = person;
  await world.owner.query('INSERT INTO auth."user" (id, name, email) VALUES ($1, $2, $3)', [
    accountId,
    name,
    `crowd${n}@example.org`,
  ]);
  await world.owner.query(
    `INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ($1, now() + interval '1 day', $2, $3)`,
    [`session-crowd-${n}`, sessionToken, accountId],
  );
  await world.owner.query(
    'INSERT INTO members (community_id, member_id, account_id, display_name) VALUES ($1, $2, $3, $4)',
    [communityId, memberId, accountId, name],
  );
  return person;
}

describe('a hidden circle', () => {
  test('is not joined, asked, left, opened or changed from outside; all as if it were not there', async () => {
    const person = world.as('vera');
    for (const path of ['membership', 'request', 'departure', 'settings', 'people', 'poster', 'closure']) {
      const known = await person.get(`/circles/${HIDDEN_CIRCLE}/${path}`);
      const unknown = await person.get(`/circles/${NOBODYS}/${path}`);
      expect([path, known.status]).toEqual([path, unknown.status]);
      expect(known.status).toBe(404);
    }
    for (const path of [
      'membership',
      'request',
      'departure',
      'closure',
      'greeter',
      'settings',
      'invitations',
    ])
      expect([path, (await person.post(`/circles/${HIDDEN_CIRCLE}/${path}`)).status]).toEqual([path, 404]);
    expect(await inside(HIDDEN_CIRCLE, vera)).toBe(false);
  });
});

describe('a private circle', () => {
  test('is seen, but joined by invitation only', async () => {
    const id = await aCircle(world, rosa, { name: 'By the Stove', joining: 'private' });
    const door = await world.as('vera').get(`/circles/${id}`);
    expect(door.text).toContain('joined by invitation');
    expect(door.text).not.toContain('/membership');
    expect((await world.as('vera').post(`/circles/${id}/membership`)).status).toBe(403);
    expect((await world.as('vera').post(`/circles/${id}/request`)).status).toBe(303);
    const { rows } = await world.owner.query('SELECT FROM join_requests WHERE circle_id = $1', [id]);
    expect(rows).toHaveLength(0);
    expect(await inside(id, vera)).toBe(false);
  });
});

test('who was asked to greet hears of it, until a block comes between them', async () => {
  const id = await aCircle(world, dana, { name: 'Hello There' });
  await world.as('mo').post(`/circles/${id}/membership`);
  expect((await world.as('dana').get('/circles')).text).toContain('Mo is new');
  expect((await world.as('mo').get('/circles')).text).not.toContain('Mo is new');
  await world.owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    mo.communityId,
    mo.memberId,
    dana.memberId,
  ]);
  expect((await world.as('dana').get('/circles')).text).not.toContain('Mo is new');
});
