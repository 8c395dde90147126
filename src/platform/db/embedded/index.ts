import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { clusterMajor, createCluster, openToAccount, requireSameMajor } from './cluster.ts';
import { connect, type OwnerConfig, ownerConfig } from './hold.ts';
import { askToStop, stopServer } from './postmaster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { findPrograms } from './programs.ts';
import { chooseRunAs } from './run-as.ts';
import { type Place, type Taken, takeFolder } from './take-folder.ts';

export { CannotStart } from './cannot-start.ts';
export type { OwnerConfig } from './hold.ts';

const database = 'porchlight';

export interface EmbeddedPostgres {
  /** Stays the same when the server has to be brought back, so that pools of connections find it again. */
  readonly socketDir: string;
  readonly port: number;
  /** Connects as `porchlight_owner`, who owns everything: for migrations, backup and tests, not for requests. */
  readonly ownerConfig: OwnerConfig;
  readonly pid: number;
  /** Ends open transactions, writes everything out and waits until PostgreSQL is gone. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log: (line: string) => void;
  /** The database died and could not be brought back. By default this process is asked to end (SIGTERM). */
  onLost?: (error: Error) => void;
}

/**
 * Starts PostgreSQL on `dataDir/postgres` (made if new), or adopts the one a killed Porchlight left there, and keeps
 * it up until `stop()`. One process at a time: throws CannotStart when another has the folder, with a message to
 * print as it is.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const place = await prepare(options.dataDir, log);
  let taken = await takeFolder(place);
  let stopping: Promise<void> | null = null;
  const quit = () => askToStop(taken.pid, place.cluster);
  process.on('exit', quit); // an uncaught error must not leave a server behind
  await createDatabase(taken);

  const onLost =
    options.onLost ??
    ((error: Error) => {
      log(error.message);
      process.kill(process.pid, 'SIGTERM');
    });
  const keep = async () => {
    const deaths: number[] = [];
    for (;;) {
      await taken.hold.ended;
      if (stopping) return;
      requirePatience(deaths);
      log('The database stopped unexpectedly; starting it again ...');
      await pause(100);
      taken = await takeFolder(place);
      if (stopping) return stopServer(place.cluster);
      log('The database is back.');
    }
  };
  const keeping = keep().catch((error) => {
    process.off('exit', quit); // the folder may no longer be ours
    if (!stopping) onLost(error);
  });

  const stop = async () => {
    process.off('exit', quit);
    await stopServer(place.cluster);
    await keeping;
  };
  return {
    get socketDir() {
      return taken.at.socketDir;
    },
    get port() {
      return taken.at.port;
    },
    get ownerConfig() {
      return ownerConfig(taken.at, database);
    },
    get pid() {
      return taken.pid;
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** The way into a database that a running Porchlight keeps on this folder, for commands beside it; null if none runs. */
export async function runningEmbeddedPostgres(dataDir: string): Promise<OwnerConfig | null> {
  const file = readPostmasterFile(path.join(path.resolve(dataDir), 'postgres'));
  const client = file ? await connect(file) : null;
  if (!file || !client || typeof client === 'string') return null;
  await client.end();
  return ownerConfig(file, database);
}

async function prepare(folder: string, log: (line: string) => void): Promise<Place> {
  if (process.platform === 'win32') {
    throw new CannotStart(
      'On Windows, run Porchlight inside WSL, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  fs.mkdirSync(folder, { recursive: true });
  const dataDir = fs.realpathSync(folder);
  const named = path.join(dataDir, 'postgres');
  const runAs = chooseRunAs(named); // first: another account's folder cannot even be read
  const major = clusterMajor(named);
  const programs = findPrograms(runAs, dataDir, major);
  if (major === null) await createCluster(dataDir, named, programs, runAs, log);
  else requireSameMajor(named, major, programs);
  const cluster = fs.realpathSync(named);
  openToAccount(dataDir, cluster, runAs);
  return { dataDir, cluster, programs, runAs, log };
}

/** A database that dies again and again needs a person, not another start. */
function requirePatience(deaths: number[]): void {
  deaths.push(Date.now());
  if (deaths.length > 5 && Date.now() - (deaths.at(-6) ?? 0) < 60_000) {
    throw new CannotStart(
      'The database stopped six times within a minute: see server.log in its folder for the reason.',
    );
  }
}

async function createDatabase({ hold }: Taken): Promise<void> {
  const found = await hold.client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (found.rowCount === 0) await hold.client.query(`CREATE DATABASE ${database}`);
}
