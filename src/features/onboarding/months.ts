import type { Month } from '../../matching/index.ts';

/** A month as typed in two boxes: empty, a whole month, half of one, or none at all. */
export type Typed =
  | { said: 'nothing' }
  | { said: 'half' }
  | { said: 'nonsense' }
  | { said: 'month'; month: Month };

/** Reads a month and a year as they were posted. */
export function typedMonth(month = '', year = ''): Typed {
  if (!month && !year) return { said: 'nothing' };
  if (!/^\d{0,4}$/.test(month) || !/^\d{0,4}$/.test(year)) return { said: 'nonsense' };
  if (!month || !year) return { said: 'half' };
  const fits = Number(month) >= 1 && Number(month) <= 12 && year.length === 4;
  return fits ? { said: 'month', month: `${year}-${month.padStart(2, '0')}` } : { said: 'nonsense' };
}

/** Whole months from `today` to a month; negative when it has passed. */
export function monthsAhead(month: Month, today: string): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const [thisYear, thisNumber] = today.split('-').map(Number) as [number, number];
  return (year - thisYear) * 12 + number - thisNumber;
}
