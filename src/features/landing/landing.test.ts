import { expect, test } from 'vitest';
import { clientFor } from '../../../test/kit/client.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { readConfig } from '../../platform/config/config.ts';
import { newId, newToken } from '../../platform/crypto/index.ts';
import { forgetCommunities } from '../communities/index.ts';

const world = await newWorld({ QUICK_EXIT_URL: 'https://www.example.com/weather' });
const get = (path: string, headers?: Record<string, string>) => world.nobody().get(path, headers);

test('nobody signed in meets the landing page, with every way on from it', async () => {
  const { status, text, headers } = await get('/');
  expect(status).toBe(200);
  expect(text).toContain('Lakeview Porch, Chicago');
  for (const way of ['href="/sign-in"', 'href="/help-now"', 'action="/circles" method="get"', 'name="near"'])
    expect(text).toContain(way);
  expect(text).not.toContain('noindex');
  expect(text).toMatch(/<meta name="description" content="[^"]{50,}"/);
  expect(headers.get('set-cookie'), 'a page without a form sets no cookie').toBeNull();
});

test('the landing page says so when its people are invented, and only then', async () => {
  expect((await get('/')).text).not.toContain('invented');
  await world.owner.query('UPDATE communities SET is_sample = true');
  forgetCommunities(world.parts.db);
  expect((await get('/')).text).toContain('invented');
});

test('a member is taken to her plan', async () => {
  const { status, location } = await world.as('maya').get('/');
  expect([status, location]).toEqual([303, '/plan']);
});

test('somebody signed in without a membership is taken to the door', async () => {
  const arriving = { ...world.people.maya, sessionToken: newToken() + newToken() };
  await world.owner.query(
    `INSERT INTO auth."user" (id, name, email) VALUES ('on-her-way', '', 'way@example.org')`,
  );
  await world.owner.query(
    `INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ($1, now() + interval '1 day', $2, 'on-her-way')`,
    [newId(), arriving.sessionToken],
  );
  const { status, location } = await clientFor(world.app, world.parts.keys, arriving).get('/');
  expect([status, location]).toEqual([303, '/join']);
});

test('the quick exit leaves at once, and leaves nothing behind', async () => {
  for (const client of [world.nobody(), world.as('maya')]) {
    const { status, location, headers } = await client.get('/quick-exit');
    expect([status, location]).toEqual([303, 'https://www.example.com/weather']);
    expect(headers.get('clear-site-data')).toBe('"cache"');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('a language is kept for a year and goes before what the browser asks for', async () => {
  const client = world.nobody();
  const answer = await client.get('/language?to=es&back=%2Fabout%3Fa%3Db');
  expect([answer.status, answer.location]).toEqual([303, '/about?a=b']);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^lang=es; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect((await client.get('/about', { 'accept-language': 'en' })).text).toContain('<html lang="es-US"');
});

test('a member’s own device may speak another language than her settings', async () => {
  const maya = world.as('maya');
  await maya.get('/language?to=es&back=/me');
  expect((await maya.get('/about')).text).toContain('<html lang="es-US"');
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
])('the language link leads nowhere but here: %j', async (back) => {
  expect((await get(`/language?to=es&back=${encodeURIComponent(back)}`)).location).toBe('/');
});

test.each(['', 'fr', 'ES', 'en%0d%0aSet-Cookie:x=y', 'constructor'])(
  'there is no language %j',
  async (to) => {
    const { status, headers } = await get(`/language?to=${to}`);
    expect(status).toBe(404);
    expect(headers.get('set-cookie')).toBeNull();
  },
);

test('the pseudo-locale is for those who test', async () => {
  expect((await get('/language?to=pseudo-rtl')).status).toBe(303);
  world.parts.config.pseudoLocale = false;
  expect((await get('/language?to=pseudo-rtl')).status).toBe(404);
  world.parts.config.pseudoLocale = true;
});

test('the manifest is JSON of its own type, in the reader’s language', async () => {
  const { headers, text } = await get('/manifest.webmanifest', { 'accept-language': 'es' });
  expect(headers.get('content-type')).toBe('application/manifest+json');
  expect(JSON.parse(text)).toMatchObject({ name: 'Lakeview Porch', lang: 'es-US', start_url: '/plan' });
});

test('the offline page knows nobody, whoever fetches it', async () => {
  const { text, headers } = await world.as('maya').get('/offline');
  expect(text).toContain('/help-now');
  expect(text).not.toContain('signed-in');
  expect(text).not.toContain('href="/me"');
  expect(headers.get('set-cookie')).toBeNull();
});

test('about credits GeoNames and says how to get the source', async () => {
  const { text } = await get('/about');
  expect(text).toContain('href="https://www.geonames.org/"');
  expect(text).toContain('CC BY 4.0');
  expect(text).toContain('Affero General Public License');
  expect(text).toContain('Its source is with those who run Lakeview Porch');
});

test('about names the address of the running source where those who run it gave one', async () => {
  world.parts.config.sourceUrl = 'https://code.example.org/porch';
  const { text } = await get('/about');
  expect(text).toContain('<a href="https://code.example.org/porch">https://code.example.org/porch</a>');
  expect(text).not.toContain('owe it to you when you ask');
  world.parts.config.sourceUrl = null;
});

test.each(['javascript:alert(1)', 'porch', 'file:///srv'])('%s is no address of a source', (SOURCE_URL) => {
  expect(() => readConfig({ SOURCE_URL })).toThrow('SOURCE_URL');
});

test('the charter is shown as text, never as markup', async () => {
  expect((await get('/guides/charter')).text).toContain('<p>Be kind.</p>');
  await world.owner.query("UPDATE communities SET charter = E'One <b>rule</b>.\\n\\nAnother.'");
  forgetCommunities(world.parts.db);
  expect((await get('/guides/charter')).text).toContain('<p>One &lt;b&gt;rule&lt;/b&gt;.</p><p>Another.</p>');
});

test('privacy is plain in both languages', async () => {
  expect((await get('/privacy')).text).toContain('Who sees it');
  expect((await get('/privacy', { 'accept-language': 'es-US' })).text).toContain('Quién lo ve');
});

test('robots and the old address of the icon', async () => {
  expect((await get('/robots.txt')).text).toContain('Disallow: /quick-exit');
  expect((await get('/favicon.ico')).location).toMatch(/^\/assets\/icon-32.*png$/);
});
