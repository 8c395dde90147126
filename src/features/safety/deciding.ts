import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import type { Choice } from './case.ts';

// What may be done, by whom, and to whom it happens is kept in the database (0027): the functions follow the real
// member behind a pseudonym and never say who she is.
async function say<T extends string>(tx: Tx, call: ReturnType<typeof sql>): Promise<T> {
  const row = await tx.first(sql<{ said: T }>`SELECT ${call} AS said`);
  return !row || (row.said as string) === 'absent' ? notFound() : row.said;
}

/** "I take this", or gives it back. 'theirs': somebody was quicker. @throws Problem 404 */
export const takeCase = (tx: Tx, caseId: string, taking: boolean): Promise<'taken' | 'theirs'> =>
  say(tx, sql`access.take_case(${caseId}, ${taking})`);

export interface Verdict {
  decision: Choice;
  /** What the moderated member reads. */
  why: string;
  rule: string;
  /** What the reporters read beside what was decided. */
  told: string;
  /** Of a suspension. */
  until: Date | null;
}

/** Decides, once. 'late': somebody was quicker. 'unfit': not possible for this, or not hers to decide. @throws Problem 404 */
export const decideCase = (tx: Tx, caseId: string, verdict: Verdict): Promise<'decided' | 'late' | 'unfit'> =>
  say(
    tx,
    sql`access.decide_case(${caseId}, ${verdict.decision}, ${verdict.why}, ${verdict.rule}, ${verdict.told}, ${verdict.until}::timestamptz)`,
  );

/** Answers an appeal; overturned, what was done is undone. @throws Problem 404 for whoever may not hear it */
export const hearAppeal = (
  tx: Tx,
  caseId: string,
  overturns: boolean,
  answer: string,
): Promise<'heard' | 'late'> => say(tx, sql`access.hear_appeal(${caseId}, ${overturns}, ${answer})`);

/** The first of two asks who wrote without a name. @throws Problem 404 */
export const askReveal = (tx: Tx, caseId: string, why: string): Promise<'asked' | 'already'> =>
  say(tx, sql`access.ask_reveal(${caseId}, ${why})`);

/** The second agrees. @throws Problem 404, also for the first */
export const agreeReveal = (tx: Tx, caseId: string): Promise<'agreed' | 'already'> =>
  say(tx, sql`access.agree_reveal(${caseId})`);
