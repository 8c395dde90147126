import { EARTH_RADIUS_MILES } from '../distance.ts';
import type { Spot } from '../seeker.ts';

const RADIANS = Math.PI / 180;
/** Hundredths of a degree, about a kilometre: a place to meet about, and nobody's home. */
const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;
/** Half a mile: more than rounding ever moves a centre. */
const MARGIN = 0.5;

/** Where somebody is, as a vector of length 1, and how far she goes, in radians of the earth. */
export interface Reach {
  x: number;
  y: number;
  z: number;
  far: number;
  /** The cosine of a little less than that: who is as near as this surely reaches a centre, rounded or not. */
  surely: number;
}

export function reachOf(place: Spot | null, miles: number): Reach | null {
  if (place?.latitude == null || place.longitude == null) return null;
  const near = (miles - MARGIN) / EARTH_RADIUS_MILES;
  const { x, y, z } = vectorOf(place.latitude, place.longitude);
  return {
    x,
    y,
    z,
    far: miles / EARTH_RADIUS_MILES,
    surely: near < 0 ? 2 : near >= Math.PI ? -2 : Math.cos(near),
  };
}

type Vector = Pick<Reach, 'x' | 'y' | 'z'>;

function vectorOf(latitude: number, longitude: number): Vector {
  const [north, east] = [latitude * RADIANS, longitude * RADIANS];
  const flat = Math.cos(north);
  return { x: flat * Math.cos(east), y: flat * Math.sin(east), z: Math.sin(north) };
}

/** Radians between two points of the earth. */
export const angleBetween = (a: Vector, b: Vector): number =>
  Math.acos(Math.max(-1, Math.min(1, a.x * b.x + a.y * b.y + a.z * b.z)));

/** Whether there can be a point that both reach. */
export const canMeetHalfWay = (a: Reach | null, b: Reach | null): boolean =>
  a === null || b === null || angleBetween(a, b) <= a.far + b.far;

/**
 * A point that everybody whose place is known can reach: in the middle of them if that will do, else drawn towards those
 * who go least far. 'nowhere': none was found. null: nobody's place is known, so nothing speaks against meeting.
 */
export function centreOf(people: readonly (Reach | null)[]): Spot | null | 'nowhere' {
  // Sums of fractions depend on their order, and a centre must not.
  const known = people.filter((one) => one !== null).sort((a, b) => a.x - b.x || a.y - b.y || a.z - b.z);
  if (known.length === 0) return null;
  let [x, y, z] = [0, 0, 0];
  for (const one of known) [x, y, z] = [x + one.x, y + one.y, z + one.z];
  for (let step = 1; step <= STEPS; step++) {
    const latitude = rounded(Math.atan2(z, Math.hypot(x, y)) / RADIANS);
    const longitude = rounded(Math.atan2(y, x) / RADIANS);
    const worst = worstOff(known, vectorOf(latitude, longitude));
    if (!worst) return { latitude, longitude };
    const rest = (1 - 1 / (step + 1)) / (Math.hypot(x, y, z) || 1);
    const part = 1 / (step + 1);
    [x, y, z] = [x * rest + worst.x * part, y * rest + worst.y * part, z * rest + worst.z * part];
  }
  return 'nowhere';
}
/** So often the centre is drawn towards who is worst off (after Bădoiu and Clarkson 2003, balls of unequal size). */
const STEPS = 12;

function worstOff(known: readonly Reach[], spot: Vector): Reach | null {
  let worst: Reach | null = null;
  let most = 0;
  for (const one of known) {
    const over = angleBetween(one, spot) - one.far;
    if (over > most) [worst, most] = [one, over];
  }
  return worst;
}
