// Finds a Chromium: one that is installed; else Debian's package, when we may install it; else Playwright's own.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Chromium.app/Contents/MacOS',
  '/Applications/Google Chrome.app/Contents/MacOS',
];

/** The path of a browser. Throws saying how to get one. */
export async function findChromium() {
  return installed() ?? (await playwrights()) ?? fromDebian() ?? (await fromPlaywright()) ?? giveUp();
}

function installed() {
  const folders = [...(process.env.PATH ?? '').split(':'), ...PLACES];
  const names = [...NAMES, 'Chromium', 'Google Chrome'];
  return folders
    .flatMap((folder) => names.map((name) => `${folder}/${name}`))
    .find((path) => existsSync(path));
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Debian’s Chromium for the browser tests ...');
  try {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      quiet,
    );
  } catch {
    return undefined;
  }
  return installed();
}

async function playwrights() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function fromPlaywright() {
  try {
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  return playwrights();
}

function giveUp() {
  throw new Error(
    'No Chromium was found and none could be installed. Install one (Debian, Ubuntu: "apt-get install chromium") or set CHROMIUM to its path.',
  );
}
