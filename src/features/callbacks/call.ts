import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { keyOf } from '../sealing/index.ts';
import { yes } from './callback.ts';
import type { NextStep } from './forms.ts';
import { nextCallable } from './hours.ts';
import { openParticulars, type Particulars } from './particulars.ts';
import { callableFrom } from './queue.ts';

/** A call a volunteer has taken. */
export interface Call {
  callbackId: string;
  language: string;
  topics: string[];
  hours: string[];
  promisedAt: Date | null;
  askedAt: Date;
  goBackAt: Date | null;
  tries: number;
  reachedAt: Date | null;
  passedOnAt: Date | null;
  /** From when she can be called. */
  callableAt: Date;
  /** Her zone. */
  timeZone: string;
}

type Row = Omit<Call, 'callableAt'> & { memberId: string; sealed: string; notBefore: Date | null };

const TAKEN = `SELECT c.callback_id AS "callbackId", c.member_id AS "memberId", c.language, c.topics, c.hours, c.sealed,
    c.promised_at AS "promisedAt", c.asked_at AS "askedAt", c.go_back_at AS "goBackAt", c.tries, c.reached_at AS "reachedAt",
    c.passed_on_at AS "passedOnAt", c.not_before AS "notBefore", w.time_zone AS "timeZone"
  FROM callbacks c, access.callback_hours(c.callback_id) w
  WHERE c.community_id = $1 AND c.taken_by = $2 AND c.closed_at IS NULL`;

/** What she has taken and not closed. */
export async function takenCalls(tx: Tx, viewer: Viewer, now: Date): Promise<Call[]> {
  const rows = await tx.hot<Row>(`${TAKEN} ORDER BY c.taken_at`, [viewer.communityId, viewer.memberId]);
  return rows.map((row) => callIn(row, now));
}

/**
 * The number and what goes with it: to whoever has taken the call, while she has it.
 * @throws Problem 404
 */
export async function openCall(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<{ call: Call; about: Particulars }> {
  const [row] = await tx.hot<Row>(`${TAKEN} AND c.callback_id = $3`, [
    viewer.communityId,
    viewer.memberId,
    id,
  ]);
  const key = row ? await keyOf(tx, keys, row.memberId) : null;
  if (!row || !key) return notFound();
  return { call: callIn(row, now), about: openParticulars(key, row.sealed) };
}

// Who she is, as a member, nobody needs to know who has her number and her name.
const callIn = ({ memberId: _, sealed: __, notBefore, ...row }: Row, now: Date): Call => ({
  ...row,
  callableAt: callableFrom({ hours: row.hours, time_zone: row.timeZone, not_before: notBefore }, now),
});

export const releaseCall = (tx: Tx, id: string, knows: boolean) =>
  yes(tx, 'SELECT access.release_callback($1, $2) AS done', [id, knows]);

const HOUR = 3_600_000;
/** So long after the first and the second try without an answer comes the next: never a ringing that presses. */
const SPACING = [2 * HOUR, 20 * HOUR];

export type Tried = 'reached' | 'again' | 'over' | 'absent';

/** What came of a try. `later`: when she asked to be called instead. */
export async function recordTry(
  tx: Tx,
  call: Call,
  outcome: 'reached' | 'no-answer' | 'later',
  later: Date | null,
  now: Date,
): Promise<Tried> {
  const spaced = new Date(now.getTime() + (SPACING[call.tries] ?? SPACING[1]!));
  const again = outcome === 'later' ? later : nextCallable(call.hours, call.timeZone, spaced);
  const [row] = await tx.hot<{ said: Tried }>('SELECT access.try_callback($1, $2, $3) AS said', [
    call.callbackId,
    outcome,
    again,
  ]);
  return row!.said;
}

export const closeCall = (tx: Tx, id: string, step: NextStep, minutes: number) =>
  yes(tx, 'SELECT access.close_callback($1, $2, $3) AS done', [id, step, minutes]);

/** Calls a supervisor in, at once. */
export const passOn = (tx: Tx, id: string) => yes(tx, 'SELECT access.pass_on_callback($1) AS done', [id]);
