// Everything a browser loads: stylesheet, scripts, fonts, icons. Names carry a hash, so they can be kept for ever.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { cutFonts } from './fonts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

// Scripts that some pages ask for by name, beside app.js, which every page has.
const SCRIPTS = ['app', 'signed-in', 'passkey', 'push', 'own-zone', 'triage'];

/** Writes `<outDir>/assets/*`, with .br and .gz beside each, `assets/manifest.json` and `assets/sw.js`. */
export async function buildAssets(outDir) {
  const assets = join(outDir, 'assets');
  const scratch = join(outDir, 'assets-scratch');
  await Promise.all([assets, scratch].map((folder) => rm(folder, { recursive: true, force: true })));
  await mkdir(assets, { recursive: true });
  await cutFonts(scratch);
  const manifest = {
    ...(await buildStyles(assets, scratch)),
    ...(await buildScripts(assets)),
    ...(await copyIcons(assets)),
    ...(await copyLicences(assets)),
  };
  await writeFile(join(assets, 'manifest.json'), JSON.stringify(manifest, null, 2));
  await buildWorker(assets, manifest);
  await compressAll(assets);
  await rm(scratch, { recursive: true, force: true });
}

async function buildStyles(outdir, fonts) {
  const result = await build({
    ...SHARED,
    outdir,
    entryPoints: [at('src/ui/styles/app.css')],
    target: ['chrome87', 'safari14', 'firefox90'],
    loader: { '.woff2': 'file' },
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    plugins: [generatedFonts(fonts)],
  });
  return named(result);
}

// fonts.css does not exist in the source: it is written with the fonts.
function generatedFonts(folder) {
  return {
    name: 'generated-fonts',
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/fonts\.css$/ }, () => ({ path: join(folder, 'fonts.css') })),
  };
}

async function buildScripts(outdir) {
  const entryPoints = SCRIPTS.map((name) => at(`src/browser/${name}.ts`)).filter((file) => existsSync(file));
  return named(
    await build({
      ...SHARED,
      outdir,
      entryPoints,
      format: 'esm',
      target: 'es2020',
      plugins: [turboWithoutStyles],
    }),
  );
}

// Turbo's progress bar, which we never show, puts a <style> into the page as soon as Turbo loads. Our content security
// policy refuses it and says so on every page; so it is left out, and the build fails if the line is ever not there.
const turboWithoutStyles = {
  name: 'turbo-without-styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /turbo\.es2017-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const line = /this\.installStylesheetElement\(\);\n/;
      if (!line.test(source))
        throw new Error('Turbo has changed: look again at how its progress bar brings its style');
      return { contents: source.replace(line, '') };
    }),
};

async function copyIcons(outdir) {
  const manifest = {};
  for (const name of (await readdir(at('src/ui/icons'))).filter((file) => /\.(svg|png)$/.test(file))) {
    const bytes = await readFile(at('src/ui/icons', name));
    manifest[name] = hashed(name, bytes);
    await writeFile(join(outdir, manifest[name]), bytes);
  }
  return manifest;
}

// The worker must keep one name; it knows the others' names, so a new build makes a new worker.
async function buildWorker(outdir, manifest) {
  const offline = ['app.css', 'app.js', 'signed-in.js', 'reading.woff2', 'heading.woff2', 'icon.svg'];
  const files = offline.map((name) => manifest[name]).filter(Boolean);
  await build({
    ...SHARED,
    entryNames: '[name]',
    outdir,
    entryPoints: [at('src/browser/sw.ts')],
    format: 'iife',
    target: 'es2020',
    define: {
      __ASSETS__: JSON.stringify(files.map((file) => `/assets/${file}`)),
      __VERSION__: JSON.stringify(hash(files.join())),
    },
  });
}

// Both typefaces are under the SIL Open Font License, which travels with the fonts.
async function copyLicences(outdir) {
  const manifest = {};
  for (const font of ['fraunces', 'atkinson-hyperlegible-next']) {
    const text = await readFile(at('node_modules/@fontsource-variable', font, 'LICENSE'));
    const name = `${font}-licence.txt`;
    manifest[name] = hashed(name, text);
    await writeFile(join(outdir, manifest[name]), text);
  }
  return manifest;
}

const SHARED = {
  bundle: true,
  minify: true,
  metafile: true,
  entryNames: '[name]-[hash]',
  logLevel: 'warning',
};

// esbuild's outputs by the name we ask for: app-1A2B3C.css → app.css
function named({ metafile }) {
  const names = Object.keys(metafile.outputs).map((file) => basename(file));
  return Object.fromEntries(names.map((name) => [name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), name]));
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);
const hashed = (name, bytes) => `${basename(name, extname(name))}-${hash(bytes)}${extname(name)}`;

async function compressAll(folder) {
  for (const name of (await readdir(folder)).filter((file) => /\.(css|js|svg|json|txt)$/.test(file))) {
    const bytes = await readFile(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }));
    await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}
