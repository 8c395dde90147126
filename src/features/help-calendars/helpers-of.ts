import { sql } from 'kysely';
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { keyOf } from '../sealing/index.ts';
import { nameIn, openContact } from './who-helps.ts';
import type { Task } from './words.ts';

/** Somebody who was there for her, by her own help calendars. */
export interface HelperTie {
  helperId: string;
  name: string;
  /** When their last turn began. */
  lastOn: Date;
  tasks: Task[];
  /** The member they are here, if they are one. */
  memberId: string | null;
  mail: string | null;
  phone: string | null;
}

/** Who has helped her, latest first, once for each calendar: a name alone says nothing of who it is. For her ecomap, when she allows it. */
export async function helpersOf(
  tx: Tx,
  keys: Keyring,
  viewer: Scope & { memberId: string },
): Promise<HelperTie[]> {
  const key = await keyOf(tx, keys, viewer.memberId);
  if (!key) return [];
  const rows = await tx.all(sql<Row>`
    SELECT h.helper_id, h.member_id, h.sealed, k.sealed AS contact, max(s.starts_at) AS last_on,
      array_agg(DISTINCT s.task) AS tasks
    FROM help_slots s JOIN help_helpers h USING (community_id, helper_id)
    LEFT JOIN help_contacts k ON k.community_id = h.community_id AND k.helper_id = h.helper_id
    JOIN help_calendars c ON c.community_id = s.community_id AND c.calendar_id = s.calendar_id
    WHERE c.holder_id = ${viewer.memberId} AND NOT c.for_other AND h.removed_at IS NULL
      AND s.starts_at <= now() AND s.closed_at IS NULL
    GROUP BY h.helper_id, h.member_id, h.sealed, k.sealed ORDER BY last_on DESC, h.helper_id`);
  return rows.map((row) => ({
    helperId: row.helper_id,
    name: nameIn(key, row.sealed),
    lastOn: row.last_on,
    tasks: row.tasks,
    memberId: row.member_id,
    mail: row.contact ? openContact(key, row.contact).mail : null,
    phone: row.contact ? openContact(key, row.contact).phone : null,
  }));
}

interface Row {
  helper_id: string;
  member_id: string | null;
  sealed: string;
  contact: string | null;
  last_on: Date;
  tasks: Task[];
}
