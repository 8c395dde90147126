import type { Selectable } from 'kysely';
import type { MeetingPlace, StageKind, Topic } from '../../matching/index.ts';
import type { Tables } from '../../platform/db/index.ts';

export const KINDS = [
  'circle-session',
  'support-group',
  'class',
  'story-time',
  'workshop',
  'walk',
  'playdate',
  'networking',
  'volunteer-day',
  'online-session',
] as const;
export type GatheringKind = (typeof KINDS)[number];

/** public: anybody on the web. community: its members. circle: those in its circle. */
export const SEEN_BY = ['public', 'community', 'circle'] as const;
export type SeenBy = (typeof SEEN_BY)[number];

export const COSTS = ['free', 'paid', 'as-you-can'] as const;
export type Cost = (typeof COSTS)[number];

/** What a mother asks before she packs the bag; each true, false, or null when nobody said. */
export const FACTS = ['babies', 'siblings', 'feeding', 'strollers', 'childcare', 'step_free'] as const;
export type Fact = (typeof FACTS)[number];

/** A gathering as it is kept. Times on the wall are in `timeZone`; who comes is in none of it. */
export interface Gathering {
  gatheringId: string;
  /** RFC 5545 UID: the same for ever, in every calendar. */
  uid: string;
  sequence: number;
  followsId: string | null;
  /** Called off, since it goes on together with this one. */
  goesOnWith: string | null;
  circleId: string | null;
  kind: GatheringKind;
  seenBy: SeenBy;
  title: string;
  /** Markdown. */
  description: string;
  /** The first one: 'YYYY-MM-DDTHH:MM:SS' on the wall in `timeZone`. */
  starts: string;
  minutes: number;
  allDay: boolean;
  timeZone: string;
  /** RFC 5545 RRULE without its name; null: once. */
  rule: string | null;
  /** Extra dates and dates left out, on the wall like `starts`. */
  extra: string[];
  exceptOn: string[];
  place: MeetingPlace;
  venue: string;
  /** For everybody who sees it; a home's address stands in its door instead. */
  address: string;
  /** Its address is told to those coming alone. */
  home: boolean;
  country: string | null;
  region: string | null;
  postcode: string | null;
  placeName: string | null;
  latitude: number | null;
  longitude: number | null;
  facts: Record<Fact, boolean | null>;
  accessNote: string;
  gettingThere: string;
  /** null: nobody said. */
  cost: Cost | null;
  costNote: string;
  languages: string[];
  /** null: not faith based. */
  faith: string | null;
  forWhom: string;
  stages: StageKind[];
  topics: Topic[];
  ageFromMonths: number | null;
  ageToMonths: number | null;
  /** Places at each occurrence, or in the whole series; null: as many as come. */
  capacity: number | null;
  signUp: 'occurrence' | 'series';
  seatsTaken: number;
  waiting: number;
  /** The calendar it was taken from; null: made here. */
  sourceId: string | null;
  organisedBy: string | null;
  organiserName: string | null;
  createdAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  cancelNote: string | null;
  /** Set: by a decision nobody but its organiser sees it. */
  hiddenAt: Date | null;
  /** Nobody sees it until then: whoever organises it takes no part. */
  awayUntil: Date | null;
}

export type GatheringRow = Selectable<Tables['gatherings']>;

/** A row as the rest of the house reads it. */
export function gatheringOf(row: GatheringRow): Gathering {
  return {
    gatheringId: row.gathering_id,
    uid: row.uid,
    sequence: row.sequence,
    followsId: row.follows_id,
    goesOnWith: row.goes_on_with,
    circleId: row.circle_id,
    kind: row.kind as GatheringKind,
    seenBy: row.seen_by as SeenBy,
    title: row.title,
    description: row.description,
    starts: row.starts,
    minutes: row.minutes,
    allDay: row.all_day,
    timeZone: row.time_zone,
    rule: row.rule,
    extra: row.extra,
    exceptOn: row.except_on,
    place: row.place as MeetingPlace,
    venue: row.venue,
    address: row.address,
    home: row.home,
    country: row.country,
    region: row.region,
    postcode: row.postcode,
    placeName: row.place_name,
    latitude: row.latitude,
    longitude: row.longitude,
    facts: Object.fromEntries(FACTS.map((fact) => [fact, row[fact]])) as Gathering['facts'],
    accessNote: row.access_note,
    gettingThere: row.getting_there,
    cost: row.cost as Cost | null,
    costNote: row.cost_note,
    languages: row.languages,
    faith: row.faith,
    forWhom: row.for_whom,
    stages: row.stages as StageKind[],
    topics: row.topics as Topic[],
    ageFromMonths: row.age_from_months,
    ageToMonths: row.age_to_months,
    capacity: row.capacity,
    signUp: row.sign_up as Gathering['signUp'],
    seatsTaken: row.seats_taken,
    waiting: row.waiting,
    sourceId: row.source_id,
    organisedBy: row.organised_by,
    organiserName: row.organiser_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    cancelledAt: row.cancelled_at,
    cancelNote: row.cancel_note,
    hiddenAt: row.hidden_at,
    awayUntil: row.away_until,
  };
}
