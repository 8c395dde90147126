import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectFile } from '../src/platform/config/paths.ts';

// bin/porchlight match as another program calls it. What is refused, and why, is tested beside src/commands/match/.
const folder = mkdtempSync(join(tmpdir(), 'match-'));
afterAll(() => rmSync(folder, { recursive: true }));
const PATIENCE = { timeout: 300_000 };

const INPUT = {
  mentees: ['m1', 'm2', 'm3'],
  mentors: [{ id: 'd1', capacity: 2 }, { id: 'd2' }],
  pairs: [
    ['m3', 'd1', 0.2],
    ['m1', 'd1', 0.83],
    ['m2', 'd1', 0.5],
    ['m2', 'd2', -0.25],
  ],
};

function run(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(projectFile('bin', 'porchlight'), ['match', ...args], (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
    child.stdin!.on('error', () => {}); // a command that needs no input closes it
    child.stdin!.end(input);
  });
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('one line of JSON, from a file or from standard input', PATIENCE, async () => {
  const most = await run(['--in', file('input.json', JSON.stringify(INPUT))]);
  expect([most.code, most.out]).toEqual([
    0,
    '{"matches":[["m1","d1",0.83],["m2","d2",-0.25],["m3","d1",0.2]],"unmatched":[],"total":0.78,"optimal":true}\n',
  ]);
  const total = await run(['--in', '-'], JSON.stringify({ ...INPUT, objective: 'max-total' }));
  expect([total.code, total.out]).toEqual([
    0,
    '{"matches":[["m1","d1",0.83],["m2","d1",0.5]],"unmatched":["m3"],"total":1.33,"optimal":true}\n',
  ]);
});

test(
  'what is wrong is one line on standard error, exit status 2, nothing on standard output',
  PATIENCE,
  async () => {
    const twice = { ...INPUT, pairs: [...INPUT.pairs, INPUT.pairs[0]] };
    const wrong: [string[], RegExp][] = [
      [['--in', file('twice.json', JSON.stringify(twice))], /^pairs\[4\] lists "m3", "d1" a second time/],
      [['--in', file('empty.json', '')], /empty/],
      [['--in', join(folder, 'nowhere.json')], /--in .*no such file/],
      [['--in', folder], /--in .*folder/],
      [[], /--in FILE is missing/],
      [['--out', 'x'], /--out/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, out, err } = await run(args);
      expect([args, code, out]).toEqual([args, 2, '']);
      expect(err).toMatch(sentence);
      expect(err).toMatch(/^[^\n]+\n$/);
    }
  },
);
