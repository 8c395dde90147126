import type { Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { nextCallable } from './hours.ts';

/** One that waits, as a volunteer may see it before she takes it. */
export interface Waiting {
  callbackId: string;
  language: string;
  topics: string[];
  askedAt: Date;
  promisedAt: Date | null;
  tries: number;
  /** When she can be called from. */
  callableAt: Date;
}

interface Row {
  callback_id: string;
  language: string;
  topics: string[];
  hours: string[];
  time_zone: string;
  asked_at: Date;
  promised_at: Date | null;
  not_before: Date | null;
  tries: number;
}

/** A volunteer whose training is on record, by her own row. */
export interface Caller {
  languages: string[];
  withheld: boolean;
  atOnce: number;
  paused: boolean;
}

/** Null for everybody else. */
export async function callerOf(tx: Tx, viewer: Viewer): Promise<Caller | null> {
  const [row] = await tx.hot<Caller>(
    `SELECT v.languages, v.withheld, v.at_once AS "atOnce", s.paused_at IS NOT NULL AS paused
     FROM call_volunteers v JOIN support_volunteers s USING (community_id, member_id)
     WHERE v.community_id = $1 AND v.member_id = $2`,
    [viewer.communityId, viewer.memberId],
  );
  return row ?? null;
}

/** @throws Problem 404 for whoever answers no calls */
export const requireCaller = async (tx: Tx, viewer: Viewer): Promise<Caller> =>
  (await callerOf(tx, viewer)) ?? notFound();

/** What waits for somebody like her, the nearest promise first; those who cannot be called yet come last. */
export async function queueFor(tx: Tx, now: Date): Promise<Waiting[]> {
  const rows = await tx.hot<Row>('SELECT * FROM access.callback_queue()', []);
  return rows
    .map((row) => ({
      callbackId: row.callback_id,
      language: row.language,
      topics: row.topics,
      askedAt: row.asked_at,
      promisedAt: row.promised_at,
      tries: row.tries,
      callableAt: callableFrom(row, now),
    }))
    .sort((a, b) => Number(a.callableAt > now) - Number(b.callableAt > now));
}

interface Hours {
  hours: string[];
  time_zone: string;
  not_before: Date | null;
}

export const callableFrom = ({ hours, time_zone, not_before }: Hours, now: Date): Date =>
  nextCallable(hours, time_zone, not_before && not_before > now ? not_before : now);

/** From when she can be called: for whoever may take it, has it, or gives it to somebody. @throws Problem 404 */
export async function callableAtOf(tx: Tx, id: string, now: Date): Promise<Date> {
  const [row] = await tx.hot<Hours>('SELECT * FROM access.callback_hours($1)', [id]);
  return row ? callableFrom(row, now) : notFound();
}

export type Taking = 'taken' | 'gone' | 'full' | 'early' | 'absent';

/** Of two at once one gets it. */
export async function takeCall(tx: Tx, id: string, now: Date): Promise<Taking> {
  const [hours] = await tx.hot<Hours>('SELECT * FROM access.callback_hours($1)', [id]);
  // Somebody was quicker, perhaps: what came of it the next line knows.
  const from = hours ? callableFrom(hours, now) : now;
  const [row] = await tx.hot<{ said: Taking }>('SELECT access.take_callback($1, $2) AS said', [id, from]);
  return row!.said;
}
