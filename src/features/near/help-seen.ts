import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { calendarsSeenBy } from '../help-calendars/index.ts';

/** A help calendar that is open to whoever is asking. */
export interface HelpSeen {
  /** What she is called there. */
  called: string;
  path: string;
}

/** The open help calendars of her whose person came by their link; the database asks whether she lets them see those. */
export const helpSeenBy = (tx: Tx, keys: Keyring): Promise<HelpSeen[]> => calendarsSeenBy(tx, keys);
