import type { Database, Scope } from '../../platform/db/index.ts';
import type { Claim, Ledger } from '../../platform/posting/index.ts';

/** A letter to somebody without an account that is ours to draw. */
export interface OutsideLetter extends Claim {
  communityId: string;
  holderId: string;
  kind: string;
  sealedTo: string;
  locale: string;
  about: Record<string, string>;
  /** Whoever it is for wants none, or she may not write just now. */
  silenced: boolean;
}

/** Her eyes, in whose name it goes. */
export const scopeOf = ({ communityId, holderId }: OutsideLetter): Scope & { memberId: string } => ({
  communityId,
  memberId: holderId,
});

/** The rows of `outside_letters`, but for the drawing. */
export const ledgerOf = (db: Database): Omit<Ledger<OutsideLetter>, 'drawing'> => ({
  name: 'outside-letters',
  takeOver: async (run, now, again, { runs, letters }) =>
    void (await db.ask('SELECT access.take_over_outside_letters($1, $2, $3, $4, $5)', [
      run,
      now,
      again,
      runs,
      letters,
    ])),
  claim: async (run, now, most) => {
    const rows = await db.ask<Omit<OutsideLetter, 'run'>>(
      `SELECT community_id AS "communityId", letter_id AS "letterId", holder_id AS "holderId", kind,
         sealed_to AS "sealedTo", locale, about, attempts, silenced FROM access.claim_outside_letters($1, $2, $3)`,
      [run, now, most],
    );
    return rows.map((row) => ({ ...row, run }));
  },
  begin: (claim) => begin(db, claim),
  sent: (claim, _told, now) => note(db, claim, ['sending', 'doubtful'], { state: 'sent', ended: now }),
  end: (claim, state, now) => note(db, claim, ['claimed', 'sending'], { state, ended: now }),
  failed: (claim, reason, next, now) =>
    note(db, claim, ['claimed', 'sending'], {
      state: next ? 'waiting' : 'given-up',
      reason,
      next,
      ended: next ? null : now,
    }),
});

async function begin(db: Database, claim: OutsideLetter): Promise<boolean> {
  const rows = await db.write(scopeOf(claim), (tx) =>
    tx.hot(
      `UPDATE outside_letters SET state = 'sending' WHERE community_id = $1 AND letter_id = $2 AND runner = $3
         AND state = 'claimed' RETURNING letter_id`,
      [claim.communityId, claim.letterId, claim.run],
    ),
  );
  return rows.length === 1;
}

interface Now {
  state: string;
  reason?: string;
  next?: Date | null;
  ended: Date | null;
}

async function note(db: Database, claim: OutsideLetter, from: string[], to: Now): Promise<void> {
  await db.write(scopeOf(claim), (tx) =>
    tx.hot(
      `UPDATE outside_letters SET state = $4, runner = NULL, reason = coalesce($5, reason),
         next_try = coalesce($6, next_try), ended_at = $7
       WHERE community_id = $1 AND letter_id = $2 AND state = ANY ($3) AND (runner = $8 OR $4 = 'sent')`,
      [
        claim.communityId,
        claim.letterId,
        from,
        to.state,
        to.reason ?? null,
        to.next ?? null,
        to.ended,
        claim.run,
      ],
    ),
  );
}
