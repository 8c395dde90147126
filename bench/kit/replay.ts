import type pg from 'pg';
import type { Recording, Statement } from './recording.ts';

/** Asks the database what the page asked, in the same transactions, and waits where the application waits. */
export async function replay(pool: pg.Pool, recording: Recording): Promise<void> {
  for (const group of recording) {
    if (group.length === 1) await ask(pool, group[0]!);
    else await transaction(pool, group);
  }
}

async function transaction(pool: pg.Pool, group: Statement[]): Promise<void> {
  const client = await pool.connect();
  for (const statement of group.slice(0, -1)) await ask(client, statement);
  const isRead = /^BEGIN READ ONLY/.test(group[0] as string);
  const over = ask(client, group.at(-1)!).then(() => client.release());
  if (!isRead) await over; // as in the application, nobody waits for the end of a read
}

const ask = (on: pg.Pool | pg.PoolClient, statement: Statement) =>
  typeof statement === 'string' ? on.query(statement) : on.query(statement);
