import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../platform/config/paths.ts';

/** Where the build puts what a browser loads. */
export const assetFolder = projectFile('dist', 'assets');

const manifest = readManifest(join(assetFolder, 'manifest.json'));

/** `app.css` → `/assets/app-1a2b3c4d.css`; the plain name when nothing was built (tests). */
export function asset(name: string): string {
  return `/assets/${manifest[name] ?? name}`;
}

function readManifest(file: string): Record<string, string> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
