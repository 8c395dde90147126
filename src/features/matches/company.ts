import type { Mentee, Mentor, MentoringProgram, Slot, Stage, Topic } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { spokenOf } from '../onboarding/index.ts';
import { type Program, ruledOutFrom, traitsFrom } from '../programs/index.ts';
import { answersFrom } from './answers.ts';
import { requestsFrom } from './wishes.ts';

interface MenteeRow {
  request_id: string;
  member_id: string;
  chooses: boolean;
  wishes: unknown;
  rules_out: string[];
  her_answers: Record<string, string>;
  asked_at: Date;
  promised_at: Date;
  open: boolean;
  handed_over: boolean;
  stages: Stage[];
  topics: Topic[];
  languages: string[];
  free: Slot[];
  milestones_ended_at: Date | null;
  locale: string;
  time_zone: string;
  country: string | null;
  region: string | null;
  latitude: number | null;
  longitude: number | null;
  blocked: string[];
  declined: string[];
}

interface MentorRow {
  member_id: string;
  about: string;
  experiences: Topic[];
  languages: string[];
  free: Slot[];
  online: boolean;
  latitude: number | null;
  longitude: number | null;
  recovered_since: string | null;
  traits: unknown;
  rules_out: string[];
  her_answers: Record<string, string>;
  left_over: number;
  trained: boolean;
  time_zone: string;
  stages: Stage[];
  milestones_ended_at: Date | null;
}

/** Nobody has waited longer: who lost her mentor goes first where places are few. */
const LONG_SINCE = '2000-01-01';

/** A mother who waits, as the engine sees her; its id is the request's. */
export interface Waiting extends Mentee {
  memberId: string;
  chooses: boolean;
  promisedAt: Date;
  askedAt: Date;
  /** A proposal of hers waits for a yes. */
  open: boolean;
  /** Her mentor stopped: she is first in line. */
  handedOver: boolean;
}

/** A mentor with what she wrote for a mother she is suggested to. */
export interface Offering extends Mentor {
  words: string;
}

const WEIGHT_OF = [0, 6, 12, 24] as const; // nothing, a little, some, much; beside the weights of the engine

/** The program's rules, as the engine reads them. One of no ready kind weighs as usual, by the rules it wrote itself. */
export const rulesOf = (program: Program): MentoringProgram => ({
  kind: program.kind === 'other' ? 'perinatal' : program.kind,
  recoveredMonths: program.recoveredMonths,
  trainingRequired: program.needs.training,
  meets: null,
  maxMiles: null,
  promisedDays: program.promiseDays,
  questions: program.questions
    .filter(({ askedOf, counts }) => askedOf === 'both' && counts > 0)
    .map(({ id, choices, counts }) => ({ id, choices, weight: WEIGHT_OF[counts as 0 | 1 | 2 | 3] })),
  weights: program.weights,
});

/** Everybody who waits in a program: for a coordinator. With `requestId`: one request of the reader's own. */
export async function waitingIn(
  tx: Tx,
  program: Program,
  now: Date,
  requestId: string | null = null,
): Promise<Waiting[]> {
  const rows = await tx.hot<MenteeRow>(
    `SELECT w.*, r.handed_over_at IS NOT NULL AS handed_over FROM access.mentees_waiting($1, $2) w
     LEFT JOIN mentee_requests r ON r.request_id = w.request_id`,
    [program.id, requestId],
  );
  return rows.map((row) => waitingFrom(row, program, now));
}

function waitingFrom(row: MenteeRow, program: Program, now: Date): Waiting {
  const { country, region, latitude, longitude } = row;
  return {
    id: row.request_id,
    memberId: row.member_id,
    chooses: row.chooses,
    askedAt: row.asked_at,
    promisedAt: row.promised_at,
    open: row.open,
    handedOver: row.handed_over,
    self: {
      stages: spokenOf({ stages: row.stages, milestonesEndedAt: row.milestones_ended_at }),
      topics: row.topics,
      languages: row.languages.length > 0 ? row.languages : [row.locale],
      free: row.free,
      timeZone: row.time_zone,
      place: latitude === null ? null : { country, region, latitude, longitude },
      supports: [],
      today: todayIn(row.time_zone, now),
    },
    requests: requestsFrom(row.wishes),
    ruledOut: ruledOutFrom(row.rules_out),
    // One who mentors here too is nobody's mentor and mother at once.
    apart: {
      blocked: new Set([row.member_id, ...row.blocked]),
      family: new Set(),
      declined: new Set(row.declined),
    },
    waitingSince: row.handed_over ? LONG_SINCE : todayIn(row.time_zone, row.asked_at),
    answers: answersFrom(program, row.her_answers),
  };
}

/** The approved mentors of a program and the room each has: for a coordinator, or for who chooses among suggestions. */
export async function mentorsIn(
  tx: Tx,
  program: Program,
  requestId: string | null = null,
): Promise<Offering[]> {
  const rows = await tx.hot<MentorRow>('SELECT * FROM access.mentors_with_room($1, $2)', [
    program.id,
    requestId,
  ]);
  return rows.map((row) => ({
    id: row.member_id,
    words: row.about,
    experiences: row.experiences,
    stages: spokenOf({ stages: row.stages, milestonesEndedAt: row.milestones_ended_at }),
    languages: row.languages,
    free: row.free,
    timeZone: row.time_zone,
    place: row.latitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    maxMiles: null,
    online: row.online,
    capacityLeft: Math.max(0, row.left_over),
    trained: row.trained,
    recoveredSince: row.recovered_since,
    about: traitsFrom(row.traits),
    ruledOut: ruledOutFrom(row.rules_out),
    answers: answersFrom(program, row.her_answers),
  }));
}
