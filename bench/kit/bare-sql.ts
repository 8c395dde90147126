import pg from 'pg';
import { recordPage } from './recording.ts';
import { replay } from './replay.ts';
import { median } from './report.ts';
import type { Server } from './server.ts';

/** What a page asks of the database, and how long the database alone takes for it. */
export interface BareSql {
  statements: number;
  /** The middle of so many rounds, in milliseconds, on one connection. */
  time(rounds: number): Promise<number>;
  close(): Promise<void>;
}

export async function bareSql(
  server: Server,
  login: pg.ClientConfig,
  path: string,
  headers: Record<string, string>,
): Promise<BareSql> {
  const recording = await recordPage(server.dataDir, login, path, headers);
  const pool = new pg.Pool({ ...login, user: 'porchlight_app', max: 1 });
  return {
    statements: recording.flat().length,
    time: async (rounds) => {
      const times: number[] = [];
      for (let i = 0; i < rounds; i += 1) {
        const began = performance.now();
        await replay(pool, recording);
        times.push(performance.now() - began);
      }
      return median(times);
    },
    close: () => pool.end(),
  };
}
