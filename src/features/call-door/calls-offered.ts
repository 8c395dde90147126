import type { Tx } from '../../platform/db/index.ts';

/** Whether anybody in this community could call the member who asks. */
export async function callsOffered(tx: Tx): Promise<boolean> {
  const [row] = await tx.hot<{ offered: boolean }>('SELECT access.calls_offered() AS offered', []);
  return row?.offered ?? false;
}
