import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, expect, test } from 'vitest';
import { fetchPolitely } from './fetch-politely.ts';

// Somebody else's name server, which answers as it pleases and each time differently.
const answers = { next: [] as { address: string; family: number }[][], asked: 0 };
const real = dns.lookup;
const answer = (lookup: unknown) => {
  Object.assign(dns, { lookup });
  syncBuiltinESMExports();
};
answer((_: string, __: object, found: (error: null, all: object[]) => void) => {
  answers.asked++;
  found(null, answers.next.shift() ?? [{ address: '127.0.0.1', family: 4 }]);
});
afterAll(() => answer(real));

const wish = { accept: '*/*', maxBytes: 1000, timeoutMs: 300, userAgent: 'Test' };

test.each([
  ['127.0.0.1', 4],
  ['10.0.0.1', 4],
  ['169.254.169.254', 4],
  ['100.64.1.1', 4],
  ['224.0.0.1', 4],
  ['::1', 6],
  ['::ffff:10.0.0.1', 6],
  ['fd00::1', 6],
  ['fe80::1', 6],
  ['ff02::1', 6],
  ['64:ff9b::a00:1', 6],
])('a public name that leads to %s is not asked', async (address, family) => {
  for (const url of ['http://feeds.example.org/', 'https://feeds.example.org/']) {
    answers.next = [[{ address, family }]];
    answers.asked = 0;
    expect(await fetchPolitely(url, wish)).toMatchObject({ refused: 'inside' });
    expect(answers.asked).toBe(1); // the connection goes where that one answer says, or nowhere
    // One public address beside it makes it no better.
    answers.next = [
      [
        { address: '93.184.215.14', family: 4 },
        { address, family },
      ],
    ];
    expect(await fetchPolitely(url, wish)).toMatchObject({ refused: 'inside' });
  }
});
