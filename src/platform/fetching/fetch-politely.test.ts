import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, it, test } from 'vitest';
import { mayFollow } from './address.ts';
import { fetchPolitely, userAgent, type Wish } from './fetch-politely.ts';
import { secure } from './secure.fixture.ts';

/** A real server that answers as the test says, and keeps what it was asked. */
async function serving() {
  const asked: IncomingMessage[] = [];
  const here = { answer: ((_, response) => response.end()) as RequestListener, asked, origin: '' };
  const server = createServer((request, response) => {
    asked.push(request);
    here.answer(request, response);
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  here.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return here;
}

const site = await serving();
const inside = await serving();
const wish: Wish = {
  accept: 'application/rss+xml',
  maxBytes: 10_000,
  timeoutMs: 2_000,
  userAgent: userAgent('https://porch.example.org'),
  allowed: [site.origin],
};
const fetching = (path: string, more: Partial<Wish> = {}) =>
  fetchPolitely(`${site.origin}${path}`, { ...wish, ...more });
const says = (status: number, headers: Record<string, string> = {}, body: string | Buffer = '') => {
  site.answer = (_, response: ServerResponse) => response.writeHead(status, headers).end(body);
};

beforeEach(() => {
  site.asked.length = 0;
  inside.asked.length = 0;
});

test('it says who asks and nothing else of anybody', async () => {
  says(200, { 'content-type': 'text/xml; charset=x', etag: '"a"', 'last-modified': 'Sun' }, 'hello');
  const answer = await fetching('/feed?x=1#there');
  expect(answer).toEqual({
    refused: null,
    status: 200,
    bytes: Buffer.from('hello'),
    contentType: 'text/xml; charset=x',
    etag: '"a"',
    lastModified: 'Sun',
    finalUrl: `${site.origin}/feed?x=1`,
    permanent: null,
  });
  const { host: _, connection: __, ...headers } = site.asked[0]!.headers;
  expect(headers).toEqual({
    accept: 'application/rss+xml',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'Porchlight (+https://porch.example.org)',
  });
});

test('what has not changed is not sent again', async () => {
  says(304);
  const known = { etag: 'W/"b"', lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT' };
  expect(await fetching('/', known)).toMatchObject({ refused: null, status: 304, ...known });
  expect(site.asked[0]!.headers).toMatchObject({
    'if-none-match': known.etag,
    'if-modified-since': known.lastModified,
  });
  expect(await fetching('/')).toMatchObject({ refused: 'status', status: 304 });
});

it.each([
  [410, 'gone'],
  [404, 'missing'],
  [403, 'forbidden'],
  [503, 'busy'],
  [500, 'failing'],
  [418, 'status'],
  [206, 'status'],
  [301, 'status'],
])('%i is %s', async (status, why) => {
  says(status);
  expect(await fetching('/')).toEqual({ refused: why, status, retryAfterSeconds: null });
});

test('it hears when to come again', async () => {
  says(429, { 'retry-after': '120' });
  expect(await fetching('/')).toMatchObject({ refused: 'busy', retryAfterSeconds: 120 });
  says(503, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() });
  const { retryAfterSeconds } = (await fetching('/')) as { retryAfterSeconds: number };
  expect(retryAfterSeconds).toBeGreaterThan(3_500);
  says(503, { 'retry-after': 'soon' });
  expect(await fetching('/')).toMatchObject({ retryAfterSeconds: null });
});

test('it follows moves, and remembers those that are for good, up to the first that is not', async () => {
  const moves: Record<string, [number, string]> = {
    '/a': [301, '/b'],
    '/b': [308, `${site.origin}/c`],
    '/c': [302, '/d'],
    '/d': [301, '/e'],
  };
  site.answer = ({ url }, response) => {
    const move = moves[url!];
    if (move) response.writeHead(move[0], { location: move[1] }).end();
    else response.end('here');
  };
  const answer = await fetching('/a');
  expect(answer).toMatchObject({ finalUrl: `${site.origin}/e`, permanent: `${site.origin}/c` });
  site.answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
  site.asked.length = 0;
  expect(await fetching('/')).toMatchObject({ refused: 'redirects' });
  expect(site.asked).toHaveLength(6);
});

it.each([
  ['a port inside', () => `${inside.origin}/`, 'address'],
  ['this machine', () => 'http://127.0.0.1/', 'inside'],
  ['this machine by name', () => 'http://localhost/', 'inside'],
  ['its IPv6 address', () => 'http://[::1]/', 'inside'],
  ['an IPv4 address in IPv6 clothes', () => 'http://[::ffff:169.254.169.254]/latest/meta-data', 'inside'],
  ['the cloud’s own data', () => 'http://169.254.169.254/latest/meta-data', 'inside'],
  ['a number that is an address', () => 'http://2130706433/', 'inside'],
  ['the same in other figures', () => 'http://0x7f.1/', 'inside'],
  ['a name of the local network', () => 'http://database/', 'inside'],
  ['a file', () => 'file:///etc/passwd', 'address'],
  ['a password', () => 'http://me:secret@example.org/', 'address'],
])('a move to %s is not followed', async (_, to, why) => {
  says(302, { location: to() });
  expect(await fetching('/')).toEqual({ refused: why, status: null, retryAfterSeconds: null });
  expect(inside.asked).toEqual([]);
  expect(await fetchPolitely(to(), { ...wish, allowed: [] })).toMatchObject({ refused: why });
});

it.each([
  ['http://library.example.org/feed', 'downgrade'],
  ['http://library.example.org:80/feed', 'downgrade'],
  ['https://me:secret@library.example.org/feed', 'address'],
  ['//library.example.org/feed', 'https://library.example.org/feed'],
  ['/feed', 'https://www.example.org/feed'],
])('from https a move to %s is %s', (to, where) => {
  expect(String(mayFollow(new URL('https://www.example.org/old'), to))).toBe(where);
  expect(String(mayFollow(new URL('https://www.example.org/old'), to, ['http://library.example.org']))).toBe(
    where,
  );
});

test('from http a move to https is followed', () => {
  const to = 'https://library.example.org/feed';
  expect(String(mayFollow(new URL('http://library.example.org/feed'), to))).toBe(to);
});

test('a move from https to http is not asked for', async () => {
  const { origin, close } = await secure((_, response) =>
    response.writeHead(302, { location: `${inside.origin}/feed` }).end(),
  );
  const allowed = [origin, inside.origin];
  expect(await fetchPolitely(`${origin}/feed`, { ...wish, allowed })).toMatchObject({ refused: 'downgrade' });
  expect(inside.asked).toEqual([]);
  close();
});

it.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  [
    'br',
    (bytes: string | Buffer) =>
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  ],
])('it unpacks %s, as far as there is room', async (encoding, pack) => {
  says(200, { 'content-encoding': encoding }, pack('hello'));
  expect(await fetching('/')).toMatchObject({ bytes: Buffer.from('hello') });
  const bomb = pack(Buffer.alloc(20_000_000));
  says(200, { 'content-encoding': encoding }, bomb);
  const before = process.memoryUsage().arrayBuffers;
  expect(await fetching('/', { maxBytes: 100_000 })).toMatchObject({ refused: 'too-big' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  says(200, { 'content-encoding': encoding }, pack('x'.repeat(900)).subarray(0, -6));
  expect(await fetching('/')).toMatchObject({ refused: 'unreadable' });
});

test('what is packed in an unknown way, or claims to be packed, is not read', async () => {
  for (const encoding of ['zstd', 'gzip, gzip', 'gzip']) {
    says(200, { 'content-encoding': encoding }, 'plain');
    expect(await fetching('/'), encoding).toMatchObject({ refused: 'unreadable' });
  }
});

test('it stops reading when it is too long, said or not', async () => {
  says(200, {}, Buffer.alloc(10_001));
  expect(await fetching('/')).toMatchObject({ refused: 'too-big' });
  says(200, {}, Buffer.alloc(10_000));
  expect(await fetching('/')).toMatchObject({ refused: null });
  site.answer = (_, response) => {
    const more = () => response.write(Buffer.alloc(4_000));
    const flowing = setInterval(more, 5);
    response.on('close', () => clearInterval(flowing));
  };
  expect(await fetching('/')).toMatchObject({ refused: 'too-big' });
});

test('time is up for all of it together, however busy it looks', async () => {
  site.answer = (_, response) => {
    const drip = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  };
  expect(await fetching('/', { timeoutMs: 150 })).toMatchObject({ refused: 'too-slow' });
  site.answer = () => {};
  expect(await fetching('/', { timeoutMs: 100 })).toMatchObject({ refused: 'too-slow' });
});

test('a broken connection and an answer that is none are said to be so', async () => {
  site.answer = (request) => request.socket.destroy();
  expect(await fetching('/')).toMatchObject({ refused: 'unreachable' });
  site.answer = (request) => request.socket.end('220 mail.example.org ESMTP\r\n');
  expect(await fetching('/')).toMatchObject({ refused: 'unreachable' });
  expect(await fetching('/', { allowed: [] })).toMatchObject({ refused: 'address' });
});
