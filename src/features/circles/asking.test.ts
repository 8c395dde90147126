import { describe, expect, test } from 'vitest';
import type { Person } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat, seats } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa, maya, vera } = world.people;

const inside = async (id: string, person: Person) =>
  (await seats(world, id)).some((row) => row.member_id === person.memberId);

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

  test('heavy words at the door are met with helplines and read with a quiet sign; urgent ones open a case', async () => {
    const id = await asking();
    const ask = (who: 'maya' | 'vera', answer0: string) =>
      world.as(who).post(`/circles/${id}/request`, { answer0 });
    expect((await ask('maya', 'I want to **die** tonight')).location).toMatch(/^\/care\?to=%2Fcircles%2F/);
    expect((await ask('vera', 'I wish I could just disappear')).location).toMatch(/^\/care\?to=/);
    const people = (await world.as('rosa').get(`/circles/${id}/people`)).text;
    expect(people.match(/Words that worry/g)).toHaveLength(2);
    const { rows } = await world.owner.query(
      `SELECT subject_member_id AS who, circle_id, danger FROM cases WHERE origin = 'words'`,
    );
    expect(rows).toEqual([{ who: maya.memberId, circle_id: null, danger: true }]);
    expect((await world.as('mo').get('/moderation')).text).toContain('I want to');
    expect((await world.as('rosa').get('/notifications')).text).not.toContain('in danger');
    // Asked for by a calm one, nothing is said.
    await world.as('maya').post(`/circles/${id}/request/withdrawal`);
    await world.as('vera').post(`/circles/${id}/request/withdrawal`);
    expect((await ask('vera', 'Hello')).location).toBe(`/circles/${id}`);
    expect((await world.as('rosa').get(`/circles/${id}/people`)).text).not.toContain('Words that worry');
    await world.as('vera').post(`/circles/${id}/request/withdrawal`);
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
