import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';

/** A help calendar that is open to whoever is asking. */
export interface HelpSeen {
  title: string;
  path: string;
}

/**
 * The help calendars of a member that are open to whoever is asking. Until the room of help calendars hands out its own
 * list there are none to show.
 */
export async function helpSeenBy(_tx: Tx, _keys: Keyring, _memberId: string): Promise<HelpSeen[]> {
  return [];
}
