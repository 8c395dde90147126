import type { Month } from './seeker.ts';
import type { StageKind } from './words.ts';

/** The months a cohort's children were due, were born or came home in; both ends included. */
export interface BirthWindow {
  from: Month;
  to: Month;
}

/** Where a cohort stands: before its first month, in half years of the first year, then in whole years. */
export type CohortAge = 'due' | '0-6' | '6-12' | number;

/** No cohort is wider: children further apart do not share the same nights. */
export const WIDEST_WINDOW = 12;

const count = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** A month some months later, or earlier. */
export function monthAfter(month: Month, months: number): Month {
  const at = count(month) + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Whole months from one month to another; a date counts as its month. */
export const monthsBetween = (from: Month, to: Month): number => count(to) - count(from);

export const inWindow = (month: Month, { from, to }: BirthWindow): boolean => month >= from && month <= to;

/**
 * A cohort's age on a day. It goes by the last month of the window: nobody is called older than she is, and a circle
 * takes its next name when the youngest is there too.
 */
export function cohortAge({ from, to }: BirthWindow, today: string): CohortAge {
  if (monthsBetween(from, today) < 0) return 'due';
  const youngest = monthsBetween(to, today);
  if (youngest < 6) return '0-6';
  return youngest < 12 ? '6-12' : Math.floor(youngest / 12);
}

/** Months after a due month in which she may still be waiting. */
const STILL_WAITING = 1;

/** For whom a cohort is today, as other circles say it: stages, and ages in whole months (null: none is born). */
export function cohortLimits(
  { from, to }: BirthWindow,
  today: string,
): { stages: StageKind[]; ageFromMonths: number | null; ageToMonths: number | null } {
  const oldest = monthsBetween(from, today);
  const youngest = monthsBetween(to, today);
  const ages = oldest < 0 ? null : { from: Math.max(0, youngest), to: oldest };
  const stages: StageKind[] = [];
  if (youngest <= STILL_WAITING) stages.push('expecting');
  if (ages && ages.from < 12) stages.push('baby');
  if (ages && ages.to >= 12 && ages.from < 60) stages.push('toddler');
  if (ages && ages.to >= 60) stages.push('school-age');
  return { stages, ageFromMonths: ages?.from ?? null, ageToMonths: ages?.to ?? null };
}
