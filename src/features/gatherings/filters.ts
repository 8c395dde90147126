import { DAYS, type Day, LANGUAGES, PARTS, type Part } from '../../matching/index.ts';
import { FACTS, type Fact, type GatheringKind, KINDS } from './gathering.ts';
import { idOrNone } from './paths.ts';

/** Miles offered; null stands for "any". */
export const DISTANCES = [2, 5, 10, 25] as const;
export const USUAL_MILES = 10;

/** What somebody looks for. null and '' mean "does not matter". */
export interface Filters {
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
  kind: GatheringKind | null;
  /** What has to be so: only those count of which it was said. */
  fact: Fact[];
  /** Id of the circle whose gatherings they are. */
  circle: string | null;
}

const FIELDS = [
  'near',
  'within',
  'day',
  'part',
  'place',
  'age',
  'language',
  'cost',
  'kind',
  'fact',
  'circle',
] as const;
export type FilterName = (typeof FIELDS)[number];

const among = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null;

/** Reads filters out of an address. What cannot be read counts as not asked: a list is better than a scolding. */
export function readFilters(asked: URLSearchParams): Filters {
  const within = asked.get('within');
  const age = asked.get('age')?.trim() ?? '';
  return {
    near: readable(asked.get('near') ?? ''),
    within: within === 'any' ? null : (DISTANCES.find((miles) => String(miles) === within) ?? USUAL_MILES),
    day: DAYS.find((day) => String(day) === asked.get('day')) ?? null,
    part: among(PARTS, asked.get('part')),
    place: among(['in-person', 'online'], asked.get('place')),
    age: /^\d{1,3}$/.test(age) && Number(age) <= 216 ? Number(age) : null,
    language: among(LANGUAGES, asked.get('language')),
    cost: among(['free'], asked.get('cost')),
    kind: among(KINDS, asked.get('kind')),
    fact: FACTS.filter((fact) => asked.getAll('fact').includes(fact)),
    circle: idOrNone(asked.get('circle') ?? undefined) ?? null,
  };
}

/** One short line of text; never what the database could not take. */
const readable = (text: string): string => text.toWellFormed().replace(/\p{C}/gu, ' ').trim().slice(0, 80);

/** The address of the list with these filters, and of its month or its later pages. */
export function finderPath(filters: Partial<Filters>, more: { month?: string; after?: string } = {}): string {
  const asked = new URLSearchParams();
  for (const name of FIELDS) {
    for (const value of written(name, filters)) asked.append(name, value);
  }
  if (more.month) asked.set('month', more.month);
  if (more.after) asked.set('after', more.after);
  return asked.size > 0 ? `/gatherings?${asked}` : '/gatherings';
}

function written(name: FilterName, filters: Partial<Filters>): string[] {
  if (name === 'fact') return filters.fact ?? [];
  const value = filters[name];
  // Distance says nothing without a place to measure from.
  if (name === 'within')
    return !filters.near || value === undefined || value === USUAL_MILES ? [] : [String(value ?? 'any')];
  return value === null || value === undefined || value === '' ? [] : [String(value)];
}

/** The same filters without one of them, or without one of its facts: a chip's way out. */
export function without(filters: Filters, name: FilterName | Fact): Partial<Filters> {
  const left: Partial<Filters> = { ...filters, fact: filters.fact.filter((fact) => fact !== name) };
  if (isFact(name)) return left;
  delete left[name];
  if (name === 'near') delete left.within;
  return left;
}

const isFact = (name: string): name is Fact => FACTS.some((fact) => fact === name);
