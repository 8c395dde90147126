import type { StageKind } from '../../../matching/index.ts';
import type { Draft } from '../../gatherings/index.ts';

/** A gathering of the sample. What is not said is nobody's word. */
export interface SampleGathering {
  by: string;
  /** Key of its circle; else the community's. */
  circle?: string;
  kind: Draft['kind'];
  seenBy: Draft['seenBy'];
  title: string;
  description: string;
  /** ISO weekday, 'HH:MM', weeks ahead (0: the next one). */
  at: [number, string, number];
  minutes: number;
  rule?: string;
  venue?: string;
  address?: string;
  /** ZIP and the name shown; null: online. */
  near: [string, string] | null;
  /** Of a home: told only to those coming. */
  home?: string;
  yes?: (keyof Draft['facts'])[];
  no?: (keyof Draft['facts'])[];
  gettingThere?: string;
  cost?: Draft['cost'];
  languages: string[];
  stages?: StageKind[];
  ages?: [number | null, number | null];
  forWhom?: string;
  capacity?: number;
  series?: boolean;
  /** Who comes, to the first time. */
  coming?: string[];
}

const LIBRARY = {
  venue: 'Sample Branch Library, children’s room',
  gettingThere: 'Free parking behind the building; the bus stops at the door.',
} as const;

