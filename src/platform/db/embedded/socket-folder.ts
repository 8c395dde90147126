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
export function socketFolder(cluster: string, runAs: RunAs): string {
  if (fits(cluster)) return cluster;
  const temporary = fits(path.join(os.tmpdir(), 'porchlight-XXXXXX')) ? os.tmpdir() : '/tmp';
  const folder = fs.mkdtempSync(path.join(temporary, 'porchlight-')); // 0700
  if (runAs) fs.chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

/** Removes a temporary socket folder once its server is gone; the cluster itself is never touched. */
export function forgetSocketFolder(folder: string, cluster: string): void {
  if (folder === cluster || !/^porchlight-\w{6}$/.test(path.basename(folder))) return;
  fs.rmSync(folder, { recursive: true, force: true });
}
