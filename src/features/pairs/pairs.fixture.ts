import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { herKey } from '../sealing/index.ts';

type Who = keyof People;

export interface MadePair {
  programId: string;
  requestId: string;
  matchId: string;
  circleId: string;
  path: string;
}

export interface Said {
  mentor?: Who;
  mentee?: Who;
  /** Another mother, by her id. */
  menteeId?: string;
  /** How many days ago they began. */
  days?: number;
  programId?: string;
  /** What the mother wrote beforehand. */
  note?: string;
  /** Columns of the program that differ. */
  program?: { weeks?: number; cadence_days?: number; first_contact_hours?: number };
}

/** A program with two phases, open; behind the server's back. */
export async function aProgramOfPairs(
  world: World,
  { weeks = 12, cadence_days = 7, ...said } = {} as NonNullable<Said['program']>,
) {
  const { communityId } = world.people.admin;
  const id = newId();
  await world.owner.query(
    `INSERT INTO programs (community_id, program_id, kind, name, weeks, cadence_days, first_contact_hours, opened_at)
     VALUES ($1, $2, 'perinatal', 'Someone beside you', $3, $4, $5, now())`,
    [communityId, id, weeks, cadence_days, said.first_contact_hours ?? 48],
  );
  await world.owner.query(
    `INSERT INTO program_phases (community_id, program_id, phase, name, from_week, guide)
     VALUES ($1, $2, 1, 'Getting to know each other', 1, '**Ask** how she slept.'), ($1, $2, 2, 'On the way', 4, 'Second')`,
    [communityId, id],
  );
  return id;
}

/** Dana mentors Maya, as if both had said yes: their circle of two, and the match that is active. */
export async function aPair(world: World, said: Said = {}): Promise<MadePair> {
  const { mentor: mentorName = 'dana', mentee: menteeName = 'maya', days = 0 } = said;
  const mentor = world.people[mentorName];
  const menteeId = said.menteeId ?? world.people[menteeName].memberId;
  const { communityId } = mentor;
  const programId = said.programId ?? (await aProgramOfPairs(world, said.program));
  const [requestId, matchId, circleId] = [newId(), newId(), newId()];
  const put = (text: string, values: unknown[]) => world.owner.query(text, [communityId, ...values]);
  await put(
    `INSERT INTO program_mentors (community_id, program_id, member_id, state, capacity, languages)
     VALUES ($1, $2, $3, 'approved', 20, '{en}') ON CONFLICT DO NOTHING`,
    [programId, mentor.memberId],
  );
  await put(
    `INSERT INTO mentee_requests (community_id, request_id, program_id, member_id, state, asked_at, promised_at)
     VALUES ($1, $2, $3, $4, 'matched', now() - interval '40 days', now() - interval '33 days')`,
    [requestId, programId, menteeId],
  );
  await put(
    `INSERT INTO circles (community_id, circle_id, name, joining, cap, place, time_zone, created_by)
     VALUES ($1, $2, 'The two', 'hidden', 2, 'online', 'America/Chicago', $3)`,
    [circleId, mentor.memberId],
  );
  await put('INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)', [
    circleId,
    menteeId,
  ]);
  await put(
    `INSERT INTO matches (community_id, match_id, program_id, request_id, mentee_id, mentor_id, state, answer_by, score,
       mentee_yes_at, mentor_yes_at, circle_id, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'active', now(), 1, now(), now(), $7, now() - make_interval(days => $8))`,
    [matchId, programId, requestId, menteeId, mentor.memberId, circleId, days],
  );
  if (said.note) await leaveNote(world, menteeName, requestId, said.note);
  return { programId, requestId, matchId, circleId, path: `/pairs/${matchId}` };
}

/** Sealed under her key, as her form would. */
async function leaveNote(world: World, who: Who, requestId: string, note: string): Promise<void> {
  const { parts, people, owner } = world;
  const { communityId, memberId } = people[who];
  const key = await parts.db.write(people[who], (tx) => herKey(tx, parts.keys, people[who]));
  await owner.query(
    'INSERT INTO mentee_notes (community_id, request_id, member_id, sealed) VALUES ($1, $2, $3, $4)',
    [communityId, requestId, memberId, key.seal('mentee-note', JSON.stringify({ note }))],
  );
}

/** The clock's work, so many hours from now. */
export const watch = (world: World, hours: number) =>
  world.job('pairs.watching', new Date(Date.now() + hours * 3_600_000));

/** What a member has been told, by kind, the newest last. */
export async function toldOf(world: World, who: Who): Promise<string[]> {
  const { rows } = await world.owner.query(
    `SELECT kind FROM notifications WHERE member_id = $1 AND kind LIKE 'mentoring.%' ORDER BY created_at`,
    [world.people[who].memberId],
  );
  return rows.map(({ kind }) => kind);
}
