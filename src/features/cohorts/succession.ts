import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** Keys that change hands, as somebody concerned sees it. */
export interface Succession {
  successionId: string;
  circleId: string;
  /** null: nobody was there to hand over, or she is gone. */
  from: { memberId: string; name: string } | null;
  to: { memberId: string; name: string };
  /** named: she has not answered. offered: the coordinator has not. */
  state: 'named' | 'offered' | 'announced' | 'effected';
  takesEffectAt: Date | null;
  mayStop: boolean;
}

interface SuccessionRow {
  succession_id: string;
  circle_id: string;
  from_member: string | null;
  from_name: string | null;
  to_member: string;
  to_name: string;
  accepted_at: Date | null;
  takes_effect_at: Date | null;
  effected_at: Date | null;
  keys: boolean;
}

const STANDING = `
  SELECT s.*, f.display_name AS from_name, t.display_name AS to_name,
    s.circle_id = ANY (access.my_facilitated_ids()) AS keys
  FROM successions s JOIN members t ON t.community_id = s.community_id AND t.member_id = s.to_member
  LEFT JOIN members f ON f.community_id = s.community_id AND f.member_id = s.from_member
  WHERE s.community_id = $1 AND s.called_off_at IS NULL AND s.undone_at IS NULL
    AND (s.effected_at IS NULL OR s.effected_at > now() - interval '7 days')`;

/** What is named, offered, announced or just done in a circle, as far as she may know. */
export async function successionsIn(tx: Tx, viewer: Viewer, circleId: string): Promise<Succession[]> {
  const rows = await tx.hot<SuccessionRow>(`${STANDING} AND s.circle_id = $2 ORDER BY s.named_at DESC`, [
    viewer.communityId,
    circleId,
  ]);
  return rows.map((row) => readSuccession(viewer, row));
}

/** For the coordinator: who offered to look after a circle that nobody looks after. */
export async function offersToKeep(tx: Tx, viewer: Viewer): Promise<Succession[]> {
  const rows = await tx.hot<SuccessionRow>(`${STANDING} AND s.from_member IS NULL ORDER BY s.named_at`, [
    viewer.communityId,
  ]);
  return rows.map((row) => readSuccession(viewer, row));
}

function readSuccession(viewer: Viewer, row: SuccessionRow): Succession {
  const hers = [row.from_member, row.to_member].includes(viewer.memberId);
  return {
    successionId: row.succession_id,
    circleId: row.circle_id,
    from: row.from_member ? { memberId: row.from_member, name: row.from_name ?? '' } : null,
    to: { memberId: row.to_member, name: row.to_name },
    state: row.effected_at
      ? 'effected'
      : row.takes_effect_at
        ? 'announced'
        : row.accepted_at
          ? 'offered'
          : 'named',
    takesEffectAt: row.takes_effect_at,
    mayStop: hers || row.keys || viewer.role === 'coordinator',
  };
}

/** Why a circle needs somebody: its facilitators are away, or one got the keys unasked. Listed ones, for coordinators. */
export async function untendedCircles(tx: Tx): Promise<{ circleId: string; why: 'away' | 'unasked' }[]> {
  const rows = await tx.hot<{ circle_id: string; why: 'away' | 'unasked' }>(
    'SELECT circle_id, why FROM access.untended_circles()',
    [],
  );
  return rows.map((row) => ({ circleId: row.circle_id, why: row.why }));
}

/** Whether anybody looks after a circle of hers. */
export async function isUntended(tx: Tx, circleId: string): Promise<boolean> {
  const [row] = await tx.hot<{ yes: boolean }>('SELECT access.is_untended($1) AS yes', [circleId]);
  return row!.yes;
}

const answer = async <A>(tx: Tx, text: string, values: string[]): Promise<A> =>
  (await tx.hot<{ said: A }>(text, values))[0]!.said;

/** A facilitator names who might look after the circle next; she is asked, and nobody else is told yet. */
export const nameSuccessor = (tx: Tx, circleId: string, memberId: string) =>
  answer<'named' | 'already' | 'absent'>(tx, 'SELECT access.name_successor($1, $2, $3) AS said', [
    newId(),
    circleId,
    memberId,
  ]);

/** A member offers herself where nobody looks after the circle. */
export const offerToKeep = (tx: Tx, circleId: string) =>
  answer<'announced' | 'offered' | 'already' | 'absent'>(tx, 'SELECT access.offer_to_keep($1, $2) AS said', [
    newId(),
    circleId,
  ]);

export const acceptSuccession = (tx: Tx, id: string) =>
  answer<boolean>(tx, 'SELECT access.accept_succession($1) AS said', [id]);
export const appoint = (tx: Tx, id: string) => answer<boolean>(tx, 'SELECT access.appoint($1) AS said', [id]);
export const callOffSuccession = (tx: Tx, id: string) =>
  answer<boolean>(tx, 'SELECT access.call_off_succession($1) AS said', [id]);
/** alone: nobody would be left to hold the keys. */
export const undoSuccession = (tx: Tx, id: string) =>
  answer<'undone' | 'alone' | 'absent'>(tx, 'SELECT access.undo_succession($1) AS said', [id]);
export const effectSuccession = (tx: Tx, id: string) =>
  answer<boolean>(tx, 'SELECT access.effect_succession($1) AS said', [id]);
/** She who got the keys unasked keeps them. */
export const keepTheKeys = (tx: Tx, circleId: string) =>
  answer<boolean>(tx, 'SELECT access.keep_the_keys($1) AS said', [circleId]);