/** A month around Chicago. The places are invented, the neighborhoods are real. */
export const GATHERINGS: SampleGathering[] = [
  {
    by: 'rosa',
    circle: 'night',
    kind: 'circle-session',
    seenBy: 'circle',
    title: 'Tuesday, as we are',
    description: 'One hour, one round, then whatever is on your mind. Cameras off is fine, feeding is fine.',
    at: [2, '19:00', 0],
    minutes: 60,
    rule: 'FREQ=WEEKLY;COUNT=8',
    near: ['60657', 'Lakeview, Chicago'],
    venue: 'The room over the bakery',
    yes: ['babies', 'feeding', 'childcare'],
    no: ['step_free'],
    cost: 'free',
    languages: ['en'],
    stages: ['baby'],
    capacity: 12,
    coming: ['maya', 'imani', 'dana'],
  },
  {
    by: 'marisol',
    circle: 'pilsen',
    kind: 'playdate',
    seenBy: 'public',
    title: 'Café con bebés',
    description: 'Una mesa larga, café y tiempo para conversar. Vengan solas o con quien quieran.',
    at: [4, '10:00', 0],
    minutes: 90,
    rule: 'FREQ=WEEKLY;COUNT=6',
    near: ['60608', 'Pilsen, Chicago'],
    venue: 'Café La Esquina (de muestra)',
    yes: ['babies', 'siblings', 'feeding', 'strollers', 'step_free'],
    cost: 'free',
    languages: ['es'],
    stages: ['baby', 'toddler', 'expecting'],
    coming: ['lucia', 'ines', 'tomasa'],
  },
  {
    by: 'admin',
    kind: 'story-time',
    seenBy: 'public',
    title: 'Story time for babies',
    description: 'Songs, knee rhymes and two short books. Babies may crawl, cry and chew.',
    at: [3, '10:30', 0],
    minutes: 40,
    rule: 'FREQ=WEEKLY;COUNT=10',
    near: ['60614', 'Lincoln Park, Chicago'],
    ...LIBRARY,
    yes: ['babies', 'siblings', 'feeding', 'strollers', 'step_free'],
    cost: 'free',
    languages: ['en'],
    ages: [null, 18],
    capacity: 20,
    coming: ['maya', 'grace'],
  },
  {
    by: 'admin',
    kind: 'story-time',
    seenBy: 'public',
    title: 'Cuentos y canciones',
    description: 'Canciones, rimas y un cuento en español. Para peques de uno a tres años.',
    at: [6, '11:00', 0],
    minutes: 45,
    rule: 'FREQ=MONTHLY;BYDAY=1SA,3SA;COUNT=8',
    near: ['60608', 'Pilsen, Chicago'],
    ...LIBRARY,
    gettingThere: 'La estación 18th de la línea rosa está a tres cuadras.',
    yes: ['babies', 'siblings', 'strollers', 'step_free'],
    cost: 'free',
    languages: ['es'],
    ages: [12, 36],
    capacity: 20,
  },
  {
    by: 'imani',
    kind: 'walk',
    seenBy: 'public',
    title: 'Slow walk by the lake',
    description: 'Two miles at stroller speed, with a stop to feed. Rain moves us into the conservatory.',
    at: [6, '09:30', 0],
    minutes: 75,
    rule: 'FREQ=WEEKLY;COUNT=6',
    near: ['60657', 'Lakeview, Chicago'],
    venue: 'The big bench at Belmont Harbor',
    yes: ['babies', 'siblings', 'feeding', 'strollers'],
    cost: 'free',
    languages: ['en', 'es'],
    coming: ['rosa', 'maya', 'wen'],
  },
  {
    by: 'kate',
    circle: 'nicu',
    kind: 'support-group',
    seenBy: 'community',
    title: 'After the NICU, with a nurse',
    description:
      'A facilitator who worked nights in intensive care listens and answers. Talk or only listen.',
    at: [1, '20:00', 1],
    minutes: 75,
    rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=5',
    near: null,
    cost: 'free',
    languages: ['en'],
    stages: ['baby', 'toddler'],
    capacity: 10,
    coming: ['aisha', 'sol'],
  },
  {
    by: 'admin',
    kind: 'class',
    seenBy: 'public',
    title: 'Getting ready for birth: six evenings',
    description: 'Labor, feeding, the first week, and what a partner can do. One signs up once for all six.',
    at: [4, '18:30', 1],
    minutes: 90,
    rule: 'FREQ=WEEKLY;COUNT=6',
    near: ['60625', 'Ravenswood, Chicago'],
    venue: 'Sample Community Clinic, second floor',
    yes: ['step_free'],
    no: ['siblings'],
    cost: 'as-you-can',
    languages: ['en'],
    stages: ['expecting'],
    capacity: 12,
    series: true,
  },
  {
    by: 'admin',
    kind: 'workshop',
    seenBy: 'public',
    title: 'Ten quiet minutes: a workshop for tired people',
    description: 'Three ways to come down after a bad night. Bring nothing but yourself, or the baby.',
    at: [5, '13:00', 1],
    minutes: 60,
    near: ['60614', 'Lincoln Park, Chicago'],
    ...LIBRARY,
    yes: ['babies', 'feeding', 'childcare', 'step_free'],
    cost: 'free',
    languages: ['en'],
    capacity: 15,
    coming: ['beth'],
  },
  {
    by: 'marisol',
    kind: 'workshop',
    seenBy: 'public',
    title: 'Respirar: taller para el cansancio',
    description: 'Maneras sencillas de descansar cuando no se duerme. Los bebés son bienvenidos.',
    at: [7, '16:00', 1],
    minutes: 60,
    near: ['60608', 'Pilsen, Chicago'],
    venue: 'Casa de muestra, salón grande',
    yes: ['babies', 'feeding', 'childcare'],
    cost: 'free',
    languages: ['es'],
    capacity: 15,
  },
  {
    by: 'priya',
    kind: 'networking',
    seenBy: 'community',
    title: 'Back at work: an evening of how-tos',
    description: 'Pumping rooms, handing over, saying no. Five people tell how they did it, then we eat.',
    at: [3, '18:30', 2],
    minutes: 90,
    near: ['60661', 'West Loop, Chicago'],
    home: '12 Sample Court, third bell',
    yes: ['babies', 'feeding'],
    no: ['step_free'],
    cost: 'free',
    languages: ['en'],
    capacity: 8,
    coming: ['dana'],
  },
  {
    by: 'grace',
    kind: 'playdate',
    seenBy: 'community',
    title: 'Mud kitchen morning',
    description: 'Old pots, old clothes, nothing to win. Toddlers dig, we sit.',
    at: [7, '10:00', 2],
    minutes: 120,
    near: ['60657', 'Lakeview, Chicago'],
    venue: 'The community garden on Sample Street',
    yes: ['babies', 'siblings', 'strollers'],
    cost: 'free',
    languages: ['en'],
    ages: [12, 48],
  },
  {
    by: 'admin',
    kind: 'volunteer-day',
    seenBy: 'public',
    title: 'Sorting baby clothes',
    description: 'Two hours of folding and talking; take home what fits. Children help or sleep.',
    at: [6, '14:00', 3],
    minutes: 120,
    near: ['60622', 'Wicker Park, Chicago'],
    venue: 'Sample Church Hall, side door',
    yes: ['babies', 'siblings', 'strollers', 'step_free'],
    cost: 'free',
    languages: ['en', 'es'],
    forWhom: 'Everybody with two hands',
  },
  {
    by: 'dana',
    kind: 'online-session',
    seenBy: 'public',
    title: 'The two o’clock line',
    description: 'For those who are up anyway. Camera off, whisper or type; somebody is there until three.',
    at: [5, '02:00', 0],
    minutes: 60,
    rule: 'FREQ=WEEKLY;BYDAY=TU,FR;COUNT=10',
    near: null,
    cost: 'free',
    languages: ['en'],
    stages: ['baby'],
  },
];
