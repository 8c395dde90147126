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

/** Everybody a coordinator has named. */
export const volunteers = (tx: Tx): Promise<Volunteer[]> =>
  tx.hot<Volunteer>(
    `SELECT m.member_id AS "memberId", m.display_name AS name, v.paused_at IS NOT NULL AS paused, v.named_at AS "namedAt"
     FROM support_volunteers v JOIN members m USING (community_id, member_id) ORDER BY m.display_name, m.member_id`,
    [],
  );

const FOUND_MOST = 20;

/** Members of such a name who are not named yet; none while nothing is looked for. */
export async function membersCalled(tx: Tx, name: string): Promise<{ memberId: string; name: string }[]> {
  if (name === '') return [];
  return tx.hot(
    `SELECT m.member_id AS "memberId", m.display_name AS name FROM members m
     WHERE position(lower($1) IN lower(m.display_name)) > 0
       AND NOT EXISTS (SELECT FROM support_volunteers v WHERE v.community_id = m.community_id AND v.member_id = m.member_id)
     ORDER BY m.display_name, m.member_id LIMIT $2`,
    [name, FOUND_MOST],
  );
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
