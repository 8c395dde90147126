import { expect, test, vi } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const helpNow = async (query = '', headers?: Record<string, string>) => {
  const { status, text } = await world.nobody().get(`/help-now${query}`, headers);
  expect(status).toBe(200);
  return text;
};
const ILLINOIS = 'Illinois Domestic Violence Hotline';

test('nobody is shown the lines of the community’s place, gravest first', async () => {
  const text = await helpNow();
  expect(text).toContain('For Illinois');
  expect(text).toContain(ILLINOIS);
  const order = [
    'id="danger"',
    'tel:911',
    'tel:988',
    'id="talk"',
    'tel:+18338526262',
    'id="other"',
    'tel:211',
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

test('in Spanish, for Illinois: its line, its words, its way in', async () => {
  const text = await helpNow('?country=US&region=IL', { 'accept-language': 'es' });
  expect(text).toContain('<html lang="es-US"');
  expect(text).toContain('Línea de Violencia Doméstica de Illinois');
  expect(text).toContain('Para español, marca el 2');
  expect(text).toContain('inglés, español');
});

test('another state is without it', async () => {
  const text = await helpNow('?country=US&region=TX');
  expect(text).toContain('For Texas');
  expect(text).not.toContain(ILLINOIS);
  expect(text).toContain('<option value="TX" selected');
});

test('every way is a link as a phone knows it', async () => {
  const text = await helpNow();
  expect(text).toMatch(/1-833-TLC-MAMA<small>1-833-852-6262/);
  for (const href of ['tel:988', 'sms:988', 'sms:741741', 'https://988lifeline.org', 'tel:+18338526262'])
    expect(text).toContain(`href="${href}"`);
});

test('each says its source and its day', async () => {
  const text = await helpNow();
  const cards = text.split('<li class="card').slice(1);
  expect(cards.length).toBeGreaterThan(10);
  for (const card of cards) {
    expect(card).toMatch(/class="origin" href="https?:[^>]+>Checked on Nov 22, 2026 at [a-z0-9]/);
  }
});

test('past its day of review a line stays, and says so', async () => {
  expect(await helpNow()).not.toContain('Due to be checked');
  vi.useFakeTimers({ now: new Date('2027-08-01T12:00:00Z'), toFake: ['Date'] });
  try {
    expect(await helpNow()).toMatch(/Due to be checked since [A-Z][a-z]+ \d+, 2027/);
  } finally {
    vi.useRealTimers();
  }
});

test('a country we know nothing of gets what works from anywhere, and is told so', async () => {
  const text = await helpNow('?country=PL&region=IL');
  expect(text).toContain('the helplines of Poland yet');
  expect(text).toContain('findahelpline.com');
  expect(text).not.toContain(ILLINOIS);
  expect(text).not.toContain('tel:911');
});

test.each([
  '?country=',
  '?country=%00',
  '?country=Xx9',
  '?country=<b>&region=<i>',
  '?country=ZZ',
  '?region=IL&region=TX',
])('whatever the address says, somebody is named: %s', async (query) => {
  const text = await helpNow(query);
  expect(text).not.toContain('<b>');
  expect(text).toContain('findahelpline.com');
});

test('a member’s own place comes before the community’s, and what she asks for before both', async () => {
  const { maya } = world.people;
  await world.owner.query(
    `INSERT INTO answers (community_id, member_id, country, region, topics) VALUES ($1, $2, 'US', 'TX', '{loss}')`,
    [maya.communityId, maya.memberId],
  );
  const hers = await world.as('maya').get('/help-now');
  expect(hers.text).toContain('For Texas');
  expect(hers.headers.get('cache-control')).toBe('no-store');
  expect((await world.as('maya').get('/help-now?country=US&region=IL')).text).toContain(ILLINOIS);
  expect((await world.as('vera').get('/help-now')).text).toContain('For Illinois');
});
