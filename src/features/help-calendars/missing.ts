import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { seenCalendar } from './access.ts';
import type { HelpCalendar } from './calendar.ts';
import { type Slot, slotOf } from './slot.ts';

/** What somebody who came too late is shown: what they wanted, and the few that are open nearest to it. */
export interface Missed {
  calendar: HelpCalendar;
  slot: Slot;
  slots: Slot[];
}

type SlotRow = Parameters<typeof slotOf>[0];

const NEAR = 6;

/** In the same transaction as the claim, and with no more of the calendar than that: many may come too late at once. */
export async function missedOf(tx: Tx, keys: Keyring, calendarId: string, slotId: string): Promise<Missed> {
  const calendar = await seenCalendar(tx, keys, calendarId);
  const [row] = await tx.hot<SlotRow>('SELECT * FROM help_slots WHERE slot_id = $1', [slotId]);
  if (!row) return notFound();
  const near = await tx.hot<SlotRow>(
    `SELECT * FROM help_slots WHERE calendar_id = $1 AND helper_id IS NULL AND closed_at IS NULL AND ends_at > now()
     ORDER BY abs(extract(epoch FROM starts_at - $2::timestamptz)), slot_id LIMIT ${NEAR}`,
    [calendarId, row.starts_at],
  );
  return { calendar, slot: slotOf(row), slots: near.map(slotOf) };
}
