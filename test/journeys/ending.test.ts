import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { projectFile } from '../../src/platform/config/paths.ts';

/** Programs that run on this folder. */
const runningOn = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandOf(pid).includes(folder));

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

// From the first files of a new database to its first breath, and to the tables being made.
test.each(['postgres/postmaster.pid', 'secret'])(
  'asked to end as soon as there is %s, a first start leaves no database running',
  async (file) => {
    const folder = mkdtempSync(join(tmpdir(), 'pl-ending-'));
    const child = spawn(process.execPath, [projectFile('dist/server.js')], {
      env: { ...process.env, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (bytes) => (said += bytes));
    child.stderr.on('data', (bytes) => (said += bytes));
    const ended = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
    await vi.waitFor(() => expect(existsSync(join(folder, file))).toBe(true), {
      timeout: 60_000, // making a database on a busy disk takes its time
      interval: 2,
    });
    child.kill('SIGTERM');
    expect(await ended, said).toBe(0);
    expect(said).not.toContain('is at http');
    expect(runningOn(folder)).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  },
);
