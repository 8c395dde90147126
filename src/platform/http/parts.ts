import type { Config } from '../config/config.ts';
import type { Keyring } from '../crypto/index.ts';
import type { AuthPool, Database } from '../db/index.ts';
import type { Live } from '../live/index.ts';
import type { Log } from '../log/index.ts';
import type { Mail } from '../mail/index.ts';

/** What the application is made of; the composition root brings it. */
export interface Parts {
  config: Config;
  db: Database;
  authPool: AuthPool;
  keys: Keyring;
  mail: Mail;
  live: Live;
  log: Log;
  /** Runs a job in a moment rather than at its next tick; set where jobs run. */
  soon?: (job: string) => void;
  /** Origins inside that may be fetched from. No setting leads here: only tests, whose servers stand on this machine. */
  fetchFrom?: readonly string[];
}
