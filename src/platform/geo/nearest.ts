import { milesBetween, type Point } from './distance.ts';
import { postcodeTable } from './postcode-table.ts';

/** Further away than this a place says nothing of where somebody is. */
const NEAR_MILES = 15;

/** The town whose postcode's middle is nearest to a point; null where there is none near. A look at 41 000 rows. */
export function nearestTown(point: Point): { placeName: string; region: string } | null {
  const { latitudes, longitudes, placeOf, placeNames, placeRegions } = postcodeTable();
  // A degree of longitude is shorter the further north: enough to compare by, measured once at the end.
  const narrow = Math.cos((point.latitude * Math.PI) / 180);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < latitudes.length; row++) {
    const north = latitudes[row]! - point.latitude;
    const east = (longitudes[row]! - point.longitude) * narrow;
    const apart = north * north + east * east;
    if (apart < least) {
      least = apart;
      best = row;
    }
  }
  if (best < 0) return null;
  const there = { latitude: latitudes[best]!, longitude: longitudes[best]! };
  if (milesBetween(point, there) > NEAR_MILES) return null;
  const place = placeOf[best]!;
  return { placeName: placeNames[place]!, region: placeRegions[place]! };
}
