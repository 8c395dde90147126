import type { Tx } from '../../platform/db/index.ts';

/** Marking begins so long before the first people arrive. */
const EARLY_MS = 30 * 60_000;

/** One who said she would come, might, or waited, as whoever runs it marks her. */
export interface Attendee {
  memberId: string;
  name: string;
  answer: 'yes' | 'maybe' | 'waiting' | 'no';
  guests: number;
  children: number;
  /** null: not marked. */
  attended: boolean | null;
}

/** Everybody to be marked; nobody, for whoever does not run it. */
export async function attendanceAt(tx: Tx, occurrenceId: string): Promise<Attendee[]> {
  const rows = await tx.hot<
    Omit<Attendee, 'memberId' | 'name'> & { member_id: string; display_name: string }
  >('SELECT * FROM access.attendance($1)', [occurrenceId]);
  return rows.map(({ member_id, display_name, ...row }) => ({
    memberId: member_id,
    name: display_name,
    answer: row.answer,
    guests: row.guests,
    children: row.children,
    attended: row.attended,
  }));
}

/** One member who came or did not (null: not marked after all), or how many came whom nobody knew. */
export type Mark = { memberId: string; came: boolean | null } | { others: number };
export type Marked = 'marked' | 'early' | 'absent';

export async function markAttendance(tx: Tx, occurrenceId: string, mark: Mark): Promise<Marked> {
  const values =
    'others' in mark
      ? [occurrenceId, null, null, mark.others]
      : [occurrenceId, mark.memberId, mark.came, null];
  const [row] = await tx.hot<{ marked: Marked }>(
    'SELECT access.mark_attendance($1, $2, $3, $4) AS marked',
    values,
  );
  return row!.marked;
}

export const mayMark = (startsAt: Date, now = new Date()): boolean => +now >= +startsAt - EARLY_MS;
