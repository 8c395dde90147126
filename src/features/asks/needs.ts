import type { HelpThing, Needed, Support } from '../../matching/index.ts';

/** What stands in the address of each of the three doors, and the kind of help behind it. */
export const DOORS = { listen: 'emotional', hand: 'practical', answer: 'informational' } as const;
export type Door = keyof typeof DOORS;

/** The door to a kind of help. */
export const doorTo = (kind: Support): Door =>
  (Object.keys(DOORS) as Door[]).find((door) => DOORS[door] === kind)!;

/** What a step of her plan may bring along, and which of the things it is. The line for it stands in help.note.*. */
export const WANTED = {
  meal: 'meal',
  'sleep-hour': 'sleep-hour',
  errand: 'errand',
  childcare: 'childcare',
  'loss-company': 'company',
  'loss-meal': 'meal',
  listen: null,
} as const satisfies Record<string, HelpThing | null>;
export type Wanted = keyof typeof WANTED;

/** What may be chosen of practical help; after a loss nothing speaks of children. */
export const thingsFor = (gentle: boolean, all: readonly HelpThing[]): HelpThing[] =>
  all.filter((thing) => !gentle || thing !== 'childcare');

/** When something is needed, as rows keep it. */
export interface When {
  needed: Needed;
  /** The hour, when she named one. */
  at: Date | null;
}
