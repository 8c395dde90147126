import { z } from 'zod';
import { findPostcode, isCountry, postalCountry, usRegion } from '../../platform/geo/index.ts';
import { checked, type Errors, text } from '../../platform/http/index.ts';
import type { Answers } from './answers.ts';

export const placeForm = z.object({
  country: text(2, 'errors.field.unfit'),
  postcode: text(24),
  region: text(2, 'errors.field.unfit'),
  byRegion: checked,
});
type PlaceForm = z.infer<typeof placeForm>;

export type Told = Pick<
  Answers,
  'country' | 'region' | 'postcode' | 'placeName' | 'latitude' | 'longitude'
> & {
  /** The zone of the place, where it is known. */
  timeZone: string | null;
};

const NOWHERE: Told = {
  country: null,
  region: null,
  postcode: null,
  placeName: null,
  latitude: null,
  longitude: null,
  timeZone: null,
};

/**
 * The place she means: a postcode, else a state, else a country, else none. A postcode nobody knows is told beside
 * its field, unless she chose to go by the state. `home` is the community's country, for a postcode without one.
 */
export function placeTold(form: PlaceForm, home: string): { place: Told; errors: Errors } {
  const refused = (field: string, key: NonNullable<Errors[string]>) => ({
    place: NOWHERE,
    errors: { [field]: key },
  });
  if (form.country && !isCountry(form.country)) return refused('country', 'errors.field.unfit');
  if (form.region && !usRegion(form.region)) return refused('region', 'errors.field.unfit');
  const chosen = form.country || (form.postcode || form.region ? home : '');
  const country = postalCountry(chosen);
  if (form.postcode && !form.byRegion && country) {
    const found = findPostcode(country, form.postcode);
    const unknown = country === 'US' ? 'onboarding.place.unknown' : 'onboarding.place.unfit';
    if (!found) return refused('postcode', unknown);
    const { timeZone, ...place } = found;
    const placeName = place.placeName === place.postcode ? null : place.placeName;
    return { place: { ...place, placeName, timeZone }, errors: {} };
  }
  // Puerto Rico and the other territories are countries to some and regions to the mail.
  const region = country === 'US' ? (usRegion(form.region || chosen)?.code ?? null) : null;
  if (form.byRegion && form.postcode && country === 'US' && !region) {
    return refused('region', 'onboarding.place.choose-state');
  }
  return {
    place: { ...NOWHERE, country, region, timeZone: usRegion(region)?.timeZone ?? null },
    errors: {},
  };
}
