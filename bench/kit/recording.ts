import type pg from 'pg';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { keyring } from '../../src/platform/crypto/index.ts';
import { authPool, connections, database } from '../../src/platform/db/index.ts';
import { liveUpdates } from '../../src/platform/live/index.ts';
import { makeLog } from '../../src/platform/log/index.ts';
import { mailer } from '../../src/platform/mail/index.ts';

/** A statement as the application gave it to the driver: a text, or a text with its name and values. */
export type Statement = string | { text: string; values?: unknown[]; name?: string };

/** What one request asked of the database: statements in order, those of a transaction together. */
export type Recording = Statement[][];

/** Draws the page once in this process, on the same database, and writes down what it asks. */
export async function recordPage(
  dataDir: string,
  login: pg.ClientConfig,
  path: string,
  headers: Record<string, string>,
): Promise<Recording> {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const pools = connections({
    app: { ...login, user: 'porchlight_app' },
    auth: { ...login, user: 'porchlight_auth' },
    stepInto: false,
    most: 2,
    named: true,
    onError: () => {},
  });
  const recording = listenTo(pools.app);
  const db = database(pools);
  const log = makeLog('silent');
  const app = createApp({
    config,
    db,
    authPool: authPool(pools),
    keys: keyring(null, dataDir),
    mail: mailer(config),
    live: liveUpdates(db, log),
    log,
  });
  const ask = async () => {
    const answer = await app.request(path, { headers: { host: 'localhost', ...headers } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  };
  await ask(); // the community is kept for some seconds, so the second request is like those that follow
  recording.length = 0;
  await ask();
  await pools.close();
  return recording;
}

// Writes down every statement a connection of the pool is given. A transaction's go into one group, whichever came between.
function listenTo(pool: pg.Pool): Recording {
  const recording: Recording = [];
  const open = new WeakMap<pg.PoolClient, Statement[]>();
  const write = (client: pg.PoolClient, statement: Statement) => {
    const text = typeof statement === 'string' ? statement : statement.text;
    const group = open.get(client) ?? [];
    if (group.push(statement) === 1) recording.push(group);
    if (/^BEGIN/.test(text)) open.set(client, group);
    if (/^(COMMIT|ROLLBACK)/.test(text)) open.delete(client);
  };
  pool.on('connect', (client) => {
    const ask = client.query as (...given: unknown[]) => unknown;
    const query = (first: Statement, ...rest: unknown[]) => {
      const values = Array.isArray(rest[0]) ? rest[0] : undefined;
      write(client, typeof first === 'string' && values ? { text: first, values } : first);
      return ask.call(client, first, ...rest);
    };
    client.query = query as unknown as typeof client.query;
  });
  return recording;
}
