import type { NotAlone, Slot, StageKind, Topic } from '../../../matching/index.ts';

/** One of the sample who waits for a new circle. */
export interface SampleWait {
  by: string;
  daysAgo: number;
  stage: StageKind;
  /** Of a child: how many months old; of a pregnancy: how many to go. */
  months?: number;
  postcode: string;
  languages: string[];
  free: Slot[];
  meets?: 'in-person' | 'online';
  topics: Topic[];
  notAlone?: NotAlone[];
}

/** A circle of Spanish speakers and one of evenings are in here, and two for whom there is none yet. */
export const CIRCLE_LIST: SampleWait[] = [
  {
    by: 'lucia',
    daysAgo: 24,
    stage: 'baby',
    months: 7,
    postcode: '60608',
    languages: ['es'],
    free: ['3-morning', '6-morning'],
    topics: ['newly-arrived', 'sleep'],
    notAlone: ['newly-arrived'],
  },
  {
    by: 'marisol',
    daysAgo: 20,
    stage: 'baby',
    months: 9,
    postcode: '60608',
    languages: ['es', 'en'],
    free: ['6-morning', '7-morning'],
    topics: ['newly-arrived', 'feeding'],
  },
  {
    by: 'tomasa',
    daysAgo: 19,
    stage: 'toddler',
    months: 14,
    postcode: '60623',
    languages: ['es'],
    free: ['6-morning', '6-afternoon'],
    topics: ['single-parenting', 'returning-to-work'],
  },
  {
    by: 'sol',
    daysAgo: 11,
    stage: 'baby',
    months: 10,
    postcode: '60632',
    languages: ['es', 'en'],
    free: ['6-morning', '2-evening'],
    topics: ['single-parenting', 'sleep', 'newly-arrived'],
  },
  {
    by: 'imani',
    daysAgo: 17,
    stage: 'baby',
    months: 3,
    postcode: '60613',
    languages: ['en'],
    free: ['2-evening', '4-evening'],
    topics: ['sleep', 'birth-recovery'],
  },
  {
    by: 'priya',
    daysAgo: 15,
    stage: 'baby',
    months: 6,
    postcode: '60657',
    languages: ['en'],
    free: ['2-evening', '4-evening'],
    topics: ['returning-to-work', 'pumping-at-work'],
  },
  {
    by: 'grace',
    daysAgo: 14,
    stage: 'baby',
    months: 4,
    postcode: '60618',
    languages: ['en'],
    free: ['2-evening', '3-evening'],
    topics: ['sleep', 'low-mood'],
  },
  {
    by: 'hanna',
    daysAgo: 12,
    stage: 'baby',
    months: 5,
    postcode: '60640',
    languages: ['en'],
    free: ['2-evening'],
    topics: ['twins', 'sleep'],
  },
  {
    by: 'wen',
    daysAgo: 9,
    stage: 'baby',
    months: 6,
    postcode: '60613',
    languages: ['en', 'zh'],
    free: ['2-evening', '5-morning'],
    topics: ['sleep', 'returning-to-work'],
  },
  {
    by: 'aisha',
    daysAgo: 8,
    stage: 'baby',
    months: 4,
    postcode: '60625',
    languages: ['en'],
    free: ['2-evening', '3-evening'],
    topics: ['low-mood', 'nicu'],
    notAlone: ['low-mood'],
  },
  {
    by: 'kate',
    daysAgo: 4,
    stage: 'baby',
    months: 8,
    postcode: '60647',
    languages: ['en'],
    free: ['2-evening', '4-evening'],
    topics: ['returning-to-work', 'sleep'],
  },
  {
    by: 'noor',
    daysAgo: 6,
    stage: 'expecting',
    months: 3,
    postcode: '60645',
    languages: ['ar', 'en'],
    free: ['5-night'],
    meets: 'online',
    topics: ['newly-arrived', 'faith'],
    notAlone: ['newly-arrived', 'faith'],
  },
  {
    by: 'beth',
    daysAgo: 5,
    stage: 'loss',
    postcode: '60614',
    languages: ['en'],
    free: ['2-evening', '7-afternoon'],
    topics: ['loss'],
    notAlone: ['loss'],
  },
];
