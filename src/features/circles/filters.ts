import { FAITHS, STAGE_KINDS, type StageKind, TOPICS, type Topic } from '../../matching/index.ts';
import { among, type CommonFilters, leaveOut, readCommonFilters, writtenDistance } from '../finding/index.ts';

export const USUAL_MILES = 25;

/** What somebody looks for. null and '' mean "does not matter". */
export interface Filters extends CommonFilters {
  stage: StageKind | null;
  topic: Topic | null;
  childcare: boolean;
  /** 'none': not faith based; 'any': any faith. */
  faith: string | null;
}

export const STAGES_OFFERED = STAGE_KINDS.filter((kind) => kind !== 'unsaid');
export const FAITHS_OFFERED = ['none', ...FAITHS] as const;
const FIELDS = [
  'near',
  'within',
  'stage',
  'age',
  'topic',
  'language',
  'day',
  'part',
  'place',
  'childcare',
  'cost',
  'faith',
] as const;
export type FilterName = (typeof FIELDS)[number];

/** Reads filters out of an address. What cannot be read counts as not asked. */
export const readFilters = (asked: URLSearchParams): Filters => ({
  ...readCommonFilters(asked, USUAL_MILES),
  stage: among(STAGES_OFFERED, asked.get('stage')),
  topic: among(TOPICS, asked.get('topic')),
  childcare: asked.get('childcare') === 'yes',
  faith: among(FAITHS_OFFERED, asked.get('faith')),
});

/** Whether the address asks anything at all: an empty form that was sent does. */
export const asksSomething = (asked: URLSearchParams): boolean => FIELDS.some((name) => asked.has(name));

/** The address of the finder with these filters. */
export function finderPath(filters: Partial<Filters>, page = 1): string {
  const asked = new URLSearchParams();
  for (const name of FIELDS) {
    const value = written(name, filters);
    if (value) asked.set(name, value);
  }
  if (page > 1) asked.set('page', String(page));
  return asked.size > 0 ? `/circles?${asked}` : '/circles?within=any';
}

function written(name: FilterName, filters: Partial<Filters>): string {
  const value = filters[name];
  if (name === 'within') return writtenDistance(filters, USUAL_MILES);
  if (value === true) return 'yes';
  return value === null || value === undefined || value === false ? '' : String(value);
}

/** The same filters without one of them: a chip's way out. */
export const without = (filters: Filters, name: FilterName): Partial<Filters> => leaveOut(filters, name);
