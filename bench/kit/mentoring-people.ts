import {
  type AgeBand,
  type Mentee,
  type Mentor,
  SLOTS,
  type Slot,
  type Stage,
  silentSeeker,
  type Topic,
} from '../../src/matching/index.ts';
import { dice } from './prose.ts';

/** The day the year begins. */
export const FIRST_DAY = '2026-01-01';
export const DAYS = 365;

/** The date so many days into the year, 'YYYY-MM-DD'. */
export const dateOf = (day: number): string =>
  new Date(Date.parse(FIRST_DAY) + Math.floor(day) * 86_400_000).toISOString().slice(0, 10);

/** How often what is named, out of all who name something: most name what nearly everybody knows. */
const TOPIC_SHARES: [Topic, number][] = [
  ['low-mood', 34],
  ['sleep', 30],
  ['feeding', 22],
  ['returning-to-work', 16],
  ['birth-recovery', 14],
  ['relationship', 12],
  ['single-parenting', 10],
  ['nicu', 9],
  ['money', 8],
  ['newly-arrived', 6],
  ['pumping-at-work', 6],
  ['loss', 5],
  ['twins', 4],
  ['adoption', 3],
  ['self-employment', 3],
  ['lgbtq', 3],
  ['additional-needs', 3],
  ['down-syndrome', 1],
];
/** Each as often as its share: one drawn from it comes up as often as it should. */
const TOPIC_BAG = TOPIC_SHARES.flatMap(([topic, share]) => Array<Topic>(share).fill(topic));
const BANDS: AgeBand[] = ['under-25', '25-34', '25-34', '35-44', '35-44', '45-over'];
const FAITHS = ['christian', 'catholic', 'muslim', 'jewish'];

type Roll = () => number;
const oneOf = <T>(roll: Roll, list: readonly T[]): T => list[Math.floor(roll() * list.length)]!;
const often = (roll: Roll, share: number) => roll() < share;

function topics(roll: Roll, most: number): Topic[] {
  const chosen = new Set<Topic>();
  const count = 1 + Math.floor(roll() * most);
  while (chosen.size < count) {
    chosen.add(oneOf(roll, TOPIC_BAG));
  }
  return [...chosen];
}

function languages(roll: Roll): string[] {
  const at = roll();
  if (at < 0.74) return ['en'];
  const own = at < 0.9 ? 'es' : at < 0.93 ? 'pl' : at < 0.96 ? 'ar' : at < 0.98 ? 'zh' : 'uk';
  return often(roll, 0.55) ? [own, 'en'] : [own];
}

function hours(roll: Roll, most: number): Slot[] {
  const usual = SLOTS.filter((slot) => !slot.endsWith('-night'));
  const count = 2 + Math.floor(roll() * most);
  return [...new Set(Array.from({ length: count }, () => oneOf(roll, usual)))];
}

const place = (roll: Roll) => ({
  latitude: 41.65 + 0.5 * roll(),
  longitude: -88.05 + 0.5 * roll(),
});
const zone = (roll: Roll) => (often(roll, 0.92) ? 'America/Chicago' : 'America/New_York');
const kin = (roll: Roll, share: number) => (often(roll, share) ? [oneOf(roll, ['a', 'b', 'c', 'd'])] : []);

/** Somebody who asks, and when: days into the year. */
export interface Arrival {
  day: number;
  mentee: Mentee;
}

/** Mothers in the order in which they ask. One in eight leaves each of the longer questions unanswered. */
export function mothers(count: number, seed: number): Arrival[] {
  const roll = dice(seed);
  const days = Array.from({ length: count }, () => roll() * DAYS).sort((a, b) => a - b);
  return days.map((day, at) => {
    const said = () => often(roll, 0.88);
    const stage = stageOf(roll, day);
    const self = {
      ...silentSeeker(dateOf(day)),
      stages: [stage],
      topics: said() ? topics(roll, 3) : [],
      languages: languages(roll),
      free: said() ? hours(roll, 6) : [],
      place: said() ? { ...place(roll), country: 'US', region: 'IL' } : null,
      timeZone: zone(roll),
      meets: often(roll, 0.3) ? ('online' as const) : often(roll, 0.25) ? ('in-person' as const) : null,
    };
    const requests = {
      ages: often(roll, 0.15) ? [oneOf(roll, BANDS)] : [],
      faith: often(roll, 0.1) ? oneOf(roll, FAITHS) : null,
      culture: kin(roll, 0.12),
      identity: kin(roll, 0.06),
    };
    const apart = { blocked: new Set<string>(), family: new Set<string>(), declined: new Set<string>() };
    const ruledOut = often(roll, 0.05) ? { topics: ['loss' as const] } : {};
    return {
      day,
      mentee: { id: named('m', at), self, requests, ruledOut, apart, waitingSince: dateOf(day), answers: {} },
    };
  });
}

function stageOf(roll: Roll, day: number): Stage {
  const at = roll();
  const months = Math.floor(roll() * 10);
  const month = dateOf(day - 30 * months).slice(0, 7);
  if (at < 0.14) return { kind: 'expecting', dueMonth: dateOf(day + 30 * months).slice(0, 7) };
  if (at < 0.82) return { kind: 'baby', birthMonth: month };
  if (at < 0.92) return { kind: 'toddler', birthMonth: dateOf(day - 400 - 60 * months).slice(0, 7) };
  return at < 0.96 ? { kind: 'loss' } : { kind: 'adopting' };
}

/** A mentor's year: when she begins, when she pauses, and how many she takes. */
export interface Volunteer {
  mentor: Mentor;
  from: number;
  pauses: { from: number; to: number }[];
}

export function mentors(count: number, seed: number): Volunteer[] {
  const roll = dice(seed);
  return Array.from({ length: count }, (_, at) => {
    const said = () => often(roll, 0.88);
    const pause = roll() * DAYS;
    const mentor: Mentor = {
      id: named('d', at),
      experiences: said() ? topics(roll, 4) : [],
      stages: said()
        ? [often(roll, 0.7) ? { kind: 'toddler', birthMonth: '2023-05' } : { kind: 'school-age' }]
        : [],
      languages: languages(roll),
      free: said() ? hours(roll, 6) : [],
      timeZone: zone(roll),
      place: said() ? place(roll) : null,
      maxMiles: null,
      online: often(roll, 0.85),
      capacityLeft: often(roll, 0.5) ? 1 : often(roll, 0.7) ? 2 : 3,
      trained: true,
      recoveredSince: '2024-06',
      about: {
        ageBand: said() ? oneOf(roll, BANDS) : null,
        faith: often(roll, 0.4) ? oneOf(roll, FAITHS) : null,
        culture: kin(roll, 0.5),
        identity: kin(roll, 0.3),
      },
      ruledOut: often(roll, 0.1) ? { topics: ['loss'] } : {},
      answers: {},
    };
    return {
      mentor,
      from: often(roll, 0.6) ? 0 : roll() * DAYS,
      pauses: often(roll, 0.35) ? [{ from: pause, to: pause + 20 + 40 * roll() }] : [],
    };
  });
}

const named = (letter: string, at: number) => `${letter}${String(at).padStart(4, '0')}`;
