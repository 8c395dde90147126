// npm test: everything, in one run that ends with one line 'N passed, N failed'. Nothing is skipped in silence.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { installWhenNeeded, root } from './install.mjs';

await installWhenNeeded({ dev: true });
const scratch = mkdtempSync(join(tmpdir(), 'pl-run-'));
const report = join(scratch, 'report.json');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const started = Date.now();
let passed = 0;
let failed = 0;

const chromium = await check(
  'a Chromium to drive',
  async () => process.env.CHROMIUM ?? (await findChromium()),
);
// Read beside the build and the tests, which leave a processor idle now and then; each is told as soon as it is done.
const readings = Promise.all([
  check('types', () => told('tsc', ['--noEmit'])),
  check('types in the browser', () => told('tsc', ['--noEmit', '-p', 'src/browser'])),
  check('lint and format', () => told('biome', ['check', '--error-on-warnings', '--max-diagnostics=40'])),
]);
await check('production build', async () => (await import('./build.mjs')).build());
await check('all tests ran to the end', () => tests());
await readings;

rmSync(scratch, { recursive: true, force: true });
console.log(`\nin ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

/** Counts one check; what it throws is its failure. */
async function check(name, work) {
  try {
    const result = await work();
    passed += 1;
    console.log(`✓ ${name}`);
    return result;
  } catch (error) {
    failed += 1;
    console.log(`✗ ${name}\n${error.message}`);
    return null;
  }
}

async function tests() {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await run(bin('vitest'), args, { CHROMIUM: chromium ?? '' }).catch((error) => error);
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  const silent = result.numPendingTests + result.numTodoTests;
  if (silent) throw new Error(`${silent} tests were skipped`);
  // A file that breaks before its first test counts no failed test, so the exit code speaks too.
  if (ended instanceof Error && result.numFailedTests === 0) throw ended;
}

/** Runs one that has its say at once, and only when it fails. */
function told(name, args) {
  return new Promise((done, fail) => {
    execFile(bin(name), args, { cwd: root, maxBuffer: 1e8 }, (error, out, complaints) =>
      error ? fail(new Error(`${out}${complaints}` || error.message)) : done(),
    );
  });
}

function run(command, args, env = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${command} ended with ${code}`))));
  });
}
