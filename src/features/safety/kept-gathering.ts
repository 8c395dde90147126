import type { Gathering } from '../gatherings/index.ts';

/**
 * What a gathering said when it was reported: as much as everybody who saw it was told. Its online link and a home's
 * address are not in it: nobody needs them to decide.
 */
export type KeptGathering = Pick<
  Gathering,
  | 'kind'
  | 'seenBy'
  | 'minutes'
  | 'timeZone'
  | 'place'
  | 'venue'
  | 'address'
  | 'home'
  | 'placeName'
  | 'gettingThere'
  | 'accessNote'
  | 'forWhom'
  | 'cost'
  | 'costNote'
  | 'faith'
  | 'ageFromMonths'
  | 'ageToMonths'
  | 'stages'
  | 'languages'
  | 'facts'
  | 'allDay'
> & {
  repeats: boolean;
  /** The next time it takes place, and the last when none is left; null when there is none at all. */
  next: { startsAt: string; endsAt: string } | null;
  /** What was said of single times: their own names, places and notes. */
  times: { at: string; words: string }[];
};
