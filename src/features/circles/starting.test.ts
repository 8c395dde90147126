import { describe, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat, seats } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa, maya, vera, dana } = world.people;

const FORM = {
  name: 'Porch at Dusk',
  purpose: 'An hour for ourselves.',
  charter: 'What is said here stays here.',
  stages: ['baby', 'toddler'],
  ageFrom: '3',
  ageTo: '18',
  topics: ['sleep'],
  languages: ['en', 'es'],
  place: 'in-person',
  near: '60657',
  placeName: 'Lakeview',
  weekday: '2',
  startTime: '19:30',
  minutes: '90',
  everyWeeks: '2',
  firstMeeting: '2026-12-01',
  childcare: 'yes',
  cost: 'free',
  faith: '',
  joining: 'open',
  cap: '12',
  questions: 'What brings you?\n\nAnything else?',
};
const idIn = (location: string | null) => /[0-9a-f-]{36}/.exec(location ?? '')![0];

async function started(form: Partial<typeof FORM> = {}, who = world.as('vera')): Promise<string> {
  const answer = await who.post('/circles/new', { ...FORM, ...form });
  expect(answer.status).toBe(303);
  return idIn(answer.location);
}

/** The token of the newest link on the invitations page. */
async function linkOf(id: string, who = world.as('vera')): Promise<string> {
  const { text } = await who.get(`/circles/${id}/invitations`);
  return /\/invitations\/([\w-]{22})/.exec(text)![1]!;
}

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
    const id = idIn(answer.location);
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

    const token = await linkOf(id);
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
    const id = await started({ name });
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
    const id = await started({ place: 'online' });
    const { rows } = await world.owner.query(
      'SELECT postcode, place_name, latitude, childcare FROM circles WHERE circle_id = $1',
      [id],
    );
    expect(rows[0]).toEqual({ postcode: null, place_name: null, latitude: null, childcare: false });
  });
});

describe('an invitation', () => {
  test('shows a hidden circle to whoever holds it, signed in or not, and lets her in', async () => {
    const id = await started({ joining: 'hidden', name: 'Under the Stairs' });
    const token = await linkOf(id);
    const guest = await world.nobody().get(`/invitations/${token}`);
    expect(guest.text).toContain('Under the Stairs');
    expect(guest.text).toContain(`/sign-in?next=%2Finvitations%2F${token}`);
    expect((await world.as('maya').get(`/circles/${id}`)).status).toBe(404);
    await world.as('maya').post(`/circles/${id}/membership`, { invitation: token });
    expect((await world.as('maya').get(`/invitations/${token}`)).location).toBe(`/circles/${id}`);
  });

  test('revoked, expired, of another community and invented ones give one answer and open nothing', async () => {
    const id = await started({ joining: 'hidden' });
    const token = await linkOf(id);
    expect((await world.as('nora').get(`/invitations/${token}`)).status).toBe(404);
    const { rows } = await world.owner.query(
      'SELECT invitation_id FROM circle_invitations WHERE circle_id = $1',
      [id],
    );
    await world.as('vera').post(`/circles/${id}/invitations/${rows[0].invitation_id}/revocation`);
    await world.as('vera').post(`/circles/${id}/invitations`, { days: '7' });
    const expired = await linkOf(id);
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
    const mine = await started();
    const other = await aCircle(world, rosa, { name: 'Elsewhere', joining: 'private' });
    const token = await linkOf(mine);
    expect((await world.as('maya').post(`/circles/${other}/membership`, { invitation: token })).status).toBe(
      404,
    );
    expect(await seats(world, other)).toHaveLength(1);
  });

  test('lets in past a full count no one', async () => {
    const id = await started({ cap: '2' });
    await seat(world, id, dana);
    const token = await linkOf(id);
    expect((await world.as('maya').post(`/circles/${id}/membership`, { invitation: token })).status).toBe(
      409,
    );
  });

  test('the database keeps no token', async () => {
    const id = await started();
    const token = await linkOf(id);
    const { rows } = await world.owner.query('SELECT * FROM circle_invitations WHERE circle_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('looking after a circle', () => {
  test('what a facilitator changes is kept; a cap below the people in it is not', async () => {
    const id = await started();
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
    const id = await started();
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

  test('keys are handed on; a facilitator cannot be shown out, a member can, and then needs an invitation', async () => {
    const id = await started();
    await seat(world, id, maya);
    await seat(world, id, dana);
    await world.as('vera').post(`/circles/${id}/people/${dana.memberId}/keys`);
    expect((await world.as('vera').post(`/circles/${id}/people/${dana.memberId}/removal`)).status).toBe(404);
    expect((await world.as('vera').get(`/circles/${id}/people/${maya.memberId}/removal`)).text).toContain(
      'Show Maya out?',
    );
    expect((await world.as('dana').post(`/circles/${id}/people/${maya.memberId}/removal`)).status).toBe(303);
    expect(await seats(world, id)).toHaveLength(2);
    expect((await world.as('maya').post(`/circles/${id}/membership`)).status).toBe(403);
    const token = await linkOf(id);
    expect((await world.as('maya').post(`/circles/${id}/membership`, { invitation: token })).status).toBe(
      303,
    );
  });

  test('a closed circle is absent for those who were in it, and its links are dead', async () => {
    const id = await started();
    await seat(world, id, maya);
    const token = await linkOf(id);
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
