import { zoneNamed } from './foreign-zones.ts';
import { zoneLike } from './own-zone.ts';
import { Properties } from './properties.ts';
import type { Component } from './scan.ts';

/** Looks for the IANA zone that a TZID of this file means; null where there is none. `year` is when it is needed. */
export type ZoneOf = (tzid: string, year: number) => string | null;

// A zone that has no name of ours is compared with every zone on earth: a file may bring a few.
const MOST_UNKNOWN = 3;

/** Zones of a file by name, and where a name says nothing by the VTIMEZONE of that name, likeliest first. */
export function zonesOf(calendar: Component, likely: readonly string[]): ZoneOf {
  const own = new Map<string, Component>();
  for (const part of calendar.parts) {
    if (part.kind !== 'VTIMEZONE') continue;
    const tzid = new Properties(part.lines).words('TZID');
    if (tzid) own.set(tzid, part);
  }
  const found = new Map<string, string | null>();
  return (tzid, year) => {
    const byName = zoneNamed(tzid);
    if (byName) return byName;
    const zone = own.get(tzid);
    if (!zone || (found.size >= MOST_UNKNOWN && !found.has(tzid))) return null;
    if (!found.has(tzid)) found.set(tzid, zoneLike(zone, year, likely));
    return found.get(tzid) ?? null;
  };
}
