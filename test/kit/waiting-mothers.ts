import { dice } from '../../src/matching/forming/dice.ts';
import {
  type CircleFacilitator,
  NOT_ALONE,
  type SeatingInput,
  SLOTS,
  type Slot,
  type Stage,
  silentSeeker,
  type Topic,
  type WaitingMember,
} from '../../src/matching/index.ts';

const TODAY = '2026-11-22';
/** How often what is named: most name what nearly everybody knows. */
const TOPICS: Topic[] = [
  ...Array<Topic>(8).fill('sleep'),
  ...Array<Topic>(8).fill('low-mood'),
  ...Array<Topic>(6).fill('feeding'),
  ...Array<Topic>(4).fill('returning-to-work'),
  ...Array<Topic>(3).fill('birth-recovery'),
  ...Array<Topic>(3).fill('single-parenting'),
  'nicu',
  'nicu',
  'twins',
  'newly-arrived',
  'lgbtq',
  'money',
];
const TOWNS = [
  [41.88, -87.63],
  [41.75, -88.15],
  [42.05, -87.69],
  [41.52, -88.08],
  [42.36, -87.84],
] as const;

type Roll = () => number;
const oneOf = <T>(roll: Roll, list: readonly T[]): T => list[Math.floor(roll() * list.length)]!;
const often = (roll: Roll, share: number) => roll() < share;

function languages(roll: Roll): string[] {
  const luck = roll();
  if (luck < 0.1) return [];
  if (luck < 0.6) return ['en'];
  if (luck < 0.75) return ['es', 'en'];
  return luck < 0.9 ? ['es'] : ['pl', 'en'];
}

/** Evenings and mornings more than nights; some never say. */
function free(roll: Roll, most: number): Slot[] {
  if (often(roll, 0.12)) return [];
  const some = new Set<Slot>();
  const count = 2 + Math.floor(roll() * most);
  while (some.size < count) {
    const slot = oneOf(roll, SLOTS);
    if (!slot.endsWith('night') || often(roll, 0.2)) some.add(slot);
  }
  return [...some];
}

function stages(roll: Roll): Stage[] {
  const luck = roll();
  if (luck < 0.08) return [{ kind: 'unsaid' }];
  if (luck < 0.14) return [{ kind: 'loss' }];
  const month = (back: number) =>
    new Date(Date.UTC(2026, 10 - Math.floor(back), 1)).toISOString().slice(0, 7);
  if (luck < 0.3) return [{ kind: 'expecting', dueMonth: month(-8 * roll()) }];
  if (luck < 0.75) return [{ kind: 'baby', birthMonth: month(12 * roll()) }];
  if (luck < 0.92) return [{ kind: 'toddler', birthMonth: month(12 + 40 * roll()) }];
  return [{ kind: 'school-age' }];
}

function place(roll: Roll) {
  if (often(roll, 0.1)) return null;
  const [north, east] = oneOf(roll, TOWNS);
  const spread = () => (roll() - 0.5) * 0.25;
  return { country: 'US', region: 'IL', latitude: north + spread(), longitude: east + spread() };
}

function topics(roll: Roll): Topic[] {
  const count = Math.floor(roll() * 4);
  return [...new Set(Array.from({ length: count }, () => oneOf(roll, TOPICS)))];
}

function someone(roll: Roll, at: number, size: number): WaitingMember {
  const named = topics(roll);
  const unlike = NOT_ALONE.filter((one) => named.includes(one) && one !== 'low-mood');
  return {
    id: `m${String(at).padStart(5, '0')}`,
    self: {
      ...silentSeeker(TODAY),
      stages: stages(roll),
      topics: named,
      languages: languages(roll),
      free: free(roll, 7),
      timeZone: 'America/Chicago',
      place: place(roll),
      meets: oneOf(roll, ['online', 'in-person', 'both', 'both', null]),
      maxMiles: oneOf(roll, [5, 10, 15, 25, null]),
    },
    notAlone: often(roll, 0.25) ? unlike : [],
    apart: new Set(often(roll, 0.05) ? [`m${String(Math.floor(roll() * size)).padStart(5, '0')}`] : []),
    waitingSince: `2026-${oneOf(roll, ['09', '10', '11'])}-${oneOf(roll, ['02', '11', '20'])}`,
  };
}

const leader = (roll: Roll, at: number): CircleFacilitator => ({
  id: `f${String(at).padStart(4, '0')}`,
  languages: languages(roll),
  free: free(roll, 4),
  timeZone: 'America/Chicago',
  place: place(roll),
  maxMiles: oneOf(roll, [10, 25, null]),
  meets: oneOf(roll, ['online', 'in-person', 'both', null]),
  topics: often(roll, 0.15) ? [oneOf(roll, TOPICS), 'loss'] : [],
  circlesLeft: often(roll, 0.2) ? 2 : 1,
  apart: new Set(),
});

/** Mothers on a waiting list in and about Chicago, and those who offered to lead. The same for the same seed. */
export function waitingMothers(size: number, leaders: number, seed = 1): SeatingInput {
  const roll = dice(1000 * seed + size);
  return {
    members: Array.from({ length: size }, (_each, at) => someone(roll, at, size)),
    facilitators: Array.from({ length: leaders }, (_each, at) => leader(roll, at)),
    rules: {
      lower: 6,
      upper: 12,
      facilitators: { least: 1, most: 2 },
      meets: null,
      timeZone: 'America/Chicago',
      maxMiles: null,
      today: TODAY,
    },
  };
}
