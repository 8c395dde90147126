// Installs and builds what is missing or out of date, for bin/porchlight.
import { installWhenNeeded, isInstalled, root } from './install.mjs';
import { inTurn } from './turn.mjs';

process.chdir(root);
await inTurn(async () => {
  if (!isInstalled()) installWhenNeeded();
  const { build, isFresh } = await import('./build.mjs');
  if (await isFresh()) return; // another one was quicker
  console.log('Building (a few seconds, only after a change) ...');
  await build();
});
