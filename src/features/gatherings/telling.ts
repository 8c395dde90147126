import type { Tx } from '../../platform/db/index.ts';
import { notify } from '../notifications/index.ts';

type Told = 'gatherings.changed' | 'gatherings.cancelled' | 'gatherings.reinstated';

/**
 * Tells those who mean to come or wait. `occurrences`: to which times; null is all that lie ahead. `about`: the one
 * time it is about, else the gathering as a whole.
 */
export async function tellComing(
  tx: Tx,
  kind: Told,
  gatheringId: string,
  occurrences: string[] | null,
  about = gatheringId,
): Promise<void> {
  if (occurrences?.length === 0) return;
  const [row] = await tx.hot<{ members: string[] }>('SELECT access.those_coming($1, $2) AS members', [
    gatheringId,
    occurrences,
  ]);
  if (row && row.members.length > 0) await notify(tx, { to: row.members, kind, subjectId: about });
}
