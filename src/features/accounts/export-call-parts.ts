import { sql } from 'kysely';

type Row = Record<string, unknown>;

/** The calls she asked for, and what she did to call others. */
export const CALL_PARTS = {
  callbacks: (me: string) =>
    sql<Row>`SELECT sealed, language AS languages, hours AS free, topics, asked_at, promised_at, closed_at,
      closed_as AS ended_as, next_step FROM callbacks WHERE member_id = ${me} ORDER BY asked_at`,
  callbackApart: (me: string) =>
    sql<Row>`SELECT m.display_name, a.since AS created_at FROM callback_apart a
      LEFT JOIN members m ON m.community_id = a.community_id AND m.member_id = a.volunteer_id WHERE a.member_id = ${me}`,
  callOffers: (me: string) =>
    sql<Row>`SELECT answer, offered_at AS created_at, answered_at FROM callback_offers WHERE member_id = ${me} ORDER BY offered_at`,
  caller: (me: string) =>
    sql<Row>`SELECT languages, at_once AS capacity, trained_on, recorded_at AS created_at
      FROM call_volunteers WHERE member_id = ${me}`,
  callTurns: (me: string) =>
    sql<Row>`SELECT day AS starts_at, taken_at AS created_at, given_back_at AS revoked_at
      FROM call_turns WHERE member_id = ${me} ORDER BY day`,
  callRegulars: (me: string) =>
    sql<Row>`SELECT s.weekday, s.starts, r.since AS created_at FROM call_regulars r
      JOIN call_shifts s USING (community_id, shift_id) WHERE r.member_id = ${me} ORDER BY r.since`,
  // That she called and when. Whom, and what was said, is another's and nobody's.
  callsMade: (me: string) =>
    sql<Row>`SELECT act, at AS created_at FROM callback_events WHERE actor_id = ${me} ORDER BY at`,
};
