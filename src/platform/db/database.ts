import type { Connections } from './connections.ts';
import { clockOpening, opening, type Scope, type Tx, transaction } from './transaction.ts';

/** The application's door to its rows. Every piece of work states whose eyes it looks through. */
export interface Database {
  read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement outside any scope: only functions of the `access` schema answer it. */
  ask<R>(text: string, values: unknown[]): Promise<R[]>;
  /** One statement of the clock's own work, across communities: what answers it answers no request of a page. */
  inJob<R>(text: string, values: unknown[]): Promise<R[]>;
}

/** Opens transactions on the application's pool. */
export function database({ app, role, named }: Connections): Database {
  async function writing<T>(opened: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await app.connect();
    let dead: Error | undefined;
    try {
      await client.query(opened);
      const result = await work(transaction(client, named));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((e) => {
        dead = e;
      });
      throw error;
    } finally {
      client.release(dead);
    }
  }
  return {
    async read(scope, work) {
      const client = await app.connect();
      let broken: Error | undefined;
      try {
        await client.query(opening(scope, 'READ ONLY', role));
        return await work(transaction(client, named));
      } catch (error) {
        broken = error as Error;
        throw error;
      } finally {
        // Nobody waits for the end of a read; the connection is handed on once it is over.
        client.query(broken ? 'ROLLBACK' : 'COMMIT').then(
          () => client.release(),
          (error) => client.release(error),
        );
      }
    },
    write: (scope, work) => writing(opening(scope, 'READ WRITE', role), work),
    async ask<R>(text: string, values: unknown[]) {
      return (await app.query(text, values)).rows as R[];
    },
    inJob: (text, values) => writing(clockOpening(role), (tx) => tx.hot(text, values)),
  };
}
