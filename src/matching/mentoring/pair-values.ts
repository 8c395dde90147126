import { sharedLanguages } from '../rules.ts';
import { countSquares } from '../squares.ts';
import { limitMiles, mayTalkFromAfar, milesApart } from './pair-rules.ts';
import type { MentoringProgram, ProgramQuestion } from './program.ts';
import type { Hers, Theirs } from './sides.ts';
import {
  EXPERIENCE_WORTH,
  FIRST_SHARED,
  HOURS_VALUE,
  OTHER_LANGUAGE,
  type PairTerm,
  STAGE_AHEAD,
} from './weights.ts';

/** A mother, a mentor and the program in which they may meet. */
export interface Pair {
  program: MentoringProgram;
  hers: Hers;
  theirs: Theirs;
}

/** How well each thing suits: -1 (against) .. 0 (not said, or no matter) .. 1 (just right). */
export const PAIR_VALUES: Record<PairTerm, (pair: Pair) => number> = {
  experience,
  hours: (pair) => hoursValue(pair),
  way,
  language,
  stage,
  identity: ({ hers, theirs }) => shares(hers.mentee.requests.identity, theirs.mentor.about.identity),
  faith,
  culture: ({ hers, theirs }) => shares(hers.mentee.requests.culture, theirs.mentor.about.culture),
  age: ({ hers, theirs }) => shares(hers.mentee.requests.ages, listed(theirs.mentor.about.ageBand)),
  trained: ({ program, theirs }) => (theirs.mentor.trained && !program.trainingRequired ? 1 : 0),
};

/** Has been there: nothing in common counts against only where both have said. */
function experience({ hers, theirs }: Pair): number {
  if (hers.known.grieving && theirs.experiences.has('loss')) return 1;
  let shared = 0;
  for (const topic of hers.topics) if (theirs.experiences.has(topic)) shared += EXPERIENCE_WORTH[topic];
  if (shared > 0) return FIRST_SHARED + ((1 - FIRST_SHARED) * shared) / hers.worth;
  const bothSaid = hers.mentee.self.topics.length > 0 && theirs.mentor.experiences.length > 0;
  return bothSaid ? -1 : 0;
}

/** Squares of her week in which both are free. */
export const hoursInCommon = ({ hers, theirs }: Pair): number =>
  hers.free & theirs.freeIn(hers.known.seeker.timeZone);

function hoursValue(pair: Pair): number {
  if (pair.hers.free === 0 || pair.theirs.mentor.free.length === 0) return 0;
  return HOURS_VALUE[Math.min(countSquares(hoursInCommon(pair)), HOURS_VALUE.length - 1)]!;
}

/** In person: 1 at the door, 0 at the end of the way. From afar there is no road, and it counts where she asked for it. */
function way(pair: Pair): number {
  const { program, hers, theirs } = pair;
  const wish =
    program.meets === null || program.meets === 'both' ? (hers.known.seeker.meets ?? 'both') : 'both';
  if (wish === 'online') return theirs.mentor.online === null ? 0 : theirs.mentor.online ? 1 : -1;
  if (program.meets === 'online') return 0;
  const miles = milesApart(hers, theirs);
  if (miles === null) return 0;
  const limit = limitMiles(program, hers, theirs);
  if (miles > limit) return wish === 'in-person' ? -1 : 0;
  return 1 - miles / Math.max(limit, 1);
}

/** Whether the telephone is what speaks for them. */
export const isFromAfar = ({ program, hers, theirs }: Pair): boolean =>
  program.meets !== 'online' && hers.known.seeker.meets === 'online' && mayTalkFromAfar(program, theirs);

export const languageInCommon = ({ hers, theirs }: Pair): string | undefined =>
  sharedLanguages(hers.known.languages, theirs.languages)?.[0];

function language(pair: Pair): number {
  const shared = languageInCommon(pair);
  if (!shared) return 0;
  return shared === pair.hers.known.languages[0] ? 1 : OTHER_LANGUAGE;
}

/** The stage of hers that a mentor is nearest to or has just left. Grief has none: no ages are held against each other. */
function stage({ hers, theirs }: Pair): number {
  if (hers.known.grieving) return 0;
  let best = 0;
  for (const here of hers.ranks)
    for (const there of theirs.ranks) best = Math.max(best, aheadBy(here, there));
  return best;
}

export const aheadBy = (here: number, there: number): number => STAGE_AHEAD[there - here] ?? 0;

/** Only for one who asked, and only where the other has said. 'any' is whichever. */
function faith({ hers, theirs }: Pair): number {
  const asked = hers.mentee.requests.faith ?? 'none';
  const told = theirs.mentor.about.faith ?? null;
  if (asked === 'none' || told === null) return 0;
  return asked === told || ((asked === 'any' || told === 'any') && told !== 'none') ? 1 : -1;
}

const listed = <T>(one: T | null | undefined): T[] => (one === null || one === undefined ? [] : [one]);

function shares<T>(asked: readonly T[] | undefined, told: readonly T[] | undefined): number {
  if (!asked?.length || !told?.length) return 0;
  return asked.some((one) => told.includes(one)) ? 1 : -1;
}

/** What both chose of a question of the program's own. */
export function questionValue({ id, choices }: ProgramQuestion, { hers, theirs }: Pair): number {
  const known = (given: readonly string[] | undefined) => given?.filter((one) => choices.includes(one));
  return shares(known(hers.mentee.answers[id]), known(theirs.mentor.answers[id]));
}
