import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { shippedFolder, tryPrograms } from './programs.ts';
import type { RunAs } from './run-as.ts';
import { makeLinks, shippedPrograms } from './shipped-programs.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

const runAs: RunAs = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;

/** The installed package as npm leaves it with install scripts off: no links among the libraries. */
function withoutLinks(): { folder: string; native: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'programs-test-'));
  folders.push(folder);
  fs.chmodSync(folder, 0o755);
  const installed = path.dirname(shippedFolder() ?? '');
  const native = path.join(folder, 'package', 'native');
  const wanted = (from: string) => !fs.lstatSync(from).isSymbolicLink() && !from.endsWith('.a');
  fs.cpSync(path.join(installed, 'native'), native, { recursive: true, filter: wanted });
  fs.copyFileSync(path.join(installed, 'package.json'), path.join(folder, 'package', 'package.json'));
  return { folder, native };
}

it('makes the library links that an install script would have made', () => {
  const { native } = withoutLinks();
  const bin = path.join(native, 'bin');
  expect(tryPrograms(bin, runAs)).toBeNull();
  makeLinks(native);
  expect(tryPrograms(bin, runAs)?.version).toBeGreaterThan(180_000);
});

it('works from a copy when the package can be neither completed nor reached', () => {
  const { folder, native } = withoutLinks();
  const places = [path.join(folder, 'copies')];
  // Root may write anywhere, but hands PostgreSQL to an account that may not pass; others just may not write.
  if (runAs) fs.chmodSync(path.dirname(native), 0o700);
  else fs.chmodSync(path.join(native, 'lib'), 0o555);
  const programs = shippedPrograms(native, runAs, places);
  fs.chmodSync(path.join(native, 'lib'), 0o755);
  expect(programs?.bin.startsWith(places[0] ?? '?')).toBe(true);
  expect(shippedPrograms(native, runAs, places)?.version).toBe(programs?.version);
  expect(fs.readdirSync(places[0] ?? '')).toHaveLength(1);
});

it('answers null for programs that do not run here', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'programs-test-'));
  folders.push(folder);
  fs.mkdirSync(path.join(folder, 'bin'));
  fs.writeFileSync(path.join(folder, 'bin', 'postgres'), 'not a program of this system', { mode: 0o755 });
  expect(shippedPrograms(folder, null, [])).toBeNull();
});
