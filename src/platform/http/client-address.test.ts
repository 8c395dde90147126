import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { readConfig } from '../config/config.ts';
import { clientAddress } from './client-address.ts';
import type { Env } from './env.ts';

async function address(remoteAddress: string, forwarded = '', TRUST_PROXY = ''): Promise<string> {
  const app = new Hono<Env>().get('/', (c) => {
    c.set('config', readConfig(TRUST_PROXY ? { TRUST_PROXY } : {}));
    return c.text(clientAddress(c));
  });
  const headers = { 'x-forwarded-for': forwarded };
  const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } });
  return answer.text();
}

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1:2%eth0', 'fe80:0:0:0'],
])('%s is of the household %s', async (one, household) => {
  expect(await address(one)).toBe(household);
});

it('a forwarded address counts only behind a trusted proxy, and only the nearest one', async () => {
  expect(await address('203.0.113.7', '198.51.100.1, 198.51.100.2')).toBe('203.0.113.7');
  expect(await address('203.0.113.7', '198.51.100.1, 198.51.100.2', 'true')).toBe('198.51.100.2');
});
