import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { projectFile } from '../../src/platform/config/paths.ts';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    owner: pg.ClientConfig;
  }
}

/** One PostgreSQL for the whole run, with a migrated template every test file copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'pl-test-'));
  const outside = process.env.TEST_DATABASE_URL;
  const postgres = outside ? null : await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  const owner: pg.ClientConfig = postgres?.ownerConfig ?? { connectionString: outside };
  const admin = new pg.Client(owner);
  await admin.connect();
  if (postgres) await forget(admin);
  await admin.query('DROP DATABASE IF EXISTS porchlight_template');
  await admin.query('CREATE DATABASE porchlight_template');
  await migrate(onDatabase(owner, 'porchlight_template'), projectFile('migrations'));
  await tellOfTenants(onDatabase(owner, 'porchlight_template'));
  await admin.query('ALTER ROLE porchlight_app LOGIN');
  await admin.query('ALTER ROLE porchlight_auth LOGIN');
  await admin.end();
  project.provide('owner', plain(owner));
  return async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/**
 * What these databases hold need not outlive the power: waiting for the disk at each founding and ending took longer
 * than most files' tests. Tests of crashes start servers of their own, which wait.
 */
async function forget(admin: pg.Client) {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum'])
    await admin.query(`ALTER SYSTEM SET ${setting} = off`);
  await admin.query('SELECT pg_reload_conf()');
}

/**
 * Nothing gathers statistics here (see above), and of a column it knows nothing about PostgreSQL assumes two hundred
 * different values: it looks for one row of a community and reads them all, again for each row it joins. What gathering
 * them would find after the first fifty rows is written down beforehand: that nearly all rows are of one community.
 */
async function tellOfTenants(template: pg.ClientConfig) {
  const client = new pg.Client(template);
  await client.connect();
  await client.query(`DO $$ BEGIN
    IF to_regproc('pg_restore_attribute_stats') IS NULL THEN RETURN; END IF; -- before PostgreSQL 18
    EXECUTE $do$ SELECT pg_restore_attribute_stats('schemaname', c.table_schema::text, 'relname', c.table_name::text,
      'attname', c.column_name::text, 'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real)
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public' AND c.column_name = 'community_id' $do$;
  END $$`);
  await client.end();
}

/** The same login on another database. */
export function onDatabase(login: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!login.connectionString) return { ...login, database };
  const url = new URL(login.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

const plain = (login: pg.ClientConfig): pg.ClientConfig => JSON.parse(JSON.stringify(login));
