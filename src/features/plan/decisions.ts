import { sql } from 'kysely';
import type { Decisions, Message, Step } from '../../matching/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { isMessageKey } from '../../platform/i18n/index.ts';
import { todayIn } from '../../platform/time/index.ts';

export const STATES = ['done', 'not-now', 'declined'] as const;
export type State = (typeof STATES)[number];

/** What she decided about a step, with what it said then: the circle it spoke of may be gone by now. */
export interface Decided {
  key: string;
  state: State;
  /** null: written by an older release, in words we no longer have. */
  title: Message | null;
  at: Date;
  until: Date | null;
}

/** Her decisions, the newest first. */
export async function decisionsOf(tx: Tx, viewer: Viewer): Promise<Decided[]> {
  const rows = await tx.all(
    query
      .selectFrom('plan_decisions')
      .select(['step_key', 'state', 'title', 'decided_at', 'until'])
      .where('community_id', '=', viewer.communityId)
      .where('member_id', '=', viewer.memberId)
      .orderBy('decided_at', 'desc'),
  );
  return rows.map((row) => {
    const title = row.title as unknown as Message;
    return {
      key: row.step_key,
      state: row.state as State,
      title: isMessageKey(title.key) ? title : null,
      at: row.decided_at,
      until: row.until,
    };
  });
}

/** As the engine reads them: by key, with days of her calendar. */
export const asDecisions = (decided: Decided[], timeZone: string): Decisions =>
  new Map(
    decided.map(({ key, state, at, until }) => [
      key,
      { state, at: todayIn(timeZone, at), until: until && todayIn(timeZone, until) },
    ]),
  );

/** Writes down what she decided; a second thought replaces the first. */
export async function decide(tx: Tx, viewer: Viewer, step: Step, state: State): Promise<void> {
  const said = { state, title: JSON.stringify(step.title), kind: step.kind };
  await tx.run(
    query
      .insertInto('plan_decisions')
      .values({
        community_id: viewer.communityId,
        member_id: viewer.memberId,
        step_key: step.key,
        ...said,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['community_id', 'member_id', 'step_key'])
          .doUpdateSet({ ...said, decided_at: sql<Date>`now()`, until: null }),
      ),
  );
}

/** Takes a decision back: the step may be offered again. */
export async function reopen(tx: Tx, viewer: Viewer, key: string): Promise<void> {
  await tx.run(
    query
      .deleteFrom('plan_decisions')
      .where('community_id', '=', viewer.communityId)
      .where('member_id', '=', viewer.memberId)
      .where('step_key', '=', key),
  );
}
