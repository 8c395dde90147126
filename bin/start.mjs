#!/usr/bin/env node
// npm start: installs and builds when needed, then becomes the server. Needs nothing but Node.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installWhenNeeded, requireNode, root } from './install.mjs';
import { inTurn } from './turn.mjs';

requireNode();
// A relative DATA_DIR means what the person sees from where she is; everything else is relative to the checkout.
if (process.env.DATA_DIR) process.env.DATA_DIR = path.resolve(process.env.DATA_DIR);
process.chdir(root);

await inTurn(async () => {
  installWhenNeeded();
  const { build, isFresh } = await import('./build.mjs');
  if (await isFresh()) return;
  console.log('Building (a few seconds, only after a change) ...');
  await build();
});

process.env.NODE_ENV ??= 'production';
// The server runs in this very process, so that signals, exit codes and the terminal are its own.
const server = path.join(root, 'dist', 'server.js');
process.argv[1] = server;
await import(pathToFileURL(server).href);
