import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { projectFile, root } from '../../src/platform/config/paths.ts';

export interface Source {
  /** From the project's folder: 'src/app.ts'. */
  path: string;
  text: string;
  /** What it imports of ours, as paths from the project's folder. */
  imports: string[];
}

/** Every TypeScript file under the given folders. */
export function sourcesUnder(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => read(join(folder, file))),
  );
}

function read(path: string): Source {
  const text = readFileSync(projectFile(path), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  const imports = [...found].map(([, to]) => relative(root, resolve(root, dirname(path), to!)));
  return { path, text, imports };
}

export const isTest = (path: string): boolean =>
  /\.(test|fixture|arbitraries)\.tsx?$|arbitraries\.ts$/.test(path);
