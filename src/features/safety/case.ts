import { sql } from 'kysely';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { NAMED_OF, type Nameable } from '../circle-names/index.ts';
import type { KeptGathering } from './kept-gathering.ts';
import type { Reason } from './report.ts';
import type { SubjectKind } from './subject.ts';

/** none: all is well. support: she was reached out to. hide: out of sight, restored by an appeal. */
export const DECISIONS = ['none', 'support', 'warn', 'hide', 'remove', 'suspend'] as const;
export type Choice = (typeof DECISIONS)[number];
/** And what those who look after a circle decide at once. mute: she only reads for a while. leave: other words are not let in. */
export type Decision = Choice | 'mute' | 'leave';

/** All that was reported of one thing, as it was, and where it stands. */
export interface Case {
  caseId: string;
  kind: SubjectKind;
  subjectId: string;
  memberId: string | null;
  anonymous: boolean;
  name: string;
  text: string;
  context: string[];
  circleId: string | null;
  /** The conversation it stands in, where the reader is in it too. */
  threadId: string | null;
  /** Of a gathering: its page, where the reader sees it too. */
  gatheringId: string | null;
  /** Of a gathering: what it said when it was reported. */
  kept: KeptGathering | null;
  /** null: none, or one that the reader may not know of. */
  circle: Nameable | null;
  /** Of the circle and the community: what people agreed on. */
  charter: string;
  /** care: whoever looks after the circle took it out of sight herself. */
  origin: 'report' | 'words' | 'care';
  danger: boolean;
  reasons: Reason[];
  openedAt: Date;
  dueAt: Date;
  assignedTo: string | null;
  assignee: string | null;
  answeredAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  decision: Decision | null;
  reason: string | null;
  rule: string | null;
  until: Date | null;
  overturnedAt: Date | null;
  appealedAt: Date | null;
  heardAt: Date | null;
  /** What it held is gone: the time to appeal is over. */
  emptiedAt: Date | null;
}

// Which cases there are for the reader is the policy's to say.
const cases = (where: ReturnType<typeof sql>, order: ReturnType<typeof sql>) => sql<Case>`
  SELECT c.case_id AS "caseId", c.subject_kind AS kind, c.subject_id AS "subjectId", c.subject_member_id AS "memberId",
    c.subject_pseudonym_id IS NOT NULL AS anonymous, c.subject_name AS name, c.subject_text AS text, c.context,
    c.circle_id AS "circleId",
    (SELECT s.thread_id FROM posts s WHERE c.subject_kind = 'post' AND s.community_id = c.community_id
      AND s.post_id = c.subject_id AND s.removed_at IS NULL) AS "threadId",
    (SELECT g.gathering_id FROM gatherings g WHERE c.subject_kind = 'gathering' AND g.community_id = c.community_id
      AND g.gathering_id = c.subject_id) AS "gatheringId", c.kept, ${sql.raw(NAMED_OF('k'))} AS circle, coalesce(k.charter, '') AS charter, c.origin, c.danger,
    coalesce((SELECT array_agg(DISTINCT r.reason) FROM access.case_reports(c.case_id) r), '{}') AS reasons,
    c.opened_at AS "openedAt", c.due_at AS "dueAt", c.assigned_to AS "assignedTo", a.display_name AS assignee,
    c.answered_at AS "answeredAt", c.decided_at AS "decidedAt", d.display_name AS "decidedBy", c.decision, c.reason, c.rule,
    c.until, c.overturned_at AS "overturnedAt", p.made_at AS "appealedAt", p.heard_at AS "heardAt", c.emptied_at AS "emptiedAt"
  FROM cases c
  LEFT JOIN circles k ON k.community_id = c.community_id AND k.circle_id = c.circle_id
  LEFT JOIN members a ON a.community_id = c.community_id AND a.member_id = c.assigned_to
  LEFT JOIN members d ON d.community_id = c.community_id AND d.member_id = c.decided_by
  LEFT JOIN appeals p ON p.community_id = c.community_id AND p.case_id = c.case_id
  WHERE ${where} ORDER BY ${order} LIMIT 100`;

/** What waits: danger first, then what is due first. */
export const waitingCases = (tx: Tx): Promise<Case[]> =>
  tx.all(cases(sql`c.decided_at IS NULL`, sql`c.danger DESC, c.due_at`));

/** The same in one circle. */
export const waitingIn = (tx: Tx, circleId: string): Promise<Case[]> =>
  tx.all(cases(sql`c.decided_at IS NULL AND c.circle_id = ${circleId}`, sql`c.danger DESC, c.due_at`));

/** What was decided in the last month. */
export const decidedCases = (tx: Tx): Promise<Case[]> =>
  tx.all(cases(sql`c.decided_at > now() - interval '30 days'`, sql`c.decided_at DESC`));

/** Decisions somebody disagrees with, that are the reader's to hear. */
export const appealsToHear = (tx: Tx): Promise<Case[]> =>
  tx.all(
    cases(sql`p.made_at IS NOT NULL AND p.heard_at IS NULL AND access.may_hear(c.case_id)`, sql`p.made_at`),
  );

/** How many appeals wait that nobody here may hear. */
export async function appealsWithoutHearer(tx: Tx): Promise<number> {
  return (
    (await tx.first(sql<{ count: number }>`SELECT access.appeals_without_hearer() AS count`))?.count ?? 0
  );
}

/** The case that is open on a post, where it is the reader's to see. */
export const openCaseOn = async (tx: Tx, postId: string): Promise<string | undefined> =>
  (
    await tx.first(
      query
        .selectFrom('cases')
        .select('case_id')
        .where('subject_kind', '=', 'post')
        .where('subject_id', '=', postId)
        .where('decided_at', 'is', null),
    )
  )?.case_id;

/** @throws Problem 404 */
export async function caseById(tx: Tx, caseId: string): Promise<Case> {
  return (await tx.first(cases(sql`c.case_id = ${caseId}`, sql`c.case_id`))) ?? notFound();
}

/** Earlier decisions on the same thing's author. With a name: which; without: only whether there were any. */
export const casesBefore = (tx: Tx, { caseId, memberId }: Case): Promise<Case[]> =>
  tx.all(
    cases(
      sql`c.subject_member_id = ${memberId} AND c.case_id <> ${caseId} AND c.decision NOT IN ('none', 'support', 'leave')`,
      sql`c.decided_at DESC`,
    ),
  );
