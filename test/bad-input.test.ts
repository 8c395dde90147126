import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from './kit/people.ts';
import { newWorld } from './kit/world.ts';

const world = await newWorld();
const OFFER = '/mentoring/offer';
const fields = { experiences: ['nicu'], languages: ['en'], capacity: '1', about: 'Hello' };

async function nothingKept() {
  const { rows } = await world.owner.query('SELECT count(*)::int AS kept FROM mentor_offers');
  expect(rows[0].kept).toBe(0);
}

test('a forged form token changes nothing, and says so in her language', async () => {
  const maya = world.as('maya');
  maya.cookies.set('lang', 'es');
  const body = new URLSearchParams({ _csrf: 'forged-forged-forged-x', about: 'Hello' });
  const answer = await maya.raw(OFFER, { method: 'POST', body });
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('no se cambió nada');
  await nothingKept();
});

test('a token of another browser, or none, changes nothing', async () => {
  const [maya, rosa] = [world.as('maya'), world.as('rosa')];
  const stolen = world.parts.keys.sign('csrf', rosa.cookies.get('seed')!);
  for (const token of [stolen, '']) {
    const body = new URLSearchParams({ _csrf: token, about: 'Hello' });
    expect((await maya.raw(OFFER, { method: 'POST', body })).status).toBe(403);
  }
  await nothingKept();
});

test('another site cannot post for her, whatever token it holds', async () => {
  const answer = await world.as('maya').post(OFFER, fields, { 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(403);
  await nothingKept();
});

test('five megabytes are refused before they are read', async () => {
  const answer = await world.as('maya').post(OFFER, { ...fields, about: 'x'.repeat(5_000_000) });
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('more than we can take');
  await nothingKept();
});

test('a null byte and broken text are told beside the field', async () => {
  const answer = await world.as('maya').post(OFFER, { ...fields, about: 'a\0b' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('cannot be read');
  await nothingKept();
});

test('what is not a form is not readable', async () => {
  const maya = world.as('maya');
  const token = world.parts.keys.sign('csrf', maya.cookies.get('seed')!);
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'x-csrf-token': token };
  expect((await maya.raw(OFFER, { method: 'POST', body: '--x garbage', headers })).status).toBe(400);
  await nothingKept();
});

const ODD = [
  '/circles/%E0%A4%A',
  '/circles/..%2f..%2fetc',
  '/mentors/not-a-number',
  '/circles/00000000-0000-0000-0000-000000000000',
  '/circles?near=%00&page=-1&within=1e99',
  `/circles?day=9&language[]=x&near=${'z'.repeat(3000)}`,
];
test.each(ODD.map((path) => [path.slice(0, 40), path]))(
  '%s is answered, never with a 500',
  async (_, path) => {
    for (const client of [world.nobody(), world.as('maya')])
      expect((await client.get(path)).status).toBeLessThan(500);
  },
);

test('another community’s circle is absent, on either side', async () => {
  const nora = world.as('nora');
  expect((await nora.get(`/circles/${NIGHT_FEEDS}`)).status).toBe(404);
  const absent = await nora.get('/circles/00000000-0000-7000-8000-0000000000ff');
  expect(absent.status).toBe(404);
});

test('every answer carries the policy, and what she sees is kept by no cache', async () => {
  for (const path of ['/circles', '/nowhere', OFFER]) {
    const { headers } = await world.as('maya').get(path);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|http/);
    expect(headers.get('content-security-policy')).toMatch(/base-uri 'none'; frame-ancestors 'none'$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
