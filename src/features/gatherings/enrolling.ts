import type { Scope, Tx } from '../../platform/db/index.ts';
import type { Outcome, Party } from './coming.ts';

/** Her sign-up for every session of a series. */
export interface Enrolment {
  answer: 'yes' | 'waiting';
  guests: number;
  children: number;
  /** On the waitlist: 1 is next. */
  place: number | null;
}

/** Signs her up for all that is left of a series, or changes how many come along. */
export async function enrol(tx: Tx, gatheringId: string, party: Required<Party>): Promise<Outcome> {
  const [row] = await tx.hot<{ outcome: Outcome }>('SELECT access.enrol($1, $2, $3) AS outcome', [
    gatheringId,
    party.guests,
    party.children,
  ]);
  return row!.outcome;
}

/** Ends it: her places go to those who wait. False when there was none. */
export async function endEnrolment(tx: Tx, gatheringId: string): Promise<boolean> {
  const [row] = await tx.hot<{ ended: boolean }>('SELECT access.end_enrolment($1) AS ended', [gatheringId]);
  return row?.ended === true;
}

export async function enrolmentOf(tx: Tx, viewer: Scope, gatheringId: string): Promise<Enrolment | null> {
  const [row] = await tx.hot<Enrolment>(
    `SELECT e.answer, e.guests, e.children, p.place FROM enrolments e
     LEFT JOIN access.my_places(ARRAY[$3::uuid]) p ON p.line_of = e.gathering_id
     WHERE e.community_id = $1 AND e.member_id = $2 AND e.gathering_id = $3`,
    [viewer.communityId, viewer.memberId, gatheringId],
  );
  return row ?? null;
}
