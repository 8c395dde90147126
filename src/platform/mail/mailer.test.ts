import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { failureOf, mailer } from './index.ts';

const taken: string[] = [];
let connections = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onConnect: (_session, done) => {
    connections++;
    done();
  },
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('gone@') ? new Error('no such mailbox') : undefined),
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('end', () => {
      taken.push(text);
      done();
    });
  },
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const dataDir = mkdtempSync(join(tmpdir(), 'pl-mail-'));
afterAll(async () => {
  await new Promise<void>((closed) => server.close(closed));
  rmSync(dataDir, { recursive: true });
});
beforeEach(() => {
  taken.length = 0;
  connections = 0;
});

const { port } = server.server.address() as AddressInfo;
const mailFrom = 'The porch <porch@example.org>';
const smtp = mailer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom, dataDir });
const letter = { to: 'maya@example.org', subject: 'For you', text: 'Hello\n' };

test('an open post keeps its connection, names its letters, and hands over the last line when told', async () => {
  const post = smtp.open(1);
  const seen: number[] = [];
  for (const id of ['one', 'two', 'three']) {
    const headers = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
    await post.send({ ...letter, id, headers, atTheLastLine: async () => void seen.push(taken.length) });
  }
  expect(seen).toEqual([0, 1, 2]);
  expect(connections).toBe(1);
  expect(taken.map((text) => text.match(/^Message-ID: (.*)$/m)?.[1]?.trim())).toEqual([
    '<one@example.org>',
    '<two@example.org>',
    '<three@example.org>',
  ]);
  expect(taken[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  post.close();
});

test('a letter held back at its last line is no letter, and the next one goes', async () => {
  const post = smtp.open(1);
  const stop = async () => {
    throw new Error('another server has it');
  };
  await expect(post.send({ ...letter, id: 'held', atTheLastLine: stop })).rejects.toThrow();
  expect(taken).toEqual([]);
  await post.send({ ...letter, id: 'next', atTheLastLine: async () => {} });
  expect(taken).toHaveLength(1);
  post.close();
});

test('what went wrong is told apart', async () => {
  const post = smtp.open(1);
  const refused = await post.send({ ...letter, to: 'gone@example.org' }).catch((error) => error);
  expect(failureOf(refused)).toBe('refused');
  post.close();
  const nobody = mailer({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom, dataDir }).open(1);
  expect(failureOf(await nobody.send(letter).catch((error) => error))).toBe('away');
  nobody.close();
  expect(failureOf(new TypeError('ours'))).toBe('broken');
});

test('in the outbox the same letter is one file', async () => {
  const outbox = mailer({ smtpUrl: null, mailFrom, dataDir });
  for (let i = 0; i < 3; i++) await outbox.send({ ...letter, id: 'once' });
  await outbox.send(letter);
  const files = readdirSync(join(dataDir, 'outbox'));
  expect(files).toContain('once.eml');
  expect(files).toHaveLength(2);
});
