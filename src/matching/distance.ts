import type { Spot } from './seeker.ts';

export const EARTH_RADIUS_MILES = 3958.7613; // mean radius, IUGG
const RADIANS = Math.PI / 180;

/** Great-circle distance by the haversine formula, miles; null when either point is not known. */
export function milesBetween(a: Spot | null, b: Spot | null): number | null {
  if (a?.latitude == null || a.longitude == null || b?.latitude == null || b.longitude == null) return null;
  const northward = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const eastward = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  const chord =
    northward * northward +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * eastward * eastward;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
