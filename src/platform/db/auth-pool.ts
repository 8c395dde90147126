import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Connections } from './connections.ts';

export type AuthPool = PostgresPool;

/**
 * The pool the sign-in library is given. Each statement runs as porchlight_auth, in its own short transaction that is
 * over before the answer comes back, so that it works behind a pooler in transaction mode and the next request sees it.
 */
export function authPool({ auth, authRole }: Connections): AuthPool {
  const begin = ['BEGIN', authRole && `SET LOCAL ROLE ${authRole}`, 'SET LOCAL search_path = auth']
    .filter(Boolean)
    .join(';');
  return {
    async connect() {
      const client = await auth.connect();
      const run = async (text: string, values: readonly unknown[]) => {
        await client.query(begin);
        try {
          const result = await client.query(text, values as unknown[]);
          await client.query('COMMIT');
          return result;
        } catch (error) {
          await client.query('ROLLBACK');
          throw error;
        }
      };
      return { query: run, release: () => client.release() } as unknown as PostgresPoolClient;
    },
    end: async () => {},
  };
}
