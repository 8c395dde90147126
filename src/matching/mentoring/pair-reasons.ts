import { bandOf } from '../distance-bands.ts';
import { readSlot, shiftSlots, zoneShift } from '../hours.ts';
import { say } from '../keys.ts';
import { firstSquare } from '../squares.ts';
import { isBabyTopic, stageRank } from '../stages.ts';
import type { Slot } from '../words.ts';
import type { Reader, Sentence } from './pair.ts';
import { milesApart } from './pair-rules.ts';
import { aheadBy, hoursInCommon, isFromAfar, languageInCommon, type Pair } from './pair-values.ts';

import { EXPERIENCE_WORTH, type PairTerm } from './weights.ts';

/**
 * What is said for a pair where a value speaks for it. Read before anybody has said yes: stages, never ages; bands of
 * distance, never places; which wish was met, never what it was.
 */
export const PAIR_REASONS: Record<PairTerm, (pair: Pair, reader: Reader) => Sentence | null> = {
  experience,
  hours,
  way: (pair, reader) =>
    isFromAfar(pair) ? say('mentoring-reasons.online', { reader }) : near(pair, reader),
  language,
  stage,
  identity: (_pair, reader) => say('mentoring-reasons.request', { reader, asked: 'identity' }),
  faith: (_pair, reader) => say('mentoring-reasons.request', { reader, asked: 'faith' }),
  culture: (_pair, reader) => say('mentoring-reasons.request', { reader, asked: 'culture' }),
  age: (_pair, reader) => say('mentoring-reasons.request', { reader, asked: 'age' }),
  trained: (_pair, reader) => (reader === 'mentor' ? null : say('mentoring-reasons.trained', { reader })),
};

/** The two that are most of "has been there", by their worth and then by name. */
function experience({ hers, theirs }: Pair, reader: Reader): Sentence | null {
  if (hers.known.grieving && theirs.experiences.has('loss')) return say('mentoring-reasons.loss', { reader });
  const [first, second] = [...hers.topics]
    .filter((topic) => theirs.experiences.has(topic) && !(hers.known.onlyGrieving && isBabyTopic(topic)))
    .sort((a, b) => EXPERIENCE_WORTH[b] - EXPERIENCE_WORTH[a] || (a < b ? -1 : 1));
  if (!first) return null;
  return say('mentoring-reasons.experience', {
    reader,
    count: second ? 2 : 1,
    first,
    second: second ?? first,
  });
}

/** In the reader's own week; on the board in the mother's. */
function hours(pair: Pair, reader: Reader): Sentence | null {
  const slot = firstSquare(hoursInCommon(pair));
  if (!slot) return null;
  return say('mentoring-reasons.hours', {
    reader,
    ...readSlot(reader === 'mentor' ? hersFrom(pair, slot) : slot),
  });
}

/** The mentor's own square of the week that falls into one of the mother's. */
function hersFrom({ hers, theirs }: Pair, there: Slot): Slot {
  const { timeZone, today } = hers.known.seeker;
  const shift = zoneShift(theirs.mentor.timeZone, timeZone, today);
  const own = theirs.mentor.free.filter((slot) => shiftSlots([slot], shift).includes(there));
  return own.sort()[0] ?? there;
}

/** Bands, never miles. */
function near(pair: Pair, reader: Reader): Sentence | null {
  const miles = milesApart(pair.hers, pair.theirs);
  const band = miles === null ? null : bandOf(miles, pair.hers.known.seeker.place?.country);
  if (!band) return null;
  return band.unit === 'miles'
    ? say('mentoring-reasons.near', { reader, miles: band.within })
    : say('mentoring-reasons.near-km', { reader, km: band.within });
}

/** English is plain here, and not said. */
function language(pair: Pair, reader: Reader): Sentence | null {
  const shared = languageInCommon(pair);
  return shared && shared !== 'en' ? say('mentoring-reasons.language', { reader, language: shared }) : null;
}

function stage({ hers, theirs }: Pair, reader: Reader): Sentence | null {
  const closest = hers.ranks
    .map((rank) => ({ rank, value: Math.max(0, ...theirs.ranks.map((there) => aheadBy(rank, there))) }))
    .sort((a, b) => b.value - a.value || a.rank - b.rank)[0];
  const kind = hers.known.stages.find(({ kind }) => stageRank(kind) === closest?.rank)?.kind;
  if (!kind || kind === 'loss' || kind === 'unsaid') return null;
  return say('mentoring-reasons.stage', { reader, time: kind });
}
