import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { NAMED_OF, type Nameable } from '../circle-names/index.ts';
import type { Decision } from './case.ts';
import type { SubjectKind } from './subject.ts';

/** A decision about the reader: what and why; never who decided, never who reported. */
export interface DecisionAboutMe {
  case_id: string;
  subject_kind: SubjectKind;
  subject_text: string;
  circle: Nameable | null;
  decision: Decision;
  reason: string;
  rule: string | null;
  decided_at: Date;
  until: Date | null;
  overturned_at: Date | null;
  appealed_at: Date | null;
  appeal: string | null;
  heard_at: Date | null;
  answer: string | null;
  /** Until when she can say that she sees it differently. */
  appeal_by: Date;
  emptied_at: Date | null;
}

export const decisionsAboutMe = (tx: Tx): Promise<DecisionAboutMe[]> =>
  tx.all(sql<DecisionAboutMe>`SELECT * FROM access.decisions_about_me()`);

/** @throws Problem 404 when it is not about her */
export async function decisionAboutMe(tx: Tx, caseId: string): Promise<DecisionAboutMe> {
  return (await decisionsAboutMe(tx)).find((one) => one.case_id === caseId) ?? notFound();
}

/** The gathering of hers that a decision is about, by the name it had when it was reported. */
export const gatheringDecidedOn = (
  tx: Tx,
  caseId: string,
): Promise<{ gathering_id: string; name: string } | undefined> =>
  tx.first(sql<{ gathering_id: string; name: string }>`SELECT * FROM access.decided_gathering(${caseId})`);

/** She disagrees; once, and in time. @throws Problem 404 */
export async function appeal(
  tx: Tx,
  caseId: string,
  words: string,
): Promise<'appealed' | 'already' | 'late'> {
  const row = await tx.first(
    sql<{
      said: 'appealed' | 'already' | 'late' | 'absent';
    }>`SELECT access.appeal(${caseId}, ${words}) AS said`,
  );
  return !row || row.said === 'absent' ? notFound() : row.said;
}

/** That two moderators learned who she is behind a pseudonym: which two, and why. */
export interface Revealed {
  case_id: string;
  words: string;
  reason: string;
  at: Date;
  first: string | null;
  second: string | null;
}

export const revealsOfMe = (tx: Tx): Promise<Revealed[]> =>
  tx.all(sql<Revealed>`SELECT * FROM access.reveals_of_me()`);

/** Where she only reads for now by a decision of before there was an appeal. */
export interface OwnMute {
  circle: Nameable | null;
  reason: string;
  until: Date;
}

export const ownMutes = (tx: Tx): Promise<OwnMute[]> =>
  tx.all(sql<OwnMute>`SELECT ${sql.raw(NAMED_OF('c'))} AS circle, s.reason, s.until FROM sanctions s
    LEFT JOIN circles c ON c.community_id = s.community_id AND c.circle_id = s.circle_id
    WHERE s.member_id = access.member_id() AND s.kind = 'mute' AND s.case_id IS NULL AND s.lifted_at IS NULL AND s.until > now() ORDER BY s.until`);
