import type { Selectable } from 'kysely';
import type { Day, MeetingPlace, StageKind, Topic } from '../../matching/index.ts';
import type { Tables } from '../../platform/db/index.ts';

/** open: walk in. request: the facilitators answer. private: listed, joined by invitation. hidden: not even listed. */
export const JOINING = ['open', 'request', 'private', 'hidden'] as const;
export type Joining = (typeof JOINING)[number];

/** A circle; nobody's membership is in it. */
export interface Circle {
  circleId: string;
  name: string;
  purpose: string;
  charter: string;
  joining: Joining;
  /** Asked of those who ask to join. */
  questions: string[];
  /** null: no cap. */
  cap: number | null;
  memberCount: number;
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
  createdAt: Date;
}

export type CircleRow = Selectable<Tables['circles']>;

/** The columns that say for whom a circle is, and when and where it meets; without its texts. */
export const OUTLINE_COLUMNS = [
  'circle_id',
  'name',
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

/** As much of a circle as the engine weighs. */
export const outlineOf = (row: OutlineRow) => ({
  circleId: row.circle_id,
  name: row.name,
  joining: row.joining as Joining,
  cap: row.cap,
  memberCount: row.member_count,
  languages: row.languages,
  stages: row.stages as StageKind[],
  ageFromMonths: row.age_from_months,
  ageToMonths: row.age_to_months,
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
  createdAt: row.created_at,
});

/** Places left; null when there is no cap. */
export const placesLeft = (circle: Pick<Circle, 'cap' | 'memberCount'>): number | null =>
  circle.cap === null ? null : Math.max(0, circle.cap - circle.memberCount);
