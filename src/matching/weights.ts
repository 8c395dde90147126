import type { StepKind, Support, Topic } from './words.ts';

/**
 * Every number that decides an order. A term's value runs from -1 to 1 and is multiplied by its weight, so a weight is
 * the most that one answer can move a score, for or against. Only proportions matter.
 */
export const CIRCLE_WEIGHTS = {
  stage: 30, // mothers at the same point have the same nights: the strongest tie there is
  topics: 28, // "someone who has been there" is what she came for
  tie: 24, // twins, a NICU, an adoption: those who are in it; against, when nothing at all ties her to it
  distance: 20, // a circle she can walk to is one she goes to
  hours: 18, // awake when she is; a perfect circle at a bad hour is no circle
  language: 12, // to be heard in her first language
  format: 10, // she said in person, or online
  faith: 8, // only for one who asked for it
  active: 8, // silence after the first words is what drives people away
  childcare: 6, // without it many mothers cannot come at all
  joining: 5, // open: she can be in it tonight, while she still wants to
  cost: 4, // free or not, when nothing else differs
  hosted: 3, // somebody by name who greets
} as const;

export const PEER_WEIGHTS = {
  experience: 40, // has been through the same: what the trials say works
  hours: 18, // can speak when she can
  language: 14, // in her first language
  distance: 8, // near is pleasant, but a call needs no road
  trained: 8, // knows when to listen and when to fetch help
} as const;

export const LISTENER_WEIGHTS = {
  experience: 40, // has been there: the first words that help most
  stage: 20, // the same nights
  awake: 18, // said that she is free at this very hour
  language: 14, // in her first language
} as const;

export const OFFER_WEIGHTS = {
  thing: 34, // offered exactly what is needed, not help in general
  hours: 26, // said that she is free then; at another hour nobody comes
  distance: 20, // from round the corner one comes again
  language: 12, // in her first language
  experience: 12, // for listening and answers: has been there
  kind: 6, // offers help of this kind at all
  volunteer: 6, // named for this by the community
} as const;

export const SERVICE_WEIGHTS = {
  topics: 30, // made for what she named
  local: 20, // a person in the directory of her community goes before a list in which to look for one
  made: 20, // made for this, not only of some help with it
  stage: 14, // knows her time of motherhood
  distance: 12, // or by telephone and video, which counts as near
  language: 12, // understood without a child interpreting
  opening: 12, // an opening confirmed lately beats a waiting list
  hours: 8, // answers at 3 a.m.
  cost: 8, // free: no barrier
} as const;

export const ONLINE_WEIGHTS = {
  topics: 30, // made for what she named
  stage: 16, // at her point
  made: 30, // made for this, not only of some help with it
  language: 14, // in her first language
  moderated: 8, // somebody keeps it kind
  cost: 4, // free
} as const;

/** Which kind of step comes first. Added up over what she told us; equals in the order written here. */
export const KIND_NEED: Record<StepKind, number> = {
  circle: 50, // people in the same place as her: most want that first
  peer: 40, // one person, when a group is too much
  family: 30, // nearest help, hardest to ask for
  professional: 20, // always there, never pushed
  online: 10, // at any hour, from anywhere
};

export const SUPPORT_NEED: Record<Support, Partial<Record<StepKind, number>>> = {
  emotional: { circle: 60, peer: 50 }, // to be heard
  practical: { family: 85, circle: 5 }, // a meal, an hour of sleep: from those who are near
  informational: { professional: 90, online: 90 }, // an answer somebody can stand behind
};

export const TOPIC_NEED: Partial<Record<Topic, Partial<Record<StepKind, number>>>> = {
  'low-mood': { professional: 35, peer: 20 }, // treatable, and peers halve it (Dennis et al., BMJ 2009)
  loss: { circle: 20, peer: 20, professional: 10 }, // with people who know, at her pace
  nicu: { peer: 10 }, // only those who were there understand the ward
  'birth-recovery': { professional: 20 }, // a body to be looked at
  money: { professional: 15, family: 5 }, // benefits are somebody's profession
  'newly-arrived': { circle: 10, professional: 10 }, // people, and the way things work here
};

/** What her map has nobody for: beside what she said she needs, a nudge and not a command. */
export const MISSING_PEOPLE = 25;
/** Added for a support that hangs on one person or none, in the proportions of one she asked for. */
export const THIN_SUPPORT = 0.25;

/** How far she goes to meet in person when she did not say, miles. */
export const DEFAULT_MILES = 25;
/** How far somebody goes to help who did not say, miles. */
export const HELP_MILES = 10;
/** Days a step put off without a date stays away. */
export const PUT_OFF_DAYS = 7;
/** The longest first step that may open a plan, minutes. */
export const FIRST_STEP_MINUTES = 15;
/** A first step this short is preferred: nobody's first evening should ask her to found something. */
export const EASY_MINUTES = 5;
/** Steps at least, while anything is left to offer. */
export const FEWEST_STEPS = 5;
/** Steps at most: more than this is a list, not a plan. */
export const MOST_STEPS = 7;
/** Helplines among the steps: the others stand under the plan and on the help page. */
export const MOST_HELPLINES = 1;
/** Steps of one kind at most. */
export const MOST_OF_A_KIND = 2;
/** Reasons shown for one step. */
export const MOST_REASONS = 4;
/** Below this more speaks against something than for it: starting one, or a plain fact, is the kinder step. */
export const WORTH_OFFERING = 0.45;
/** A second step of a kind is only added from this score on (0.5 is "nothing speaks for or against it"). */
export const SECOND_STEP_SCORE = 0.65;
