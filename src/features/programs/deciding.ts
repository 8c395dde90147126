import type { Tx } from '../../platform/db/index.ts';
import type { MentorState } from './mentor.ts';
import type { CheckKind } from './program.ts';

/** One of a program's mentors, as the list of coordinators shows her. */
export interface MentorLine {
  memberId: string;
  name: string;
  state: MentorState;
  appliedAt: Date;
  pausedAt: Date | null;
  /** She stops once those she is with have finished. */
  leavingAt: Date | null;
  capacity: number;
  carries: number;
  talksWith: string | null;
  missing: string[];
}

/** Everybody who applied or mentors: who waits for an answer first, the longest first. For coordinators. */
export const mentorsOf = (tx: Tx, programId: string): Promise<MentorLine[]> =>
  tx.hot<MentorLine>(
    `SELECT o.member_id AS "memberId", m.display_name AS name, o.state, o.applied_at AS "appliedAt", o.paused_at AS "pausedAt",
       o.leaving_at AS "leavingAt",       o.capacity, w.display_name AS "talksWith", access.mentor_missing(o.program_id, o.member_id) AS missing,
       (SELECT count(*)::int FROM matches t WHERE t.community_id = o.community_id AND t.program_id = o.program_id
         AND t.mentor_id = o.member_id AND t.state = 'active') AS carries
     FROM program_mentors o JOIN members m ON m.community_id = o.community_id AND m.member_id = o.member_id
     LEFT JOIN members w ON w.community_id = o.community_id AND w.member_id = o.talks_with
     WHERE o.program_id = $1
     ORDER BY array_position(ARRAY['applied', 'approved', 'declined', 'left'], o.state), o.applied_at LIMIT 500`,
    [programId],
  );

/** How many wait for an answer, by program. For coordinators. */
export async function applicationsByProgram(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.hot<{ id: string; waiting: number }>(
    `SELECT program_id AS id, count(*)::int AS waiting FROM program_mentors WHERE state = 'applied' GROUP BY 1`,
    [],
  );
  return new Map(rows.map(({ id, waiting }) => [id, waiting]));
}

/** Of all programs, and where they are decided about. For coordinators. */
export async function mentorsWaiting(tx: Tx): Promise<{ count: number; path: string }> {
  const programs = [...(await applicationsByProgram(tx))];
  const only = programs.length === 1 ? programs[0] : undefined;
  return {
    count: programs.reduce((sum, [, waiting]) => sum + waiting, 0),
    path: only ? `/community/programs/${only[0]}/mentors` : '/community/programs',
  };
}

/** She will talk with whoever applied, or not after all. */
export async function talkWithMentor(
  tx: Tx,
  programId: string,
  memberId: string,
  will: boolean,
): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.talk_with_mentor($1, $2, $3) AS done', [
    programId,
    memberId,
    will,
  ]);
  return row?.done ?? false;
}

export type Noting = 'noted' | 'already' | 'absent' | 'yourself' | 'unfit';

/** Writes down that something was done on a day ('YYYY-MM-DD'). */
export async function noteCheck(
  tx: Tx,
  programId: string,
  memberId: string,
  check: { what: CheckKind; itemId: string | null; doneOn: string },
): Promise<Noting> {
  const [row] = await tx.hot<{ said: Noting }>('SELECT access.note_check($1, $2, $3, $4, $5) AS said', [
    programId,
    memberId,
    check.what,
    check.what === 'training' ? check.itemId : null,
    check.doneOn,
  ]);
  return row!.said;
}

/** Takes a wrong note back. */
export async function takeBackCheck(
  tx: Tx,
  programId: string,
  memberId: string,
  id: string,
): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.take_back_check($1, $2, $3) AS done', [
    programId,
    memberId,
    id,
  ]);
  return row?.done ?? false;
}

export type Decision = 'approved' | 'declined' | 'missing' | 'decided' | 'yourself' | 'absent';

/** Yes, or not now: once. What is missing comes with 'missing'. */
export async function decideMentor(
  tx: Tx,
  programId: string,
  memberId: string,
  yes: boolean,
): Promise<{ outcome: Decision; missing: string[] }> {
  const [row] = await tx.hot<{ outcome: Decision; missing: string[] }>(
    'SELECT outcome, missing FROM access.decide_mentor($1, $2, $3)',
    [programId, memberId, yes],
  );
  return row!;
}
