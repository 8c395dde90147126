import { sql } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Choice } from './case.ts';
import { CONTEXT_MOST, type Subject, type SubjectKind } from './subject.ts';

export const REASONS = ['danger', 'harassment', 'selling', 'misinformation', 'privacy', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** A report as its reporter may read it. */
export interface OwnReport {
  reportId: string;
  kind: SubjectKind;
  subjectId: string;
  name: string;
  text: string;
  reason: Reason;
  note: string;
  createdAt: Date;
  handledAt: Date | null;
  /** What was decided, and a line to her if there is one. */
  decision: Choice | null;
  outcome: string | null;
  /** Written without a name: it can be hidden, but nobody can be blocked. */
  anonymous: boolean;
  memberId: string | null;
}

/**
 * Keeps what she saw and why it worries her, for the moderators; the database gathers it into the case that is open on
 * the same thing, or opens one. Of a private message only what the reporter hands over is ever seen. While a report of hers on the same thing waits, no
 * second one is made. Resolves to the id of the one that waits.
 */
export async function report(
  tx: Tx,
  viewer: Viewer,
  subject: Subject,
  why: { reason: Reason; note: string },
): Promise<string> {
  await tx.run(
    query
      .insertInto('reports')
      .values({
        community_id: viewer.communityId,
        report_id: newId(),
        reporter_id: viewer.memberId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        subject_member_id: subject.memberId,
        subject_pseudonym_id: subject.pseudonymId,
        circle_id: subject.circleId,
        subject_text: subject.text,
        subject_name: subject.name,
        reason: why.reason,
        note: why.note,
        context: subject.context?.slice(-CONTEXT_MOST).map((line) => line.slice(0, 2000)) ?? [],
      })
      .onConflict((same) => same.doNothing()),
  );
  const waiting = await tx.first(
    query
      .selectFrom('reports')
      .select('report_id')
      .where('reporter_id', '=', viewer.memberId)
      .where('subject_kind', '=', subject.kind)
      .where('subject_id', '=', subject.id)
      .where('handled_at', 'is', null),
  );
  return waiting?.report_id ?? notFound();
}

// By name and never by policy: a moderator sees more than her own.
const own = (viewer: Viewer) =>
  query
    .selectFrom('reports')
    .select([
      'report_id as reportId',
      'subject_id as subjectId',
      'subject_name as name',
      'subject_text as text',
      'note',
      'created_at as createdAt',
      'handled_at as handledAt',
      'outcome',
      'subject_member_id as memberId',
      sql<boolean>`subject_pseudonym_id IS NOT NULL`.as('anonymous'),
      sql<SubjectKind>`subject_kind`.as('kind'),
      sql<Reason>`reason`.as('reason'),
      sql<Choice | null>`decision`.as('decision'),
    ])
    .where('community_id', '=', viewer.communityId)
    .where('reporter_id', '=', viewer.memberId);

/** Her reports, newest first. */
export const ownReports = (tx: Tx, viewer: Viewer): Promise<OwnReport[]> =>
  tx.all(own(viewer).orderBy('created_at', 'desc').limit(100));

/** @throws Problem 404 when it is not hers */
export async function ownReport(tx: Tx, viewer: Viewer, reportId: string): Promise<OwnReport> {
  return (await tx.first(own(viewer).where('report_id', '=', reportId))) ?? notFound();
}
