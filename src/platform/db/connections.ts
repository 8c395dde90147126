import pg from 'pg';

/** How to log in: a connection string or pg's own settings. */
export type Login = pg.ClientConfig;

/** The server's pools. `role` is what each transaction becomes; null when the login is that role already. */
export interface Connections {
  app: pg.Pool;
  auth: pg.Pool;
  role: string | null;
  authRole: string | null;
  named: boolean;
  close(): Promise<void>;
}

pg.types.setTypeParser(20, Number); // int8: our counts fit a double
pg.types.setTypeParser(1082, (text) => text); // date: a day, not an instant in the server's zone

interface Options {
  app: Login;
  auth: Login;
  /** True when both logins are somebody else (an operator's own) and must step into our roles. */
  stepInto: boolean;
  most: number;
  named: boolean;
  onError: (error: Error) => void;
}

/** Opens both pools (lazily: nothing connects before the first use). */
export function connections({ app, auth, stepInto, most, named, onError }: Options): Connections {
  const open = (login: Login, max: number) => {
    const pool = new pg.Pool({ ...login, max, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 });
    pool.on('error', onError); // an idle connection that breaks would otherwise end the process
    // One that breaks in use says so to whoever asked; said once more to nobody, it would end the process as well.
    pool.on('connect', (client) => void client.on('error', () => {}));
    return pool;
  };
  const pools = { app: open(app, most), auth: open(auth, Math.min(4, most)) };
  return {
    ...pools,
    role: stepInto ? 'porchlight_app' : null,
    authRole: stepInto ? 'porchlight_auth' : null,
    named,
    close: async () => {
      await Promise.all([pools.app.end(), pools.auth.end()]);
    },
  };
}
