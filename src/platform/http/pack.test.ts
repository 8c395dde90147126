import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { Env } from './env.ts';
import { packPages } from './pack.ts';

const words = '<p>What is said here stays here.</p>'.repeat(100);
const app = new Hono<Env>();
app.use(packPages);
app.get('/page', (c) => {
  c.header('Set-Cookie', 'one=1');
  c.header('Set-Cookie', 'two=2', { append: true });
  return c.html(words, 422);
});
app.get('/short', (c) => c.html('<p>Yes</p>'));
app.get('/picture', (c) => c.body(words, 200, { 'Content-Type': 'image/png' }));

const ask = (path: string, takes: string) =>
  app.request(path, { headers: takes ? { 'Accept-Encoding': takes } : {} });

it('packs a page and leaves everything else about it as it was', async () => {
  const answer = await ask('/page', 'br;q=1.0, gzip;q=0.8');
  expect(answer.headers.get('Content-Encoding')).toBe('gzip');
  expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
  expect(answer.status).toBe(422);
  expect(answer.headers.getSetCookie()).toEqual(['one=1', 'two=2']);
  const packed = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('Content-Length')).toBe(String(packed.length));
  expect(packed.length).toBeLessThan(words.length / 5);
  expect(gunzipSync(packed).toString()).toBe(words);
});

it.each([
  ['/page', ''],
  ['/page', 'br, gzip;q=0'],
  ['/short', 'gzip'],
  ['/picture', 'gzip'],
])('sends %s as it is to one who takes "%s"', async (path, takes) => {
  const answer = await ask(path, takes);
  expect(answer.headers.get('Content-Encoding')).toBeNull();
  expect((await answer.text()).startsWith('<p>')).toBe(true);
});
