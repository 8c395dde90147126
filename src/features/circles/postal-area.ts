import { normalisePostcode } from '../../platform/geo/index.ts';

/**
 * The region a postcode of a country without centroids stands for: what comes before the space ("SW1A 1AA" → "SW1A"),
 * else its first three characters ("10115" → "101"). Coarse on purpose; it is matched, never shown.
 */
export function postalArea(country: string, code: string): string | null {
  const postcode = normalisePostcode(country, code);
  if (!postcode) return null;
  const [outward = '', inward] = postcode.split(/[ -]/);
  return inward ? outward : postcode.slice(0, 3);
}
