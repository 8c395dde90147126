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
  createdAt: Date;
}

export type CircleRow = Selectable<Tables['circles']>;

/** A row of `circles` as the rest of the code reads it. */
export function circleOf(row: CircleRow): Circle {
  return {
    circleId: row.circle_id,
    name: row.name,
    purpose: row.purpose,
    charter: row.charter,
    joining: row.joining as Joining,
    questions: row.questions,
    cap: row.cap,
    memberCount: row.member_count,
    languages: row.languages,
    stages: row.stages as StageKind[],
    ageFromMonths: row.age_from_months,
    ageToMonths: row.age_to_months,
    topics: row.topics as Topic[],
    place: row.place as MeetingPlace,
    country: row.country,
    region: row.region,
    postcode: row.postcode,
    placeName: row.place_name,
    latitude: row.latitude,
    longitude: row.longitude,
    weekday: row.weekday as Day | null,
    startTime: row.start_time?.slice(0, 5) ?? null,
    minutes: row.minutes,
    everyWeeks: row.every_weeks,
    firstMeeting: row.first_meeting,
    timeZone: row.time_zone,
    childcare: row.childcare,
    cost: row.cost as 'free' | 'paid',
    faith: row.faith,
    createdAt: row.created_at,
  };
}

/** Places left; null when there is no cap. */
export const placesLeft = (circle: Pick<Circle, 'cap' | 'memberCount'>): number | null =>
  circle.cap === null ? null : Math.max(0, circle.cap - circle.memberCount);
