import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { isAlive } from './postmaster-file.ts';
import { majorOf, type Programs } from './programs.ts';
import { bareEnvironment, canEnter, giveFolder, type RunAs } from './run-as.ts';
import { operatorSettings, settings } from './settings.ts';

/** Who owns everything in the embedded database; the server itself works through a lesser role. */
export const ownerRole = 'porchlight_owner';

/** The major version of the cluster in this folder; null when there is none yet. Refuses a folder of other things. */
export function clusterMajor(cluster: string): number | null {
  if (!fs.existsSync(cluster)) {
    const link = fs.lstatSync(cluster, { throwIfNoEntry: false });
    if (!link) return null;
    throw new CannotStart(
      `The database's files are not where ${cluster} points to: ${fs.readlinkSync(cluster)}. ` +
        'Put them back there, or remove the link to start afresh.',
    );
  }
  const versionFile = path.join(cluster, 'PG_VERSION');
  if (fs.existsSync(versionFile)) return Number.parseInt(fs.readFileSync(versionFile, 'utf8'), 10);
  if (fs.readdirSync(cluster).length === 0) return null;
  throw new CannotStart(
    `The folder ${cluster} holds files but no database. Nothing was changed. ` +
      'Move it away to start afresh, or set DATA_DIR to the folder you meant.',
  );
}

/** Data files of one major version cannot be read by another: say so before touching anything. */
export function requireSameMajor(cluster: string, major: number, programs: Programs): void {
  const ours = majorOf(programs.version);
  if (major === ours) return;
  throw new CannotStart(
    `The database in ${cluster} was made by PostgreSQL ${major}, and this Porchlight runs PostgreSQL ${ours}. ` +
      'Nothing was changed. Start the version of Porchlight that made it, write a dump of it with pg_dump, ' +
      'and load that with this one: docs/self-hosting.md says how, under Upgrade.',
  );
}

/** Makes sure that the account PostgreSQL runs as can use a cluster which somebody may have moved or restored. */
export function openToAccount(dataDir: string, cluster: string, runAs: RunAs): void {
  giveFolder(cluster, runAs);
  if (!runAs || canEnter(runAs, cluster) || (letIn(dataDir, runAs) && canEnter(runAs, cluster))) return;
  throw new CannotStart(
    `PostgreSQL may not run as root; it runs as account number ${runAs.uid}, which cannot reach ${cluster} because ` +
      'a folder above it is closed. Move the data folder to a place that is open to pass through, such as ' +
      '/var/lib/porchlight, and set DATA_DIR to it.',
  );
}

/**
 * Makes the cluster beside its place and moves it there in one step: a start that dies half way leaves nothing that
 * looks like a database, and of two first starts at the same moment one wins and the other uses the winner's.
 */
export async function createCluster(
  dataDir: string,
  cluster: string,
  programs: Programs,
  runAs: RunAs,
  log: Log,
) {
  log('Preparing the database (a few seconds, only the first time) ...');
  removeDrafts(dataDir);
  const elsewhere = runAs !== null && !letIn(dataDir, runAs);
  const draft = elsewhere ? makePlaceElsewhere() : `${cluster}.new-${process.pid}`;
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (runAs) fs.chownSync(draft, runAs.uid, runAs.gid);
  try {
    await initialise(draft, programs, runAs);
    if (elsewhere) fs.symlinkSync(draft, cluster);
    else fs.renameSync(draft, cluster);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (clusterMajor(cluster) === null) throw error;
    return; // another start was quicker: its cluster is as good
  }
  // Without this a power cut could undo the rename, and with it all that was written since.
  syncFolder(dataDir);
  if (elsewhere) {
    log(
      `Only root can enter ${dataDir}, and PostgreSQL may not run as root: the database's files are kept in ` +
        `${draft}, and ${cluster} is a link to them.`,
    );
  }
}

type Log = (line: string) => void;

async function initialise(folder: string, programs: Programs, runAs: RunAs): Promise<void> {
  const common = ['-D', folder, '-U', ownerRole, '-E', 'UTF8', '--auth-local=trust', '--auth-host=reject'];
  common.push('--data-checksums', '--no-instructions');
  // Letters of every script have their upper and lower case, and the order never changes under an index when
  // the system's C library is upgraded. Before 17 that needs the C library's own C.UTF-8, which macOS lacks.
  const locales =
    majorOf(programs.version) >= 17
      ? [['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']]
      : [['--locale=C.UTF-8'], ['--locale=C']];
  let complaint = '';
  for (const locale of locales) {
    complaint = await run(path.join(programs.bin, 'initdb'), [...common, ...locale], runAs);
    if (complaint === '') break;
  }
  if (complaint) throw new CannotStart(`The database could not be made in ${folder}:\n${complaint}`);
  fs.writeFileSync(path.join(folder, 'postgresql.conf'), operatorSettings);
}

/** Writes our settings for this start. Through a rename: a reader never meets half a file. */
export function writeSettings(cluster: string, runAs: RunAs): void {
  const draft = path.join(cluster, `porchlight.conf.new-${process.pid}`);
  fs.rmSync(draft, { force: true });
  fs.writeFileSync(draft, settings, { mode: 0o600, flag: 'wx' });
  if (runAs) fs.chownSync(draft, runAs.uid, runAs.gid);
  fs.renameSync(draft, path.join(cluster, 'porchlight.conf'));
}

/** Resolves to '' when it went well, else to what it complained of. */
function run(program: string, args: string[], runAs: RunAs): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...runAs,
      cwd: '/',
      env: bareEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? '' : complaint.trim() || `initdb ended with ${code}`));
  });
}

/** Lets the account pass through (not list) our own folder. Folders above it are not ours to open. */
function letIn(dataDir: string, runAs: NonNullable<RunAs>): boolean {
  if (canEnter(runAs, dataDir)) return true;
  if (!canEnter(runAs, path.dirname(dataDir))) return false;
  const { uid, mode } = fs.statSync(dataDir);
  fs.chownSync(dataDir, uid, runAs.gid);
  fs.chmodSync(dataDir, (mode & 0o7777) | 0o010);
  return canEnter(runAs, dataDir);
}

/** Only the link in the data folder knows its name: deleting the data folder must never bring an old cluster back. */
function makePlaceElsewhere(): string {
  fs.mkdirSync('/var/lib/porchlight', { recursive: true, mode: 0o755 });
  return fs.mkdtempSync('/var/lib/porchlight/postgres-');
}

/** What first starts that died left behind. */
function removeDrafts(dataDir: string): void {
  for (const name of fs.readdirSync(dataDir)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    // Our own number was another's before: containers hand out the same ones at every start.
    if (!pid || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    fs.rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
}

function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}
