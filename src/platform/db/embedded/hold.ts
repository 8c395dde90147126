import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import { ownerRole } from './cluster.ts';
import { isAlive } from './postmaster-file.ts';

/** Where a server answers. */
export interface Address {
  socketDir: string;
  port: number;
}

/** What `pg` needs to connect as the owner. Every field that could come from the environment is stated. */
export interface OwnerConfig {
  host: string;
  port: number;
  user: string;
  database: string;
  password: string;
  ssl: false;
}

/**
 * The folder is ours while this connection lives. The lock is an advisory lock inside the running database, and
 * not a file with a number in it: it ends with the process however that dies, it cannot be taken twice, it sees
 * across containers, and there is no stale lock to argue about. (Which of two starts launched PostgreSQL does not
 * matter: PostgreSQL lets only one server onto a folder, and both then ask that one for the lock.)
 */
export interface Hold {
  client: pg.Client;
  /** server_version_num */
  version: number;
  /** Resolves when the connection is gone, for whatever reason. */
  ended: Promise<void>;
}

export const ownerConfig = (at: Address, database: string): OwnerConfig => ({
  host: at.socketDir,
  port: at.port,
  user: ownerRole,
  database,
  password: '',
  ssl: false,
});

// PostgreSQL cuts an application's name after 63 bytes, and replaces what is not ASCII.
const shortHost = hostname()
  .replace(/[^!-~]/g, '?')
  .slice(0, 40);

// Any number will do, as long as every version of Porchlight uses the same: "porch" on a telephone's keys.
const lockKey = 76_724;
// How long PostgreSQL may take to notice that the lock's last holder was killed, on a very busy machine.
const patience = 5_000;

/** Connects to a server that may be starting, stopping or gone. */
export async function connect(at: Address): Promise<pg.Client | 'starting' | 'stopping' | 'unreachable'> {
  const client = new pg.Client({
    ...ownerConfig(at, 'postgres'),
    application_name: `porchlight ${process.pid} on ${shortHost}`,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {}); // the end that follows is what counts
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '57P03') return /shutting down/.test(message) ? 'stopping' : 'starting';
    // A real answer that will not change by waiting: someone else's cluster, damaged files ...
    if (code && /^[0-9A-Z]{5}$/.test(code) && !/^(57P|53)/.test(code)) {
      throw new CannotStart(`The database in ${at.socketDir} does not let us in: ${message}`);
    }
    return 'unreachable';
  }
}

/** Takes the folder's lock, or says who has it. */
export async function takeHold(client: pg.Client, dataDir: string): Promise<Hold> {
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
  const until = Date.now() + patience;
  for (;;) {
    const answer = await client.query('SELECT pg_try_advisory_lock($1) AS ours', [lockKey]);
    if (answer.rows[0].ours) break;
    const holder = await whoHolds(client);
    if (holder && (holder.lives || Date.now() > until)) {
      await client.end();
      throw new CannotStart(
        `Porchlight is already running on the folder ${dataDir} (${holder.name}). ` +
          'Nothing was changed: use that one, stop it first, or set DATA_DIR to another folder.',
      );
    }
    await pause(25);
  }
  const version = await client.query('SHOW server_version_num');
  return { client, version: Number(version.rows[0].server_version_num), ended };
}

/** Null when the lock has just been let go. `lives` is certain only for processes of this machine. */
async function whoHolds(client: pg.Client): Promise<{ name: string; lives: boolean } | null> {
  const answer = await client.query(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND objid = $1`,
    [lockKey],
  );
  if (answer.rowCount === 0) return null;
  const [, pid, host] = /^porchlight (\d+) on (.*)$/.exec(answer.rows[0].name) ?? [];
  if (!pid) return { name: 'another program', lives: false };
  return { name: `process ${pid} on ${host}`, lives: host === shortHost && isAlive(Number(pid)) };
}
