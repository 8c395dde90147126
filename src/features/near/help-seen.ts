import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { calendarsSeenBy, type Glance } from '../help-calendars/index.ts';

/** A help calendar that is open to whoever is asking. */
export type HelpSeen = Glance;

/** The open help calendars of a member that whoever is asking may see: the database asks whether she lets them. */
export const helpSeenBy = (tx: Tx, keys: Keyring, holderId: string): Promise<HelpSeen[]> =>
  calendarsSeenBy(tx, keys, holderId);
