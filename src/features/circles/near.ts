import { sql } from 'kysely';
import type { SeekerPlace } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import {
  findPlaces,
  findPostcode,
  type NamedPlace,
  regionName,
  US_REGIONS,
} from '../../platform/geo/index.ts';
import type { Community } from '../../platform/http/index.ts';
import { postalArea } from './postal-area.ts';

/** What a typed place turned out to be. `place` is null when nobody knows it. */
export interface Near {
  /** As typed, or the name it goes by. */
  label: string;
  place: SeekerPlace | null;
  /** It looked like a postcode: the message about an unknown one differs. */
  isCode: boolean;
}

/**
 * Finds where a text means: a postcode, a US region, a town, or a neighbourhood some listed circle names as its place.
 * Of towns with one name the community's own region comes first.
 */
export async function findNear(tx: Tx, home: Community, text: string, lang: string): Promise<Near> {
  const isCode = /\d/.test(text);
  if (isCode) return nearCode(home, text);
  const region = US_REGIONS.find((one) =>
    [one.code, one.en, one.es].some((name) => name.toLowerCase() === text.toLowerCase()),
  );
  // "New York" and "Washington" are towns as well; a mother near one means the town.
  const towns = home.country === 'US' ? findPlaces(text) : [];
  const town = towns[0]?.placeName.toLowerCase() === text.toLowerCase() || !region ? towns[0] : undefined;
  const nearby = towns.find((one) => one.placeName === town?.placeName && one.region === home.region);
  if (nearby) return nearTown(nearby, lang);
  const neighbourhood = await nearNeighbourhood(tx, home, text);
  if (neighbourhood) return neighbourhood;
  if (town) return nearTown(town, lang);
  if (!region) return { label: text, place: null, isCode };
  const place = { country: 'US', region: region.code, latitude: null, longitude: null };
  return { label: regionName(region.code, lang), place, isCode };
}

function nearCode(home: Community, text: string): Near {
  const here = findPostcode(home.country, text);
  if (here && here.country === 'US') {
    const { country, region, latitude, longitude, placeName, postcode } = here;
    return {
      label: `${placeName} ${postcode}`,
      place: { country, region, latitude, longitude },
      isCode: true,
    };
  }
  // Five digits at home are a mistyped ZIP; letters and digits are somebody else's postcode.
  const foreign = home.country === 'US' && /^[\d\s-]+$/.test(text) ? null : foreignPlace(home.country, text);
  return { label: text, place: foreign, isCode: true };
}

/** Any country's form will do to cut a code, so long as it is not the one that knows better. */
function foreignPlace(homeCountry: string, text: string): SeekerPlace | null {
  const country = homeCountry === 'US' ? 'GB' : homeCountry;
  const area = postalArea(country, text);
  if (!area) return null;
  return { country: homeCountry === 'US' ? null : country, region: area, latitude: null, longitude: null };
}

function nearTown(town: NamedPlace, lang: string): Near {
  const { latitude, longitude, country, region } = town;
  return {
    label: `${town.placeName}, ${regionName(region, lang)}`,
    place: { latitude, longitude, country, region },
    isCode: false,
  };
}

/** The middle of the listed circles that name it; neighbourhoods are in no table of places. */
async function nearNeighbourhood(tx: Tx, home: Community, text: string): Promise<Near | null> {
  if (text.length < 3) return null;
  const [found] = await tx.all(
    sql<{ place_name: string; region: string | null; latitude: number | null; longitude: number | null }>`
      SELECT min(place_name) AS place_name, min(region) AS region, avg(latitude) AS latitude, avg(longitude) AS longitude
      FROM circles WHERE community_id = ${home.communityId} AND closed_at IS NULL AND joining <> 'hidden'
        AND starts_with(lower(place_name), lower(${text})) HAVING count(*) > 0`,
  );
  if (!found) return null;
  const { latitude, longitude, region } = found;
  return {
    label: found.place_name,
    place: { country: home.country, region, latitude, longitude },
    isCode: false,
  };
}
