import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { yes } from './callback.ts';
import { callableAtOf } from './queue.ts';

/** An open request as a supervisor sees it: how it stands, not who asks. */
export interface OnTheDesk {
  callbackId: string;
  language: string;
  askedAt: Date;
  promisedAt: Date | null;
  takenBy: string | null;
  takenAt: Date | null;
  tries: number;
  firstTriedAt: Date | null;
  notBefore: Date | null;
  overdue: boolean;
  passedOnAt: Date | null;
  heededAt: Date | null;
  closedAt: Date | null;
  /** Only of one she was called in for. */
  who: string | null;
  whoId: string | null;
}

/** What somebody called a supervisor in for, then what is overdue, then the rest by its promise. */
export const desk = (tx: Tx): Promise<OnTheDesk[]> =>
  tx.hot<OnTheDesk>(
    `SELECT callback_id AS "callbackId", language, asked_at AS "askedAt", promised_at AS "promisedAt", taken_by AS "takenBy",
       taken_at AS "takenAt", tries, first_tried_at AS "firstTriedAt", not_before AS "notBefore", overdue,
       passed_on_at AS "passedOnAt", heeded_at AS "heededAt", closed_at AS "closedAt", who, who_id AS "whoId"
     FROM access.callback_desk() d ORDER BY passed_on_at IS NULL OR heeded_at IS NOT NULL, NOT overdue,
       promised_at NULLS FIRST, asked_at`,
    [],
  );

export type Reassigned = 'given' | 'back' | 'full' | 'unfit';

/** To another volunteer, or back into the queue. @throws Problem 404 */
export async function reassign(tx: Tx, id: string, to: string | null, now: Date): Promise<Reassigned> {
  const from = await callableAtOf(tx, id, now);
  const [row] = await tx.hot<{ said: Reassigned | 'absent' }>(
    'SELECT access.reassign_callback($1, $2, $3) AS said',
    [id, to, from],
  );
  return row!.said === 'absent' ? notFound() : row!.said;
}

/** "I see to it." */
export const heed = (tx: Tx, id: string) => yes(tx, 'SELECT access.heed_callback($1) AS done', [id]);

export const FIGURE_WEEKS = 12;

/** How calls went, of a week or (`week` null) of all weeks shown. Minutes. */
export interface Figures {
  week: string | null;
  asked: number;
  reached: number;
  promised: number;
  kept: number;
  median: number | null;
  /** Nine in ten waited no longer. */
  slow: number | null;
}

/** The whole first, then week by week. Empty when too few asked to say anything. */
export const figures = (tx: Tx, now: Date): Promise<Figures[]> =>
  tx.hot<Figures>('SELECT * FROM access.callback_figures($1)', [
    new Date(now.getTime() - FIGURE_WEEKS * 7 * 86_400_000),
  ]);
