import { type PostcodeTable, postcodeTable } from './postcode-table.ts';
import { pointOrNull } from './postcodes.ts';
import { US_REGIONS } from './regions.ts';
import { timeZoneOf } from './time-zone.ts';

export interface NamedPlace {
  placeName: string;
  country: 'US';
  region: string;
  /** Mean of the centres of the place's postcodes, in degrees. */
  latitude: number;
  longitude: number;
  timeZone: string | null;
}

interface Wish {
  name: string;
  region: string | null;
}

/** Names as compared: no accents, case or punctuation, and "Saint", "Fort", "Mount" as the mail shortens them. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bfort\b/g, 'ft')
    .replace(/\bmount\b/g, 'mt')
    .trim();
}

const regionByWord = new Map(
  US_REGIONS.flatMap((r) => [r.code, r.en, r.es].map((word) => [fold(word), r.code] as const)),
);

/**
 * US places by name, best first: "Chicago", "Chicago, IL", "chicago illinois", "San José". Whole names come
 * before beginnings of names, and places with more postcodes (larger ones) before smaller. Neighbourhoods are
 * not known. Empty for text that is no name.
 */
export function findPlaces(text: string, limit = 8): NamedPlace[] {
  const folded = fold(text.slice(0, 100));
  if (folded.length < 2) return [];
  const table = postcodeTable();
  const found = new Map<number, boolean>();
  for (const wish of readings(folded)) {
    foldedNames(table).forEach((name, place) => {
      if (wish.region && table.placeRegions[place] !== wish.region) return;
      if (name === wish.name) found.set(place, true);
      else if (wish.name.length >= 3 && name.startsWith(wish.name) && !found.has(place))
        found.set(place, false);
    });
  }
  return best(table, found, Math.max(0, limit));
}

/** "kansas city kansas" may be a name alone, or a name followed by a region. */
function readings(folded: string): Wish[] {
  const words = folded.split(' ');
  const wishes: Wish[] = [];
  for (let cut = 1; cut < words.length; cut++) {
    const region = regionByWord.get(words.slice(cut).join(' '));
    if (region) wishes.push({ name: words.slice(0, cut).join(' '), region });
  }
  return [...wishes, { name: folded, region: null }];
}

let names: string[] | undefined;

function foldedNames(table: PostcodeTable): string[] {
  names ??= table.placeNames.map(fold);
  return names;
}

interface Sum {
  place: number;
  exact: boolean;
  codes: number;
  located: number;
  latitude: number;
  longitude: number;
}

function best(table: PostcodeTable, found: Map<number, boolean>, limit: number): NamedPlace[] {
  if (found.size === 0 || limit === 0) return [];
  const sums = new Map<number, Sum>();
  for (let row = 0; row < table.codes.length; row++) {
    const place = table.placeOf[row]!;
    const exact = found.get(place);
    if (exact === undefined) continue;
    const sum = sums.get(place) ?? { place, exact, codes: 0, located: 0, latitude: 0, longitude: 0 };
    sums.set(place, sum);
    sum.codes++;
    if (Number.isNaN(table.latitudes[row]!)) continue;
    sum.located++;
    sum.latitude += table.latitudes[row]!;
    sum.longitude += table.longitudes[row]!;
  }
  return [...sums.values()]
    .filter((sum) => sum.located > 0)
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.codes - a.codes || a.place - b.place)
    .slice(0, limit)
    .map((sum) => named(table, sum));
}

function named(table: PostcodeTable, sum: Sum): NamedPlace {
  const point = pointOrNull(sum.latitude / sum.located, sum.longitude / sum.located)!;
  const region = table.placeRegions[sum.place]!;
  const placeName = table.placeNames[sum.place]!;
  return { placeName, country: 'US', region, ...point, timeZone: timeZoneOf(point, region) };
}
