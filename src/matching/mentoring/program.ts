import type { MeetingPlace } from '../words.ts';
import type { PairWeights } from './weights.ts';

export const PROGRAM_KINDS = [
  'perinatal',
  'return-to-work',
  'self-employment',
  'career',
  'neighbour',
  'other',
] as const;
export type ProgramKind = (typeof PROGRAM_KINDS)[number];

/** A question of the program's own, asked of both sides; what both chose speaks for the pair. */
export interface ProgramQuestion {
  id: string;
  /** Codes of what may be chosen. */
  choices: readonly string[];
  /** Beside the weights of weights.ts. */
  weight: number;
}

/** What a program asks of a pair, as the engine sees it. */
export interface MentoringProgram {
  kind: ProgramKind;
  /** How many months ago a mentor must have recovered at least; null: nothing to recover from. */
  recoveredMonths: number | null;
  trainingRequired: boolean;
  /** How pairs meet; null or 'both': either. */
  meets: MeetingPlace | null;
  /** The furthest two may live apart to meet in person; null: the default of ../weights.ts. */
  maxMiles: number | null;
  /** Within so many days she is promised an answer; whoever has waited so long goes first. */
  promisedDays: number;
  questions: readonly ProgramQuestion[];
  /** What this program's coordinator weighs otherwise. */
  weights: Partial<PairWeights>;
}

/** What a kind of program asks where nothing else was decided. */
export function usualProgram(kind: ProgramKind): MentoringProgram {
  return {
    kind,
    recoveredMonths: kind === 'perinatal' ? 12 : null,
    trainingRequired: kind === 'perinatal',
    meets: null,
    maxMiles: null,
    promisedDays: 7,
    questions: [],
    weights: {},
  };
}
