import type { Selectable } from 'kysely';
import { query, type Tables, type Tx } from '../../platform/db/index.ts';
import type { Task } from './words.ts';

/** One task on one day, and who has it. */
export interface Slot {
  slotId: string;
  calendarId: string;
  task: Task;
  /** 'YYYY-MM-DD' by the calendar's clock. */
  day: string;
  startsAt: Date;
  endsAt: Date;
  helperId: string | null;
  takenAt: Date | null;
  /** What the helper said they bring; of a meal alone, though it came along when another task was changed for it. */
  brings: string;
  thankedAt: Date | null;
  closedAt: Date | null;
}

export const slotOf = (row: Selectable<Tables['help_slots']>): Slot => ({
  slotId: row.slot_id,
  calendarId: row.calendar_id,
  task: row.task as Task,
  day: row.day,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  helperId: row.helper_id,
  takenAt: row.taken_at,
  brings: row.task === 'meal' ? row.brings : '',
  thankedAt: row.thanked_at,
  closedAt: row.closed_at,
});

/** The slots of a calendar that end after a moment, soonest first. The database shows them to whom they are open. */
export async function slotsOf(tx: Tx, calendarId: string, after = new Date(0)): Promise<Slot[]> {
  const rows = await tx.all(
    query
      .selectFrom('help_slots')
      .selectAll()
      .where('calendar_id', '=', calendarId)
      .where('ends_at', '>', after)
      .orderBy('starts_at')
      .orderBy('slot_id'),
  );
  return rows.map(slotOf);
}

/** Whether somebody can still take it. */
export const isFree = ({ helperId, closedAt, endsAt }: Slot, now = new Date()): boolean =>
  helperId === null && closedAt === null && endsAt > now;

/** The free ones nearest to a moment, in the order of days. */
export function freeNear(slots: readonly Slot[], at: Date, most: number, now = new Date()): Slot[] {
  const distance = (slot: Slot) => Math.abs(+slot.startsAt - +at);
  return slots
    .filter((slot) => isFree(slot, now))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, most)
    .sort((a, b) => +a.startsAt - +b.startsAt);
}
