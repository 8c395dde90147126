import type { Month, Spot, Stage } from '../seeker.ts';
import type { Slot, Topic } from '../words.ts';
import type { About, Answers, RuledOut } from './traits.ts';

/** A mentor, as plain data: what she offered and what the program recorded of her. */
export interface Mentor {
  id: string;
  /** What she has been through and would speak of. */
  experiences: Topic[];
  /** Where she is herself today; empty: not said. */
  stages: Stage[];
  languages: string[];
  /** When she is free, in her own zone. */
  free: Slot[];
  timeZone: string | null;
  place: Spot | null;
  /** How far she goes to meet; null: not said. */
  maxMiles: number | null;
  /** By telephone or video; null: not said. */
  online: boolean | null;
  /** How many mothers she takes beside those who are with her already; 0: full or paused. */
  capacityLeft: number;
  /** Recorded by the program, never guessed: here alone not known is no. */
  trained: boolean;
  recoveredSince: Month | null;
  about: About;
  /** Of a mother's own ages and faith nothing is known, so there is nothing to rule out. */
  ruledOut: Pick<RuledOut, 'topics' | 'stages'>;
  answers: Answers;
}
