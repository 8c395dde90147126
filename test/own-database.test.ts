import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { projectFile } from '../src/platform/config/paths.ts';
import { keyring } from '../src/platform/crypto/index.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded/index.ts';
import { authPool, type Booted, bootDatabase, database, query } from '../src/platform/db/index.ts';
import { liveUpdates } from '../src/platform/live/index.ts';
import { makeLog } from '../src/platform/log/index.ts';
import { mailer } from '../src/platform/mail/index.ts';
import { clientFor } from './kit/client.ts';
import { settle } from './kit/people.ts';

// An operator's PostgreSQL, as docs/self-hosting.md describes it: its superuser is somebody else, and Porchlight is
// given ordinary logins on one database.
const folder = mkdtempSync(join(tmpdir(), 'pl-own-'));
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
const login = postgres.ownerConfig;
const superuser = new pg.Pool(login);
const running: Booted[] = [];

beforeEach(async () => {
  await superuser.query('CREATE ROLE landlord LOGIN; CREATE ROLE caretaker LOGIN');
  await superuser.query('CREATE DATABASE porch OWNER landlord');
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await superuser.query('DROP DATABASE porch WITH (FORCE)');
  await superuser.query(
    'DROP ROLE IF EXISTS landlord, caretaker, porchlight_app, porchlight_auth, porchlight_policy',
  );
});
afterAll(async () => {
  await superuser.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const urlFor = (user: string) =>
  `postgresql://${user}@localhost/porch?host=${encodeURIComponent(login.host)}&port=${login.port}`;

/** One server process's worth of Porchlight on that database. */
async function server(settings: NodeJS.ProcessEnv) {
  const config = readConfig({ DATA_DIR: folder, SECRET: 'the same on every server, and long', ...settings });
  const booted = await bootDatabase(
    config,
    projectFile('migrations'),
    () => {},
    () => {},
  );
  running.push(booted);
  const keys = keyring(config.secret, config.dataDir);
  const db = database(booted);
  const log = makeLog('silent');
  const parts = {
    config,
    db,
    authPool: authPool(booted),
    keys,
    mail: mailer(config),
    live: liveUpdates(db, log),
    log,
  };
  return { ...parts, app: createApp(parts) };
}

/** Everybody moves in, past every policy. */
async function settled() {
  const owner = new pg.Pool({ ...login, database: 'porch' });
  try {
    return await settle(owner);
  } finally {
    await owner.end();
  }
}

const OFFER = {
  experiences: ['nicu'],
  languages: ['en'],
  capacity: '2',
  online: 'yes',
  about: 'Two in the NICU.',
};

/** Dana writes on one server and reads it on the other; nobody else sees what is hers alone. */
async function expectOneHouse(one: Awaited<ReturnType<typeof server>>, other: typeof one) {
  const { dana, maya } = await settled();
  expect((await one.app.request('/readyz')).status).toBe(200);
  const written = await clientFor(one.app, one.keys, dana).post('/mentoring/offer', OFFER);
  expect(written.status).toBe(303);
  const read = await clientFor(other.app, other.keys, dana).get('/mentoring/offer');
  expect(read.text).toContain(OFFER.about);

  await one.db.write(maya, (tx) =>
    tx.run(
      query.insertInto('answers').values({
        community_id: maya.communityId,
        member_id: maya.memberId,
        topics: ['sleep'],
      }),
    ),
  );
  const answers = query.selectFrom('answers').select('topics');
  expect(await other.db.read(maya, (tx) => tx.all(answers))).toEqual([{ topics: ['sleep'] }]);
  expect(await other.db.read(dana, (tx) => tx.all(answers))).toEqual([]);
}

test('an ordinary owner who may create roles: two servers start at once and share it', async () => {
  await superuser.query('ALTER ROLE landlord CREATEROLE');
  const settings = { DATABASE_URL: urlFor('landlord') };
  const [one, other] = await Promise.all([server(settings), server(settings)]);
  await expectOneHouse(one, other);
});

test('roles made beforehand, one login for migrations and a weaker one for the server, behind a pooler', async () => {
  await superuser.query(`CREATE ROLE porchlight_app; CREATE ROLE porchlight_auth; CREATE ROLE porchlight_policy;
    GRANT porchlight_app, porchlight_auth, porchlight_policy TO landlord;
    GRANT porchlight_app, porchlight_auth TO caretaker`);
  const settings = {
    DATABASE_OWNER_URL: urlFor('landlord'),
    DATABASE_URL: urlFor('caretaker'),
    DATABASE_POOLER: 'transaction',
  };
  await expectOneHouse(await server(settings), await server(settings));

  const [caretaker] = running;
  await expect(caretaker!.app.query('CREATE TABLE mine ()')).rejects.toThrow('permission denied');
  await expect(caretaker!.app.query('SET ROLE porchlight_policy')).rejects.toThrow('permission denied');
  const { rows } = await caretaker!.app.query('SELECT FROM answers');
  expect(rows).toEqual([]);
});

test('an owner who may not create the roles is told so, and nothing is left half made', async () => {
  const refused = server({ DATABASE_URL: urlFor('landlord') });
  await expect(refused).rejects.toThrow(/0001_roles.*permission denied to create role/s);
  await superuser.query('ALTER ROLE landlord CREATEROLE');
  const one = await server({ DATABASE_URL: urlFor('landlord') });
  expect((await one.app.request('/readyz')).status).toBe(200);
});

test('it does not start as a role that row security does not bind', async () => {
  await superuser.query('ALTER ROLE landlord CREATEROLE');
  await server({ DATABASE_URL: urlFor('landlord') });
  await superuser.query('ALTER ROLE porchlight_app BYPASSRLS');
  await expect(server({ DATABASE_URL: urlFor('landlord') })).rejects.toThrow('stronger than it may be');
});
