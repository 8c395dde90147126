import { inMiles, KM_PER_MILE } from './terms.ts';

const MILE_BANDS = [3, 5, 10, 25, 50, 100];
const KM_BANDS = [5, 10, 15, 40, 80, 160];

/** The band a distance falls into, as the country counts. Exact distances from three places would give away a home. */
export function bandOf(
  miles: number,
  country: string | null | undefined,
): { unit: 'miles' | 'km'; within: number } | null {
  const isMiles = inMiles(country);
  const far = isMiles ? miles : miles * KM_PER_MILE;
  const within = (isMiles ? MILE_BANDS : KM_BANDS).find((one) => far <= one);
  return within === undefined ? null : { unit: isMiles ? 'miles' : 'km', within };
}
