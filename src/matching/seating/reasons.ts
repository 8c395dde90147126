import { milesBetween } from '../distance.ts';
import { bandOf } from '../distance-bands.ts';
import { readSlot, shiftSlots, zoneShift } from '../hours.ts';
import { say } from '../keys.ts';
import type { Sentence } from '../mentoring/pair.ts';
import type { SeatingReader } from '../seating-keys.ts';
import type { Spot } from '../seeker.ts';
import { isBabyTopic } from '../stages.ts';
import type { SayableStage, Slot } from '../words.ts';
import type { SeatingRules } from './seating.ts';
import { sharedStages, sharedTopics } from './shared.ts';
import { type Hers, ONLINE, type Theirs, topicBits, topicsOf } from './sides.ts';
import { MOST_SEAT_REASONS, MOST_SEATING_REASONS } from './weights.ts';

/** A circle as its sentences see it. */
export interface Seated {
  rules: SeatingRules;
  hers: Hers[];
  theirs: Theirs[];
  language: string | null;
  slot: Slot;
  way: number;
  centre: Spot | null;
}

type Said = Sentence | null | undefined;
const some = (said: Said[], most: number, reader: SeatingReader): Sentence[] => {
  const reasons = said.filter((one): one is Sentence => one != null).slice(0, most);
  return reasons.length > 0 ? reasons : [say('seating-reasons.room', { reader })];
};

/** For the coordinator: what speaks for this circle. What few share is not named to her either. */
export function circleReasons(seated: Seated): Sentence[] {
  const reader = 'board';
  const { hers, theirs, language, slot, way } = seated;
  const [topic] = sharedTopics(hers).filter(({ topic }) => topic !== 'loss');
  const loss = sharedTopics(hers).find(({ topic }) => topic === 'loss');
  const [stage] = stagesToSay(hers).sort((a, b) => b.count - a.count);
  const leads = topicsOf(theirs.reduce((bits, one) => bits & (one.leads || -1), -1));
  const isSpecial = theirs.some((one) => one.leads !== 0);
  const unsaidHours = hers.filter(({ saidHours }) => !saidHours).length;
  const unsaidLanguages = hers.filter(({ saidLanguages }) => !saidLanguages).length;
  return some(
    [
      loss && say('seating-reasons.loss', { reader, count: loss.count }),
      topic && say('seating-reasons.experience', { reader, first: topic.topic, count: topic.count }),
      stage && say('seating-reasons.stage', { reader, time: stage.time, count: stage.count }),
      unsaidHours < hers.length &&
        say('seating-reasons.hours', { reader, ...readSlot(slot), unsaid: unsaidHours }),
      language !== null && say('seating-reasons.language', { reader, language, unsaid: unsaidLanguages }),
      way === ONLINE ? onlineFor(hers) : farthest(seated),
      hers.some(({ asks }) => asks !== 0) && say('seating-reasons.not-alone', { reader }),
      isSpecial && leads[0] && say('seating-reasons.leads', { reader, first: leads[0] }),
    ].map((one) => one || null),
    MOST_SEATING_REASONS,
    reader,
  );
}

const onlineFor = (hers: readonly Hers[]): Said => {
  const count = hers.filter(({ ways }) => ways === ONLINE).length;
  return count > 0 ? say('seating-reasons.online', { reader: 'board', count }) : null;
};

function farthest({ hers, centre }: Seated): Said {
  const miles = Math.max(-1, ...hers.map(({ place }) => milesBetween(place, centre) ?? -1));
  return miles < 0 ? null : nearSaid(miles, hers[0]!.known.seeker.place?.country, 'board');
}

function nearSaid(miles: number, country: string | null | undefined, reader: SeatingReader): Said {
  const band = bandOf(miles, country);
  if (!band) return null;
  return band.unit === 'miles'
    ? say('seating-reasons.near', { reader, miles: band.within })
    : say('seating-reasons.near-km', { reader, km: band.within });
}

/** Stages that may be said aloud: none where somebody grieves. */
function stagesToSay(hers: readonly Hers[]): { time: SayableStage; count: number }[] {
  if (hers.some(({ known }) => known.grieving)) return [];
  return sharedStages(hers).flatMap(({ stage, count }) =>
    stage === 'loss' || stage === 'unsaid' ? [] : [{ time: stage, count }],
  );
}

/** How many share it with her is not told to her, and stands in nothing that is kept of it or handed to her. */
const UNTOLD = 0;

/**
 * For one who is offered a seat. She is told what she shares with enough of them, never with how many or with all: from
 * "all of you" everybody would be known.
 */
export function seatReasons(seated: Seated, one: Hers): Sentence[] {
  const reader = 'member';
  const { hers, language, way, centre } = seated;
  const shared = sharedTopics(hers).filter(({ topic }) => (one.has & topicBits([topic])) !== 0);
  const loss = shared.find(({ topic }) => topic === 'loss');
  const topic = shared.find(
    ({ topic }) => topic !== 'loss' && !(one.known.onlyGrieving && isBabyTopic(topic)),
  );
  const stage = stagesToSay(hers).find(({ time }) => one.known.stages.some(({ kind }) => kind === time));
  const slot = ownSlot(seated, one);
  const miles = way === ONLINE ? null : milesBetween(one.place, centre);
  return some(
    [
      loss && say('seating-reasons.loss', { reader, count: UNTOLD }),
      topic && say('seating-reasons.experience', { reader, first: topic.topic, count: UNTOLD }),
      stage && say('seating-reasons.stage', { reader, time: stage.time, count: UNTOLD }),
      slot && say('seating-reasons.hours', { reader, ...readSlot(slot), unsaid: 0 }),
      one.saidLanguages && language !== null && language !== 'en'
        ? say('seating-reasons.language', { reader, language, unsaid: 0 })
        : null,
      miles === null ? null : nearSaid(miles, one.known.seeker.place?.country, reader),
      way === ONLINE && one.known.seeker.meets === 'online'
        ? say('seating-reasons.online', { reader, count: UNTOLD })
        : null,
      one.asks === 0 ? null : say('seating-reasons.not-alone', { reader }),
    ],
    MOST_SEAT_REASONS,
    reader,
  );
}

/** The square of her own week that falls into the circle's hour; null where she named no hours. */
function ownSlot({ rules, slot }: Seated, { known, saidHours }: Hers): Slot | null {
  if (!saidHours) return null;
  const shift = zoneShift(known.seeker.timeZone ?? null, rules.timeZone, rules.today);
  return [...known.seeker.free].sort().find((own) => shiftSlots([own], shift).includes(slot)) ?? null;
}
