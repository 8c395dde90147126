import { type BirthWindow, type Month, monthAfter, monthsBetween } from '../../matching/index.ts';

/** A cohort may begin with children up to school age, and no further ahead than a pregnancy is foreseen. */
const OLDEST = 83;
const AHEAD = 10;
const SEASON = 3;

/** Whether a text is a month that a cohort may begin with. */
export const isCohortMonth = (text: string, now: Date): boolean => {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(text)) return false;
  const ahead = monthsBetween(thisMonth(now), text);
  return ahead <= AHEAD && ahead >= -OLDEST;
};

/** The months a cohort may begin with, the newest first. */
export const cohortMonths = (now: Date): Month[] =>
  Array.from({ length: AHEAD + OLDEST + 1 }, (_, i) => monthAfter(thisMonth(now), AHEAD - i));

/** The window that begins with a month. */
export const windowFrom = (from: Month, months: number): BirthWindow => ({
  from,
  to: monthAfter(from, months - 1),
});

/** The first month of the season a month is in: March, June, September or December. */
export const seasonStart = (month: Month): Month => monthAfter(month, -(Number(month.slice(5)) % SEASON));

/** UTC will do: a month either way is within what may be chosen. */
const thisMonth = (now: Date): Month => now.toISOString().slice(0, 7);
