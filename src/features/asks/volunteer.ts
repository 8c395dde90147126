import type { Support } from '../../matching/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';

/** Whether she is a support volunteer here, and answers now. */
export type Volunteering = 'no' | 'answers' | 'paused';

export async function volunteering(tx: Tx, viewer: Viewer): Promise<Volunteering> {
  const row = await tx.first(
    query.selectFrom('support_volunteers').select('paused_at').where('member_id', '=', viewer.memberId),
  );
  return row ? (row.paused_at ? 'paused' : 'answers') : 'no';
}

export interface Volunteer {
  memberId: string;
  name: string;
  paused: boolean;
  namedAt: Date;
}

/** Everybody a coordinator has named, and who else could be. */
export async function volunteers(
  tx: Tx,
): Promise<{ named: Volunteer[]; others: { memberId: string; name: string }[] }> {
  const rows = await tx.hot<Volunteer & { named: boolean }>(
    `SELECT m.member_id AS "memberId", m.display_name AS name, v.member_id IS NOT NULL AS named,
       v.paused_at IS NOT NULL AS paused, v.named_at AS "namedAt"
     FROM members m LEFT JOIN support_volunteers v USING (community_id, member_id)
     ORDER BY m.display_name, m.member_id LIMIT 5000`,
    [],
  );
  return { named: rows.filter(({ named }) => named), others: rows.filter(({ named }) => !named) };
}

/** @throws Problem 404 when there is no such member */
export async function nameVolunteer(tx: Tx, viewer: Viewer, memberId: string): Promise<void> {
  const found = await tx.first(
    query.selectFrom('members').select('member_id').where('member_id', '=', memberId),
  );
  if (!found) notFound();
  await tx.run(
    query
      .insertInto('support_volunteers')
      .values({ community_id: viewer.communityId, member_id: memberId })
      .onConflict((same) => same.doNothing()),
  );
}

export async function unnameVolunteer(tx: Tx, memberId: string): Promise<void> {
  const gone = await tx.run(query.deleteFrom('support_volunteers').where('member_id', '=', memberId));
  if (gone === 0) notFound();
}

/** That somebody waits: of what kind, and since which hour. Nothing else is told to anybody. */
export const unanswered = (tx: Tx, now = new Date()): Promise<{ kind: Support; since: Date }[]> =>
  tx.hot('SELECT kind, since FROM access.unanswered_asks($1)', [now]);
