import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFile } from '../../src/platform/config/paths.ts';

/** The production build with its default settings, on a folder and a port of its own. */
export interface Server {
  url: string;
  pid: number;
  dataDir: string;
  /** From the start of the process to the first whole page, in milliseconds. */
  startedIn: number;
  /** Ends it and waits; the folder goes unless it is `kept`. */
  stop(kept?: boolean): Promise<void>;
  /** Ends it without warning; the folder stays. */
  kill(): Promise<void>;
}

interface Options {
  dataDir?: string;
  /** What Node is given: the built server unless told otherwise. */
  args?: string[];
  env?: NodeJS.ProcessEnv;
}

/** Starts the server and waits for its first page. Its log goes to a file, as an operator's would. */
export async function startServer({ dataDir, args, env }: Options = {}): Promise<Server> {
  const folder = dataDir ?? newFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = join(folder, 'server.out');
  const file = openSync(log, 'a');
  const began = performance.now();
  const child = spawn(process.execPath, args ?? [projectFile('dist/server.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      ...env,
    },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await firstPage(url, child, log);
  const startedIn = performance.now() - began;
  return {
    url,
    startedIn,
    pid: child.pid!,
    dataDir: folder,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async (kept = false) => {
      child.kill('SIGTERM');
      await ended;
      if (!kept) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'pl-bench-'));

/** Asks again and again, as somebody would who waits for it; a redirect (to setting up) is an answer too. */
async function firstPage(url: string, child: ChildProcess, log: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended:\n${readFileSync(log, 'utf8')}`);
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer && answer.status < 500) return;
    await pause(5);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
