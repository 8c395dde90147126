import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

// bin/start.mjs in a checkout of its own, with a builder and an npm that only write down that they were called.
const bin = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../bin');
let checkout: string;

const builder = `import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
export const isFresh = async () => existsSync('dist/server.js');
export const build = async () => {
  console.log('built');
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/server.js', "console.log('served', process.argv.slice(2).join(' '), process.env.DATA_DIR)");
};`;
const npm = `console.log('npm', process.argv.slice(2).join(' '));
const fs = require('node:fs');
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
const kept = Object.entries(packages).filter(([, each]) => process.argv.includes('--include=dev') || !each.dev);
fs.mkdirSync('node_modules', { recursive: true });
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(kept) }));`;

beforeEach(() => {
  checkout = fs.mkdtempSync(path.join(os.tmpdir(), 'start-test-'));
  fs.mkdirSync(path.join(checkout, 'bin'));
  for (const name of ['start.mjs', 'install.mjs', 'turn.mjs']) {
    fs.copyFileSync(path.join(bin, name), path.join(checkout, 'bin', name));
  }
  fs.writeFileSync(path.join(checkout, 'bin', 'build.mjs'), builder);
  fs.writeFileSync(path.join(checkout, 'npm.js'), npm);
  lock('1.0.0');
});
afterEach(() => fs.rmSync(checkout, { recursive: true }));

function lock(version: string): void {
  const packages = {
    'node_modules/needed': { version },
    'node_modules/tool': { version, dev: true },
    'node_modules/other-system': { version, optional: true, os: ['none'] },
  };
  fs.writeFileSync(path.join(checkout, 'package-lock.json'), JSON.stringify({ packages }));
}

function start(...args: string[]): Promise<string[]> {
  const env = { PATH: process.env.PATH, npm_execpath: path.join(checkout, 'npm.js'), DATA_DIR: 'mine' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['bin/start.mjs', ...args], { cwd: checkout, env }, (error, out) =>
      error ? reject(error) : resolve(out.trim().split('\n')),
    );
  });
}

it('installs and builds the first time, then starts at once, and passes its words on', async () => {
  const first = await start('--demo');
  const quiet = '--no-audit --no-fund --loglevel=error';
  expect(first.filter((line) => line.startsWith('npm'))).toEqual([
    `npm install --no-save --omit=dev ${quiet}`,
  ]);
  expect(first).toContain('built');
  const served = `served --demo ${path.join(fs.realpathSync(checkout), 'mine')}`;
  expect(first.at(-1)).toBe(served);
  expect(await start('--demo')).toEqual([served]);
});

it('installs again after an update, and keeps the development tools that are there', async () => {
  await start();
  const present = path.join(checkout, 'node_modules', '.package-lock.json');
  fs.copyFileSync(path.join(checkout, 'package-lock.json'), present);
  expect((await start()).join()).not.toContain('npm');
  lock('1.0.1');
  expect((await start()).join()).toContain('--include=dev');
});

it('installs and builds once when started twice at the same moment', async () => {
  const both = (await Promise.all([start(), start()])).flat();
  expect(both.filter((line) => line.startsWith('npm'))).toHaveLength(1);
  expect(both.filter((line) => line === 'built')).toHaveLength(1);
  expect(both.filter((line) => line.startsWith('served'))).toHaveLength(2);
});
