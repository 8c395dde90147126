import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { DEMO_PEOPLE, foundDemo, issueSetupToken } from './features/setup/index.ts';
import { jobs } from './jobs.ts';
import { listen } from './listening.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { projectFile } from './platform/config/paths.ts';
import { keyring } from './platform/crypto/index.ts';
import { authPool, type Booted, bootDatabase, database } from './platform/db/index.ts';
import { loadPlaces } from './platform/geo/index.ts';
import type { Parts } from './platform/http/index.ts';
import { type Runner, startJobs } from './platform/jobs/index.ts';
import { liveUpdates } from './platform/live/index.ts';
import { makeLog } from './platform/log/index.ts';
import { mailer } from './platform/mail/index.ts';

const say = (line: string) => console.log(line);

/** The composition root: config, database, first run, app; and the way down again. */
async function main(ending: AbortSignal): Promise<void> {
  const config = settings();
  const log = makeLog(config.logLevel);
  const onError = (error: Error) => log.error({ err: error });
  // An operator's PostgreSQL needs no stopping: a start that still waits for it ends at once.
  const quit = () => config.databaseUrl && process.exit(0);
  ending.addEventListener('abort', quit);
  const booted = await bootDatabase(config, projectFile('migrations'), say, onError).catch((error) => {
    forgetDemo(config);
    throw error;
  });
  ending.removeEventListener('abort', quit);
  const db = database(booted);
  const parts: Parts = {
    config,
    db,
    authPool: authPool(booted),
    keys: keyring(config.secret, config.dataDir),
    mail: mailer(config),
    live: liveUpdates(db, log),
    log,
  };
  let running: Runner | undefined;
  const down = async () => {
    await running?.stop();
    await booted.stop();
    forgetDemo(config);
  };
  const token = await firstRun(parts, booted).catch(async (error) => {
    await down();
    throw error;
  });
  if (ending.aborted) {
    parts.live.close();
    await down();
    process.exit(0);
  }
  listen(createApp(parts), config, ending, {
    ending: () => parts.live.close(),
    down,
    up(address) {
      say(`Porchlight is at ${address}`);
      for (const line of firstWords(config, address, token)) say(line);
      running = startJobs(parts, jobs);
      parts.soon = running.soon;
      loadPlaces(); // a moment's work, better now than in somebody's first search
    },
  });
}

const forgetDemo = ({ demo, dataDir }: Config) => demo && rmSync(dataDir, { recursive: true, force: true });

function settings(): Config {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown) {
    console.error(`There is no option ${unknown}. Porchlight knows --demo.`);
    process.exit(2);
  }
  return readConfig({ ...process.env, ...(args.includes('--demo') ? ofTheDemo() : {}) }, args);
}

/** The demo's folder and database are its own and are gone with it: it lets anybody in, so it never meets a real one. */
const ofTheDemo = () => ({
  DATA_DIR: mkdtempSync(join(tmpdir(), 'porchlight-demo-')),
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
});

/** Founds the demo, or opens the door for set-up while there is no community. */
async function firstRun(parts: Parts, booted: Booted): Promise<string | null> {
  const token = await issueSetupToken(booted.owner);
  if (!token || !parts.config.demo) return token;
  await foundDemo(parts, token);
  return null;
}

function firstWords(config: Config, address: string, token: string | null): string[] {
  if (config.demo)
    return DEMO_PEOPLE.map((person) => `Sign in as ${person}: ${address}/demo/sign-in/${person}`);
  if (token) return [`Set it up here (the link works once): ${address}/setup?token=${token}`];
  return [];
}

/**
 * Asked to end by Ctrl-C or a supervisor, heard from the first moment on: a start under way is finished first, so that
 * no database is left behind. It may be asked twice, by the terminal and by npm.
 */
function askedToEnd(): AbortSignal {
  const asked = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => asked.abort());
  return asked.signal;
}

const ending = askedToEnd();
main(ending).catch((error) => {
  // Ctrl-C reaches the programs that we have started as well: what they then say is no news.
  if (!ending.aborted) console.error((error as Error).message);
  process.exit(ending.aborted ? 0 : 1);
});
