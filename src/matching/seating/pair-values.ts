import { FIRST_SHARED } from '../mentoring/weights.ts';
import { countSquares } from '../squares.ts';
import { angleBetween } from './centre.ts';
import { type Hers, worthOfBits } from './sides.ts';
import {
  HALF_A_YEAR,
  HOURS_SHARED,
  NOTHING_SHARED,
  SAME_STAGE,
  SEAT,
  SEAT_IN,
  TWO_MONTHS,
  SEATING_WEIGHTS as W,
  WAITED_A_DAY,
  WAITED_DAYS,
} from './weights.ts';

/** Scores are counted in ten-thousandths, whole, so that sums are the same in every order. */
export const UNIT = 10_000;
const ALL = W.experience + W.stage + W.near + W.hours + W.tongue;

/** What two are to each other wherever they meet, in UNITs. */
export const pairValue = (a: Hers, b: Hers): number =>
  Math.round(
    (UNIT *
      (W.experience * experience(a, b) +
        W.stage * stage(a, b) +
        W.hours * hours(a, b) +
        W.tongue * tongue(a, b))) /
      ALL,
  );

/** What is added where they meet in person. */
export const nearValue = (a: Hers, b: Hers): number => Math.round((UNIT * W.near * near(a, b)) / ALL);

/** What her seat is worth in a circle of that language, beside what she is to the others in it. */
export function seatValue(hers: Hers, language: number): number {
  const said = hers.saidLanguages
    ? hers.first === language
      ? SEAT_IN.first
      : SEAT_IN.other
    : SEAT_IN.unsaid;
  return Math.round(UNIT * (SEAT + said + WAITED_A_DAY * Math.min(hers.days, WAITED_DAYS)));
}

/** What is lived through and hard to tell counts most. Nothing in common counts a little against, where both have said. */
function experience(a: Hers, b: Hers): number {
  const both = a.has & b.has;
  if (both !== 0) return FIRST_SHARED + ((1 - FIRST_SHARED) * worthOfBits(both)) / Math.min(a.worth, b.worth);
  return a.has !== 0 && b.has !== 0 ? NOTHING_SHARED : 0;
}

/** How near in motherhood. Who has lost shares that; beside somebody who has not, nothing is compared. */
function stage(a: Hers, b: Hers): number {
  if (a.grieves || b.grieves) return a.grieves && b.grieves ? 1 : 0;
  let apart = Number.POSITIVE_INFINITY;
  for (const here of a.months) for (const there of b.months) apart = Math.min(apart, Math.abs(here - there));
  if (apart <= 2) return TWO_MONTHS;
  if (apart <= 6) return HALF_A_YEAR;
  return (a.ranks & b.ranks) !== 0 || (a.adopting && b.adopting) ? SAME_STAGE : 0;
}

function hours(a: Hers, b: Hers): number {
  if (!a.saidHours || !b.saidHours) return 0;
  return HOURS_SHARED[Math.min(countSquares(a.free & b.free), HOURS_SHARED.length - 1)]!;
}

const tongue = (a: Hers, b: Hers): number => (a.first >= 0 && a.first === b.first ? 1 : 0);

/** 1 next door, 0 half as far as both of them go together, -1 at the end of it. */
function near({ reaches: a }: Hers, { reaches: b }: Hers): number {
  if (a === null || b === null || !(a.far + b.far > 0)) return 0;
  return Math.max(-1, 1 - (2 * angleBetween(a, b)) / (a.far + b.far));
}
