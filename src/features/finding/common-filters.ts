import { DAYS, type Day, LANGUAGES, PARTS, type Part } from '../../matching/index.ts';

/** What somebody asks of circles and gatherings alike. null and '' mean "does not matter". */
export interface CommonFilters {
  near: string;
  /** Miles; null: any distance. */
  within: number | null;
  day: Day | null;
  part: Part | null;
  place: 'in-person' | 'online' | null;
  /** Her child's age in months. */
  age: number | null;
  language: string | null;
  cost: 'free' | null;
}

/** Miles offered; null stands for "any". */
const DISTANCES = [2, 5, 10, 25] as const;

/** The distances a form offers, as they are written in an address. */
export const DISTANCES_OFFERED = [...DISTANCES.map(String), 'any'];

/** The one of the allowed words that was asked for, if it was one of them. */
export const among = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null;

/** Reads them out of an address. What cannot be read counts as not asked: a list is better than a scolding. */
export function readCommonFilters(asked: URLSearchParams, usualMiles: number): CommonFilters {
  const within = asked.get('within');
  const age = asked.get('age')?.trim() ?? '';
  return {
    near: readable(asked.get('near') ?? ''),
    within: within === 'any' ? null : (DISTANCES.find((miles) => String(miles) === within) ?? usualMiles),
    day: DAYS.find((day) => String(day) === asked.get('day')) ?? null,
    part: among(PARTS, asked.get('part')),
    place: among(['in-person', 'online'], asked.get('place')),
    age: /^\d{1,3}$/.test(age) && Number(age) <= 216 ? Number(age) : null,
    language: among(LANGUAGES, asked.get('language')),
    cost: among(['free'], asked.get('cost')),
  };
}

/** One short line of text; never what the database could not take. */
const readable = (text: string): string => text.toWellFormed().replace(/\p{C}/gu, ' ').trim().slice(0, 80);

/** How far, as an address says it; '' for the usual. Distance says nothing without a place to measure from. */
export const writtenDistance = (filters: Partial<CommonFilters>, usualMiles: number): string =>
  !filters.near || filters.within === undefined || filters.within === usualMiles
    ? ''
    : String(filters.within ?? 'any');

/** The same filters without one of them; without a place there is no distance either. */
export function leaveOut<F extends Partial<CommonFilters>>(filters: F, name: keyof F): Partial<F> {
  const left: Partial<F> = { ...filters };
  delete left[name];
  if (name === 'near') delete left.within;
  return left;
}
