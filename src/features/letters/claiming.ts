import type { Database, Scope } from '../../platform/db/index.ts';
import type { MailMode } from '../notifications/index.ts';
import type { Notes } from './handed-over.ts';

/** A letter that is ours to write: its row stands, and no other server writes it. */
export interface Claim {
  /** The run that holds it. */
  run: string;
  communityId: string;
  letterId: string;
  memberId: string;
  mode: Exclude<MailMode, 'none'>;
  /** This one counted. */
  attempts: number;
  accountId: string;
  locale: string;
}

const MOST_TRIES = 6;
const PAUSES_MINUTES = [5, 20, 60, 240, 720];
const scopeOf = ({ communityId, memberId }: Claim): Scope => ({ communityId, memberId });

/** Takes over what servers that are gone left half done. `again`: whatever was being sent may go again. */
export async function takeOver(
  db: Database,
  run: string,
  now: Date,
  again: boolean,
  notes: Notes,
): Promise<void> {
  await db.ask('SELECT access.take_over_letters($1, $2, $3, $4, $5)', [
    run,
    now,
    again,
    notes.runs,
    notes.letters,
  ]);
  notes.forget();
}

/** The next letters to write, those that failed before first. */
export async function claimLetters(
  db: Database,
  run: string,
  now: Date,
  urgent: readonly string[],
  most: number,
): Promise<Claim[]> {
  const rows = await db.ask<Omit<Claim, 'run'>>(
    `SELECT community_id AS "communityId", letter_id AS "letterId", member_id AS "memberId", mode, attempts,
       account_id AS "accountId", locale FROM access.claim_letters($1, $2, $3, $4)`,
    [run, now, urgent, most],
  );
  return rows.map((row) => ({ ...row, run }));
}

/** Notes that the letter is about to go. False when another server has taken it over, and it must not. */
export async function beginSending(db: Database, claim: Claim): Promise<boolean> {
  const rows = await db.write(scopeOf(claim), (tx) =>
    tx.hot(
      `UPDATE letters SET state = 'sending' WHERE community_id = $1 AND letter_id = $2 AND runner = $3
         AND state = 'claimed' RETURNING letter_id`,
      [claim.communityId, claim.letterId, claim.run],
    ),
  );
  return rows.length === 1;
}

/** The mail server has it: what it told of is told of no more. */
export async function noteSent(db: Database, claim: Claim, told: string[], now: Date): Promise<void> {
  await db.write(scopeOf(claim), async (tx) => {
    await tx.hot(
      `UPDATE letters SET state = 'sent', runner = NULL, reason = NULL, ended_at = $3
       WHERE community_id = $1 AND letter_id = $2 AND state IN ('sending', 'doubtful')`,
      [claim.communityId, claim.letterId, now],
    );
    await tx.hot(
      'UPDATE notifications SET mailed_at = $3 WHERE community_id = $1 AND notification_id = ANY ($2) AND member_id = $4',
      [claim.communityId, told, now, claim.memberId],
    );
  });
}

/** Nothing was left that she may read, or whether it went will never be known. */
export const noteEnd = (
  db: Database,
  claim: Claim,
  state: 'empty' | 'doubtful',
  now: Date,
): Promise<unknown> =>
  db.write(scopeOf(claim), (tx) =>
    tx.hot(
      `UPDATE letters SET state = $3, runner = NULL, ended_at = $4
       WHERE community_id = $1 AND letter_id = $2 AND runner = $5 AND state IN ('claimed', 'sending')`,
      [claim.communityId, claim.letterId, state, now, claim.run],
    ),
  );

/** It failed: tried again ever later, and given up in the end; at once when the address was refused. */
export function noteFailure(
  db: Database,
  claim: Claim,
  reason: 'refused' | 'rejected' | 'broken',
  now: Date,
): Promise<unknown> {
  const over = reason === 'refused' || claim.attempts >= MOST_TRIES;
  const pause = PAUSES_MINUTES[Math.min(claim.attempts, PAUSES_MINUTES.length) - 1]!;
  const next = over ? null : new Date(now.getTime() + pause * 60_000);
  return db.write(scopeOf(claim), (tx) =>
    tx.hot(
      `UPDATE letters SET state = $3, runner = NULL, reason = $4, next_try = $5, ended_at = $6
       WHERE community_id = $1 AND letter_id = $2 AND runner = $7 AND state IN ('claimed', 'sending')`,
      [
        claim.communityId,
        claim.letterId,
        over ? 'given-up' : 'waiting',
        reason,
        next,
        over ? now : null,
        claim.run,
      ],
    ),
  );
}
