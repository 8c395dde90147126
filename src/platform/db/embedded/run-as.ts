import { execFileSync, spawnSync } from 'node:child_process';
import { lchownSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';

/** The account PostgreSQL's processes get; null means: the one we already run as. */
export type RunAs = { uid: number; gid: number } | null;

/** Nothing of ours goes to PostgreSQL through the environment: no secrets, and no PGDATA or PGPORT of the host. */
export const bareEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * PostgreSQL refuses to run as root. Started as root we hand it to an account that exists already: the owner of the
 * cluster if it has one, else the first of these names. Started by anyone else, it runs as that person.
 */
export function chooseRunAs(cluster: string): RunAs {
  const owner = ownerOf(cluster);
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new CannotStart(
        `The database folder ${cluster} belongs to another account (number ${owner.uid}). ` +
          `Start Porchlight as that account or as root, or give the folder to yours: sudo chown -R "$(id -u)" '${cluster}'`,
      );
    }
    return null;
  }
  if (owner && owner.uid !== 0) return owner;
  for (const name of ['porchlight', 'postgres', 'nobody']) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new CannotStart(
    'PostgreSQL may not run as root, and this machine has no account "nobody" to give it to. ' +
      'Create an account named porchlight, or start Porchlight as an ordinary user.',
  );
}

/** Can that account pass through this folder? Asked of the system itself, so access lists count too. */
export function canEnter(runAs: RunAs, folder: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...runAs,
    cwd: '/',
    env: bareEnvironment,
    stdio: 'ignore',
  });
  return probe.status === 0;
}

/** A folder restored or copied by root belongs to root, whom PostgreSQL refuses: gives all of it to the account. */
export function giveFolder(folder: string, runAs: RunAs): void {
  if (!runAs || statSync(folder).uid === runAs.uid) return;
  lchownSync(folder, runAs.uid, runAs.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(path.join(folder, name), runAs.uid, runAs.gid);
  }
}

function ownerOf(folder: string): { uid: number; gid: number } | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found ? { uid: found.uid, gid: found.gid } : null;
}

/** By `id`, which also knows accounts that are not in /etc/passwd. `| 0` because macOS calls nobody 4294967294. */
function lookUp(name: string): { uid: number; gid: number } | null {
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] })) | 0;
  try {
    const uid = ask('-u');
    return uid === 0 ? null : { uid, gid: ask('-g') };
  } catch {
    return null;
  }
}
