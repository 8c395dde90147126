import { expect, test } from 'vitest';
import { findPlaces, milesBetween } from './index.ts';

const first = (text: string) => {
  const [place] = findPlaces(text);
  return place && `${place.placeName}, ${place.region}`;
};

test.each([
  ['Chicago', 'Chicago, IL'],
  ['Chicago, IL', 'Chicago, IL'],
  ['chicago il', 'Chicago, IL'],
  ['  CHICAGO,illinois ', 'Chicago, IL'],
  ['San José', 'San Jose, CA'],
  ['san josé, california', 'San Jose, CA'],
  ['Springfield, Illinois', 'Springfield, IL'],
  ['Kansas City', 'Kansas City, MO'],
  ['kansas city kansas', 'Kansas City, KS'],
  ['New York', 'New York, NY'],
  ['Nueva York', undefined],
  ['Portland, OR', 'Portland, OR'],
  ['portland maine', 'Portland, ME'],
  ['St. Paul, Minnesota', 'Saint Paul, MN'],
  ['Fort Wayne', 'Fort Wayne, IN'],
  ['Mayagüez', 'Mayagüez, PR'],
  ['mayaguez', 'Mayagüez, PR'],
  ['Santa Fe, Nuevo México', 'Santa Fe, NM'],
  ['Evanst', 'Evanston, IL'],
])('%s → %s', (text, expected) => {
  expect(first(text)).toBe(expected);
});

test('the centre of Chicago is in Chicago', () => {
  const [chicago] = findPlaces('Chicago');
  // City Hall, 41.8838 N 87.6319 W.
  expect(milesBetween(chicago!, { latitude: 41.8838, longitude: -87.6319 })).toBeLessThan(4);
  expect(chicago?.timeZone).toBe('America/Chicago');
});

test('a name without its state offers the places that bear it, larger first', () => {
  const found = findPlaces('Springfield');
  expect(found.length).toBe(8);
  expect(found.every((place) => place.placeName === 'Springfield')).toBe(true);
  expect(findPlaces('Springfield', 2)).toEqual(found.slice(0, 2));
  expect(findPlaces('Springfield', 0)).toEqual([]);
});

test.each([
  ['a neighbourhood', 'Lakeview East Village'],
  ['nothing', ''],
  ['one letter', 'c'],
  ['a null byte', '\0\0\0'],
  ['ten kilobytes', 'q'.repeat(10_240)],
  ['markup', '<script>alert(1)</script>'],
])('%s finds nothing', (_, text) => {
  expect(findPlaces(text)).toEqual([]);
});
