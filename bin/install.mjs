import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const presentFile = path.join(root, 'node_modules', '.package-lock.json');

/** Says so, and ends, where Node is older than package.json allows: everything after would fail less clearly. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Porchlight needs Node 20.19 or later; this is Node ${process.versions.node}.`);
  console.error('Get a newer one from https://nodejs.org and run the same command again.');
  process.exit(1);
}

/**
 * Installs what package-lock.json names, if it is not there already. `dev` asks for the development tools as well;
 * without it they are kept where they are, and not fetched where they are not.
 */
export function installWhenNeeded({ dev = false } = {}) {
  if (isInstalled({ dev })) return;
  const present = readPackages(presentFile);
  const withDev = dev || Object.values(present).some((each) => each.dev);
  const reason = Object.keys(present).length > 0 ? 'after an update' : 'only the first time';
  console.log(`Installing (about a minute, ${reason}) ...`);
  // Not `npm ci`: it refuses a lock written where the registry lacked some other system's optional package, and it
  // throws away what is there. This keeps to the lock's versions and checksums as well, and changes no tracked file.
  const args = ['install', '--no-save', withDev ? '--include=dev' : '--omit=dev'];
  args.push('--no-audit', '--no-fund', '--loglevel=error');
  // npm, when it called us, says where it lives; that also works where `npm` is not on the PATH.
  const npm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null;
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status === 0) return;
  if (done.error) console.error(done.error.message);
  console.error(
    'The installation did not finish. Check the connection to the internet and run the same command again.',
  );
  process.exit(1);
}

/** npm's own record in node_modules is written last, so a broken installation has none. */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Compared by content: the times of files say nothing after a clone, a copy or a restore. */
export function isInstalled({ dev = false } = {}) {
  const present = readPackages(presentFile);
  const wanted = Object.entries(readPackages(path.join(root, 'package-lock.json'))).filter(
    ([name]) => name !== '',
  );
  const isThere = ([name, want]) => {
    const have = present[name];
    if (have) return have.version === want.version && have.integrity === want.integrity;
    if (want.dev || want.devOptional) return !dev || (want.optional && !isForHere(want));
    return want.peer || (want.optional && !isForHere(want));
  };
  return wanted.length > 0 && wanted.every(isThere);
}

// Asked once: the report it stands in takes tens of milliseconds to write.
let libcHere;
const ourLibc = () => {
  libcHere ??= process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return libcHere;
};

/** Optional packages are mostly programs for one system: those for this one are not optional to us. */
function isForHere({ os, cpu, libc }) {
  if (!os && !cpu) return false;
  const fits = (list, ours) =>
    !list || list.includes(ours) || list.some((each) => each.startsWith('!') && each !== `!${ours}`);
  return (
    fits(os, process.platform) &&
    fits(cpu, process.arch) &&
    (process.platform !== 'linux' || fits(libc, ourLibc()))
  );
}
