import type { Scope, Tx } from '../../platform/db/index.ts';

/** How a pair came to its end. */
export type EndedAs = 'rematch' | 'finished' | 'stopped' | 'blocked' | 'mentor-left';

/** Two whom a program brought together, as either of them sees it. */
export interface Pair {
  id: string;
  programId: string;
  program: string;
  requestId: string;
  menteeId: string;
  /** She is the mentor of the two. */
  iMentor: boolean;
  otherId: string;
  otherName: string;
  /** Whose clocks the other lives by: the community's, when she said none. */
  otherZone: string;
  startedAt: Date;
  endedAt: Date | null;
  endedAs: EndedAs | null;
  /** How many weeks the program is for. */
  weeks: number;
  cadenceDays: number;
  /** The program takes nobody any more: no somebody else is looked for in it. */
  programClosed: boolean;
  /** Their room; null when she is not in it any more. */
  circleId: string | null;
  /** Something can be written and planned there. */
  isOpen: boolean;
  /** When they were last in touch, as far as it was noted or the mentor wrote: 'YYYY-MM-DD'. */
  lastDay: string | null;
  /** Until when the mentor rests, while she does. */
  restsUntil: Date | null;
  /** The weeks are over: go on, or close? */
  closingAskedAt: Date | null;
  /** She is asked whether they are in touch. */
  asks: boolean;
  /** She has looked back on it. */
  said: boolean;
}

// The two read it by policy. One that a block ended is in nobody's list: a name would stand there that she is spared.
const HERS = `
  SELECT m.match_id AS id, m.program_id AS "programId", p.name AS program, m.request_id AS "requestId",
    m.mentee_id AS "menteeId", m.mentor_id = $2 AS "iMentor", o.member_id AS "otherId", o.display_name AS "otherName", coalesce(o.time_zone, y.time_zone) AS "otherZone",
    m.started_at AS "startedAt", m.ended_at AS "endedAt", m.ended_as AS "endedAs", p.weeks, p.cadence_days AS "cadenceDays",
    p.closed_at IS NOT NULL AS "programClosed",
    c.circle_id AS "circleId", c.circle_id IS NOT NULL AND c.archived_at IS NULL AND c.closed_at IS NULL AS "isOpen",
    w.last_day AS "lastDay", CASE WHEN w.rests_until > $3 THEN w.rests_until END AS "restsUntil",
    w.closing_asked_at AS "closingAskedAt", w.asks, w.said
  FROM matches m
  JOIN programs p ON p.community_id = m.community_id AND p.program_id = m.program_id
  JOIN access.my_pairs() w ON w.match_id = m.match_id
  JOIN members o ON o.community_id = m.community_id
    AND o.member_id = CASE m.mentor_id WHEN $2 THEN m.mentee_id ELSE m.mentor_id END
  JOIN communities y ON y.community_id = m.community_id
  LEFT JOIN circles c ON c.community_id = m.community_id AND c.circle_id = m.circle_id
    AND c.circle_id = ANY (access.my_circle_ids())
  WHERE m.community_id = $1 AND $2 IN (m.mentee_id, m.mentor_id) AND m.started_at IS NOT NULL
    AND m.ended_as IS DISTINCT FROM 'blocked'`;

/** Hers on either side: those that are together first, then the newest. */
export const herPairs = (tx: Tx, { communityId, memberId }: Scope, now = new Date()): Promise<Pair[]> =>
  tx.hot<Pair>(`${HERS} ORDER BY m.ended_at DESC NULLS FIRST, m.started_at DESC LIMIT 60`, [
    communityId,
    memberId,
    now,
  ]);

/** One of hers; undefined for any other. */
export async function pairOf(
  tx: Tx,
  { communityId, memberId }: Scope,
  id: string,
  now = new Date(),
): Promise<Pair | undefined> {
  const [found] = await tx.hot<Pair>(`${HERS} AND m.match_id = $4`, [communityId, memberId, now, id]);
  return found;
}

/** What she gave and received in all her pairs, in minutes. Nobody else is ever told. */
export async function herHours(tx: Tx): Promise<{ given: number; received: number }> {
  const [row] = await tx.hot<{ given: number; received: number }>('SELECT * FROM access.my_hours()', []);
  return row ?? { given: 0, received: 0 };
}

/** The mothers she mentors who have a pair with her now. */
export const mentoredBy = (pairs: Pair[]): Pair[] =>
  pairs.filter(({ iMentor, endedAt }) => iMentor && endedAt === null);

/**
 * Whether she may close it, or look back on one that was: a mother whenever she likes, her mentor when the weeks are over
 * (before, she hands over).
 */
export function mayClose(pair: Pair, now = new Date()): boolean {
  if (pair.endedAt) return pair.endedAs === 'finished' && !pair.said;
  return !pair.iMentor || pair.startedAt.getTime() + pair.weeks * 7 * 86_400_000 <= now.getTime();
}
