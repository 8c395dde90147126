import { describe, expect, test } from 'vitest';
import { clientFor } from '../../../test/kit/client.ts';
import { HIDDEN_CIRCLE, NIGHT_FEEDS, type Person } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId, newToken } from '../../platform/crypto/index.ts';
import { aCircle, seat, seats } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa, maya, vera, dana, bea, mo, nora } = world.people;
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

describe('a circle by request', () => {
  const asking = () =>
    aCircle(world, rosa, {
      name: 'Knock First',
      joining: 'request',
      questions: ['What brings you?', 'When was your last coffee?'],
    });

  test('asks its questions, and a facilitator reads the answers and lets her in', async () => {
    const id = await asking();
    expect((await world.as('vera').post(`/circles/${id}/membership`)).location).toBe(
      `/circles/${id}/request`,
    );
    expect((await world.as('vera').get(`/circles/${id}/request`)).text).toContain(
      'When was your last coffee?',
    );
    await world.as('vera').post(`/circles/${id}/request`, { answer0: 'No <b>sleep</b>', answer1: '' });
    expect((await world.as('vera').get(`/circles/${id}`)).text).toContain('waits for an answer');
    const people = await world.as('rosa').get(`/circles/${id}/people`);
    expect(people.text).toContain('No &lt;b&gt;sleep&lt;/b&gt;');
    expect(people.text).toContain('Vera');
    expect((await world.as('rosa').get('/circles')).text).toContain('One person asks to join');
    const admitted = await world.as('rosa').post(`/circles/${id}/requests/${vera.memberId}/admission`);
    expect(admitted.status).toBe(303);
    expect(await inside(id, vera)).toBe(true);
    expect((await world.as('rosa').post(`/circles/${id}/requests/${vera.memberId}/admission`)).status).toBe(
      404,
    );
  });

  test('says no kindly; she cannot ask again at once, nor slip in when the door opens', async () => {
    const id = await asking();
    await world.as('vera').post(`/circles/${id}/request`, { answer0: 'Please' });
    expect((await world.as('rosa').post(`/circles/${id}/requests/${vera.memberId}/refusal`)).status).toBe(
      303,
    );
    expect((await world.as('vera').get(`/circles/${id}`)).text).toContain('says nothing about you');
    await world.as('vera').post(`/circles/${id}/request`, { answer0: 'Please please' });
    await world.as('vera').post(`/circles/${id}/request/withdrawal`);
    const { rows } = await world.owner.query('SELECT state FROM join_requests WHERE circle_id = $1', [id]);
    expect(rows).toEqual([{ state: 'declined' }]);
    await world.owner.query(`UPDATE circles SET joining = 'open' WHERE circle_id = $1`, [id]);
    expect((await world.as('vera').post(`/circles/${id}/membership`)).status).toBe(403);
    expect(await inside(id, vera)).toBe(false);
  });

  test('a waiting request can be taken back', async () => {
    const id = await asking();
    await world.as('vera').post(`/circles/${id}/request`, { answer0: 'Hello' });
    await world.as('vera').post(`/circles/${id}/request/withdrawal`);
    expect((await world.as('vera').get(`/circles/${id}`)).text).toContain('Ask to join');
  });

  test('only its facilitators see and decide', async () => {
    const id = await asking();
    await seat(world, id, maya);
    await world.as('vera').post(`/circles/${id}/request`, { answer0: 'Hello' });
    for (const who of ['maya', 'vera', 'mo', 'admin', 'nora'] as const) {
      expect([who, (await world.as(who).get(`/circles/${id}/people`)).status]).toEqual([who, 404]);
      for (const act of ['admission', 'refusal'])
        expect((await world.as(who).post(`/circles/${id}/requests/${vera.memberId}/${act}`)).status).toBe(
          404,
        );
    }
    expect(await inside(id, vera)).toBe(false);
  });

  test('an answer that is too long, or cannot be read, is told beside its question', async () => {
    const id = await asking();
    const { status, text } = await world.as('vera').post(`/circles/${id}/request`, {
      answer0: 'x'.repeat(1001),
      answer1: 'a\0b',
    });
    expect(status).toBe(422);
    expect(text).toContain('id="f-answer0-error"');
    expect(text).toContain('id="f-answer1-error"');
  });
});

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

test('greetings due are the greeter’s own, and a blocked newcomer is not among them', async () => {
  const page = await world.as('rosa').get('/circles');
  expect(page.text).toContain('Vera is new');
  expect((await world.as('maya').get('/circles')).text).not.toContain('is new.');
  expect((await world.as('nora').post(`/circles/${NIGHT_FEEDS}/greeter`, { greets: 'yes' })).status).toBe(
    404,
  );
  expect(nora.communityId).not.toBe(vera.communityId);
});
