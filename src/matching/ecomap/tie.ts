import type { StepKind, Support } from '../words.ts';

/** How near somebody stands: 1 closest. */
export const RINGS = [1, 2, 3] as const;
export type Ring = (typeof RINGS)[number];

/** Which way support goes, seen from her. */
export const FLOWS = ['received', 'given', 'both'] as const;
export type Flow = (typeof FLOWS)[number];

export const FEELINGS = ['warm', 'plain', 'strained'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** One line of her map, as plain data. */
export interface Tie {
  id: string;
  name: string;
  /** Which of the five kinds of people. */
  people: StepKind;
  ring: Ring;
  supports: Support[];
  /** null: she has not said. */
  flow: Flow | null;
  feeling: Feeling;
  /** 'YYYY-MM-DD', her calendar; null: not said. */
  lastContact: string | null;
}

/** More than this is no picture any more, and no thumb finds its way in it. */
export const MOST_TIES = 30;
