import type { Selectable } from 'kysely';
import type { Tables } from '../../platform/db/index.ts';

/** One time a gathering takes place. What is null is as the gathering says. */
export interface Occurrence {
  occurrenceId: string;
  gatheringId: string;
  /** When the rule put it, wherever it moved since (RFC 5545 RECURRENCE-ID). */
  recursAt: Date;
  startsAt: Date;
  endsAt: Date;
  sequence: number;
  title: string | null;
  venue: string | null;
  note: string;
  capacity: number | null;
  seatsTaken: number;
  waiting: number;
  /** null: nobody counted. */
  attended: number | null;
  /** Of these, people nobody knew by name. */
  othersCame: number | null;
  /** Set: it is no longer simply what the rule says. */
  changedAt: Date | null;
  cancelledAt: Date | null;
  cancelNote: string | null;
}

export type OccurrenceRow = Selectable<Tables['occurrences']>;

/** A row as the rest of the house reads it. */
export const occurrenceOf = (row: OccurrenceRow): Occurrence => ({
  occurrenceId: row.occurrence_id,
  gatheringId: row.gathering_id,
  recursAt: row.recurs_at,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  sequence: row.sequence,
  title: row.title,
  venue: row.venue,
  note: row.note,
  capacity: row.capacity,
  seatsTaken: row.seats_taken,
  waiting: row.waiting,
  attended: row.attended,
  othersCame: row.others_came,
  changedAt: row.changed_at,
  cancelledAt: row.cancelled_at,
  cancelNote: row.cancel_note,
});
