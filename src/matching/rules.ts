import { milesBetween } from './distance.ts';
import type { Seeker, Spot } from './seeker.ts';
import {
  isGrieving,
  isOnlyGrieving,
  isPainful,
  type KnownStage,
  knownStages,
  type StageLimits,
} from './stages.ts';
import { DEFAULT_MILES } from './weights.ts';
import type { Topic } from './words.ts';

/** The seeker, with what every option asks of her worked out once. */
export interface Known {
  seeker: Seeker;
  stages: KnownStage[];
  grieving: boolean;
  onlyGrieving: boolean;
  languages: string[];
  topics: ReadonlySet<Topic>;
  free: ReadonlySet<string>;
  /** null: she did not ask for faith, or said none. */
  faith: string | null;
  limitMiles: number;
}

/** 'es-MX' and 'ES' are both Spanish. */
export const baseLanguage = (code: string): string =>
  /^[a-z]+$/.test(code) ? code : (code.toLowerCase().split(/[-_]/, 1)[0] ?? '');

/** Her languages that an option speaks, in her order; null when either has not said. */
export function sharedLanguages(hers: string[], theirs: string[]): string[] | null {
  if (hers.length === 0 || theirs.length === 0) return null;
  const spoken = theirs.map(baseLanguage);
  return hers.filter((language) => spoken.includes(language));
}

/** Hard: both said, and none in common. */
export const noCommonLanguage = (known: Known, theirs: string[]): boolean =>
  sharedLanguages(known.languages, theirs)?.length === 0;

/** Hard: beyond her limit, both places known. */
export function tooFar(known: Known, spot: Spot): boolean {
  const miles = milesBetween(known.seeker.place, spot);
  return miles !== null && miles > known.limitMiles;
}

/** Hard: nobody is sent to where what she lost is spoken of, unless it is also made for loss. */
export function amongBabies(known: Known, option: StageLimits & { topics: Topic[] }): boolean {
  return isPainful(known.seeker, option, known.stages);
}

/** Hard: faith is offered to one who asked for it; "any" on either side opens the door. */
export const faithForbids = (known: Known, faith: string | null): boolean =>
  faith !== null &&
  (known.faith === null || !(known.faith === 'any' || faith === 'any' || known.faith === faith));

/** The faith she asked for: her own word, or 'any' when she chose the topic without naming one. */
function askedFaith(seeker: Seeker): string | null {
  if (seeker.faith === 'none') return null;
  return seeker.faith ?? (seeker.topics.includes('faith') ? 'any' : null);
}

/** Works out once what every comparison asks of her. */
export function know(seeker: Seeker): Known {
  const stages = knownStages(seeker);
  return {
    seeker,
    stages,
    grieving: isGrieving(seeker),
    onlyGrieving: isOnlyGrieving(seeker, stages),
    languages: seeker.languages.map(baseLanguage),
    topics: new Set(seeker.topics),
    free: new Set(seeker.free),
    faith: askedFaith(seeker),
    limitMiles: seeker.maxMiles ?? DEFAULT_MILES,
  };
}
