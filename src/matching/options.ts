import type { BirthWindow } from './cohort.ts';
import type { Spot } from './seeker.ts';
import type { Day, MeetingPlace, Slot, StageKind, Topic } from './words.ts';

/** A listed circle as the engine sees it, from her side (her membership included). No member is in it. */
export interface CircleOption extends Spot {
  id: string;
  name: string;
  languages: string[];
  /** Who it is for; empty: anyone. Together with the ages: ages apply to children already born. */
  stages: StageKind[];
  /** Whole months, both ends included. */
  ageFromMonths: number | null;
  ageToMonths: number | null;
  /** A birth-month cohort that grows up together: never offered to somebody grieving. */
  cohort: boolean;
  /** The months of a cohort that has some; they decide whether it fits. */
  born?: BirthWindow | null;
  topics: Topic[];
  region: string | null;
  place: MeetingPlace;
  /** 1 Monday .. 7 Sunday, with `startTime` 'HH:MM', both in `timeZone`. */
  weekday: Day | null;
  startTime: string | null;
  timeZone: string | null;
  childcare: boolean | null;
  cost: 'free' | 'paid' | null;
  /** A faith it is based on; 'any' for interfaith; null for none. */
  faith: string | null;
  joining: 'open' | 'request' | 'private';
  /** null: no cap. */
  spacesLeft: number | null;
  /** Its facilitator's display name, where she agreed to be named. */
  facilitatorName: string | null;
  alreadyMember: boolean;
  /** She has written in it before. Only meaningful with alreadyMember. */
  hasWritten: boolean;
  /** She has asked to join and waits for the answer. */
  requested: boolean;
  /** Somebody wrote lately; null: not known. */
  active: boolean | null;
}

/** A mentor or peer who may be asked. Only what she agreed to show. */
export interface PeerOption extends Spot {
  id: string;
  name: string;
  /** What she has been through. */
  experiences: Topic[];
  languages: string[];
  free: Slot[];
  timeZone: string | null;
  online: boolean;
  trained: boolean | null;
  /** null: no limit. */
  spacesLeft: number | null;
  /** Blocked by either side, or declined before. */
  blocked: boolean;
  /** She has asked this person already. */
  requested: boolean;
}

/** A professional service or helpline, from the directory or from the facts that ship. */
export interface ServiceOption extends Spot {
  id: string;
  name: string;
  topics: Topic[];
  stages: StageKind[];
  languages: string[];
  country: string | null;
  /** The only region it serves; null: the whole country. */
  region: string | null;
  /** By telephone, text or video. */
  remote: boolean;
  helpline: boolean;
  /** Answers at any hour. */
  alwaysOpen: boolean;
  /** The day an opening was last confirmed, 'YYYY-MM-DD'. */
  openingsKnown: string | null;
  cost: 'free' | 'paid' | null;
  source: 'directory' | 'national';
}

/** An online or self-help community outside this one. */
export interface OnlineOption {
  id: string;
  name: string;
  topics: Topic[];
  stages: StageKind[];
  languages: string[];
  /** Only for people there; null: anywhere. */
  country: string | null;
  cost: 'free' | 'paid' | null;
  /** Somebody trained looks after it. */
  moderated: boolean | null;
}

/** All that a plan may be made of. Any list may be empty; order does not matter. */
export interface PlanOptions {
  circles: CircleOption[];
  peers: PeerOption[];
  services: ServiceOption[];
  online: OnlineOption[];
}
