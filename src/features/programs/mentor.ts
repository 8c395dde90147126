import type { Slot, Topic } from '../../matching/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import type { CheckKind } from './program.ts';
import { type Traits, traitsFrom } from './traits.ts';

export type MentorState = 'applied' | 'approved' | 'declined' | 'left';

/** What a mentor says of herself in a program. */
export interface Said {
  about: string;
  experiences: Topic[];
  languages: string[];
  free: Slot[];
  online: boolean;
  /** 'YYYY-MM' */
  recoveredSince: string | null;
  traits: Traits;
  rulesOut: string[];
  /** By question; an answer is one of its choices as it was written then. */
  answers: Record<string, string>;
  capacity: number;
}

/** Something a coordinator saw done. */
export interface Check {
  id: string;
  what: CheckKind;
  itemId: string | null;
  /** 'YYYY-MM-DD' */
  doneOn: string;
  notedBy: string | null;
}

export interface Mentor extends Said {
  memberId: string;
  name: string;
  state: MentorState;
  pausedAt: Date | null;
  /** She stops once those she is with have finished. */
  leavingAt: Date | null;
  appliedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** Who of the coordinators will talk with her. */
  talksWith: { memberId: string; name: string } | null;
  agreedTo: number | null;
  checks: Check[];
  /** What the program asks and is not there yet. */
  missing: string[];
}

/** A mentor of a program, as she herself or a coordinator sees her; nobody else sees anything. */
export async function mentorIn(tx: Tx, programId: string, memberId: string): Promise<Mentor | undefined> {
  const row = await tx.first(
    query
      .selectFrom('program_mentors as o')
      .innerJoin('members as m', (j) =>
        j.onRef('m.community_id', '=', 'o.community_id').onRef('m.member_id', '=', 'o.member_id'),
      )
      .leftJoin('members as w', (j) =>
        j.onRef('w.community_id', '=', 'o.community_id').onRef('w.member_id', '=', 'o.talks_with'),
      )
      .leftJoin('members as d', (j) =>
        j.onRef('d.community_id', '=', 'o.community_id').onRef('d.member_id', '=', 'o.decided_by'),
      )
      .selectAll('o')
      .select(['m.display_name as name', 'w.display_name as talker', 'd.display_name as decider'])
      .where('o.program_id', '=', programId)
      .where('o.member_id', '=', memberId),
  );
  if (!row) return undefined;
  return {
    memberId: row.member_id,
    name: row.name,
    state: row.state as MentorState,
    about: row.about,
    experiences: row.experiences as Topic[],
    languages: row.languages,
    free: row.free as Slot[],
    online: row.online,
    recoveredSince: row.recovered_since,
    traits: traitsFrom(row.traits),
    rulesOut: row.rules_out,
    answers: row.answers as Record<string, string>,
    capacity: row.capacity,
    pausedAt: row.paused_at,
    leavingAt: row.leaving_at,
    appliedAt: row.applied_at,
    decidedAt: row.decided_at,
    decidedBy: row.decider,
    talksWith: row.talks_with && row.talker ? { memberId: row.talks_with, name: row.talker } : null,
    agreedTo: row.agreement_version,
    checks: await checksOf(tx, programId, memberId),
    missing: await missingOf(tx, programId, memberId),
  };
}

const checksOf = async (tx: Tx, programId: string, memberId: string): Promise<Check[]> =>
  tx.hot<Check>(
    `SELECT c.check_id AS id, c.what, c.item_id AS "itemId", c.done_on AS "doneOn", m.display_name AS "notedBy"
     FROM program_checks c LEFT JOIN members m ON m.community_id = c.community_id AND m.member_id = c.noted_by
     WHERE c.program_id = $1 AND c.member_id = $2 ORDER BY c.noted_at`,
    [programId, memberId],
  );

const missingOf = async (tx: Tx, programId: string, memberId: string): Promise<string[]> =>
  (
    await tx.hot<{ missing: string[] | null }>('SELECT access.mentor_missing($1, $2) AS missing', [
      programId,
      memberId,
    ])
  )[0]?.missing ?? [];

/** How many mothers she is with in a program just now. */
export const carriedIn = (tx: Tx, viewer: Scope, programId: string): Promise<number> =>
  carriedBy(tx, viewer.memberId, programId);

/** The same of anybody, for coordinators. */
export async function carriedBy(tx: Tx, memberId: string | null, programId: string): Promise<number> {
  const [row] = await tx.hot<{ carried: number }>(
    `SELECT count(*)::int AS carried FROM matches WHERE program_id = $1 AND mentor_id = $2 AND state = 'active'`,
    [programId, memberId],
  );
  return row?.carried ?? 0;
}

/** 'applied' and 'changed' are done; of the others nothing is kept. */
export type Saying = 'applied' | 'changed' | 'absent' | 'closed' | 'agreement' | 'unfit';

/** She applies, or changes what she said. `agreedTo` is the version of the agreement she read; her place is that of her answers. */
export async function sayAsMentor(
  tx: Tx,
  viewer: Scope,
  programId: string,
  said: Said,
  agreedTo: number | null,
): Promise<Saying> {
  const { recoveredSince, rulesOut, ...same } = said;
  const place = await tx.first(
    query
      .selectFrom('answers')
      .select(['country', 'region', 'latitude', 'longitude'])
      .where('member_id', '=', viewer.memberId),
  );
  const row = { ...same, ...place, recovered_since: recoveredSince, rules_out: rulesOut };
  const [answer] = await tx.hot<{ said: Saying }>('SELECT access.say_as_mentor($1, $2::jsonb, $3) AS said', [
    programId,
    JSON.stringify(row),
    agreedTo,
  ]);
  return answer!.said;
}

/** How many at once; resolves to how many she is with already, null when she is no mentor here. */
export async function offerRoom(tx: Tx, programId: string, places: number): Promise<number | null> {
  const [row] = await tx.hot<{ carried: number | null }>('SELECT access.offer_room($1, $2) AS carried', [
    programId,
    places,
  ]);
  return row?.carried ?? null;
}

/** "Not this month", or back from it. */
export async function restAsMentor(tx: Tx, programId: string, resting: boolean): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.rest_as_mentor($1, $2) AS done', [
    programId,
    resting,
  ]);
  return row?.done ?? false;
}

/** A yes to the agreement as it stands; false when it has changed meanwhile, or binds her to nothing. */
export async function agreeInProgram(tx: Tx, programId: string, version: number): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.agree_in_program($1, $2) AS done', [
    programId,
    version,
  ]);
  return row?.done ?? false;
}

/** Programs of hers, as a mentor or a mother, whose agreement has changed since she said yes. */
export const toAgreeAnew = (tx: Tx, viewer: Scope): Promise<{ id: string; name: string }[]> =>
  tx.hot<{ id: string; name: string }>(
    `SELECT p.program_id AS id, p.name FROM programs p WHERE p.closed_at IS NULL AND (EXISTS (SELECT FROM program_mentors o
         WHERE o.community_id = p.community_id AND o.program_id = p.program_id AND o.member_id = $1
           AND o.state IN ('applied', 'approved') AND o.agreement_version IS DISTINCT FROM p.agreement_version)
       OR EXISTS (SELECT FROM mentee_requests r WHERE r.community_id = p.community_id AND r.program_id = p.program_id
           AND r.member_id = $1 AND r.state IN ('waiting', 'matched')
           AND r.agreement_version IS DISTINCT FROM p.agreement_version)) ORDER BY p.opened_at`,
    [viewer.memberId],
  );
