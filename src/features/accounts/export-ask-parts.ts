import { sql } from 'kysely';

type Row = Record<string, unknown>;

/** What she asked for and what she offers. */
export const ASK_PARTS = {
  helpOffers: (me: string) =>
    sql<Row>`SELECT kind AS support, words, things, boundaries, not_for, free, languages, online, max_miles,
      at_once AS capacity, paused_at, offered_at AS created_at FROM help_offers WHERE member_id = ${me} ORDER BY offered_at`,
  asks: (me: string) =>
    sql<Row>`SELECT kind AS support, words, thing, needed, at AS starts_at, no_visits, asked_at, closed_at, closed_as AS ended_as
      FROM asks WHERE member_id = ${me} ORDER BY asked_at`,
  askedPeople: (me: string) =>
    sql<Row>`SELECT a.asked_at, p.answer, p.answered_at FROM ask_people p JOIN asks a USING (community_id, ask_id)
      WHERE p.member_id = ${me} ORDER BY a.asked_at`,
  // What she was asked to help with: when, and what she answered. The words are another's.
  helped: (me: string) =>
    sql<Row>`SELECT asked_at, state AS answer, answered_at, thanked_at FROM ask_introductions
      WHERE helper_id = ${me} ORDER BY asked_at`,
  volunteering: (me: string) =>
    sql<Row>`SELECT at_once AS capacity, paused_at, named_at AS created_at FROM support_volunteers WHERE member_id = ${me}`,
};
