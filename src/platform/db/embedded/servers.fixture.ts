import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import pg from 'pg';
import type { OwnerConfig } from './hold.ts';
import { isAlive, isServerOf, readPostmasterFile } from './postmaster-file.ts';
import { forgetSocketFolder } from './socket-folder.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../../..');
export const isRoot = process.getuid?.() === 0;

export interface Account {
  name: string;
  as: { uid?: number; gid?: number };
}

/** Root can play an ordinary user too; an ordinary user can only be herself. */
export const accounts: Account[] = isRoot
  ? [
      { name: 'root', as: {} },
      { name: 'an ordinary user', as: { uid: 65534, gid: 65534 } },
    ]
  : [{ name: 'an ordinary user', as: {} }];

/** A temporary place with the program to run; `clear` stops, by number, whatever is left running in it. */
export class Yard {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'embedded-test-'));
  private readonly children: ChildProcess[] = [];
  private readonly clusters = new Set<string>();
  private readonly program = path.join(this.folder, 'a-server.mjs');

  async open(): Promise<this> {
    fs.chmodSync(this.folder, 0o755);
    await build({
      entryPoints: [path.join(here, 'a-server.fixture.ts')],
      outfile: this.program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['pg-native'],
      banner: { js: "import{createRequire as c}from'node:module';const require=c(import.meta.url);" },
      logLevel: 'error',
    });
    return this;
  }

  /** An empty data folder that belongs to the account. */
  dataDir(name: string, { as }: Account): string {
    const dataDir = path.join(this.folder, name);
    fs.mkdirSync(dataDir, { recursive: true });
    if (as.uid !== undefined) fs.chownSync(dataDir, as.uid, as.gid ?? as.uid);
    this.clusters.add(path.join(dataDir, 'postgres'));
    return dataDir;
  }

  /** A data folder whose database was made before: a copy, because making one takes a second. */
  copyOf(source: string, name: string, account: Account): string {
    const dataDir = this.dataDir(name, account);
    execFileSync('cp', ['-a', path.join(this.folder, source, 'postgres'), dataDir]);
    const { uid } = account.as;
    if (uid !== undefined) execFileSync('chown', ['-R', String(uid), path.join(dataDir, 'postgres')]);
    return dataDir;
  }

  /** Starts the program and waits until the database is ready or the program has ended. */
  start(dataDir: string, { as }: Account): Promise<Started> {
    const child = spawn(process.execPath, [this.program, dataDir], {
      ...as,
      cwd: '/',
      env: { PATH: process.env.PATH, NODE_PATH: path.join(root, 'node_modules') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    return new Promise((resolve, reject) => {
      const started = new Started(child);
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith('{')) resolve(Object.assign(started, JSON.parse(line)));
        else started.said.push(line);
      });
      child.on('error', reject).on('close', () => resolve(started));
    });
  }

  async clear(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    for (const cluster of this.clusters) {
      const file = readPostmasterFile(cluster);
      if (!file || !isServerOf(file.pid, cluster)) continue;
      process.kill(file.pid, 'SIGQUIT');
      await gone(file.pid);
      forgetSocketFolder(file.socketDir, cluster);
    }
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The program after `start`: `ready` if it has the database, else it has ended and `said` tells why. */
export class Started {
  ready = false;
  pid = 0;
  config!: OwnerConfig;
  said: string[] = [];
  constructor(readonly child: ChildProcess) {}

  async kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill(signal);
    await closed;
  }

  /** Waits for a line of the program's. */
  async says(what: RegExp): Promise<void> {
    await until(() => this.said.some((line) => what.test(line)));
  }

  async sql(text: string): Promise<unknown[]> {
    const client = new pg.Client(this.config);
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
}

export const gone = (pid: number): Promise<void> => until(() => !isAlive(pid));

async function until(done: () => boolean): Promise<void> {
  for (let left = 1000; !done(); left--) {
    if (left === 0) throw new Error('waited ten seconds in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
