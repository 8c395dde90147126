import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Login } from './connections.ts';

/**
 * Brings the database to this version's shape, as its owner. Servers that start together wait for each other (an
 * advisory lock), and a file that fails leaves nothing behind.
 * @throws Error naming the file and what PostgreSQL said
 */
export async function migrate(owner: Login, folder: string): Promise<string[]> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...owner, max: 1 }) }),
  });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => sqlFiles(folder) },
      migrationTableSchema: 'migrations',
    });
    const { error, results } = await migrator.migrateToLatest();
    const failed = results?.find((r) => r.status === 'Error');
    if (error) {
      const where = failed?.migrationName ?? 'start';
      const why = (error as Error).message || (error as NodeJS.ErrnoException).code;
      throw new Error(`The database could not be brought up to date (${where}): ${why}`, { cause: error });
    }
    return (results ?? []).map((r) => r.migrationName);
  } finally {
    await db.destroy();
  }
}

async function sqlFiles(folder: string) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = names.map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    const up = async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db));
    return [name.replace(/\.sql$/, ''), { up }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
