import { describe, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, circleIdIn, FORM, namesFound, seat, seats } from '../circles/a-circle.fixture.ts';
import { tell } from '../onboarding/telling.fixture.ts';
import { cohortAged, inboxes, monthFromNow } from './a-change.fixture.ts';

const world = await newWorld();
const { rosa, maya } = world.people;
const ONLINE = {
  ...FORM,
  name: '',
  place: 'online',
  near: '',
  placeName: '',
  stages: [],
  ageFrom: '',
  ageTo: '',
};
const nameOf = (html: string) => /<h1[^>]*>([^<]*)</.exec(html)![1]!.replaceAll('&#39;', "'");

describe('starting a cohort', () => {
  test('takes its months and makes its name, for each in her own language', async () => {
    const born = monthFromNow(-3);
    const form = { ...ONLINE, cohort: 'start', bornFrom: born, bornMonths: '1' };
    const { status, location } = await world.as('vera').post('/circles/new', form);
    expect(status).toBe(303);
    const { text } = await world.as('dana').get(`/circles/${circleIdIn(location)}`);
    expect(nameOf(text)).toMatch(/^Babies of \w+ 20\d\d · 0–6 months$/);
    const reader = world.as('dana');
    reader.cookies.set('lang', 'es');
    expect(nameOf((await reader.get(`/circles/${circleIdIn(location)}`)).text)).toMatch(
      /^Bebés de .* · 0 a 6 meses$/,
    );
  });

  test.each([
    ['no month', { bornFrom: '' }],
    ['a month that is none', { bornFrom: '2026-13' }],
    ['a month too far ahead', { bornFrom: monthFromNow(14) }],
  ])('with %s is told beside the field, and what was typed stays', async (_, said) => {
    const form = {
      ...ONLINE,
      purpose: 'Coffee',
      cohort: 'start',
      bornMonths: '3',
      ...said,
    };
    const { status, text } = await world.as('vera').post('/circles/new', form);
    expect(status).toBe(422);
    expect(text).toContain('id="f-bornFrom-error"');
    expect(text).toContain('Coffee');
    expect(text).toContain('name="cohort" value="start"');
  });

  test('a circle that is no cohort still needs a name, whatever its form says', async () => {
    expect((await world.as('vera').post('/circles/new', { ...ONLINE })).status).toBe(422);
    expect((await world.as('vera').post('/circles/new', { ...ONLINE, cohort: 'kept' })).status).toBe(422);
  });

  test('its facilitators may name it and take the name back; its months stay', async () => {
    const id = await aCircle(world, rosa, { ...cohortAged(7), place: 'online' });
    const settings = { ...ONLINE, cohort: 'kept', bornFrom: '2020-01', bornMonths: '12' };
    const said = async (name: string) => {
      expect((await world.as('rosa').post(`/circles/${id}/settings`, { ...settings, name })).status).toBe(
        303,
      );
      return nameOf((await world.as('rosa').get(`/circles/${id}`)).text);
    };
    expect(await said('Larks')).toBe('Larks · 6–12 months');
    expect(await said('')).toMatch(/^Babies of .* · 6–12 months$/);
    const { rows } = await world.owner.query('SELECT born_from, stages FROM circles WHERE circle_id = $1', [
      id,
    ]);
    expect(rows[0]).toEqual({ born_from: cohortAged(7).born_from, stages: [] });
  });
});

describe('finding one', () => {
  test('by her child’s month it is the exact match; any of her children will do; another month is none', async () => {
    const id = await aCircle(world, rosa, { ...cohortAged(20), place: 'online', languages: ['en'] });
    const other = await aCircle(world, rosa, { ...cohortAged(27), place: 'online', languages: ['en'] });
    const [young, old] = [monthFromNow(-1), cohortAged(20).born_to];
    await tell(world.as('maya'), 1, {
      stages: ['baby', 'toddler'],
      childMonth: [String(Number(young.slice(5))), String(Number(old.slice(5)))],
      childYear: [young.slice(0, 4), old.slice(0, 4)],
    });
    const { text } = await world.as('maya').get('/circles');
    expect(text).toContain(`/circles/${id}`);
    expect(text).not.toContain(`/circles/${other}`);
    const byMonth = (await world.as('maya').get('/cohorts')).text;
    expect(byMonth).toContain(`/cohorts?month=${old}`);
    expect((await world.as('maya').get(`/cohorts?month=${old}`)).text).toContain(`/circles/${id}`);
    await world.owner.query('DELETE FROM answers');
  });

  test('a due date, a birthday and a coming home are asked for alike, and hidden ones are never shown', async () => {
    const due = monthFromNow(4);
    const waiting = await aCircle(world, rosa, {
      born_from: due,
      born_to: due,
      own_name: false,
      place: 'online',
    });
    const hidden = await aCircle(world, rosa, {
      born_from: due,
      born_to: due,
      own_name: false,
      joining: 'hidden',
    });
    const { text } = await world.as('vera').get(`/cohorts?month=${due}`);
    expect(text).toContain('was born, or came home');
    expect(text).toContain(`/circles/${waiting}`);
    expect(text).not.toContain(hidden);
    expect((await world.as('vera').get('/cohorts?month=%27')).status).toBe(200);
  });

  test('it is joined whatever month she comes with: nobody is asked to prove one', async () => {
    const id = await aCircle(world, rosa, { ...cohortAged(2), place: 'online' });
    expect((await world.as('vera').post(`/circles/${id}/membership`)).location).toBe(`/circles/${id}`);
  });
});

