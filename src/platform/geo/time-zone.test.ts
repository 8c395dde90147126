import { expect, test } from 'vitest';
import { findPostcode, isTimeZone, regionName, timeZoneOf, US_REGIONS, usRegion } from './index.ts';
import { postcodeTable } from './postcode-table.ts';

test('the zone of a point, else of its region, else none', () => {
  expect(timeZoneOf({ latitude: 41.92, longitude: -87.65 }, 'IL')).toBe('America/Chicago');
  // Pensacola keeps Central time though most of Florida does not.
  expect(timeZoneOf({ latitude: 30.42, longitude: -87.21 }, 'FL')).toBe('America/Chicago');
  expect(timeZoneOf(null, 'FL')).toBe('America/New_York');
  // Where the lookup alone is wrong: Fort Kent in Maine, Pago Pago, and Portal in North Dakota.
  expect(timeZoneOf({ latitude: 47.25, longitude: -68.59 }, 'ME')).toBe('America/New_York');
  expect(timeZoneOf({ latitude: -14.32, longitude: -170.75 }, 'AS')).toBe('Pacific/Pago_Pago');
  expect(timeZoneOf({ latitude: 48.99, longitude: -102.55 }, 'ND')).toBe('America/Chicago');
  // Mid-Atlantic, of no region.
  expect(timeZoneOf({ latitude: 30, longitude: -45 }, null)).toBeNull();
  expect(timeZoneOf({ latitude: 40.42, longitude: -3.7 }, null)).toBe('Europe/Madrid');
  expect(timeZoneOf({ latitude: 200, longitude: 0 }, null)).toBeNull();
  expect(timeZoneOf(null, null)).toBeNull();
});

test('every region has both names, its own code and a zone this machine knows', () => {
  expect(new Set(US_REGIONS.map((region) => region.code)).size).toBe(US_REGIONS.length);
  for (const region of US_REGIONS) {
    expect(region.code).toMatch(/^[A-Z]{2}$/);
    expect(region.en && region.es).toBeTruthy();
    if (region.timeZone) expect(isTimeZone(region.timeZone)).toBe(true);
  }
  expect(US_REGIONS.filter((region) => region.kind === 'state')).toHaveLength(50);
});

test('regions are named in the reader’s language', () => {
  expect(regionName('ny', 'en')).toBe('New York');
  expect(regionName('NY', 'es-US')).toBe('Nueva York');
  expect(regionName('Bavaria', 'en')).toBe('Bavaria');
  expect(usRegion(null)).toBeUndefined();
});

test('only real zones pass', () => {
  expect(isTimeZone('America/Chicago')).toBe(true);
  for (const name of ['', 'Mars/Olympus', 'America/Chicago\0', 'x'.repeat(10_240)]) {
    expect(isTimeZone(name)).toBe(false);
  }
});

test('no US postcode is given another country’s time', () => {
  const table = postcodeTable();
  const wrong = Array.from(table.codes).flatMap((code) => {
    const place = findPostcode('US', String(code).padStart(5, '0'));
    const kind = usRegion(place?.region)?.kind;
    if (kind === 'military') return place?.timeZone ? [place] : [];
    return place?.timeZone &&
      !/Toronto|Winnipeg|Regina|Moncton|Tijuana|Monterrey|Apia|Wake/.test(place.timeZone)
      ? []
      : [place];
  });
  expect(wrong).toEqual([]);
});
