import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { projectFile } from '../../src/platform/config/paths.ts';

/** The production build, running as its operator would run it. */
export interface Server {
  url: string;
  dataDir: string;
  process: ChildProcess;
  output(): string;
  /** Letters written to the outbox for this address, oldest first. */
  letters(to: string): Promise<Email[]>;
  /** Asks it to end and waits; the folder stays when it is `kept`. */
  stop(kept?: boolean): Promise<void>;
  /** Ends it without warning. */
  kill(): Promise<void>;
}

interface Options {
  args?: string[];
  env?: NodeJS.ProcessEnv;
  dataDir?: string;
}

/** Starts `dist/server.js` on a free port and resolves when it answers. */
export async function startServer({ args = [], env = {}, dataDir }: Options = {}): Promise<Server> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'pl-journey-'));
  const child = spawn(process.execPath, [projectFile('dist/server.js'), ...args], {
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      PSEUDO_LOCALE: 'true',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await new Promise<string>((found, fail) => {
    const hear = (bytes: Buffer) => {
      said += bytes;
      const address = said.match(/is at (http:\S+)/)?.[1];
      if (address) found(address);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}:\n${said}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    dataDir: folder,
    process: child,
    output: () => said,
    letters: (to) => lettersIn(join(folder, 'outbox'), to),
    stop: async (kept = false) => {
      await end('SIGTERM');
      if (!kept) rmSync(folder, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

async function lettersIn(outbox: string, to: string): Promise<Email[]> {
  const files = readdirSync(outbox)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  const letters = await Promise.all(files.map((name) => PostalMime.parse(readFileSync(join(outbox, name)))));
  return letters.filter((letter) => letter.to?.some((one) => one.address === to));
}
