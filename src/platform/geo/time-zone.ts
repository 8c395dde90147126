import lookUpZone from '@photostructure/tz-lookup';
import type { Point } from './distance.ts';
import { usRegion } from './regions.ts';

/** US regions whose people keep two or more zones. Everywhere else the region alone decides. */
const SPLIT = new Set('AK AZ FL FM ID IN KS KY MI ND NE NV OR SD TN TX'.split(' '));

/**
 * The IANA time zone of a point; where there is no point (or it falls in the sea), the zone most people
 * of its US region live in; null when neither is known.
 *
 * The lookup's borders are coarse: it puts parts of Maine an hour, and American Samoa a day, into another
 * country's time. So a region of one zone never asks it, and a US region never takes a foreign answer.
 */
export function timeZoneOf(point: Point | null, region: string | null): string | null {
  const home = usRegion(region);
  if (home && (!point || !SPLIT.has(home.code))) return home.timeZone;
  const zone = point && isOnEarth(point) ? lookUpZone(point.latitude, point.longitude) : null;
  // Out at sea the answer is "Etc/GMT+10": right for a ship, wrong for a small island's centre.
  if (!zone || zone.startsWith('Etc/') || (home && !US_ZONE.test(zone))) return home?.timeZone ?? null;
  return zone;
}

/** Zones of the split regions above, as the database of zones names them. */
const US_ZONE =
  /^(America\/(New_York|Detroit|Chicago|Menominee|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|(Indiana|Kentucky|North_Dakota)\/\w+)|Pacific\/(Pohnpei|Chuuk|Kosrae|Port_Moresby|Guadalcanal))$/;

function isOnEarth({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** Whether a text names a zone this machine can show times in. */
export function isTimeZone(name: string): boolean {
  if (name.length > 64) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
