import type { MeetingPlace, Slot, StepKind, Support, Topic } from './words.ts';

/** A month, 'YYYY-MM'. Never a day: the design keeps as little as possible. */
export type Month = string;

/** Where she is. A baby who has grown is moved to the right bucket by `birthMonth` and today. */
export type Stage =
  | { kind: 'trying' | 'school-age' | 'loss' | 'unsaid' }
  | { kind: 'adopting'; homeMonth?: Month | null }
  | { kind: 'expecting'; dueMonth: Month | null }
  | { kind: 'baby' | 'toddler'; birthMonth: Month | null };

/** A point on the earth, degrees; a postcode's centroid. Both or neither. */
export interface Spot {
  latitude: number | null;
  longitude: number | null;
}

export interface SeekerPlace extends Spot {
  /** ISO 3166 code, such as 'US'. */
  country: string | null;
  /** As the options spell it, such as 'IL'. */
  region: string | null;
}

/** What her map of the people around her says (see ecomap/findings.ts): what is thin, who has gone quiet, who only takes. */
export interface Carried {
  thinPeople: StepKind[];
  thinSupports: Support[];
  quiet: { id: string; name: string; people: StepKind; days: number }[];
  takes: { name: string; people: StepKind }[];
}

/** What a mother told us, as plain data. Everything may be empty; a missing answer counts against nothing. */
export interface Seeker {
  stages: Stage[];
  place: SeekerPlace | null;
  supports: Support[];
  topics: Topic[];
  /** Language codes, the one she likes best first. */
  languages: string[];
  /** When she is free, in her own time zone. */
  free: Slot[];
  /** Her IANA zone; null: hours are compared as they are written. */
  timeZone?: string | null;
  /** null: not answered. 'none': no. 'any': yes, whichever. Else a faith, as circles spell it. */
  faith?: string | null;
  /** How she would rather meet; null or 'both': either. */
  meets?: MeetingPlace | null;
  /** How far she goes to meet in person; null: the default of weights.ts. */
  maxMiles?: number | null;
  /** True when she asked for childcare on site. */
  needsChildcare?: boolean | null;
  /** True when she left a cohort quietly: none is offered to her again, whatever else she told us. */
  noCohorts?: boolean;
  /** Only for one who drew a map. */
  carried?: Carried | null;
  /** True where circles are made from a waiting list, and she is not on it. */
  newCircles?: boolean;
  /** True while a help calendar of hers is open to her people. */
  helpCalendar?: boolean;
  /** Today in her zone, 'YYYY-MM-DD'. */
  today: string;
}

/** A mother who answered nothing at all. */
export const silentSeeker = (today: string): Seeker => ({
  stages: [],
  place: null,
  supports: [],
  topics: [],
  languages: [],
  free: [],
  today,
});
