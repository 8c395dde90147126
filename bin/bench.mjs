#!/usr/bin/env node
// npm run bench [name ...]: measures, one table each, and writes bench/results/<name>.json. Without names: all of them.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { installWhenNeeded, requireNode, root } from './install.mjs';
import { inTurn } from './turn.mjs';

requireNode();
installWhenNeeded({ dev: true });

const folder = join(root, 'bench');
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(1);
}

await inTurn(async () => {
  const { build, isFresh } = await import('./build.mjs');
  if (!(await isFresh())) await build();
});
const built = join(root, 'dist', 'bench', String(process.pid));
await bundle();

let broken = 0;
const env = { ...process.env, CHROMIUM: process.env.CHROMIUM ?? (await findChromium()) };
for (const name of asked.length ? asked : known) {
  console.log(`\n${name}`);
  const ended = spawnSync(process.execPath, [join(built, `${name}.js`)], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (ended.status !== 0) broken += 1;
}
rmSync(built, { recursive: true, force: true });
if (broken) console.error(`\n${broken} could not be measured`);
process.exit(broken ? 1 : 0);

/** Each bench into a file of its own, beside node_modules so that packages are found. */
async function bundle() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [
      ...known.map((name) => join(folder, `${name}.ts`)),
      join(folder, 'kit/bare-server.ts'),
      join(folder, 'kit/mail-server.ts'),
    ],
    outdir: built,
    outbase: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
}
