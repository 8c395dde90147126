import type { Selectable } from 'kysely';
import {
  type BirthWindow,
  cohortLimits,
  type Day,
  type MeetingPlace,
  type StageKind,
  type Topic,
} from '../../matching/index.ts';
import type { Tables } from '../../platform/db/index.ts';
import { todayIn } from '../../platform/time/index.ts';

/** open: walk in. request: the facilitators answer. private: listed, joined by invitation. hidden: not even listed. */
export const JOINING = ['open', 'request', 'private', 'hidden'] as const;
export type Joining = (typeof JOINING)[number];

/** A circle; nobody's membership is in it. */
export interface Circle {
  circleId: string;
  /** As it is kept. What is shown is circleName(page, circle): a cohort's name grows with the children. */
  name: string;
  /** False: nobody named this cohort, and its name is made from its months. */
  ownName: boolean;
  /** A cohort's months; null for other circles. Its stages and ages follow from them and from today. */
  born: BirthWindow | null;
  purpose: string;
  charter: string;
  joining: Joining;
  /** Asked of those who ask to join. */
  questions: string[];
  /** null: no cap. */
  cap: number | null;
  memberCount: number;
  /** Threads on top of its room. */
  pinnedCount: number;
  languages: string[];
  /** Empty: any. */
  stages: StageKind[];
  ageFromMonths: number | null;
  ageToMonths: number | null;
  topics: Topic[];
  place: MeetingPlace;
  country: string | null;
  region: string | null;
  postcode: string | null;
  /** What is shown of where it meets: a neighbourhood or town, never a street. */
  placeName: string | null;
  latitude: number | null;
  longitude: number | null;
  weekday: Day | null;
  /** 'HH:MM' in `timeZone`. */
  startTime: string | null;
  minutes: number | null;
  everyWeeks: number | null;
  /** 'YYYY-MM-DD', from which everyWeeks counts. */
  firstMeeting: string | null;
  timeZone: string;
  childcare: boolean;
  cost: 'free' | 'paid';
  /** null: not faith based. */
  faith: string | null;
  /** Only its facilitators write for now. */
  locked: boolean;
  lockedAt: Date | null;
  createdAt: Date;
  /** Set: those who were in it read on, nobody writes or comes in. */
  archivedAt: Date | null;
  /** Where an archive's people went on together. */
  continuedIn: string | null;
  /** Something about the circle itself is announced, or waits for an answer. */
  inChange: boolean;
  /** The room of two whom mentoring brought together: theirs alone, with no door to open. */
  ofTwo: boolean;
}

export type CircleRow = Selectable<Tables['circles']>;

/** The columns that say for whom a circle is, and when and where it meets; without its texts. */
export const OUTLINE_COLUMNS = [
  'circle_id',
  'name',
  'own_name',
  'born_from',
  'born_to',
  'joining',
  'cap',
  'member_count',
  'languages',
  'stages',
  'age_from_months',
  'age_to_months',
  'topics',
  'place',
  'region',
  'latitude',
  'longitude',
  'weekday',
  'start_time',
  'time_zone',
  'childcare',
  'cost',
  'faith',
] as const satisfies readonly (keyof CircleRow)[];

export type OutlineRow = Pick<CircleRow, (typeof OUTLINE_COLUMNS)[number]>;

const windowOf = (row: OutlineRow): BirthWindow | null =>
  row.born_from && row.born_to ? { from: row.born_from, to: row.born_to } : null;

/** For whom it is: as was said, or as a cohort's months make it on this day where the circle is. */
function audience(row: OutlineRow) {
  const born = windowOf(row);
  if (born) return { born, ...cohortLimits(born, todayIn(row.time_zone)) };
  return {
    born,
    stages: row.stages as StageKind[],
    ageFromMonths: row.age_from_months,
    ageToMonths: row.age_to_months,
  };
}

/** As much of a circle as the engine weighs. */
export const outlineOf = (row: OutlineRow) => ({
  ...audience(row),
  circleId: row.circle_id,
  name: row.name,
  ownName: row.own_name,
  joining: row.joining as Joining,
  cap: row.cap,
  memberCount: row.member_count,
  languages: row.languages,
  topics: row.topics as Topic[],
  place: row.place as MeetingPlace,
  region: row.region,
  latitude: row.latitude,
  longitude: row.longitude,
  weekday: row.weekday as Day | null,
  startTime: row.start_time?.slice(0, 5) ?? null,
  timeZone: row.time_zone,
  childcare: row.childcare,
  cost: row.cost as 'free' | 'paid',
  faith: row.faith,
});
export type Outline = ReturnType<typeof outlineOf>;

/** A row of `circles` as the rest of the code reads it. */
export const circleOf = (row: CircleRow): Circle => ({
  ...outlineOf(row),
  purpose: row.purpose,
  charter: row.charter,
  questions: row.questions,
  country: row.country,
  postcode: row.postcode,
  placeName: row.place_name,
  minutes: row.minutes,
  everyWeeks: row.every_weeks,
  firstMeeting: row.first_meeting,
  locked: row.locked_at !== null,
  lockedAt: row.locked_at,
  pinnedCount: row.pinned_count,
  createdAt: row.created_at,
  archivedAt: row.archived_at,
  continuedIn: row.continued_in,
  inChange: row.in_change,
  ofTwo: row.of_two,
});

/** Places left; null when there is no cap. */
export const placesLeft = (circle: Pick<Circle, 'cap' | 'memberCount'>): number | null =>
  circle.cap === null ? null : Math.max(0, circle.cap - circle.memberCount);
