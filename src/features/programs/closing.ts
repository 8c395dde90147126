import type { Tx } from '../../platform/db/index.ts';

/** Whom the closing of a program touches. */
export interface Affected {
  /** Mothers who wait. */
  waiting: number;
  /** Pairs that go on. */
  pairs: number;
  /** Those who applied to be mentors and have no answer yet. */
  applied: number;
}

/** For coordinators, before they close it. */
export async function affectedByClosing(tx: Tx, programId: string): Promise<Affected> {
  const [row] = await tx.hot<Affected>(
    `SELECT (SELECT count(*) FROM mentee_requests WHERE program_id = $1 AND state = 'waiting')::int AS waiting,
       (SELECT count(*) FROM matches WHERE program_id = $1 AND state = 'active')::int AS pairs,
       (SELECT count(*) FROM program_mentors WHERE program_id = $1 AND state = 'applied')::int AS applied`,
    [programId],
  );
  return row!;
}
