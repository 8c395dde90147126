import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Config } from './platform/config/config.ts';
import type { Env } from './platform/http/index.ts';

const LAST_REQUESTS_MS = 10_000;

interface Hooks {
  /** Called with the address once it answers. */
  up(address: string): void;
  /** Called when it is asked to end: what would stay open for long ends itself. */
  ending(): void;
  /** Called once when nothing is being answered any more. */
  down(): Promise<void>;
}

/** Answers on the configured port until it is asked to end; requests under way are let finish. */
export function listen(
  app: Hono<Env>,
  config: Config,
  asked: AbortSignal,
  { up, ending, down }: Hooks,
): void {
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) => {
    up(config.publicUrl ?? `http://localhost:${port}`);
  }) as Server;
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = `Port ${config.port} is in use. Stop what uses it, or set PORT to another.`;
    console.error(error.code === 'EADDRINUSE' ? taken : error.message);
    void down().finally(() => process.exit(1));
  });
  const end = async () => {
    ending();
    const late = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
    await new Promise((done) => {
      server.close(done);
      server.closeIdleConnections();
    });
    clearTimeout(late);
    await down();
    process.exit(0);
  };
  asked.addEventListener('abort', end);
}
