import type { Sentence } from '../mentoring/pair.ts';
import type { Seeker, Spot } from '../seeker.ts';
import type { MeetingPlace, Slot, StageKind, Topic } from '../words.ts';
import type { NotAlone } from './not-alone.ts';

/** A mother who waits for a circle, as plain data. What she did not say counts against nobody. */
export interface WaitingMember {
  id: string;
  /** Stages, topics, languages, free hours, zone, place, how she meets and how far she goes. */
  self: Seeker;
  /** What she would not be the only one in. It says of her that she is in it. */
  notAlone: readonly NotAlone[];
  /** Members and facilitators she is never seated with: blocked by either side, family, asked never together. */
  apart: ReadonlySet<string>;
  /** The day she asked, 'YYYY-MM-DD'. */
  waitingSince: string;
}

/** Somebody who offered to lead. What is not said here counts against nobody either. */
export interface CircleFacilitator {
  id: string;
  languages: string[];
  /** When she is free, in her own zone; empty: not said. */
  free: Slot[];
  timeZone: string | null;
  place: Spot | null;
  /** How far she goes to meet in person; null: not said. */
  maxMiles: number | null;
  /** null or 'both': either. */
  meets: MeetingPlace | null;
  /** Whom she would lead: everybody in her circle is in one of these, or named no topic. Empty: anyone. */
  topics: Topic[];
  /** How many new circles she would lead. */
  circlesLeft: number;
  /** As a member's; what either side asked holds for both. */
  apart: ReadonlySet<string>;
}

/** What the community asks of a circle. */
export interface SeatingRules {
  /** How many members a circle has; facilitators are not counted. */
  lower: number;
  upper: number;
  facilitators: { least: 1 | 2; most: 1 | 2 };
  /** How its circles meet; null or 'both': either. */
  meets: MeetingPlace | null;
  /** The zone whose week the hours are told in. */
  timeZone: string;
  /** The furthest anybody is asked to go, miles; null: as far as she said herself. */
  maxMiles: number | null;
  /** 'YYYY-MM-DD' */
  today: string;
}

export interface SeatingInput {
  members: readonly WaitingMember[];
  facilitators: readonly CircleFacilitator[];
  rules: SeatingRules;
}

/** A circle and all that it stands on: those who read it see what was decided, and why. */
export interface ProposedCircle {
  /** Ids, sorted by code point. */
  members: string[];
  facilitators: string[];
  language: string | null;
  /** The hour of the week at which all are free, in the community's zone. */
  slot: Slot;
  place: 'online' | 'in-person';
  /** In person: a point all can reach, rounded so that it is nobody's home; null where no place is known. */
  centre: Spot | null;
  /** What at least three share and nobody is thereby found out, most shared first. */
  topics: Topic[];
  /** The stages of its members, in their order on the way. */
  stages: StageKind[];
  /** What this circle adds to the round. */
  total: number;
  /** For the coordinator. */
  reasons: Sentence[];
  /** For each member, by id: nothing in them tells who another is. */
  reasonsFor: ReadonlyMap<string, Sentence[]>;
}

/** Why somebody is not seated, what lies nearest to her first. */
export const WAITING_WHYS = [
  'facilitator',
  'language',
  'hours',
  'far',
  'apart',
  'stage',
  'alone',
  'few',
  'room',
] as const;
export type WaitingWhy = (typeof WAITING_WHYS)[number];

export interface StillWaiting {
  id: string;
  why: WaitingWhy;
  /** For the coordinator, and for herself. */
  reason: Sentence;
  reasonForHer: Sentence;
}

export interface SeatingRound {
  /** By their first member. */
  circles: ProposedCircle[];
  /** By id. */
  waiting: StillWaiting[];
  total: number;
  /** No round has more than this: proven, where so few wait that it can be; else null. */
  bound: number | null;
}
