import { type SqlBool, sql } from 'kysely';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { notify } from '../notifications/index.ts';
import type { Reason } from './report.ts';
import type { SubjectKind } from './subject.ts';

/** A report in the moderators' queue: what was seen, by whom, and what came of it. */
export interface Case {
  reportId: string;
  kind: SubjectKind;
  name: string;
  text: string;
  reason: Reason;
  note: string;
  createdAt: Date;
  reporter: string | null;
  /** null: none, or one that the moderator may not know of. */
  circle: string | null;
  inCircle: boolean;
  handledAt: Date | null;
  handledBy: string | null;
  outcome: string | null;
}

// What a moderator may see is the policy's to say: every report of the community but those about herself.
const cases = () =>
  query
    .selectFrom('reports as r')
    .leftJoin('members as m', (join) =>
      join.onRef('m.community_id', '=', 'r.community_id').onRef('m.member_id', '=', 'r.reporter_id'),
    )
    .leftJoin('members as h', (join) =>
      join.onRef('h.community_id', '=', 'r.community_id').onRef('h.member_id', '=', 'r.handled_by'),
    )
    .leftJoin('circles as c', (join) =>
      join.onRef('c.community_id', '=', 'r.community_id').onRef('c.circle_id', '=', 'r.circle_id'),
    )
    .select([
      'r.report_id as reportId',
      'r.subject_name as name',
      'r.subject_text as text',
      'r.note',
      'r.created_at as createdAt',
      'r.handled_at as handledAt',
      'r.outcome',
      'm.display_name as reporter',
      'h.display_name as handledBy',
      'c.name as circle',
      sql<boolean>`r.circle_id IS NOT NULL`.as('inCircle'),
      sql<SubjectKind>`r.subject_kind`.as('kind'),
      sql<Reason>`r.reason`.as('reason'),
    ])
    // A moderator's own reports are for the others when they are about herself; the policy shows her those she made.
    .where(sql<SqlBool>`access.may_moderate(r.subject_member_id, r.subject_pseudonym_id)`);

const SHOWN = 100;

/** What waits: danger first, then the longest wait. */
export const waitingCases = (tx: Tx): Promise<Case[]> =>
  tx.all(
    cases()
      .where('r.handled_at', 'is', null)
      .orderBy(sql`(r.reason = 'danger') DESC, r.created_at`)
      .limit(SHOWN),
  );

/** What was closed lately. */
export const closedCases = (tx: Tx): Promise<Case[]> =>
  tx.all(cases().where('r.handled_at', 'is not', null).orderBy('r.handled_at', 'desc').limit(20));

/** @throws Problem 404 */
export async function caseById(tx: Tx, reportId: string): Promise<Case> {
  return (await tx.first(cases().where('r.report_id', '=', reportId))) ?? notFound();
}

/**
 * Closes a report with what came of it, which the reporter reads; takes the post away as well if asked to.
 * Resolves to false when somebody else closed it first.
 */
export async function closeCase(
  tx: Tx,
  viewer: Viewer,
  reportId: string,
  { outcome, removes }: { outcome: string; removes: boolean },
): Promise<boolean> {
  if (removes) await tx.run(sql`SELECT access.remove_reported_post(${reportId})`);
  const closed = await tx.first(
    query
      .updateTable('reports')
      .set({ handled_at: new Date(), handled_by: viewer.memberId, outcome })
      .where('community_id', '=', viewer.communityId)
      .where('report_id', '=', reportId)
      .where('handled_at', 'is', null)
      .returning('reporter_id'),
  );
  if (closed) await notify(tx, { to: closed.reporter_id, kind: 'safety.report-closed', subjectId: reportId });
  return closed !== undefined;
}
