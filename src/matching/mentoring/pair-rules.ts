import { milesBetween } from '../distance.ts';
import { isSpared } from '../listeners.ts';
import { noCommonLanguage } from '../rules.ts';
import { isForLoss, isPainful, monthsSince } from '../stages.ts';
import { DEFAULT_MILES } from '../weights.ts';
import type { RuleKey } from './pair.ts';
import type { MentoringProgram } from './program.ts';
import type { Hers, Theirs } from './sides.ts';

/**
 * The first hard rule that forbids a pair, in the order of RULE_KEYS; null: they may be matched. What either did not say
 * forbids nothing; only what the program records of a mentor (trained, recovered, room) must be known.
 */
export function brokenRule(program: MentoringProgram, hers: Hers, theirs: Theirs): RuleKey | null {
  const { mentee } = hers;
  const { mentor } = theirs;
  if (mentee.id === mentor.id) return 'self';
  if (mentee.apart.blocked.has(mentor.id)) return 'blocked';
  if (mentee.apart.family.has(mentor.id)) return 'family';
  if (noCommonLanguage(hers.known, mentor.languages)) return 'language';
  if (hurts(hers, theirs)) return 'hurts';
  if (isRuledOut(hers, theirs)) return 'ruled-out';
  if (program.meets === 'online' && mentor.online === false) return 'format';
  if (!mayTalkFromAfar(program, theirs) && isTooFar(program, hers, theirs)) return 'far';
  if (mentee.apart.declined.has(mentor.id)) return 'declined';
  if (program.trainingRequired && !mentor.trained) return 'untrained';
  if (!hasRecovered(program, hers, theirs)) return 'not-recovered';
  return mentor.capacityLeft > 0 ? null : 'full';
}

/**
 * Who grieves is never sent to somebody whose life is made of what she lost, unless that mentor has been there; and to one
 * who told us of nothing but loss, a mentor who told what she has lived through has lived through that. A mentor who grieves
 * today is spared in the same way.
 */
function hurts(hers: Hers, theirs: Theirs): boolean {
  const { known } = hers;
  if (theirs.self.grieving && isSpared(theirs.self.seeker, hers.lived)) return true;
  if (!known.grieving && !known.seeker.noCohorts) return false;
  if (isForLoss(theirs.lived)) return false;
  if (known.onlyGrieving && theirs.mentor.experiences.length > 0) return true;
  return isPainful(known.seeker, theirs.lived, known.stages);
}

function isRuledOut(hers: Hers, { mentor, experiences, lived }: Theirs): boolean {
  const no = hers.mentee.ruledOut;
  const { ageBand, faith } = mentor.about;
  return (
    meets(no.topics, (topic) => experiences.has(topic)) ||
    meets(no.stages, (stage) => lived.stages.includes(stage)) ||
    meets(no.ages, (age) => age === ageBand) ||
    meets(no.faiths, (one) => one === faith) ||
    meets(
      mentor.ruledOut.topics,
      (topic) => hers.topics.has(topic) || (topic === 'loss' && hers.known.grieving),
    ) ||
    meets(mentor.ruledOut.stages, (stage) => hers.lived.stages.includes(stage))
  );
}

const meets = <T>(list: readonly T[] | undefined, is: (one: T) => boolean): boolean =>
  list !== undefined && list.length > 0 && list.some(is);

export const mayTalkFromAfar = (program: MentoringProgram, { mentor }: Theirs): boolean =>
  program.meets !== 'in-person' && mentor.online !== false;

/** The nearest limit of the three. What a mother or a mentor did not say is no limit; the program always has one. */
export const limitMiles = (program: MentoringProgram, { mentee }: Hers, { mentor }: Theirs): number =>
  Math.min(
    program.maxMiles ?? DEFAULT_MILES,
    mentee.self.maxMiles ?? Number.POSITIVE_INFINITY,
    mentor.maxMiles ?? Number.POSITIVE_INFINITY,
  );

/** Straight miles between their postcodes' middles; null: one is not known. */
export const milesApart = ({ mentee }: Hers, { mentor }: Theirs): number | null =>
  milesBetween(mentee.self.place, mentor.place);

function isTooFar(program: MentoringProgram, hers: Hers, theirs: Theirs): boolean {
  const miles = milesApart(hers, theirs);
  return miles !== null && miles > limitMiles(program, hers, theirs);
}

/** By whole months, as they are kept. */
function hasRecovered({ recoveredMonths }: MentoringProgram, { known }: Hers, { mentor }: Theirs): boolean {
  if (recoveredMonths === null) return true;
  const months = monthsSince(mentor.recoveredSince, known.seeker.today);
  return months !== null && months >= recoveredMonths;
}
