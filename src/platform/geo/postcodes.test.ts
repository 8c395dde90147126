import { describe, expect, test } from 'vitest';
import { findPostcode, milesBetween, normalisePostcode, postalCountry } from './index.ts';
import { postcodeTable } from './postcode-table.ts';
import { usRegion } from './regions.ts';

describe('finding a US postcode', () => {
  test('60614 is Chicago, with its centre and zone', () => {
    expect(findPostcode('US', '60614')).toEqual({
      postcode: '60614',
      country: 'US',
      region: 'IL',
      placeName: 'Chicago',
      latitude: 41.9229,
      longitude: -87.6483,
      timeZone: 'America/Chicago',
    });
  });

  test.each([
    ['ZIP+4, of which only the ZIP is kept', '60614-1234'],
    ['ZIP+4 with a space or nothing between', '60614 1234'],
    ['nine digits', '606141234'],
    ['spaces around', '  60614 '],
    ['full-width digits', '６０６１４'],
    ['an en dash', '60614–1234'],
  ])('accepts %s', (_, typed) => {
    expect(findPostcode('us', typed)?.postcode).toBe('60614');
  });

  test.each([
    ['00601', 'PR', 'Adjuntas', 'America/Puerto_Rico'],
    ['00802', 'VI', 'Saint Thomas', 'America/St_Thomas'],
    ['96799', 'AS', 'Pago Pago', 'Pacific/Pago_Pago'],
    ['96910', 'GU', 'Hagåtña', 'Pacific/Guam'],
    ['96950', 'MP', 'Saipan', 'Pacific/Saipan'],
    ['99950', 'AK', 'Ketchikan', 'America/Sitka'],
    ['20001', 'DC', 'Washington', 'America/New_York'],
    ['96813', 'HI', 'Honolulu', 'Pacific/Honolulu'],
  ])('%s is in %s', (code, region, placeName, timeZone) => {
    const place = findPostcode('US', code);
    expect(place).toMatchObject({ region, placeName });
    expect(place?.latitude).not.toBeNull();
    expect(place?.timeZone).toBe(timeZone);
  });

  test('a code without a usable position is found, without distance', () => {
    expect(findPostcode('US', '96931')).toMatchObject({
      region: 'GU',
      latitude: null,
      timeZone: 'Pacific/Guam',
    });
    expect(findPostcode('US', '09012')).toMatchObject({ region: 'AE', latitude: null, timeZone: null });
  });

  test.each([
    ['no such code', '00000'],
    ['four digits', '6061'],
    ['letters', 'ABCDE'],
    ['a null byte', '60614\0'],
    ['a null byte inside', '606\x0014'],
    ['ten kilobytes', '6'.repeat(10_240)],
    ['ten kilobytes of spaces', ' '.repeat(10_240)],
    ['nothing', ''],
    ['markup', '<b>60614'],
    ['another script’s digits', '٦٠٦١٤'],
  ])('%s is not found', (_, typed) => {
    expect(findPostcode('US', typed)).toBeNull();
  });

  test('has every state, the district and the territories, and about 41 000 codes', () => {
    const table = postcodeTable();
    const regions = new Set(table.placeRegions);
    expect(table.codes.length).toBeGreaterThan(41_000);
    expect([...regions].filter((code) => usRegion(code)?.kind === 'state')).toHaveLength(50);
    for (const code of ['DC', 'PR', 'VI', 'GU', 'AS', 'MP']) expect(regions).toContain(code);
    expect([...regions].filter((code) => !usRegion(code))).toEqual([]);
  });

  test('every position lies on the Earth, and codes of a place lie near each other', () => {
    const { latitudes, longitudes } = postcodeTable();
    const astray = Array.from(latitudes.keys()).filter(
      (row) => Math.abs(latitudes[row]!) > 72 || Math.abs(longitudes[row]!) > 180,
    );
    expect(astray).toEqual([]);
    const [north, south] = ['60614', '60615'].map((code) => findPostcode('US', code)!);
    const miles = milesBetween(
      { latitude: north!.latitude!, longitude: north!.longitude! },
      { latitude: south!.latitude!, longitude: south!.longitude! },
    );
    expect(miles).toBeGreaterThan(7);
    expect(miles).toBeLessThan(10);
  });
});

describe('other countries', () => {
  test('their codes are taken on their form, without a position', () => {
    expect(findPostcode('GB', 'sw1a  1aa')).toEqual({
      postcode: 'SW1A 1AA',
      country: 'GB',
      region: null,
      placeName: 'SW1A 1AA',
      latitude: null,
      longitude: null,
      timeZone: null,
    });
    expect(normalisePostcode('MX', '０６７００')).toBe('06700');
    expect(normalisePostcode('BR', '01310-100')).toBe('01310-100');
  });

  test('what cannot be a postcode is refused', () => {
    for (const typed of ['', ' ', '-', '1234567890123', 'A1A\0', 'ABC_1', '<p>', 'x'.repeat(10_240)]) {
      expect(normalisePostcode('GB', typed)).toBeNull();
    }
    for (const country of ['', 'U', 'USA', '12', 'U\0', 'x'.repeat(10_240)]) {
      expect(normalisePostcode(country, '60614')).toBeNull();
    }
  });

  test('a territory given as a country is US mail', () => {
    expect(postalCountry('pr')).toBe('US');
    expect(findPostcode('PR', '00601')).toMatchObject({ country: 'US', region: 'PR' });
  });
});
