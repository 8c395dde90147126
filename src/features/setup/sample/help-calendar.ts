import type { Task } from '../../help-calendars/index.ts';

/** Somebody of Maya's who helps: what they took, as the n-th slot of that task, and what they bring. */
export interface SampleHelper {
  name: string;
  mail: string;
  turns: [Task, number, string?][];
  backsUp?: boolean;
  /** Maya has said yes to them; of the others she is still asked. */
  knownToHer?: boolean;
}

export const SAID =
  'Four months in and the nights are still short. A warm dinner or an hour of sleep is the best present. Come as you are, the house is not tidy.';

export const WISHES = {
  likes: 'Anything warm. The little one next door steals the noodles.',
  allergies: 'No walnuts, no shellfish.',
  portions: '2 adults',
  leaveAtDoor: true,
  noVisitors: false,
};

/** An invented house. */
export const DOOR = {
  address: '1200 Sample Street, second floor, Chicago',
  notes: 'The bell is loud: please knock. There is a cooler box beside the door.',
};

export const HELPERS: SampleHelper[] = [
  {
    name: 'Sam',
    knownToHer: true,
    mail: 'sam@example.org',
    turns: [
      ['meal', 1, 'Lasagna'],
      ['laundry', 0],
    ],
    backsUp: true,
  },
  {
    name: 'Abuela Carmen',
    knownToHer: true,
    mail: 'carmen@example.org',
    turns: [
      ['meal', 0, 'Caldo de pollo'],
      ['meal', 3, 'Tamales'],
    ],
  },
  {
    name: 'Ana from upstairs',
    knownToHer: true,
    mail: 'ana@example.org',
    turns: [
      ['night-feed', 0],
      ['meal', 5, 'Vegetable curry'],
    ],
  },
  { name: 'Theo', mail: 'theo@example.org', turns: [['laundry', 1]] },
];
