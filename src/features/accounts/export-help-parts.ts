import type { Compilable } from 'kysely';
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
  outsideLetters: (me) =>
    query
      .selectFrom('outside_letters')
      .select(['state', 'created_at', 'ended_at as sent_at'])
      .where('holder_id', '=', me)
      .where('state', '=', 'sent')
      .orderBy('created_at'),
} satisfies Record<string, (me: string) => Compilable<Row>>;
