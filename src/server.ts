import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { readConfig } from './platform/config/config.ts';
import { projectFile } from './platform/config/paths.ts';
import { keyring } from './platform/crypto/index.ts';
import { authPool, bootDatabase, database } from './platform/db/index.ts';
import { makeLog } from './platform/log/index.ts';
import { mailer } from './platform/mail/index.ts';

/** The composition root: config, database, app; and the way down again. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const say = (line: string) => console.log(line);
  const log = makeLog(config.logLevel);
  const booted = await bootDatabase(config, projectFile('migrations'), say, (error) =>
    log.error({ err: error }),
  );
  const parts = {
    config,
    db: database(booted),
    authPool: authPool(booted),
    keys: keyring(config.secret, config.dataDir),
    mail: mailer(config),
    log,
  };
  const server = serve(
    { fetch: createApp(parts).fetch, port: config.port, hostname: config.host },
    ({ port }) => {
      say(`Porchlight is at http://localhost:${port}`);
    },
  );
  const stop = once(async () => {
    await new Promise((done) => server.close(done));
    await booted.stop();
    process.exit(0);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function once(work: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    void work();
  };
}

main().catch((error) => {
  console.error((error as Error).message);
  process.exit(1);
});
