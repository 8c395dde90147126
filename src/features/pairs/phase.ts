import { query, type Tx } from '../../platform/db/index.ts';

/** A stretch of a program's weeks, with its guide for the conversation in Markdown. */
export interface Phase {
  name: string;
  fromWeek: number;
  guide: string;
}

const A_WEEK = 7 * 86_400_000;

/** Which week two are in: 1 from the moment they began. */
export const weekOf = (startedAt: Date, now: Date): number =>
  Math.floor(Math.max(0, now.getTime() - startedAt.getTime()) / A_WEEK) + 1;

/** A program's phases, the first first. */
export const phasesOf = (tx: Tx, programId: string): Promise<Phase[]> =>
  tx.all(
    query
      .selectFrom('program_phases')
      .select(['name', 'from_week as fromWeek', 'guide'])
      .where('program_id', '=', programId)
      .orderBy('from_week')
      .orderBy('phase'),
  );

/** The phase of a week; before the first one begins it is the first. Undefined only where there is none. */
export const phaseIn = (phases: Phase[], week: number): Phase | undefined =>
  phases.findLast(({ fromWeek }) => fromWeek <= week) ?? phases[0];

/** What is gently put before the two: as they begin, on the way, toward the end. */
export const STRETCHES = ['begin', 'way', 'end'] as const;
export type Stretch = (typeof STRETCHES)[number];

export function stretchOf(week: number, weeks: number): Stretch {
  const gone = (week - 1) / weeks;
  return gone < 0.25 ? 'begin' : gone < 0.75 ? 'way' : 'end';
}
