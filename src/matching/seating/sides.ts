import { shiftSlots, zoneShift } from '../hours.ts';
import { withImplied } from '../mentoring/sides.ts';
import { daysWaited } from '../mentoring/waiting.ts';
import { EXPERIENCE_WORTH } from '../mentoring/weights.ts';
import { baseLanguage, type Known, know } from '../rules.ts';
import type { Seeker, Spot } from '../seeker.ts';
import { ALL_SQUARES, squares } from '../squares.ts';
import { type StageLimits, stageRank } from '../stages.ts';
import { DEFAULT_MILES } from '../weights.ts';
import { type MeetingPlace, type Slot, TOPICS, type Topic } from '../words.ts';
import { canMeetHalfWay, type Reach, reachOf } from './centre.ts';
import type { CircleFacilitator, SeatingRules, WaitingMember } from './seating.ts';

/** Ways to meet, as bits. */
export const ONLINE = 1;
export const IN_PERSON = 2;

/** What a setting asks of anybody in it. All in bits; whoever said nothing is free at any hour, speaks any language. */
export interface Present {
  /** Squares of the community's week. */
  free: number;
  languages: number;
  ways: number;
  place: Spot | null;
  reach: number;
  reaches: Reach | null;
  saidHours: boolean;
  saidLanguages: boolean;
}

/** A member, with what every comparison asks of her worked out once. */
export interface Hers extends Present {
  member: WaitingMember;
  known: Known;
  /** Her first language among the round's; -1: none. */
  first: number;
  /** What she lives with or through, and what of it she would not be alone in: bits of TOPICS. */
  has: number;
  asks: number;
  worth: number;
  /** Grieves, or wants to hear of no milestone: some company would hurt her. */
  isTender: boolean;
  grieves: boolean;
  /** Places of her stages on the way as bits, and the months they are of; a road of its own, such as adopting, has none. */
  ranks: number;
  months: number[];
  adopting: boolean;
  lived: StageLimits & { topics: Topic[] };
  days: number;
}

export interface Theirs extends Present {
  facilitator: CircleFacilitator;
  /** Whom she would lead, bits of TOPICS; 0: anyone. */
  leads: number;
}

const PLACES = new Map<string, number>(TOPICS.map((topic, at) => [topic, at]));
export const topicBits = (topics: Iterable<Topic>): number => {
  let bits = 0;
  for (const topic of topics) bits |= 1 << (PLACES.get(topic) ?? 31);
  return bits & (2 ** TOPICS.length - 1);
};
export const topicsOf = (bits: number): Topic[] => TOPICS.filter((_topic, at) => (bits >> at) & 1);

const WORTHS = TOPICS.map((topic) => EXPERIENCE_WORTH[topic]);
export function worthOfBits(bits: number): number {
  let worth = 0;
  for (let left = bits; left !== 0; left &= left - 1) worth += WORTHS[31 - Math.clz32(left & -left)]!;
  return worth;
}

/** Languages of a round, those most speak first; 31 of them have a place. */
export function languagesOf(all: readonly (readonly string[])[]): string[] {
  const spoken = new Map<string, number>();
  for (const one of all)
    for (const code of new Set(one.map(baseLanguage))) spoken.set(code, (spoken.get(code) ?? 0) + 1);
  const order = [...spoken].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return order.slice(0, 31).map(([code]) => code);
}

const WAYS: Record<MeetingPlace, number> = {
  online: ONLINE,
  'in-person': IN_PERSON,
  both: ONLINE | IN_PERSON,
};
const waysOf = (meets: MeetingPlace | null | undefined): number => WAYS[meets ?? 'both'];

interface Told {
  free: Slot[];
  timeZone?: string | null;
  languages: string[];
  meets?: MeetingPlace | null;
  maxMiles?: number | null;
  place: Spot | null;
}

function presentOf(told: Told, rules: SeatingRules, languages: readonly string[]): Present {
  const here = shiftSlots(told.free, zoneShift(told.timeZone ?? null, rules.timeZone, rules.today));
  const speaks = told.languages.map(baseLanguage);
  const known = told.place?.latitude != null && told.place.longitude != null;
  const place = known ? told.place : null;
  const reach = Math.min(told.maxMiles ?? DEFAULT_MILES, rules.maxMiles ?? Number.POSITIVE_INFINITY);
  return {
    free: told.free.length > 0 ? squares(here) : ALL_SQUARES,
    saidHours: told.free.length > 0,
    languages:
      speaks.length > 0
        ? languages.reduce((bits, one, at) => (speaks.includes(one) ? bits | (1 << at) : bits), 0)
        : 2 ** 31 - 1,
    saidLanguages: speaks.length > 0,
    ways: waysOf(told.meets) & waysOf(rules.meets),
    place,
    reach,
    reaches: reachOf(place, reach),
  };
}

export function hersOf(member: WaitingMember, rules: SeatingRules, languages: readonly string[]): Hers {
  const known = know(member.self);
  const kinds = known.stages.map(({ kind }) => kind);
  const asks = topicBits(member.notAlone);
  const has =
    topicBits(withImplied(known.grieving ? [...member.self.topics, 'loss'] : member.self.topics, kinds)) |
    asks;
  const present = presentOf(member.self, rules, languages);
  // Written out, field by field: objects of one shape are read many times faster, and pairs are many.
  return {
    free: present.free,
    languages: present.languages,
    ways: present.ways,
    place: present.place,
    reach: present.reach,
    reaches: present.reaches,
    saidHours: present.saidHours,
    saidLanguages: present.saidLanguages,
    member,
    known,
    first: known.languages[0] === undefined ? -1 : languages.indexOf(known.languages[0]),
    has,
    asks,
    worth: worthOfBits(has),
    isTender: known.grieving || member.self.noCohorts === true,
    grieves: known.grieving,
    ranks: ranksOf(known),
    months: monthsOf(known),
    adopting: known.stages.some(({ kind }) => kind === 'adopting'),
    lived: { stages: kinds, topics: topicsOf(has) },
    days: daysWaited(member.waitingSince, rules.today),
  };
}

const ranksOf = ({ stages }: Known): number =>
  stages.reduce((bits, { kind }) => {
    const rank = kind === 'adopting' ? undefined : stageRank(kind);
    return rank === undefined ? bits : bits | (1 << rank);
  }, 0);

const monthsOf = ({ stages }: Known): number[] =>
  stages.flatMap(({ kind, month }) => {
    const read = kind === 'adopting' ? null : /^(\d{4})-(\d{2})/.exec(month ?? '');
    return read ? [Number(read[1]) * 12 + Number(read[2])] : [];
  });

export function theirsOf(
  facilitator: CircleFacilitator,
  rules: SeatingRules,
  languages: readonly string[],
): Theirs {
  return { ...presentOf(facilitator, rules, languages), facilitator, leads: topicBits(facilitator.topics) };
}

/** Raw stages too: a due month long past says nothing any more, and still she may have a baby in her arms. */
export const saidBaby = ({ stages }: Seeker): boolean =>
  stages.some(({ kind }) => kind === 'baby' || kind === 'expecting');

/** Whether two could meet at all: online, or in person where both together go that far. */
export const suitsWith = (a: Present, b: Present): boolean =>
  (a.ways & b.ways & ONLINE) !== 0 || ((a.ways & b.ways) !== 0 && canMeetHalfWay(a.reaches, b.reaches));
