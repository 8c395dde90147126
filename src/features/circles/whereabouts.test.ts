import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { findPostcode } from '../../platform/geo/index.ts';
import type { Community } from '../../platform/http/index.ts';
import { aCircle, circleIdIn, FORM } from './a-circle.fixture.ts';
import { placeOf } from './circle-place.ts';

const world = await newWorld();
const HOME = { country: 'US', region: 'IL' } as Community;

test('a circle stands on the middle of its postcode and nowhere nearer, whatever else was typed', () => {
  const typed = fc.constantFrom('', 'Lakeview', 'Behind the library', 'The blue house by the bridge');
  const zip = fc.integer({ min: 60000, max: 62999 }).map(String);
  fc.assert(
    fc.property(
      zip,
      typed,
      fc.constantFrom('in-person' as const, 'both' as const),
      (near, placeName, place) => {
        const centre = findPostcode('US', near);
        const found = placeOf(HOME, { place, near, placeName });
        if (!centre) {
          expect(found).toBeNull();
          return;
        }
        expect([found!.latitude, found!.longitude]).toEqual([centre.latitude, centre.longitude]);
      },
    ),
  );
});

test('a cohort of neighbours says no street and no coordinates, and its distance is rounded', async () => {
  const street = await world.as('vera').post('/circles/new', { ...FORM, placeName: '3150 N Sheffield Ave' });
  expect(street.status).toBe(422);
  const { location } = await world.as('vera').post('/circles/new', {
    ...FORM,
    name: '',
    cohort: 'start',
    bornFrom: new Date().toISOString().slice(0, 7),
    bornMonths: '1',
  });
  const id = circleIdIn(location);
  const { rows } = await world.owner.query('SELECT latitude, longitude FROM circles WHERE circle_id = $1', [
    id,
  ]);
  const centre = findPostcode('US', '60657')!;
  expect(rows[0]).toEqual({ latitude: centre.latitude, longitude: centre.longitude });
  for (const path of [`/circles/${id}`, '/circles?near=60614&within=any', '/circles?near=60626&within=any']) {
    const { text } = await world.as('dana').get(path);
    expect(text, path).not.toMatch(/4[12]\.\d{2}|-?8[78]\.\d{2}/);
    for (const [, miles] of text.matchAll(/([\d.]+) miles/g))
      expect(Number(miles) * 2, path).toBeCloseTo(Math.round(Number(miles) * 2));
  }
  expect((await world.as('dana').get('/circles?near=60626&within=any')).text).toMatch(/[\d.]+ miles/);
});

test('a hidden one is at no distance at all', async () => {
  const id = await aCircle(world, world.people.rosa, { name: 'Umberhollow', joining: 'hidden' });
  for (const near of ['60657', '60614', 'Lakeview'])
    expect((await world.as('vera').get(`/circles?near=${near}&within=any`)).text).not.toContain(id);
});
