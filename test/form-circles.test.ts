import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectFile } from '../src/platform/config/paths.ts';

// bin/porchlight form-circles as another program calls it. What is refused, and why, is tested beside src/commands/.
const PATIENCE = { timeout: 300_000 };
const INPUT = { members: ['c', 'b', 'a'], circles: 1, lower: 2, upper: 3, affinity: [['a', 'b', 3.5]] };

function run(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(projectFile('bin', 'porchlight'), ['form-circles', ...args], (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
    child.stdin!.on('error', () => {}); // a command that needs no input closes it
    child.stdin!.end(input);
  });
}

test('one line of JSON', PATIENCE, async () => {
  const { code, out } = await run(['--in', '-', '--seconds', '1.5'], JSON.stringify(INPUT));
  expect([code, out]).toEqual([0, '{"circles":[["a","b","c"]],"waiting":[],"total":3.5}\n']);
});

test(
  'what is wrong is one line on standard error, exit status 2, nothing on standard output',
  PATIENCE,
  async () => {
    const wrong: [string[], string, RegExp][] = [
      [['--in', '-'], JSON.stringify({ ...INPUT, lower: 9 }), /^lower/],
      [['--in', '-'], JSON.stringify({ ...INPUT, circles: 2 }), /^circles/],
      [['--in', '-', '--seconds', '0'], '', /^--seconds/],
      [[], '', /--in FILE is missing/],
      [['--out', 'x'], '', /--out/],
    ];
    for (const [args, input, sentence] of wrong) {
      const { code, out, err } = await run(args, input);
      expect([args, code, out]).toEqual([args, 2, '']);
      expect(err).toMatch(sentence);
      expect(err).toMatch(/^[^\n]+\n$/);
    }
  },
);
