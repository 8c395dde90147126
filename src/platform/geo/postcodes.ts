import type { Point } from './distance.ts';
import { normalisePostcode, postalCountry } from './postcode-form.ts';
import { postcodeTable, rowOfCode } from './postcode-table.ts';
import { timeZoneOf } from './time-zone.ts';

export interface Place {
  postcode: string;
  /** ISO 3166 alpha-2; territories of the United States are "US". */
  country: string;
  /** US state or territory ("IL", "PR"); null elsewhere. */
  region: string | null;
  /** The postcode itself where we know no name. */
  placeName: string;
  /** Centre of the postcode in degrees; null where unknown: match such a place by region, without distance. */
  latitude: number | null;
  longitude: number | null;
  /** IANA name; null where unknown. */
  timeZone: string | null;
}

/**
 * The place of a postcode as a person may type it ("60614", "60614-1234", "６０６１４").
 * Null when it cannot be one, or is a US code that does not exist. Other countries' codes are taken on their form.
 */
export function findPostcode(country: string, code: string): Place | null {
  const home = postalCountry(country);
  const postcode = home ? normalisePostcode(home, code) : null;
  if (!home || !postcode) return null;
  if (home !== 'US') {
    const unknown = { region: null, latitude: null, longitude: null, timeZone: null };
    return { postcode, country: home, placeName: postcode, ...unknown };
  }
  const table = postcodeTable();
  const row = rowOfCode(table.codes, Number(postcode));
  if (row < 0) return null;
  const place = table.placeOf[row]!;
  const region = table.placeRegions[place]!;
  const point = pointOrNull(table.latitudes[row]!, table.longitudes[row]!);
  return {
    postcode,
    country: home,
    region,
    placeName: table.placeNames[place]!,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    timeZone: timeZoneOf(point, region),
  };
}

/** A point of finite degrees (kept to 4 decimals, some 10 metres), or null. */
export function pointOrNull(latitude: number, longitude: number): Point | null {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  const tidy = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return { latitude: tidy(latitude), longitude: tidy(longitude) };
}
