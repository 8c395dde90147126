import { type RawBuilder, sql } from 'kysely';
import type { Point } from './distance.ts';

const EARTH_RADIUS_MILES = 3958.7613; // mean radius, IUGG
const MILES_PER_DEGREE = 69;

/** Miles from a point to a row's place, by the haversine formula. Columns as 'g.latitude'; null where they are null. */
export function milesTo({ latitude, longitude }: Point, lat: string, long: string): RawBuilder<number> {
  const [there, along] = [sql.ref(lat), sql.ref(long)];
  return sql<number>`(2 * ${EARTH_RADIUS_MILES}::float8 * asin(least(1, sqrt(
    sin(radians(${there} - ${latitude}::float8) / 2) ^ 2 + cos(radians(${latitude}::float8)) * cos(radians(${there}))
    * sin(radians(${along} - ${longitude}::float8) / 2) ^ 2))))`;
}

/** Whether a row's place lies within so many miles: inside a box, which an index answers, and then measured. */
export function isWithin(point: Point, miles: number, lat: string, long: string): RawBuilder<boolean> {
  return sql<boolean>`(${boxed(point, miles, lat, long)} AND ${milesTo(point, lat, long)} <= ${miles}::float8)`;
}

function boxed({ latitude, longitude }: Point, miles: number, lat: string, long: string) {
  const high = miles / MILES_PER_DEGREE + 0.01;
  const tall = sql`${sql.ref(lat)} BETWEEN ${latitude - high}::float8 AND ${latitude + high}::float8`;
  const shrink = Math.cos((Math.min(85, Math.abs(latitude) + high) * Math.PI) / 180);
  const wide = high / shrink;
  // Across the date line (Guam, the Aleutians) east and west change places: the formula alone decides.
  if (high > 80 || longitude - wide < -180 || longitude + wide > 180) return tall;
  return sql`${tall} AND ${sql.ref(long)} BETWEEN ${longitude - wide}::float8 AND ${longitude + wide}::float8`;
}
