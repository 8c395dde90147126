import type { SaidOfTie } from '../../ecomap/index.ts';

/** Somebody on Maya's map; `daysAgo`: the last contact. `circle`: Night Feeds. */
export interface SampleTie extends Omit<SaidOfTie, 'lastContact'> {
  daysAgo: number | null;
  circle?: true;
}

/** Close family, a friend who has gone quiet, somebody who mostly takes; and nobody online. */
export const MAYAS_MAP: SampleTie[] = [
  {
    name: 'Sam',
    people: 'family',
    ring: 1,
    supports: ['practical', 'emotional'],
    flow: 'received',
    feeling: 'warm',
    daysAgo: 4,
  },
  {
    name: 'Elena',
    people: 'family',
    ring: 1,
    supports: ['emotional'],
    flow: 'both',
    feeling: 'warm',
    daysAgo: 2,
  },
  {
    name: 'Dana',
    people: 'peer',
    ring: 1,
    supports: ['emotional'],
    flow: 'received',
    feeling: 'warm',
    daysAgo: 22,
  },
  {
    name: 'Night Feeds, Lakeview',
    people: 'circle',
    ring: 2,
    supports: ['emotional', 'informational'],
    flow: 'both',
    feeling: 'warm',
    daysAgo: 3,
    circle: true,
  },
  {
    name: 'Cousin Tere',
    people: 'family',
    ring: 2,
    supports: ['emotional'],
    flow: 'given',
    feeling: 'strained',
    daysAgo: 45,
  },
  {
    name: 'Leila, midwife',
    people: 'professional',
    ring: 2,
    supports: ['informational'],
    flow: 'received',
    feeling: 'plain',
    daysAgo: 30,
  },
  {
    name: 'Mrs. Okafor, next door',
    people: 'family',
    ring: 3,
    supports: ['practical'],
    flow: 'received',
    feeling: 'warm',
    daysAgo: 12,
  },
];
