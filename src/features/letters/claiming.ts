import type { Database, Scope } from '../../platform/db/index.ts';
import type { Ledger, Claim as Ours } from '../../platform/posting/index.ts';
import { type MailMode, urgentKinds } from '../notifications/index.ts';

/** A letter to a member that is ours to write. */
export interface Claim extends Ours {
  communityId: string;
  memberId: string;
  mode: Exclude<MailMode, 'none'>;
  accountId: string;
  locale: string;
}

const scopeOf = ({ communityId, memberId }: Claim): Scope => ({ communityId, memberId });

/** The rows of `letters`, but for the drawing. */
export const ledgerOf = (db: Database): Omit<Ledger<Claim>, 'drawing'> => ({
  name: 'letters',
  takeOver: async (run, now, again, { runs, letters }) =>
    void (await db.ask('SELECT access.take_over_letters($1, $2, $3, $4, $5)', [
      run,
      now,
      again,
      runs,
      letters,
    ])),
  claim: (run, now, most) => claimLetters(db, run, now, most),
  begin: (claim) => beginSending(db, claim),
  sent: (claim, told, now) => noteSent(db, claim, told, now),
  end: (claim, how, now) => noteEnd(db, claim, { state: how, reason: null, next: null, ended: now }),
  failed: (claim, reason, next, now) =>
    noteEnd(db, claim, { state: next ? 'waiting' : 'given-up', reason, next, ended: next ? null : now }),
});

async function claimLetters(db: Database, run: string, now: Date, most: number): Promise<Claim[]> {
  const rows = await db.ask<Omit<Claim, 'run'>>(
    `SELECT community_id AS "communityId", letter_id AS "letterId", member_id AS "memberId", mode, attempts,
       account_id AS "accountId", locale FROM access.claim_letters($1, $2, $3, $4)`,
    [run, now, urgentKinds, most],
  );
  return rows.map((row) => ({ ...row, run }));
}

async function beginSending(db: Database, claim: Claim): Promise<boolean> {
  const rows = await db.write(scopeOf(claim), (tx) =>
    tx.hot(
      `UPDATE letters SET state = 'sending' WHERE community_id = $1 AND letter_id = $2 AND runner = $3
         AND state = 'claimed' RETURNING letter_id`,
      [claim.communityId, claim.letterId, claim.run],
    ),
  );
  return rows.length === 1;
}

async function noteSent(db: Database, claim: Claim, told: string[], now: Date): Promise<void> {
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

interface Ending {
  state: 'empty' | 'doubtful' | 'waiting' | 'given-up';
  reason: string | null;
  next: Date | null;
  ended: Date | null;
}

/** What became of a letter that did not go; the reason of an earlier failure stays. */
async function noteEnd(db: Database, claim: Claim, { state, reason, next, ended }: Ending): Promise<void> {
  await db.write(scopeOf(claim), (tx) =>
    tx.hot(
      `UPDATE letters SET state = $3, runner = NULL, reason = coalesce($4, reason), next_try = coalesce($5, next_try),
         ended_at = $6
       WHERE community_id = $1 AND letter_id = $2 AND runner = $7 AND state IN ('claimed', 'sending')`,
      [claim.communityId, claim.letterId, state, reason, next, ended, claim.run],
    ),
  );
}
