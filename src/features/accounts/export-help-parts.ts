import { type Compilable, sql } from 'kysely';
import { query } from '../../platform/db/index.ts';

type Row = Record<string, unknown>;

/** What practical help and her people leave behind; sealed columns are opened for her in export.ts. */
export const HELP_PARTS = {
  people: (me) =>
    query
      .selectFrom('people')
      .select(['sealed', 'kin', 'sees_help', 'sees_updates', 'sees_how', 'added_at'])
      .where('member_id', '=', me)
      .orderBy('added_at'),
  ecomap: (me) =>
    query.selectFrom('ecomaps').select(['sealed', 'tells', 'told_at']).where('member_id', '=', me),
  links: (me) =>
    query
      .selectFrom('links')
      .select(['kind as leads_to', 'made_at as created_at', 'revoked_at'])
      .where('holder_id', '=', me)
      .orderBy('made_at'),
  helpCalendars: (
    me,
  ) => sql<Row>`SELECT occasion, consent AS state, asked_at AS created_at, ended_at FROM help_calendars
    WHERE ${me}::uuid IN (holder_id, organiser_id) ORDER BY asked_at`,
  helpWishes: (me) => sql<Row>`SELECT p.sealed FROM help_particulars p
    JOIN help_calendars c USING (community_id, calendar_id) WHERE c.holder_id = ${me}::uuid ORDER BY p.part DESC`,
  // Who came, by the name they left; how they are reached is theirs.
  helpTurns: (me) => sql<Row>`SELECT h.sealed, s.task, s.starts_at, s.brings AS note FROM help_slots s
    JOIN help_calendars c USING (community_id, calendar_id)
    LEFT JOIN help_helpers h ON h.community_id = s.community_id AND h.helper_id = s.helper_id
    WHERE c.holder_id = ${me}::uuid ORDER BY s.starts_at`,
  helping: (me) => sql<Row>`SELECT s.task, s.starts_at, s.brings AS note, h.added_at FROM help_helpers h
    LEFT JOIN help_slots s USING (community_id, helper_id) WHERE h.member_id = ${me}::uuid ORDER BY s.starts_at`,
  outsideLetters: (me) =>
    query
      .selectFrom('outside_letters')
      .select(['state', 'created_at', 'ended_at as sent_at'])
      .where('holder_id', '=', me)
      .where('state', '=', 'sent')
      .orderBy('created_at'),
} satisfies Record<string, (me: string) => Compilable<Row> | ReturnType<typeof sql<Row>>>;
