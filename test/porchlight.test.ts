import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { projectFile } from '../src/platform/config/paths.ts';

// bin/porchlight as a person types it: installed and built when that is needed, then the command.
const porchlight = projectFile('bin', 'porchlight');
const PATIENCE = { timeout: 300_000 };

interface Ended {
  code: number;
  out: string;
  err: string;
}

function run(args: string[], input: string | Uint8Array = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(porchlight, args, { maxBuffer: 1 << 28 }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
    child.stdin!.on('error', () => {}); // a command that needs no input closes it
    child.stdin!.end(input);
  });
}

const levels = (out: string): string[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).level);

test('one answer a line, in order, and nothing else on standard output', PATIENCE, async () => {
  const { code, out } = await run(
    ['triage'],
    'I want to kill myself\n\nthis traffic is killing me\r\nlast line, wish i was dead',
  );
  expect(code).toBe(0);
  expect(out).toBe(
    [
      '{"level":"urgent","phrases":["want to kill myself"]}',
      '{"level":"none","phrases":[]}',
      '{"level":"none","phrases":[]}',
      '{"level":"concern","phrases":["wish i was dead"]}',
      '',
    ].join('\n'),
  );
});

test('Spanish is asked for by --lang', PATIENCE, async () => {
  const { out } = await run(['triage', '--lang', 'es'], 'kiero morirme\nme muero de risa\n');
  expect(levels(out)).toEqual(['urgent', 'none']);
  expect((await run(['triage', '--lang=es'])).out).toBe('');
});

test('bytes that are no text, and lines beyond any size, are read all the same', PATIENCE, async () => {
  const broken = Buffer.concat([
    Buffer.from([0xff, 0xfe, 0x80]),
    Buffer.from(' I want to die \xc3\n', 'latin1'),
  ]);
  expect(levels((await run(['triage'], broken)).out)).toEqual(['urgent']);
  const long = `${'so tired '.repeat(400_000)}I want to die\nfine\n`;
  expect(levels((await run(['triage'], long)).out)).toEqual(['urgent', 'none']);
});

test('answers come while the input is still open, and a closed pipe ends it quietly', PATIENCE, async () => {
  const child: ChildProcess = spawn(porchlight, ['triage'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let err = '';
  child.stderr!.on('data', (text) => {
    err += text;
  });
  child.stdin!.on('error', () => {});
  child.stdin!.write('I want to die\n');
  const [first] = await once(child.stdout!, 'data');
  expect(levels(String(first))).toEqual(['urgent']);
  child.stdout!.destroy();
  const ended = once(child, 'exit');
  child.stdin!.end('all is well\n'.repeat(50_000));
  expect((await ended)[0]).toBe(0);
  expect(err).toBe('');
});

test('what was typed wrongly is told on standard error, with exit code 2', PATIENCE, async () => {
  const wrong: [string[], RegExp][] = [
    [[], /Which command\?[\s\S]*triage/],
    [['bakcup'], /There is no command bakcup\. There are: .*triage/],
    [['toString'], /There is no command toString/],
    [['triage', '--bogus'], /--bogus/],
    [['triage', '--lang', 'fr'], /--lang is en or es, not fr/],
    [['triage', 'file.txt'], /file\.txt/],
  ];
  for (const [args, sentence] of wrong) {
    const { code, out, err } = await run(args);
    expect([args, code, out]).toEqual([args, 2, '']);
    expect(err).toMatch(sentence);
  }
});

test('--help tells what there is', PATIENCE, async () => {
  expect((await run(['--help'])).out).toMatch(/^porchlight <command>[\s\S]*triage/);
  const { code, out } = await run(['triage', '--help']);
  expect([code, out]).toEqual([0, expect.stringContaining('--lang en|es')]);
});
