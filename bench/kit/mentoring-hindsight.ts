import { scorePair } from '../../src/matching/index.ts';
import type { Arrival, Volunteer } from './mentoring-people.ts';
import { program } from './mentoring-policies.ts';

/**
 * How many mothers must wait beyond the promised days the first time, whoever brings them together and whatever is known
 * beforehand: nobody in the whole program may be hers within that time, however many places were free.
 */
export const fewestLate = (arrivals: readonly Arrival[], volunteers: readonly Volunteer[]): number =>
  arrivals.filter(
    ({ day, mentee }) =>
      !volunteers.some(
        (one) =>
          isHereBetween(one, day, day + program.promisedDays) &&
          scorePair(program, mentee, one.mentor).allowed,
      ),
  ).length;

/** Whether she takes mothers at some moment of those days. */
const isHereBetween = ({ from, pauses }: Volunteer, first: number, last: number): boolean =>
  from <= last && !pauses.some((pause) => pause.from <= Math.max(first, from) && pause.to > last);
