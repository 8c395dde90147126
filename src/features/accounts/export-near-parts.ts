import { sql } from 'kysely';
import { query } from '../../platform/db/index.ts';

type Row = Record<string, unknown>;

/** What she told her people, and what she says about herself to those near her. */
export const NEAR_PARTS = {
  updates: (me: string) =>
    sql<Row>`SELECT sealed, discreet, begun_at AS created_at, told_at, edited_at,
      (SELECT count(*)::int FROM update_readers r WHERE r.community_id = u.community_id AND r.update_id = u.update_id) AS readers
    FROM updates u WHERE u.member_id = ${me} ORDER BY u.begun_at`,
  nearWords: (me: string) =>
    query
      .selectFrom('near_words')
      .select(['sealed', 'part as near_part', 'shown', 'changed_at'])
      .where('member_id', '=', me),
};
