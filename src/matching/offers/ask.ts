import type { Seeker, Spot } from '../seeker.ts';
import type { HelpLimit, HelpThing, Needed, Slot, Support } from '../words.ts';

/** What somebody needs, as the engine sees it. */
export interface Asked {
  kind: Support;
  /** Of something practical, when she said which. */
  thing: HelpThing | null;
  needed: Needed;
  /** When, as squares of the week grid in her zone; none: any time. */
  slots: Slot[];
  /** Rather nobody in the house. */
  noVisits: boolean;
  /** What she told us of herself; her languages here, her place in it. */
  self: Seeker;
}

/** What somebody offers. */
export interface Offered extends Spot {
  /** Null: she is asked as a support volunteer. */
  offerId: string | null;
  helperId: string;
  kind: Support;
  /** None: whatever is needed. */
  things: HelpThing[];
  /** In her own zone; none: she did not say. */
  free: Slot[];
  languages: string[];
  /** By message or telephone. What hands do is never done so. */
  online: boolean;
  /** How far she goes; null: the default of weights.ts. */
  maxMiles: number | null;
  notFor: HelpLimit[];
  /** How many more she takes on. */
  spacesLeft: number;
  /** Both take part, neither has blocked or muted the other, and she is not the one who asks. */
  may: boolean;
  /** She has been asked about this, or said no to the same mother lately. */
  declined: boolean;
  /** In her quiet hours. */
  asleep: boolean;
  /** When she was last asked, as a number that grows; null: never. */
  lastAsked: number | null;
  self: Seeker;
}
