import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createApp } from '../../src/app.ts';
import { jobs } from '../../src/jobs.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { keyring, newId } from '../../src/platform/crypto/index.ts';
import { authPool, type Connections, connections, database } from '../../src/platform/db/index.ts';
import type { Parts } from '../../src/platform/http/index.ts';
import { runJob } from '../../src/platform/jobs/index.ts';
import { liveUpdates } from '../../src/platform/live/index.ts';
import { makeLog } from '../../src/platform/log/index.ts';
import { mailer } from '../../src/platform/mail/index.ts';
import { type Client, clientFor, nobody } from './client.ts';
import { type People, settle } from './people.ts';
import { onDatabase } from './postgres.ts';

/** A whole Porchlight on a database of its own, with the named people living in it. */
export interface World {
  parts: Parts;
  app: ReturnType<typeof createApp>;
  /** The database's owner, whom no policy stops: for arranging and for looking behind the curtain. */
  owner: pg.Pool;
  connections: Connections;
  people: People;
  as(person: keyof People): Client;
  nobody(): Client;
  /** Runs one of the application's jobs as if it were `now`. */
  job(name: string, now?: Date): Promise<void>;
}

/** Makes a world for this test file; it is gone when the file is done. `empty`: nobody has founded anything yet. */
export async function newWorld(env: NodeJS.ProcessEnv = {}, { empty = false } = {}): Promise<World> {
  const login = inject('owner');
  const name = `t_${newId().replaceAll('-', '')}`;
  const admin = new pg.Client(login);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE porchlight_template`);
  const owner = new pg.Pool({ ...onDatabase(login, name), max: 4 });
  owner.on('error', () => {}); // the database goes from under it at the end
  const stepInto = Boolean(login.connectionString);
  const as = (user: string) => (stepInto ? onDatabase(login, name) : { ...onDatabase(login, name), user });
  const pools = connections({
    app: as('porchlight_app'),
    auth: as('porchlight_auth'),
    stepInto,
    most: 8,
    named: true,
    onError: () => {},
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'pl-world-'));
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', PSEUDO_LOCALE: 'true', ...env });
  const db = database(pools);
  const log = makeLog(config.logLevel);
  const parts: Parts = {
    config,
    db,
    authPool: authPool(pools),
    keys: keyring('a secret only the tests know, long enough', dataDir),
    mail: mailer(config),
    live: liveUpdates(db, log),
    log,
  };
  const app = createApp(parts);
  const people = empty ? ({} as People) : await settle(owner);
  afterAll(async () => {
    parts.live.close();
    await pools.close();
    await owner.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    parts,
    app,
    owner,
    connections: pools,
    people,
    as: (person) => clientFor(app, parts.keys, people[person]),
    nobody: () => nobody(app, parts.keys),
    job: (name, now = new Date()) => runJob(parts, jobs, name, now),
  };
}
