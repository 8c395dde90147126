import * as fs from 'node:fs';
import path from 'node:path';
import { type Programs, tryPrograms } from './programs.ts';
import type { RunAs } from './run-as.ts';

/**
 * Makes the npm package's programs usable by that account, wherever npm put them, or answers null (another libc).
 * Two things may be in the way: npm ran no install scripts, so the library links are missing; or the account
 * cannot reach or read the folder (an application under /root). Then a copy is used.
 */
export function shippedPrograms(native: string, runAs: RunAs, copyPlaces: string[]): Programs | null {
  let complete = true;
  try {
    makeLinks(native);
  } catch {
    complete = false; // node_modules may be read-only: the copy below gets its links instead
  }
  const bin = path.join(native, 'bin');
  const inPlace = tryPrograms(bin, runAs);
  if (inPlace) return inPlace;
  // What does not run for ourselves either will not run from a copy of 50 MB.
  if (complete && !tryPrograms(bin, null)) return null;
  for (const parent of copyPlaces) {
    try {
      const copied = tryPrograms(path.join(copyOnce(native, parent), 'bin'), runAs);
      if (copied) return copied;
    } catch {
      // not writable for us: the next place
    }
  }
  return null;
}

/**
 * The links that the package's install script would make, listed by the package itself.
 * Its paths are relative to the package's folder ("native/lib/libpq.so.5").
 */
export function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target));
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start was quicker
    }
  }
}

/** Where copies may go: root keeps one per machine in a place nobody else can write to; others keep it beside their data. */
export function copyPlaces(runAs: RunAs, dataDir: string): string[] {
  const beside = path.join(dataDir, 'programs');
  return runAs ? ['/var/cache/porchlight', beside] : [beside];
}

/** Copies into `parent`, once per version. The rename at the end means a folder of that name is whole. */
function copyOnce(native: string, parent: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.resolve(native, '../package.json'), 'utf8'));
  const copy = path.join(parent, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (fs.existsSync(copy)) {
    const owner = fs.statSync(copy).uid;
    if (owner !== 0 && owner !== process.getuid?.()) throw new Error(`${copy} belongs to someone else`);
    return copy;
  }
  fs.mkdirSync(parent, { recursive: true, mode: 0o755 });
  const draft = `${copy}.new-${process.pid}`;
  const skipped = (name: string) => name.endsWith('.a') || name.endsWith('pkgconfig');
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (from) => !skipped(from) });
  makeLinks(draft);
  makeReadable(draft);
  try {
    fs.renameSync(draft, copy);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}

/** A tight umask at installation must not bar the account we hand PostgreSQL to. */
function makeReadable(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(full);
    else if (entry.isFile()) fs.chmodSync(full, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
