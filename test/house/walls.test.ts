import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectFile } from '../../src/platform/config/paths.ts';
import { isTest, type Source, sourcesUnder } from './sources.ts';

const all = sourcesUnder('src');
const code = all.filter(({ path }) => !isTest(path));
const roomOf = (path: string) => path.match(/^src\/features\/([^/]+)\//)?.[1];

test('machinery, design system and engine know no feature', () => {
  const breaches = code
    .filter(({ path }) => /^src\/(platform|ui|matching)\//.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((to) => to.startsWith('src/features/')).map((to) => `${path} → ${to}`),
    );
  expect(breaches).toEqual([]);
});

test('the engine imports nothing but itself', () => {
  const breaches = code
    .filter(({ path }) => path.startsWith('src/matching/'))
    .flatMap(({ path, imports, text }) => {
      const outside = imports.filter((to) => !to.startsWith('src/matching/'));
      const packages = [...text.matchAll(/^(?:import|export|\}).* from '([^.'][^']*)'/gm)].map(
        ([, name]) => name!,
      );
      return [...outside, ...packages].map((to) => `${path} → ${to}`);
    });
  expect(breaches).toEqual([]);
});

test('triage is pure: it imports nothing but itself', () => {
  const breaches = code
    .filter(({ path }) => path.startsWith('src/features/danger/triage/'))
    .flatMap(({ path, imports, text }) => [
      ...imports.filter((to) => !to.startsWith('src/features/danger/triage/')).map((to) => `${path} → ${to}`),
      ...[...text.matchAll(/ from '([^.'][^']*)'/g)].map(([, name]) => `${path} → ${name}`),
    ]);
  expect(breaches).toEqual([]);
});

test('features reach each other through the door only', () => {
  const breaches = code.flatMap(({ path, imports }) =>
    imports
      .filter((to) => roomOf(to) && roomOf(to) !== roomOf(path) && !to.endsWith('/index.ts'))
      .map((to) => `${path} → ${to}`),
  );
  expect(breaches).toEqual([]);
});

test('no feature reaches itself by way of another', () => {
  const doors = new Map<string, Set<string>>();
  for (const { path, imports } of code) {
    const room = roomOf(path);
    if (!room) continue;
    const others = imports.map(roomOf).filter((to): to is string => Boolean(to) && to !== room);
    doors.set(room, new Set([...(doors.get(room) ?? []), ...others]));
  }
  expect(circles(doors)).toEqual([]);
});

test('what the composition root puts together knows nothing of it', () => {
  const breaches = code
    .filter(({ path }) => /^src\/(features|platform|ui|matching)\//.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((to) => /^src\/[\w-]+\.tsx?$/.test(to)).map((to) => `${path} → ${to}`),
    );
  expect(breaches).toEqual([]);
});

test('rooms are small', () => {
  const tooLong = code.filter(({ path, text }) => lines(text) > 200 && path !== 'src/platform/db/tables.ts');
  expect(tooLong.map(({ path, text }) => `${path}: ${lines(text)}`)).toEqual([]);
  const sizes = code.map(({ text }) => lines(text)).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(80);
});

test('the clock alone says that it is the clock: no request of a page does', () => {
  const saying = sourcesUnder('src').filter(({ path, text }) => !isTest(path) && /\bjob: true/.test(text));
  expect(saying.map(({ path }) => path).sort()).toEqual([
    'src/features/asks/introducing.ts',
    'src/features/callbacks/jobs.ts',
    'src/features/forming/jobs.ts',
    'src/features/help-calendars/asking-her.ts',
    'src/features/matches/jobs.ts',
    'src/features/pairs/jobs.ts',
  ]);
});

test('no drawers: every file is named for what it holds', () => {
  const drawers = all.filter(({ path }) =>
    /(^|\/)(utils?|helpers?|common|misc|services?|managers?)(\/|\.tsx?$)/.test(path),
  );
  expect(drawers.map(({ path }) => path)).toEqual([]);
});

test('no way around the compiler or the linter', () => {
  const around = (source: Source) => /@ts-(ignore|nocheck|expect-error)|\bas any\b/.test(source.text);
  expect(all.filter(around).map(({ path }) => path)).toEqual([]);
});

test('no inline style or script: the content policy allows none', () => {
  const inline = code.filter(
    ({ path, text }) =>
      path.endsWith('.tsx') &&
      /\sstyle=|\son(click|submit|load|error|change|input|focus|blur|key\w+|toggle)=/.test(text),
  );
  expect(inline.map(({ path }) => path)).toEqual([]);
});

test('packages are pinned, and the lockfile names no registry', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'));
  const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
    ([, v]) => !/^\d+\.\d+\.\d+/.test(v),
  );
  expect(loose).toEqual([]);
  expect(readFileSync(projectFile('package-lock.json'), 'utf8')).not.toMatch(/"resolved": "http/);
});

const lines = (text: string) => text.split('\n').length - 1;

function circles(graph: Map<string, Set<string>>): string[] {
  const found = new Set<string>();
  const walk = (room: string, way: string[]) => {
    if (way.includes(room)) {
      found.add([...way.slice(way.indexOf(room)), room].join(' → '));
      return;
    }
    for (const next of graph.get(room) ?? []) walk(next, [...way, room]);
  };
  for (const room of graph.keys()) walk(room, []);
  return [...found];
}