describe('when the children have come to an age', () => {
  test('its facilitators are asked, members are not; staying together is told to nobody', async () => {
    const id = await aCircle(world, rosa, { ...cohortAged(6), place: 'online' });
    await seat(world, id, maya);
    expect((await world.as('rosa').get(`/circles/${id}`)).text).toContain(`/circles/${id}/growing`);
    expect((await world.as('maya').get(`/circles/${id}`)).text).not.toContain('/growing');
    const before = await inboxes(world);
    expect((await world.as('rosa').post(`/circles/${id}/growing`, { choice: 'together' })).status).toBe(303);
    expect((await world.as('rosa').get(`/circles/${id}`)).text).not.toContain('/growing');
    expect(await inboxes(world)).toBe(before);
  });

  test('neighbours are shown to all, and nobody is moved', async () => {
    const id = await aCircle(world, rosa, { ...cohortAged(13), place: 'online' });
    const near = await aCircle(world, rosa, {
      name: 'Toddler walks',
      place: 'online',
      stages: ['toddler'],
      age_from_months: 12,
      age_to_months: 24,
    });
    const secret = await aCircle(world, rosa, { name: 'Umberhollow', joining: 'hidden', place: 'online' });
    await seat(world, id, maya);
    const rosas = world.as('rosa');
    expect((await rosas.get(`/circles/${id}/growing`)).text).not.toContain('Umberhollow');
    const choose = (neighbours: string[]) =>
      rosas.post(`/circles/${id}/growing`, { choice: 'neighbours', neighbours });
    expect((await choose([])).status).toBe(422);
    expect((await choose([secret])).status, 'a hidden one is no choice').toBe(422);
    await world.owner.query('DELETE FROM circle_members WHERE circle_id = $1 AND member_id = $2', [
      near,
      rosa.memberId,
    ]);
    await world.owner.query('UPDATE circles SET closed_at = NULL WHERE circle_id = $1', [near]);
    expect((await choose([near])).status).toBe(303);
    expect((await world.as('maya').get(`/circles/${id}`)).text).toContain(`/circles/${id}/neighbours`);
    expect((await world.as('maya').get(`/circles/${id}/neighbours`)).text).toContain('Toddler walks');
    expect((await seats(world, id)).length).toBe(2);
    expect((await seats(world, near)).length).toBe(0);
    await world.owner.query(`UPDATE circles SET joining = 'hidden' WHERE circle_id = $1`, [near]);
    expect((await world.as('maya').get(`/circles/${id}/neighbours`)).text).not.toContain('Toddler walks');
  });

  test('before half a year there is nothing to think about, and for other circles never', async () => {
    const young = await aCircle(world, rosa, { ...cohortAged(3), place: 'online' });
    const other = await aCircle(world, rosa, { name: 'Books' });
    for (const id of [young, other]) {
      expect((await world.as('rosa').get(`/circles/${id}/growing`)).status).toBe(404);
      expect((await world.as('rosa').get(`/circles/${id}`)).text).not.toContain('/growing');
    }
  });
});

test('names of a cohort are no search for members alone: visitors see them too, and the finder lists them by name', async () => {
  const id = await aCircle(world, rosa, { ...cohortAged(8), place: 'online' });
  expect((await world.nobody().get(`/circles/${id}`)).text).toContain('Babies of');
  expect((await namesFound(world.nobody(), '?within=any')).some((name) => name.startsWith('Babies of'))).toBe(
    true,
  );
});
