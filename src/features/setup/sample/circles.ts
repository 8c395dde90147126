import type { StageKind, Topic } from '../../../matching/index.ts';

/** A sample circle. `people`: facilitators first, as many as `keepers`. */
export interface SampleCircle {
  key: string;
  name: string;
  purpose: string;
  joining: 'open' | 'request' | 'private' | 'hidden';
  people: string[];
  keepers: number;
  cap?: number;
  languages?: string[];
  stages?: StageKind[];
  ages?: [number, number];
  topics?: Topic[];
  /** ZIP and the name shown; null: online. */
  near: [string, string] | null;
  /** ISO weekday, 'HH:MM', weeks between meetings. */
  meets?: [number, string, number];
  childcare?: boolean;
  questions?: string[];
}

export const CIRCLES: SampleCircle[] = [
  {
    key: 'night',
    name: 'Night Feeds, Lakeview',
    purpose: 'For the ones awake between one and four. We meet on Tuesdays, and write whenever.',
    joining: 'open',
    people: ['rosa', 'imani', 'maya', 'dana', 'priya', 'tomasa', 'grace', 'beth', 'wen'],
    keepers: 2,
    languages: ['en'],
    stages: ['baby'],
    ages: [3, 6],
    topics: ['sleep', 'feeding', 'low-mood'],
    near: ['60657', 'Lakeview, Chicago'],
    meets: [2, '19:00', 1],
    childcare: true,
  },
  {
    key: 'pilsen',
    name: 'Café con mamás, Pilsen',
    purpose: 'Un café, una mesa larga y tiempo para conversar en español. Traigan a los bebés.',
    joining: 'open',
    people: ['marisol', 'lucia', 'ines', 'tomasa', 'rosa'],
    keepers: 2,
    languages: ['es'],
    stages: ['baby', 'toddler', 'expecting'],
    topics: ['newly-arrived', 'feeding'],
    near: ['60608', 'Pilsen, Chicago'],
    meets: [4, '10:00', 1],
    childcare: true,
  },
  {
    key: 'nicu',
    name: 'After the NICU',
    purpose: 'For those whose baby started out in intensive care, last month or five years ago.',
    joining: 'open',
    people: ['dana', 'kate', 'aisha', 'sol'],
    keepers: 2,
    languages: ['en', 'es'],
    topics: ['nicu', 'low-mood'],
    near: null,
    meets: [3, '20:00', 2],
  },
  {
    key: 'twins',
    name: 'Two at Once',
    purpose: 'Twins and more. Somebody always has to leave in the middle, and that is fine.',
    joining: 'open',
    people: ['hanna', 'sol', 'wen'],
    keepers: 1,
    topics: ['twins', 'sleep'],
    near: ['60618', 'North Center, Chicago'],
    meets: [6, '10:30', 2],
  },
  {
    key: 'loss',
    name: 'The Quiet Bench',
    purpose: 'For anyone who has lost a pregnancy or a child, at any time. You can come and say nothing.',
    joining: 'request',
    people: ['grace', 'beth', 'ines'],
    keepers: 2,
    cap: 8,
    languages: ['en', 'es'],
    stages: ['loss'],
    topics: ['loss'],
    near: ['60614', 'Lincoln Park, Chicago'],
    meets: [7, '16:00', 2],
    questions: ['Is there anything you would like us to know, or not to ask about?'],
  },
  {
    key: 'home',
    name: 'Laptop at the Kitchen Table',
    purpose: 'Working from home with a child in the next room. Half an hour at lunch, cameras optional.',
    joining: 'open',
    people: ['wen', 'priya', 'kate'],
    keepers: 1,
    cap: 20,
    topics: ['working-from-home'],
    near: null,
    meets: [3, '12:15', 1],
  },
  {
    key: 'work',
    name: 'Back to Work',
    purpose: 'The weeks before and after going back: pumping, daycare, the first Monday.',
    joining: 'open',
    people: ['priya', 'aisha', 'imani'],
    keepers: 1,
    stages: ['baby'],
    ages: [0, 18],
    topics: ['returning-to-work', 'feeding'],
    near: ['60602', 'The Loop, Chicago'],
    meets: [1, '17:30', 2],
  },
  {
    key: 'alone',
    name: 'One Pair of Hands',
    purpose: 'Parenting alone, by choice or not. We trade hours, numbers and soup.',
    joining: 'open',
    people: ['kate', 'tomasa', 'noor'],
    keepers: 1,
    languages: ['en', 'es'],
    topics: ['single-parenting', 'money'],
    near: ['60640', 'Uptown, Chicago'],
    meets: [5, '18:00', 1],
    childcare: true,
  },
  {
    key: 'down',
    name: 'Extra Ordinary',
    purpose: 'Families of children with Down syndrome. Therapies, schools, birthdays, all of it.',
    joining: 'open',
    people: ['joelle', 'hanna', 'sol'],
    keepers: 1,
    topics: ['down-syndrome', 'additional-needs'],
    near: ['60625', 'Lincoln Square, Chicago'],
    meets: [6, '14:00', 4],
  },
  {
    key: 'adopt',
    name: 'Chosen Kin',
    purpose: 'Adopting and fostering: the waiting, the paperwork and the first ordinary Tuesday.',
    joining: 'request',
    people: ['beth', 'joelle'],
    keepers: 1,
    stages: ['adopting'],
    topics: ['adoption'],
    near: null,
    meets: [4, '19:30', 2],
    questions: ['Where are you on the way?', 'What would you like from this circle?'],
  },
  {
    key: 'new',
    name: 'New to Chicago',
    purpose: 'A new country and a child: clinics, schools, coats and company.',
    joining: 'open',
    people: ['noor', 'lucia', 'aisha'],
    keepers: 2,
    languages: ['en', 'es', 'ar'],
    topics: ['newly-arrived', 'money'],
    near: ['60659', 'West Ridge, Chicago'],
    meets: [2, '10:00', 1],
    childcare: true,
  },
  {
    key: 'rainbow',
    name: 'Our Kind of Family',
    purpose: 'LGBTQ+ parents and parents to be.',
    joining: 'open',
    people: ['sol', 'kate'],
    keepers: 1,
    topics: ['lgbtq'],
    near: ['60613', 'Lakeview East, Chicago'],
    meets: [7, '11:00', 2],
  },
  {
    key: 'full',
    name: 'Expecting in Ravenswood',
    purpose: 'Due this winter. We walk on Saturdays.',
    joining: 'open',
    people: ['aisha', 'lucia', 'wen'],
    keepers: 1,
    cap: 3,
    stages: ['expecting'],
    near: ['60640', 'Ravenswood, Chicago'],
    meets: [6, '09:00', 1],
  },
  {
    key: 'hidden',
    name: 'Keepers of the Circles',
    purpose: 'Where those who look after circles look after each other.',
    joining: 'hidden',
    people: ['rosa', 'imani', 'dana', 'marisol', 'admin'],
    keepers: 1,
    near: null,
  },
];
