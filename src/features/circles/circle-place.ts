import { findPlaces, findPostcode } from '../../platform/geo/index.ts';
import type { Community } from '../../platform/http/index.ts';
import type { CircleForm } from './circle-form.ts';
import { postalArea } from './postal-area.ts';

/** Where a circle meets, as the table keeps it: a postcode's centre and a name, never a street. */
export interface CirclePlace {
  country: string | null;
  region: string | null;
  postcode: string | null;
  placeName: string | null;
  latitude: number | null;
  longitude: number | null;
  /** null: not known from the place. */
  timeZone: string | null;
}

const NOWHERE: CirclePlace = {
  country: null,
  region: null,
  postcode: null,
  placeName: null,
  latitude: null,
  longitude: null,
  timeZone: null,
};

/** The place a form means, or null for a postcode nobody knows. A name alone is looked up as a town. */
export function placeOf(
  home: Community,
  form: Pick<CircleForm, 'place' | 'near' | 'placeName'>,
): CirclePlace | null {
  if (form.place === 'online') return NOWHERE;
  if (form.near === '') return townOf(home, form.placeName);
  const found = findPostcode(home.country, form.near);
  if (!found) return null;
  const { country, postcode, latitude, longitude, timeZone } = found;
  const region = found.region ?? postalArea(country, postcode);
  const placeName = shownName(form.placeName, found.placeName === postcode ? '' : found.placeName);
  return { country, region, postcode, placeName, latitude, longitude, timeZone };
}

/** "Lakeview" in Chicago is shown as "Lakeview, Chicago"; what names the town already stays as it is. */
function shownName(typed: string, town: string): string | null {
  if (!typed) return town || null;
  return !town || typed.toLowerCase().includes(town.toLowerCase()) ? typed : `${typed}, ${town}`;
}

function townOf(home: Community, name: string): CirclePlace {
  const towns = home.country === 'US' ? findPlaces(name) : [];
  const town = towns.find((one) => one.region === home.region) ?? (name.includes(',') ? towns[0] : undefined);
  if (!town) return { ...NOWHERE, country: home.country, region: home.region, placeName: name };
  const { country, region, latitude, longitude, timeZone } = town;
  return { country, region, postcode: null, placeName: name, latitude, longitude, timeZone };
}
