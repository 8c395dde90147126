import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeSettings } from './cluster.ts';
import { isServerOf, readPostmasterFile } from './postmaster-file.ts';
import type { Programs } from './programs.ts';
import { bareEnvironment, type RunAs } from './run-as.ts';
import { forgetSocketFolder, port, socketFolder } from './socket-folder.ts';

/** A PostgreSQL server that we have just launched; it may still fail to start. */
export interface Launch {
  pid: number;
  /** What it wrote if it has ended, else null. */
  complaint(): string | null;
}

/**
 * Launches PostgreSQL on the cluster: no network, in a process group of its own (the terminal's Ctrl-C is for us:
 * we then stop it in order), its log in a file (a pipe would break when we die, and it may outlive us).
 */
export function launch(cluster: string, programs: Programs, runAs: RunAs, lastSocketDir?: string): Launch {
  writeSettings(cluster, runAs);
  const socketDir = socketFolder(cluster, runAs, lastSocketDir);
  const log = openLog(cluster, runAs);
  const before = fs.fstatSync(log).size;
  const args = ['-D', cluster, '-k', socketDir, '-p', String(port), '-c', 'listen_addresses='];
  args.push('-c', 'unix_socket_permissions=0700');
  const child = spawn(path.join(programs.bin, 'postgres'), args, {
    ...runAs,
    cwd: '/',
    env: bareEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  let ended = false;
  const end = () => {
    ended = true;
    if (readPostmasterFile(cluster)?.socketDir !== socketDir) forgetSocketFolder(socketDir, cluster);
  };
  child.on('exit', end).on('error', end);
  child.unref();
  return { pid: child.pid ?? 0, complaint: () => (ended ? readLog(cluster, before) : null) };
}

/**
 * Stops the cluster's server, whoever launched it: open transactions are rolled back, everything acknowledged is
 * on the disk. Resolves when it is gone.
 */
export async function stopServer(cluster: string): Promise<void> {
  const server = readPostmasterFile(cluster);
  if (!server || !isServerOf(server.pid, cluster)) return;
  signal(server.pid, 'SIGINT'); // PostgreSQL's "fast" shutdown
  const patience = Date.now() + 30_000;
  let hurried = false;
  while (isServerOf(server.pid, cluster)) {
    await pause(10);
    if (hurried || Date.now() < patience) continue;
    hurried = true;
    signal(server.pid, 'SIGQUIT'); // at once; the next start replays the log, nothing is lost
  }
  forgetSocketFolder(server.socketDir, cluster);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

/** Asks for an orderly end without waiting for it: all that a process that is ending itself can do. */
export function askToStop(pid: number, cluster: string): void {
  if (isServerOf(pid, cluster)) signal(pid, 'SIGINT');
}

/** Started over when it has grown past 5 MB. Never through a link: the folder's account could have laid one. */
function openLog(cluster: string, runAs: RunAs): number {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = fs.constants;
  const log = fs.openSync(
    path.join(cluster, 'server.log'),
    O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW,
    0o600,
  );
  if (fs.fstatSync(log).size > 5_000_000) fs.ftruncateSync(log);
  if (runAs) fs.fchownSync(log, runAs.uid, runAs.gid);
  return log;
}

function readLog(cluster: string, from: number): string {
  const written = fs.readFileSync(path.join(cluster, 'server.log')).subarray(from).toString('utf8').trim();
  return written || 'PostgreSQL ended without a word.';
}
