import {
  DAYS,
  type Day,
  FAITHS,
  LANGUAGES,
  type MeetingPlace,
  PARTS,
  type Part,
  STAGE_KINDS,
  type StageKind,
  TOPICS,
  type Topic,
} from '../../matching/index.ts';

/** Miles offered; null stands for "any". */
export const DISTANCES = [2, 5, 10, 25] as const;
export const USUAL_MILES = 25;

/** What somebody looks for. null and '' mean "does not matter". */
export interface Filters {
  near: string;
  /** Miles; null: any distance. */
  within: number | null;
  stage: StageKind | null;
  /** Her child's age in months. */
  age: number | null;
  topic: Topic | null;
  language: string | null;
  day: Day | null;
  part: Part | null;
  place: Exclude<MeetingPlace, 'both'> | null;
  childcare: boolean;
  cost: 'free' | null;
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

const among = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null;

/** Reads filters out of an address. What cannot be read counts as not asked: a list is better than a scolding. */
export function readFilters(asked: URLSearchParams): Filters {
  const within = asked.get('within');
  const age = asked.get('age')?.trim() ?? '';
  return {
    near: readable(asked.get('near') ?? ''),
    within: within === 'any' ? null : (DISTANCES.find((miles) => String(miles) === within) ?? USUAL_MILES),
    stage: among(STAGES_OFFERED, asked.get('stage')),
    age: /^\d{1,3}$/.test(age) && Number(age) <= 216 ? Number(age) : null,
    topic: among(TOPICS, asked.get('topic')),
    language: among(LANGUAGES, asked.get('language')),
    day: DAYS.find((day) => String(day) === asked.get('day')) ?? null,
    part: among(PARTS, asked.get('part')),
    place: among(['in-person', 'online'], asked.get('place')),
    childcare: asked.get('childcare') === 'yes',
    cost: among(['free'], asked.get('cost')),
    faith: among(FAITHS_OFFERED, asked.get('faith')),
  };
}

/** One short line of text; never what the database could not take. */
const readable = (text: string): string => text.toWellFormed().replace(/\p{C}/gu, ' ').trim().slice(0, 80);

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
  if (name === 'within') {
    // Distance says nothing without a place to measure from.
    return !filters.near || value === undefined || value === USUAL_MILES ? '' : String(value ?? 'any');
  }
  if (value === true) return 'yes';
  return value === null || value === undefined || value === false ? '' : String(value);
}

/** The same filters without one of them: a chip's way out. */
export function without(filters: Filters, name: FilterName): Partial<Filters> {
  const left: Partial<Filters> = { ...filters };
  delete left[name];
  if (name === 'near') delete left.within;
  return left;
}
