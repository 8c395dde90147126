export interface Point {
  latitude: number;
  longitude: number;
}

/** Mean radius of the Earth (IUGG R1, 6 371.0088 km) in international miles. */
const EARTH_RADIUS_MILES = 6371.0088 / 1.609344;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Great-circle distance in miles by the haversine formula, which stays exact for short distances.
 * A sphere differs from the real Earth by at most 0.5 %: within half a mile up to about 100 miles.
 */
export function milesBetween(a: Point, b: Point): number {
  const sinLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const sinLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h =
    sinLatitude ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * sinLongitude ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Miles as they may be shown: 0 means "less than a mile"; below 10 the nearest half mile; then whole miles.
 * Never finer, because a postcode's centre is no finer either and nobody should be found by a distance.
 */
export function roundedMiles(miles: number): number {
  if (!(miles >= 1)) return 0;
  return miles < 9.75 ? Math.round(miles * 2) / 2 : Math.round(miles);
}
