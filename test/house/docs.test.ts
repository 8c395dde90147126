import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFile } from '../../src/platform/config/paths.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  ...readdirSync(projectFile('docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];
const read = (file: string) => readFileSync(projectFile(file), 'utf8');

test('every setting stands in the operator’s table, and nothing else does', () => {
  const settings = [...read('src/platform/config/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(
    ([, name]) => name,
  );
  expect(settings.length).toBeGreaterThan(10);
  const told = [...read('docs/self-hosting.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(settings.sort());
});

test('links lead somewhere, and files that are named exist', () => {
  const nowhere = pages.flatMap((page) => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)[^)]*\)|src="([^"]+)"/g)]
      .map(([, link, picture]) => (link ?? picture)!)
      .filter((to) => !/^https?:/.test(to))
      .map((to) => join(dirname(page), to));
    const files = [
      ...read(page).matchAll(/`((?:src|test|bin|bench|migrations|locales|data|docs)\/[\w./-]+\.\w+)`/g),
    ]
      .map(([, file]) => file!)
      // Decisions also speak of what was, and of what never came to be.
      .filter((file) => !page.includes('decisions') && !/^data\/(postgres|secret)/.test(file));
    return [...links, ...files].filter((to) => !existsSync(projectFile(to))).map((to) => `${page} → ${to}`);
  });
  expect(nowhere).toEqual([]);
});
