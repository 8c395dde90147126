import type { Config } from '../config/config.ts';
import { type Connections, connections, type Login } from './connections.ts';
import { startEmbeddedPostgres } from './embedded/index.ts';
import { migrate } from './migrate.ts';

export interface Booted extends Connections {
  /** Stops the pools, and the embedded PostgreSQL if we started it. */
  stop(): Promise<void>;
  owner: Login;
}

/**
 * Finds or starts PostgreSQL, brings it up to date, and opens the pools as roles that own nothing.
 * @throws Error in plain words when it cannot
 */
export async function bootDatabase(
  config: Config,
  migrations: string,
  say: (line: string) => void,
  onError: (error: Error) => void,
): Promise<Booted> {
  const place = config.databaseUrl ? operators(config) : await embedded(config, say);
  await migrate(place.owner, migrations).catch(async (error) => {
    await place.stop();
    throw error;
  });
  if (!place.stepInto) await letIn(place.owner);
  const pools = connections({ ...place, most: config.connections, named: config.namedStatements, onError });
  await refuseTooStrong(pools).catch(async (error) => {
    await pools.close();
    await place.stop();
    throw error;
  });
  return {
    ...pools,
    owner: place.owner,
    stop: async () => {
      await pools.close();
      await place.stop();
    },
  };
}

interface Place {
  owner: Login;
  app: Login;
  auth: Login;
  stepInto: boolean;
  stop(): Promise<void>;
}

function operators(config: Config): Place {
  const login = { connectionString: config.databaseUrl! };
  const owner = { connectionString: config.databaseOwnerUrl ?? config.databaseUrl! };
  return { owner, app: login, auth: login, stepInto: true, stop: async () => {} };
}

async function embedded(config: Config, say: (line: string) => void): Promise<Place> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say });
  const owner = postgres.ownerConfig;
  return {
    owner,
    app: { ...owner, user: 'porchlight_app' },
    auth: { ...owner, user: 'porchlight_auth' },
    stepInto: false,
    stop: () => postgres.stop(),
  };
}

/** On our own PostgreSQL the two roles log in themselves, each from a socket only we can reach. */
async function letIn(owner: Login): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query('ALTER ROLE porchlight_app LOGIN; ALTER ROLE porchlight_auth LOGIN');
  } finally {
    await client.end();
  }
}

/** Row-level security protects nothing from a role that owns the tables or may bypass it: we do not start as one. */
async function refuseTooStrong({ app, role }: Connections): Promise<void> {
  const client = await app.connect();
  try {
    await client.query(role ? `BEGIN; SET LOCAL ROLE ${role}` : 'BEGIN');
    const { rows } = await client.query(
      `SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('public', 'auth') AND c.relkind = 'r' AND c.relowner = r.oid) AS strong
       FROM pg_roles r WHERE r.rolname = current_user`,
    );
    if (rows[0]?.strong)
      throw new Error('The database role is stronger than it may be; see docs/self-hosting.md');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
