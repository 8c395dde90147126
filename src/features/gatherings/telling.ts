import type { Scope, Tx } from '../../platform/db/index.ts';
import { fellowsIn } from '../circles/index.ts';
import { notify } from '../notifications/index.ts';

type Kind = `gatherings.${'changed' | 'cancelled' | 'merged' | 'reinstated'}`;

/**
 * Tells those who mean to come or wait. `occurrences`: to which times; null is all that lie ahead. `about`: the one
 * time it is about, else the gathering as a whole.
 */
export async function tellComing(
  tx: Tx,
  kind: Kind,
  gatheringId: string,
  occurrences: string[] | null,
  about = gatheringId,
): Promise<void> {
  if (occurrences?.length === 0) return;
  const [row] = await tx.hot<Told>(THOSE_COMING, [gatheringId, occurrences]);
  if (!row || row.members.length === 0) return;
  await notify(tx, { to: row.members, kind, subjectId: about });
  if (row.herself) await tx.hot('SELECT access.notify_myself($1, $2)', [kind, about]);
}

interface Told {
  members: string[];
  /** It is kept by another's calendar, and she in whose name it is brought in step means to come. */
  herself: boolean;
}

const THOSE_COMING = `SELECT t.members, g.source_id IS NOT NULL AND access.member_id() = ANY (t.members) AS herself
  FROM gatherings g, access.those_coming($1, $2) AS t (members) WHERE g.gathering_id = $1`;

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
