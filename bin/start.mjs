#!/usr/bin/env node
// npm start: installs and builds when needed, then becomes the server. Needs nothing but Node.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installWhenNeeded, isInstalled, requireNode, root } from './install.mjs';
import { inTurn } from './turn.mjs';

requireNode();
// A relative DATA_DIR means what the person sees from where she is; everything else is relative to the checkout.
if (process.env.DATA_DIR) process.env.DATA_DIR = path.resolve(process.env.DATA_DIR);
process.chdir(root);

const isReady = async () => isInstalled() && (await import('./build.mjs')).isFresh();

// Asked first: a finished checkout may be read-only, and starts without writing anything into it.
if (!(await isReady())) {
  await inTurn(async () => {
    installWhenNeeded();
    if (!(await isReady())) buildApart();
  });
}

process.env.NODE_ENV ??= 'production';
// The server runs in this very process, so that signals, exit codes and the terminal are its own.
const server = path.join(root, 'dist', 'server.js');
process.argv[1] = server;
await import(pathToFileURL(server).href);

/** In a process of its own: the tools that build need not stay in the server's memory. */
function buildApart() {
  console.log('Building (a few seconds, only after a change) ...');
  const builder = JSON.stringify(new URL('./build.mjs', import.meta.url).href);
  const code = `const { build } = await import(${builder}); await build();`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
  if (done.status === 0) return;
  console.error('The build did not finish: the lines above say why.');
  process.exit(1);
}
