import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { milesBetween, type Point, roundedMiles } from './index.ts';

const minutes = (degrees: number, arcMinutes: number, arcSeconds = 0) =>
  Math.sign(degrees) * (Math.abs(degrees) + arcMinutes / 60 + arcSeconds / 3600);
const MILES_PER_KM = 1 / 1.609344;

describe('miles between two points', () => {
  test('Nashville to Los Angeles: 2886.44 km on a sphere of 6371 km', () => {
    // The worked example of the haversine formula at rosettacode.org (BNA 36.12,-86.67; LAX 33.94,-118.40).
    const miles = milesBetween(
      { latitude: 36.12, longitude: -86.67 },
      { latitude: 33.94, longitude: -118.4 },
    );
    expect(Math.abs(miles - 2886.4444 * MILES_PER_KM)).toBeLessThan(0.5);
  });

  test('Los Angeles to New York: an arc of 0.623585 radians', () => {
    // Ed Williams, Aviation Formulary, worked example (LAX 33°57'N 118°24'W, JFK 40°38'N 73°47'W).
    const lax: Point = { latitude: minutes(33, 57), longitude: minutes(-118, 24) };
    const jfk: Point = { latitude: minutes(40, 38), longitude: minutes(-73, 47) };
    expect(Math.abs(milesBetween(lax, jfk) - 0.623585 * 6371.0088 * MILES_PER_KM)).toBeLessThan(0.5);
  });

  test('Flinders Peak to Buninyong: 54 972.271 m measured on the ellipsoid', () => {
    // Geocentric Datum of Australia Technical Manual, the usual test line of geodesic formulas.
    const flinders: Point = { latitude: minutes(-37, 57, 3.7203), longitude: minutes(144, 25, 29.5244) };
    const buninyong: Point = { latitude: minutes(-37, 39, 10.1561), longitude: minutes(143, 55, 35.3839) };
    expect(Math.abs(milesBetween(flinders, buninyong) - 54.972271 * MILES_PER_KM)).toBeLessThan(0.5);
  });

  test('is 0 to itself, the same both ways, and never longer than half way round', () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(milesBetween(a, a)).toBe(0);
        expect(milesBetween(a, b)).toBeCloseTo(milesBetween(b, a), 6);
        expect(milesBetween(a, b)).toBeLessThanOrEqual(12_438);
      }),
    );
  });

  test('crosses the date line the short way', () => {
    const miles = milesBetween({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 });
    expect(miles).toBeCloseTo(69.09, 1);
  });
});

test('shown miles are never finer than half a mile, and 0 stands for less than one', () => {
  expect([0, 0.99, 1, 1.2, 1.25, 2.74, 9.7, 9.76, 10.4, 99.6].map(roundedMiles)).toEqual([
    0, 0, 1, 1, 1.5, 2.5, 9.5, 10, 10, 100,
  ]);
  expect(roundedMiles(Number.NaN)).toBe(0);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 12_500, noNaN: true }), (miles) => {
      expect(Number.isInteger(roundedMiles(miles) * 2)).toBe(true);
      if (miles >= 1) expect(Math.abs(roundedMiles(miles) - miles)).toBeLessThanOrEqual(0.5);
    }),
  );
});
