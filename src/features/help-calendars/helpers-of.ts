import { sql } from 'kysely';
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { keyOf } from '../sealing/index.ts';
import { nameIn } from './who-helps.ts';
import type { Task } from './words.ts';

/** Somebody who was there for her, by her own help calendars. */
export interface HelperTie {
  helperId: string;
  name: string;
  /** When their last turn began. */
  lastOn: Date;
  tasks: Task[];
}

/** Who has helped her, latest first: the same name is the same person here. For her ecomap, when she allows it. */
export async function helpersOf(
  tx: Tx,
  keys: Keyring,
  viewer: Scope & { memberId: string },
): Promise<HelperTie[]> {
  const key = await keyOf(tx, keys, viewer.memberId);
  if (!key) return [];
  const rows = await tx.all(sql<{ helper_id: string; sealed: string; last_on: Date; tasks: Task[] }>`
    SELECT h.helper_id, h.sealed, max(s.starts_at) AS last_on, array_agg(DISTINCT s.task) AS tasks
    FROM help_slots s JOIN help_helpers h USING (community_id, helper_id)
    JOIN help_calendars c ON c.community_id = s.community_id AND c.calendar_id = s.calendar_id
    WHERE c.holder_id = ${viewer.memberId} AND NOT c.for_other AND h.removed_at IS NULL
      AND s.starts_at <= now() AND s.closed_at IS NULL
    GROUP BY h.helper_id, h.sealed ORDER BY last_on DESC`);
  const ties = new Map<string, HelperTie>();
  for (const { helper_id: helperId, sealed, last_on: lastOn, tasks } of rows) {
    const name = nameIn(key, sealed);
    const known = ties.get(name);
    if (known) known.tasks = [...new Set([...known.tasks, ...tasks])];
    else ties.set(name, { helperId, name, lastOn, tasks });
  }
  return [...ties.values()];
}
