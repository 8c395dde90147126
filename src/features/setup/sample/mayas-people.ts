import type { Kin } from '../../people/index.ts';

interface SamplePersonNear {
  name: string;
  kin: Kin;
  mail: string | null;
  phone: string | null;
  note: string;
  locale: 'en' | 'es';
  sees: { seesHelp: boolean; seesUpdates: boolean; seesHow: boolean };
}

/** Maya's people, at addresses that can belong to nobody: the number is one kept for films. */
export const MAYAS_PEOPLE: SamplePersonNear[] = [
  {
    name: 'Sam',
    kin: 'sibling',
    mail: 'sam@example.org',
    phone: '312-555-0142',
    note: 'Has the van on Thursdays.',
    locale: 'en',
    sees: { seesHelp: true, seesUpdates: true, seesHow: true },
  },
  {
    name: 'Elena',
    kin: 'parent',
    mail: 'elena@example.org',
    phone: null,
    note: '',
    locale: 'es',
    sees: { seesHelp: true, seesUpdates: true, seesHow: true },
  },
  {
    name: 'Mrs. Okafor, next door',
    kin: 'neighbour',
    mail: null,
    phone: '312-555-0177',
    note: 'Has our key.',
    locale: 'en',
    sees: { seesHelp: true, seesUpdates: false, seesHow: true },
  },
  {
    name: 'Leila, midwife',
    kin: 'doctor',
    mail: null,
    phone: '312-555-0119',
    note: 'Calls back before noon.',
    locale: 'en',
    sees: { seesHelp: false, seesUpdates: false, seesHow: false },
  },
];

/** What she told Sam and Elena, by how many days ago. */
export const MAYAS_NEWS = [
  { text: 'We are home, and we are all right. We are resting and will answer slowly.', daysAgo: 118 },
  {
    text: 'Four months today. The nights are short, the laughing is new. Thank you for the soup, it is gone already.',
    daysAgo: 2,
  },
];

export const MAYAS_WAYS = {
  ticked: ['newborn.helps.1', 'newborn.helps.2', 'newborn.say.1', 'newborn.avoid.2', 'low-mood.say.1'],
  own: { helps: 'Tuesdays I am in my circle: a good evening to hold her.', say: '', avoid: '' },
};

export const MAYAS_BOUNDARIES = {
  quiet: { said: { from: '20:00', to: '09:00' }, shown: 'people' },
  visiting: { said: 'Please write before you come. Half an hour is lovely.', shown: 'people' },
  topics: { said: 'Please don’t ask how the birth was. I will tell it when I can.', shown: 'people' },
  'not-told': { said: 'Please don’t tell my workplace how I am.', shown: 'people' },
} as const;
