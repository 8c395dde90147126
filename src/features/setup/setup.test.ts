import { expect, inject, test } from 'vitest';
import { onDatabase } from '../../../test/kit/postgres.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { issueSetupToken } from './index.ts';

const ANSWERS = {
  name: 'Mercy Mothers',
  country: 'us',
  postcode: '60614',
  languages: ['en', 'es'],
  coordinator: 'Ada',
  email: 'ada@example.org',
};

async function freshWorld() {
  const world = await newWorld({}, { empty: true });
  const { rows } = await world.owner.query('SELECT current_database() AS name');
  const token = (await issueSetupToken(onDatabase(inject('owner'), rows[0].name)))!;
  const count = async () =>
    (await world.owner.query('SELECT count(*)::int AS n FROM communities')).rows[0].n as number;
  return { world, token, count };
}

test('before anything is founded every way leads to the set-up page, which says where the link is', async () => {
  const { world } = await freshWorld();
  expect((await world.nobody().get('/circles')).location).toBe('/setup');
  const page = await world.nobody().get('/setup');
  expect(page.status).toBe(200);
  expect(page.text).toContain('the window in which it was started');
  expect((await world.nobody().get('/setup?token=wrong')).status).toBe(404);
  expect((await world.nobody().post('/setup', { ...ANSWERS, token: 'wrong' })).status).toBe(404);
});

test('the link founds the community once and signs the first coordinator in', async () => {
  const { world, token, count } = await freshWorld();
  const ada = world.nobody();
  expect((await ada.get(`/setup?token=${token}`)).text).toContain('Set up your community');
  const answer = await ada.post('/setup', { ...ANSWERS, token });
  expect(answer.location).toBe('/community');
  expect((await ada.get('/community')).text).toContain('Mercy Mothers');
  const { rows } = await world.owner.query('SELECT region, time_zone, charter FROM communities');
  expect(rows[0]).toMatchObject({ region: 'IL', time_zone: 'America/Chicago' });
  expect(rows[0].charter).toContain('What is said here stays here');
  expect((await world.nobody().post('/setup', { ...ANSWERS, token })).status).toBe(404);
  expect(await count()).toBe(1);
});

test('what does not fit is told beside its field, and nothing is founded', async () => {
  const { world, token, count } = await freshWorld();
  const answer = await world.nobody().post('/setup', { ...ANSWERS, token, postcode: '00000', email: 'ada' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('does not look like an email address');
  const unknown = await world.nobody().post('/setup', { ...ANSWERS, token, postcode: '00000' });
  expect(unknown.text).toContain('We do not know this postcode');
  expect(await count()).toBe(0);
  expect((await world.nobody().post('/setup', { ...ANSWERS, token })).status).toBe(303);
});

test('outside the United States the time zone is asked for, and kept', async () => {
  const { world, token, count } = await freshWorld();
  const there = { ...ANSWERS, token, country: 'MX', postcode: '06600' };
  const untold = await world.nobody().post('/setup', there);
  expect(untold.status).toBe(422);
  expect(untold.text).toContain('Choose the time zone');
  expect((await world.nobody().post('/setup', { ...there, timeZone: 'Mars/Olympus' })).status).toBe(422);
  expect(await count()).toBe(0);
  await world.nobody().post('/setup', { ...there, timeZone: 'America/Mexico_City' });
  const { rows } = await world.owner.query('SELECT country, time_zone FROM communities');
  expect(rows).toEqual([{ country: 'MX', time_zone: 'America/Mexico_City' }]);
});

test('two who hold the link at the same moment found one community', async () => {
  const { world, token, count } = await freshWorld();
  const both = await Promise.all(
    [1, 2].map((n) => world.nobody().post('/setup', { ...ANSWERS, token, email: `ada${n}@example.org` })),
  );
  expect(both.map((answer) => answer.status).sort()).toEqual([303, 404]);
  expect(await count()).toBe(1);
  expect((await world.owner.query('SELECT count(*)::int AS n FROM members')).rows[0].n).toBe(1);
});

test('the sample fills it: people, circles, words, and every page of it answers', async () => {
  const { world, token } = await freshWorld();
  const ada = world.nobody();
  await ada.post('/setup', { ...ANSWERS, token, sample: 'yes' });
  const { text } = await ada.get('/circles');
  expect(text).toContain('Night Feeds, Lakeview');
  const { rows } = await world.owner.query('SELECT circle_id, joining FROM circles');
  expect(rows.length).toBeGreaterThan(11);
  for (const row of rows.filter((r) => r.joining !== 'hidden')) {
    expect((await ada.get(`/circles/${row.circle_id}`)).status).toBe(200);
  }
  const full = await world.owner.query('SELECT count(*)::int AS n FROM circles WHERE member_count = cap');
  expect(full.rows[0].n).toBe(1);
});

test('the demo’s doors are in the demo alone', async () => {
  const { world, token } = await freshWorld();
  await world.nobody().post('/setup', { ...ANSWERS, token, sample: 'yes' });
  expect((await world.nobody().get('/demo/sign-in/maya')).location).toContain('/sign-in?next=');
  expect(world.app.routes.some(({ path }) => path.startsWith('/demo'))).toBe(false);
});
