import { sql } from 'kysely';
import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { linkPath } from '../links/index.ts';
import { keyOf } from '../sealing/index.ts';
import { calendarOf, type HelpCalendar, isOpen } from './calendar.ts';
import { pathOf } from './paths.ts';
import { type Slot, slotOf } from './slot.ts';
import { nameIn } from './who-helps.ts';

/** A slot in a member's own calendar: somebody comes to her, or it is her turn for somebody. */
export interface SlotAhead {
  slot: Slot;
  calendar: HelpCalendar;
  /** Who comes to her; null when it is her own turn. */
  helper: string | null;
  path: string;
}

/** What is taken for her, and what she took for others, while it has not ended and begins before `until`. */
export async function herSlotsAhead(
  tx: Tx,
  keys: Keyring,
  viewer: Scope & { memberId: string },
  now: Date,
  until: Date,
): Promise<SlotAhead[]> {
  const rows = await tx.all(sql<SlotRow>`
    SELECT s.*, h.sealed AS named, h.member_id FROM help_slots s JOIN help_helpers h USING (community_id, helper_id)
    WHERE s.ends_at > ${now} AND s.starts_at < ${until} AND s.closed_at IS NULL ORDER BY s.starts_at`);
  if (rows.length === 0) return [];
  const key = await keyOf(tx, keys, viewer.memberId);
  const calendars = await calendarsAmong(tx, keys, rows);
  const links = await tx.hot<{ calendar_id: string; link_id: string }>(
    'SELECT calendar_id, link_id FROM access.my_help_turns()',
    [],
  );
  return rows.flatMap((row): SlotAhead[] => {
    const calendar = calendars.get(row.calendar_id);
    if (!calendar || !isOpen(calendar)) return [];
    const ahead = { slot: slotOf(row), calendar };
    const link = links.find((one) => one.calendar_id === row.calendar_id)?.link_id;
    if (row.member_id === viewer.memberId && link)
      return [{ ...ahead, helper: null, path: linkPath(keys, 'helper', link) }];
    if (calendar.holderId !== viewer.memberId || calendar.forOther || !key) return [];
    return [{ ...ahead, helper: nameIn(key, row.named), path: pathOf(row.calendar_id) }];
  });
}

type SlotRow = Parameters<typeof slotOf>[0] & { named: string; member_id: string | null };

async function calendarsAmong(tx: Tx, keys: Keyring, rows: SlotRow[]): Promise<Map<string, HelpCalendar>> {
  const found = await tx.all(
    query
      .selectFrom('help_calendars')
      .selectAll()
      .where('calendar_id', 'in', [...new Set(rows.map((row) => row.calendar_id))]),
  );
  return new Map(found.map((row) => [row.calendar_id, calendarOf(keys, row)]));
}
