import type { Tx } from '../../platform/db/index.ts';

export interface Unsent {
  reason: 'refused' | 'rejected' | 'broken' | 'doubtful';
  letters: number;
}

/** Letters of the last week that could not be sent, by reason; for coordinators, and of nobody by name. */
export const unsentLetters = (tx: Tx): Promise<Unsent[]> =>
  tx.hot<Unsent>('SELECT reason, letters FROM access.unsent_letters()', []);
