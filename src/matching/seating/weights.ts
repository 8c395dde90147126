/**
 * Every number that decides who sits with whom. A comparison of two members runs from -1 to 1, 0 is "not said", and is
 * multiplied by its weight; what two are to each other is the sum over the sum of weights, so again -1 to 1. Only
 * proportions matter. See docs/decisions/0054.
 */
export const SEATING_WEIGHTS = {
  experience: 36, // has been there: what mothers come to a circle for
  stage: 30, // the same nights
  near: 16, // in person only: a circle one walks to is one one goes to
  hours: 10, // beyond the hour of the circle: when one falls ill another evening still suits
  tongue: 8, // both said what is hard to say first in the same language
} as const;
export type SeatingTerm = keyof typeof SEATING_WEIGHTS;

/** Two who both named what they live through and share nothing: less than shared things speak for them. */
export const NOTHING_SHARED = -0.3;
/** Children of the same kind; within half a year; within two months. */
export const SAME_STAGE = 0.6;
export const HALF_A_YEAR = 0.8;
export const TWO_MONTHS = 1;
/** So many stages may lie between two in a circle: expecting and the first year, not expecting and a child of three. */
export const STAGES_APART = 1;
/** Squares of the week in common, where both said theirs. */
export const HOURS_SHARED = [-1, 0.2, 0.6, 1] as const;

/**
 * What one seat is worth beside what two are to each other. A seat is worth two perfect companions: somebody is seated
 * unless the circle would lose more than that by her, and a full round of plain circles beats half of one of perfect ones.
 */
export const SEAT = 2;
/** Her first language is the circle's; another of hers; she named none. */
export const SEAT_IN = { first: 0.5, other: 0.2, unsaid: 0.2 } as const;
/** Each day she has waited. In 60 days less than half a seat: it decides between equals, and after a month a little more. */
export const WAITED_A_DAY = 0.015;
export const WAITED_DAYS = 60;

/** Shared by so many in a circle, a thing may be named to those who share it: fewer would be found out. */
export const SHARED_BY = 3;
/** Sentences for one circle and for one member. */
export const MOST_SEATING_REASONS = 5;
export const MOST_SEAT_REASONS = 4;

/** More than this are not seated at once: those who have waited longest are. Every pair is known, and pairs are many. */
export const MOST_AT_ONCE = 5000;
