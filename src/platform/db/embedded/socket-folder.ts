import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RunAs } from './run-as.ts';

/** Only part of the socket's name: nothing listens on the network. */
export const port = 5432;

/** The kernel's limit on a socket's path, without its closing zero byte. */
const longest = process.platform === 'linux' ? 107 : 103;

const fits = (folder: string): boolean => Buffer.byteLength(path.join(folder, `.s.PGSQL.${port}`)) <= longest;

/**
 * Where the server's socket goes: the cluster's own folder, which only its account (and root) can enter; that is
 * what makes it safe to ask for no password. A path too long for a socket gets a private temporary folder, whose
 * random name is found again in postmaster.pid.
 */
export function socketFolder(cluster: string, runAs: RunAs, last?: string): string {
  if (fits(cluster)) return cluster;
  // A server brought back after it died must answer where the pools of connections look for it.
  if (last && isPrivate(last, runAs)) return last;
  const temporary = fits(path.join(os.tmpdir(), 'porchlight-XXXXXX')) ? os.tmpdir() : '/tmp';
  const folder = fs.mkdtempSync(path.join(temporary, 'porchlight-')); // 0700
  if (runAs) fs.chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

function isPrivate(folder: string, runAs: RunAs): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false });
  const uid = runAs?.uid ?? process.getuid?.();
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o777) === 0o700;
}

/** Removes a temporary socket folder once its server is gone; the cluster itself is never touched. */
export function forgetSocketFolder(folder: string, cluster: string): void {
  if (folder === cluster || !/^porchlight-\w{6}$/.test(path.basename(folder))) return;
  fs.rmSync(folder, { recursive: true, force: true });
}
