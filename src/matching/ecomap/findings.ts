import { STEP_KINDS, type StepKind, SUPPORTS, type Support } from '../words.ts';
import type { Ring, Tie } from './tie.ts';

/**
 * After how many days without a word a tie is going quiet. Nearer people are missed sooner; a house number of ours, not
 * a norm: two weeks, a month, a season.
 */
export const QUIET_AFTER: Record<Ring, number> = { 1: 14, 2: 30, 3: 90 };
/** Of a map with fewer ties than this nothing is said to be missing: it has only been begun. */
export const SPEAKS_FROM = 3;
/** People one writes to because one misses them; of a doctor or a forum nobody says that it has gone quiet. */
const MISSED: ReadonlySet<StepKind> = new Set(['family', 'peer', 'circle']);

/** One thing the map tells her. `key` names it for good, so that she can put it off or switch it off. */
export type Finding =
  | { kind: 'quiet'; key: string; tie: Tie; days: number }
  | { kind: 'takes'; key: string; tie: Tie }
  /** `only`: the one tie that brings it, when there is one. */
  | { kind: 'thin-support'; key: string; support: Support; only: Tie | null }
  | { kind: 'thin-people'; key: string; people: StepKind };

export interface Asked {
  /** 'YYYY-MM-DD' where she is. */
  today: string;
  /** She is grieving: nothing is said of what she gives. */
  gentle: boolean;
  /** Put off or switched off by her. */
  isSetAside: (key: string) => boolean;
}

/** All that her map tells, in a fixed order that ranks nobody: quiet, what is thin, who only takes. */
export function findingsOf(ties: Tie[], asked: Asked): Finding[] {
  const begun = ties.length < SPEAKS_FROM;
  const all = [
    ...quietTies(ties, asked.today),
    ...(begun ? [] : [...thinSupports(ties), ...thinPeople(ties)]),
    ...(asked.gentle ? [] : takers(ties)),
  ];
  return all.filter(({ key }) => !asked.isSetAside(key));
}

/** Whole days between two dates of a calendar. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

/** Longest silent first. Distance from somebody it is hard with may be her choice: that is left in peace. */
function quietTies(ties: Tie[], today: string): Finding[] {
  return ties
    .flatMap((tie): (Finding & { kind: 'quiet' })[] => {
      if (!MISSED.has(tie.people) || tie.feeling === 'strained' || !tie.lastContact) return [];
      const days = daysBetween(tie.lastContact, today);
      return days >= QUIET_AFTER[tie.ring] ? [{ kind: 'quiet', key: `quiet:${tie.id}`, tie, days }] : [];
    })
    .sort((a, b) => b.days - a.days || compare(a.tie.id, b.tie.id));
}

/** A support that nobody brings her, or one person alone. What she did not say a direction of counts as coming. */
function thinSupports(ties: Tie[]): Finding[] {
  return SUPPORTS.flatMap((support): Finding[] => {
    const bring = ties.filter(
      (tie) => tie.supports.includes(support) && tie.flow !== 'given' && tie.feeling !== 'strained',
    );
    if (bring.length > 1) return [];
    return [{ kind: 'thin-support', key: `support:${support}`, support, only: bring[0] ?? null }];
  });
}

const thinPeople = (ties: Tie[]): Finding[] =>
  missingPeople(ties).map((people) => ({ kind: 'thin-people', key: `people:${people}`, people }));

/** The kinds of people nobody on the map is of. */
export const missingPeople = (ties: Tie[]): StepKind[] =>
  STEP_KINDS.filter((kind) => !ties.some(({ people }) => people === kind));

const takers = (ties: Tie[]): Finding[] =>
  ties
    .filter(({ flow }) => flow === 'given')
    .map((tie): Finding => ({ kind: 'takes', key: `takes:${tie.id}`, tie }))
    .sort((a, b) => compare(a.key, b.key));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
