import {
  type CircleFacilitator,
  isGrieving,
  isOnlyGrieving,
  NOT_ALONE,
  type Seeker,
  type Slot,
  type Stage,
  silentSeeker,
  type Topic,
  type WaitingMember,
} from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { spokenOf } from '../onboarding/index.ts';
import { type Lead, type Offer, offerOf } from './lead.ts';

/** What is known of somebody from her own answers, as she tells it today. */
interface Told {
  stages: Stage[];
  told: Topic[];
  milestones_ended_at: Date | null;
  time_zone: string;
  latitude: number | null;
  longitude: number | null;
  apart: string[];
}

interface WaitRow extends Told {
  wait_id: string;
  member_id: string;
  display_name: string;
  since: Date;
  first_in_line: boolean;
  languages: string[];
  free: Slot[];
  meets: 'in-person' | 'online' | 'both';
  max_miles: number | null;
  topics: Topic[];
  not_alone: string[];
  country: string | null;
  region: string | null;
  turned_down: string[];
}

/** A mother who waits, as the engine sees her; its id is the member's. */
export interface Waiting extends WaitingMember {
  waitId: string;
  /** For the coordinator alone. */
  name: string;
  since: Date;
  /** A circle she had said yes to did not come together. */
  firstInLine: boolean;
  /** Gathering circles she had a seat in: never again the same. */
  turnedDown: ReadonlySet<string>;
}

/** Whoever is first in line has waited longest, to the engine: between equals she is seated. */
const LONG_AGO = new Date('2000-01-01');

/** Everybody who waits for a circle, first in line first. For coordinators: nobody else is told of anybody. */
export async function waitingList(tx: Tx, now = new Date()): Promise<Waiting[]> {
  const rows = await tx.hot<WaitRow>('SELECT * FROM access.waiting_for_circles()', []);
  return rows.map((row) => ({
    id: row.member_id,
    waitId: row.wait_id,
    name: row.display_name,
    since: row.since,
    firstInLine: row.first_in_line,
    turnedDown: new Set(row.turned_down),
    self: seekerOf(row, now),
    notAlone: NOT_ALONE.filter((one) => row.not_alone.includes(one)),
    apart: new Set(row.apart),
    waitingSince: todayIn(row.time_zone, row.first_in_line ? LONG_AGO : row.since),
  }));
}

/** Her stage and her grief are of this moment; what she would like to share is what she chose for this. */
function seekerOf(row: WaitRow, now: Date): Seeker {
  const { country, region, latitude, longitude } = row;
  return {
    ...silentSeeker(todayIn(row.time_zone, now)),
    stages: spokenOf({ stages: row.stages, milestonesEndedAt: row.milestones_ended_at }),
    topics: row.told.includes('loss') ? [...new Set<Topic>([...row.topics, 'loss'])] : row.topics,
    languages: row.languages,
    free: row.free,
    timeZone: row.time_zone,
    place: country || region || latitude !== null ? { country, region, latitude, longitude } : null,
    meets: row.meets,
    maxMiles: row.max_miles,
    noCohorts: row.milestones_ended_at !== null,
  };
}

interface LeadRow extends Told {
  member_id: string;
  display_name: string;
  state: Lead['state'];
  paused_at: Date | null;
  offered_at: Date;
  languages: string[];
  free: string[];
  meets: string;
  max_miles: number | null;
  topics: string[];
  circles: number;
  left_over: number;
  looks_after: number;
}

/** Somebody who offered to lead, as a coordinator sees her. */
export interface LeadKnown extends Offer {
  memberId: string;
  name: string;
  state: Lead['state'];
  pausedAt: Date | null;
  offeredAt: Date;
  /** How many new circles she may take on now. */
  leftOver: number;
  /** Listed circles she looks after already. */
  looksAfter: number;
  /** As the engine sees her. */
  facilitator: CircleFacilitator;
}

/** Everybody who offered to lead and has not left, those who wait for an answer first. For coordinators. */
export async function leadsNow(tx: Tx, now = new Date()): Promise<LeadKnown[]> {
  const rows = await tx.hot<LeadRow>('SELECT * FROM access.circle_leads_now()', []);
  return rows.map((row) => ({
    ...offerOf(row),
    memberId: row.member_id,
    name: row.display_name,
    state: row.state,
    pausedAt: row.paused_at,
    offeredAt: row.offered_at,
    leftOver: row.left_over,
    looksAfter: row.looks_after,
    facilitator: facilitatorOf(row, now),
  }));
}

function facilitatorOf(row: LeadRow, now: Date): CircleFacilitator {
  const stages = spokenOf({ stages: row.stages, milestonesEndedAt: row.milestones_ended_at });
  const self: Seeker = { ...silentSeeker(todayIn(row.time_zone, now)), stages, topics: row.told };
  const offer = offerOf(row);
  return {
    id: row.member_id,
    languages: row.languages,
    free: offer.free,
    timeZone: row.time_zone,
    place: row.latitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    maxMiles: row.max_miles,
    meets: offer.meets,
    // Who grieves and named nothing is asked for those who grieve alone: never to sit among babies unasked.
    topics: offer.topics.length === 0 && isGrieving(self) && isOnlyGrieving(self) ? ['loss'] : offer.topics,
    circlesLeft: Math.max(0, row.left_over),
    apart: new Set(row.apart),
  };
}

/** Those who may lead a new circle now, with their names by member. */
export async function facilitatorsFree(tx: Tx, now = new Date()): Promise<LeadKnown[]> {
  return (await leadsNow(tx, now)).filter(({ leftOver }) => leftOver > 0);
}
