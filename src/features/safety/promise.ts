import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** What a community promises, and what it does when somebody is in danger. */
export interface SafetyPromise {
  answerHours: number;
  dangerHours: number;
  /** '': our default steps. */
  escalation: string;
}

export const DEFAULT_PROMISE: SafetyPromise = { answerHours: 24, dangerHours: 1, escalation: '' };

export async function promiseOf(tx: Tx): Promise<SafetyPromise> {
  const row = await tx.first(
    query.selectFrom('safety_settings').select(['answer_hours', 'danger_hours', 'escalation']),
  );
  return row
    ? { answerHours: row.answer_hours, dangerHours: row.danger_hours, escalation: row.escalation }
    : DEFAULT_PROMISE;
}

/** Coordinators alone; the policy sees to it. */
export async function savePromise(tx: Tx, viewer: Viewer, promise: SafetyPromise): Promise<void> {
  const values = {
    answer_hours: promise.answerHours,
    danger_hours: promise.dangerHours,
    escalation: promise.escalation,
  };
  await tx.run(
    query
      .insertInto('safety_settings')
      .values({ community_id: viewer.communityId, ...values })
      .onConflict((known) => known.column('community_id').doUpdateSet(values)),
  );
}

/** How it is kept: the last thirty days. */
export interface PromiseKept {
  answered: number;
  /** Hours to the first answer; null when there was none. */
  median: number | null;
  slowest: number | null;
  inTime: number;
  overdue: number;
}

export async function promiseKept(tx: Tx): Promise<PromiseKept> {
  const [row] = await tx.hot<PromiseKept>(
    `SELECT count(*) FILTER (WHERE answered_at IS NOT NULL)::int AS answered,
      round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - opened_at)) / 3600)::numeric, 1)::float AS median,
      round((percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - opened_at)) / 3600)::numeric, 1)::float AS slowest,
      count(*) FILTER (WHERE answered_at <= due_at)::int AS "inTime",
      count(*) FILTER (WHERE answered_at IS NULL AND due_at < now())::int AS overdue
    FROM cases WHERE origin <> 'care' AND (opened_at > now() - interval '30 days' OR decided_at IS NULL)`,
    [],
  );
  return row!;
}
