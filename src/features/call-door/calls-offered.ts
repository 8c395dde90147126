import type { Tx } from '../../platform/db/index.ts';

/** Whether anybody in this community could call the member who asks. */
export const callsOffered = (tx: Tx): Promise<boolean> => yes(tx, 'SELECT access.calls_offered() AS so');

/** Whether she is one of those who call. */
export const answersCalls = (tx: Tx): Promise<boolean> => yes(tx, 'SELECT access.answers_calls() AS so');

async function yes(tx: Tx, text: string): Promise<boolean> {
  const [row] = await tx.hot<{ so: boolean }>(text, []);
  return row?.so ?? false;
}
