import { describe, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { circleIdIn, FORM, linkOf, seats, started } from './a-circle.fixture.ts';

const world = await newWorld();
const { vera, dana } = world.people;

describe('starting a circle', () => {
  test('from a half-filled form to a circle, a link, a poster and a first guest', async () => {
    const form = await world
      .as('vera')
      .get(
        '/circles/new?stage=baby&topic=sleep&place=in-person&language=en&weekday=2&part=evening&near=60657',
      );
    expect(form.text).toMatch(/name="stages" value="baby" checked/);
    expect(form.text).toMatch(/name="topics" value="sleep" checked/);
    expect(form.text).toContain('value="19:00"');
    expect(form.text).toContain('value="60657"');
    expect(form.text).toContain('What is said here stays here.');

    const answer = await world.as('vera').post('/circles/new', FORM);
    const id = circleIdIn(answer.location);
    expect(answer.location).toBe(`/circles/${id}/invitations`);
    const { rows } = await world.owner.query('SELECT * FROM circles WHERE circle_id = $1', [id]);
    expect(rows[0]).toMatchObject({
      name: 'Porch at Dusk',
      place_name: 'Lakeview, Chicago',
      region: 'IL',
      time_zone: 'America/Chicago',
      weekday: 2,
      every_weeks: 2,
      childcare: true,
      questions: ['What brings you?', 'Anything else?'],
      age_to_months: 18,
      member_count: 1,
    });
    expect(await seats(world, id)).toEqual([
      { member_id: vera.memberId, role: 'facilitator', greeter_id: null },
    ]);

    const poster = await world.as('vera').get(`/circles/${id}/poster`);
    expect(poster.text).toContain('Porch at Dusk');
    expect(poster.text).toContain('<path d="M');
    expect(poster.text).not.toContain('style=');

    const token = await linkOf(world, id);
    expect((await world.as('dana').get(`/invitations/${token}`)).text).toContain('You are invited');
    await world.as('dana').post(`/circles/${id}/membership`, { invitation: token });
    expect((await seats(world, id)).map((row) => row.member_id)).toContain(dana.memberId);
    expect((await world.nobody().get('/circles?near=60657')).text).toContain('Porch at Dusk');
  });

  test('the charter and the suggested name are there in Spanish', async () => {
    const { text } = await world
      .as('vera')
      .get('/circles/new?topic=sleep', { 'accept-language': 'es', cookie: '' });
    expect(text).toContain('What is said here stays here.'); // Vera reads English
    const spanish = world.as('vera');
    spanish.cookies.set('lang', 'es');
    const form = await spanish.get('/circles/new?topic=sleep');
    expect(form.text).toContain('Lo que se dice aquí se queda aquí.');
    expect(form.text).toContain('Nuestro círculo: Dormir');
  });

  test.each([
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(81) }],
    ['charter', { charter: 'x'.repeat(6001) }],
    ['near', { near: '00000' }],
    ['near', { near: '', placeName: '' }],
    ['placeName', { placeName: '123 N Clark St' }],
    ['weekday', { weekday: '' }],
    ['startTime', { startTime: '25:99' }],
    ['firstMeeting', { firstMeeting: '2026-02-30' }],
    ['ageTo', { ageFrom: '12', ageTo: '3' }],
    ['ageFrom', { ageFrom: 'six' }],
    ['cap', { cap: '1' }],
    ['cap', { cap: '100000' }],
    ['questions', { questions: '1\n2\n3\n4\n5\n6' }],
    ['joining', { joining: 'everyone' }],
    ['place', { place: 'moon' }],
    ['topics', { topics: ['sleep', "'; DROP TABLE circles"] }],
    ['purpose', { purpose: 'a\0b' }],
  ])('a wrong %s is told beside it, with what was typed kept, and nothing is made', async (field, wrong) => {
    const count = async () => (await world.owner.query('SELECT count(*)::int FROM circles')).rows[0].count;
    const before = await count();
    const { status, text } = await world.as('vera').post('/circles/new', { ...FORM, ...wrong });
    expect(status).toBe(422);
    expect(text).toContain(`id="f-${field}-error"`);
    expect(text).toContain(`href="#f-${field}"`);
    expect(text).toMatch(/An hour for ourselves\.|Porch at Dusk/);
    expect(await count()).toBe(before);
  });

  test('markup in a name stays text everywhere', async () => {
    const name = '<img src=x onerror=alert(1)>"\'&';
    const id = await started(world, { name });
    for (const path of ['', '/settings', '/people', '/invitations', '/poster', '/closure', '/departure']) {
      const { text } = await world.as('vera').get(`/circles/${id}${path}`);
      expect(text).not.toContain('<img src=x');
    }
    expect((await world.nobody().get('/circles?near=60657')).text).not.toContain('<img src=x');
  });

  test('five megabytes are refused before they are read', async () => {
    const { status } = await world
      .as('vera')
      .post('/circles/new', { ...FORM, charter: 'x'.repeat(5_000_000) });
    expect(status).toBe(413);
  });

  test('an online circle keeps no place', async () => {
    const id = await started(world, { place: 'online' });
    const { rows } = await world.owner.query(
      'SELECT postcode, place_name, latitude, childcare FROM circles WHERE circle_id = $1',
      [id],
    );
    expect(rows[0]).toEqual({ postcode: null, place_name: null, latitude: null, childcare: false });
  });
});

test('what mostly stays as it is waits folded, says how it stands, and opens when something in it is wrong', async () => {
  const lid = (text: string) => /<details[^>]*>(?=<summary><span>How long)/.exec(text)![0];
  const vera = world.as('vera');
  const fresh = (await vera.get('/circles/new')).text;
  expect(lid(fresh)).not.toContain(' open');
  expect(fresh).toContain('One hour · Every week · Free');
  const refused = await vera.post('/circles/new', { ...FORM, firstMeeting: 'soon' });
  expect(refused.status).toBe(422);
  expect(lid(refused.text)).toContain(' open');
});
