import type { Scope, Tx } from '../../platform/db/index.ts';
import { fellowsIn } from '../circles/index.ts';
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

/** Tells the others in its circle that something is planned; a gathering of nobody's circle is found, not told. */
export async function tellCircle(
  tx: Tx,
  viewer: Scope,
  circleId: string | null,
  gatheringId: string,
): Promise<void> {
  if (!circleId) return;
  const others = (await fellowsIn(tx, viewer, circleId)).filter(({ isSelf }) => !isSelf);
  if (others.length === 0) return;
  const to = others.map(({ memberId }) => memberId);
  await notify(tx, { to, kind: 'gatherings.planned', circleId, subjectId: gatheringId });
}
