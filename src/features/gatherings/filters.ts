import { among, type CommonFilters, leaveOut, readCommonFilters, writtenDistance } from '../finding/index.ts';
import { FACTS, type Fact, type GatheringKind, KINDS } from './gathering.ts';
import { idOrNone } from './paths.ts';

export const USUAL_MILES = 10;

/** What somebody looks for. null and '' mean "does not matter". */
export interface Filters extends CommonFilters {
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

/** Reads filters out of an address. What cannot be read counts as not asked. */
export const readFilters = (asked: URLSearchParams): Filters => ({
  ...readCommonFilters(asked, USUAL_MILES),
  kind: among(KINDS, asked.get('kind')),
  fact: FACTS.filter((fact) => asked.getAll('fact').includes(fact)),
  circle: idOrNone(asked.get('circle') ?? undefined) ?? null,
});

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
  if (name === 'within') return [writtenDistance(filters, USUAL_MILES)].filter(Boolean);
  return value === null || value === undefined || value === '' ? [] : [String(value)];
}

/** The same filters without one of them, or without one of its facts: a chip's way out. */
export function without(filters: Filters, name: FilterName | Fact): Partial<Filters> {
  if (!isFact(name)) return leaveOut(filters, name);
  return { ...filters, fact: filters.fact.filter((fact) => fact !== name) };
}

const isFact = (name: string): name is Fact => FACTS.some((fact) => fact === name);
