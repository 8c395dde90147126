import { sql } from 'kysely';

type Row = Record<string, unknown>;

/** Her place on the waiting list for a circle, the seats kept for her, and what she offered to lead. */
export const FORMING_PARTS = {
  circleWaits: (me: string) =>
    sql<Row>`SELECT state, languages, free, meets, max_miles, topics, not_alone, why, since AS started_at, ended_at
      FROM circle_waits WHERE member_id = ${me} ORDER BY since`,
  // Of the circle what she was shown; never who else had a seat.
  circleSeats: () =>
    sql<Row>`SELECT name, role, state, reasons AS why, offered_at AS asked_at, answer_by AS until FROM access.my_seats()
      ORDER BY offered_at`,
  circleLead: (me: string) =>
    sql<Row>`SELECT state, languages, free, meets, max_miles, topics, circles AS capacity, paused_at, offered_at AS created_at,
      decided_at FROM circle_leads WHERE member_id = ${me}`,
  circlesFormed: (me: string) =>
    sql<Row>`SELECT name, made_at AS created_at FROM forming_circles WHERE made_by = ${me} ORDER BY made_at`,
  formings: (me: string) =>
    sql<Row>`SELECT planned_for AS starts_at, finished_at FROM forming_rounds WHERE finished_by = ${me} ORDER BY planned_for`,
};
