import type { Tx } from '../../platform/db/index.ts';

/** That a mother a mentor is worried about was offered a call, and what she said to it; never her number. */
export interface CallOffer {
  offeredAt: Date;
  answer: 'asked' | 'no' | null;
}

/** The offer in this worry, the newest; for coordinators. */
export async function callOffered(tx: Tx, programId: string, pairId: string): Promise<CallOffer | null> {
  const [row] = await tx.hot<CallOffer>(
    'SELECT offered_at AS "offeredAt", answer FROM access.worries_in($1) WHERE match_id = $2',
    [programId, pairId],
  );
  return row ?? null;
}

/** Asks her, quietly, whether somebody may call. False: there is no worry to see to. */
export async function offerCall(tx: Tx, pairId: string, now = new Date()): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.offer_callback($1, $2) AS done', [
    pairId,
    now,
  ]);
  return row?.done ?? false;
}
