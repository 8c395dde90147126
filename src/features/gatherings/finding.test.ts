import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { answered, inDays, makeGathering } from './a-gathering.fixture.ts';

const world = await newWorld();
/** The next day of the week with this number (1 is Monday), at least two days ahead. */
const coming = (day: number): number => {
  const soon = Temporal.Now.zonedDateTimeISO('America/Chicago').toPlainDate().add({ days: 2 });
  return 2 + ((day - soon.dayOfWeek + 7) % 7);
};
const found = async (query: string, who?: 'maya' | 'vera'): Promise<string[]> => {
  const page = await (who ? world.as(who) : world.nobody()).get(`/gatherings${query}`);
  expect(page.status).toBe(200);
  return [...page.text.matchAll(/<h3><a href="[^"]+">([^<]+)<\/a><\/h3>/g)].map(([, title]) => title!);
};

beforeAll(async () => {
  const open = { seenBy: 'public' } as const;
  const northSide = { latitude: 41.94, longitude: -87.65, postcode: '60657', region: 'IL' };
  const downstate = { latitude: 40.11, longitude: -88.24, postcode: '61820', region: 'IL' };
  await makeGathering(world, {
    ...open,
    ...northSide,
    title: 'Lakeside walk',
    starts: inDays(coming(2)),
    ageToMonths: 12,
    cost: 'free',
  });
  await makeGathering(world, {
    ...open,
    ...downstate,
    kind: 'story-time',
    title: 'Cuentos',
    starts: inDays(coming(3), '15:00:00'),
    languages: ['es'],
    ageFromMonths: 24,
    ageToMonths: 60,
  });
  await makeGathering(world, {
    ...open,
    kind: 'online-session',
    place: 'online',
    latitude: null,
    longitude: null,
    title: 'Night line',
    starts: inDays(coming(4), '22:30:00'),
    cost: 'paid',
    door: { link: 'https://room.example.org/x', address: '' },
  });
  await makeGathering(world, { title: 'Members only', starts: inDays(coming(5)), ...northSide });
  await makeGathering(world, {
    circleId: NIGHT_FEEDS,
    seenBy: 'circle',
    title: 'Feeders only',
    starts: inDays(coming(6)),
  });
});

test('a visitor finds the public ones, a member those of her community, her circle’s only those in it', async () => {
  expect(await found('')).toEqual(expect.arrayContaining(['Lakeside walk', 'Cuentos', 'Night line']));
  expect(await found('')).toHaveLength(3);
  expect(await found('', 'vera')).toHaveLength(4);
  expect(await found('', 'maya')).toContain('Feeders only');
});

test.each([
  ['?near=60657&within=5', ['Lakeside walk', 'Night line']],
  ['?near=61820&within=5&place=in-person', ['Cuentos']],
  ['?near=61820&within=any&place=in-person', ['Lakeside walk', 'Cuentos']],
  ['?day=3', ['Cuentos']],
  ['?part=afternoon', ['Cuentos']],
  ['?part=night', ['Night line']],
  ['?place=online', ['Night line']],
  ['?age=5', ['Lakeside walk', 'Night line']],
  ['?age=30', ['Cuentos', 'Night line']],
  ['?language=es', ['Cuentos']],
  ['?cost=free', ['Lakeside walk', 'Cuentos']],
  ['?kind=story-time', ['Cuentos']],
  ['?near=00000', ['Lakeside walk', 'Cuentos', 'Night line']],
  ['?day=9&part=noon&age=-1&kind=party&after=x', ['Lakeside walk', 'Cuentos', 'Night line']],
])('%s finds those and no others', async (query, titles) => {
  expect((await found(query)).sort()).toEqual([...titles].sort());
});

test('a card says how far it is, and an unknown code is told kindly', async () => {
  const page = (await world.nobody().get('/gatherings?near=60614&kind=walk')).text;
  expect(page).toMatch(/\d+(\.\d)? miles/);
  expect((await world.nobody().get('/gatherings?near=00000')).text).toContain('00000');
});

test('the month holds every day and what takes place on it; one that is far off or none is the list', async () => {
  const page = (await world.nobody().get('/gatherings?month=this')).text;
  expect(page).toContain('<table class="month">');
  const days = [...page.matchAll(/class="day(?: busy)?"[^>]*>(\d+)</g)].map(([, day]) => Number(day));
  expect(days).toEqual(Array.from({ length: days.length }, (_, i) => i + 1));
  expect(days.length).toBeGreaterThanOrEqual(28);
  for (const month of ['2020-01', '2026-13', 'x'])
    expect((await world.nobody().get(`/gatherings?month=${month}`)).text).not.toContain('<table');
});

test('what she answered stands in her calendar; called off it says so, declined it is gone', async () => {
  const walk = await makeGathering(world, { title: 'Slow walk', starts: inDays(4, '09:00:00') });
  const id = walk.occurrences[0]!.occurrenceId;
  const calendar = async () => (await world.as('maya').get('/calendar')).text;
  expect(await calendar()).not.toContain('Slow walk');
  await answered(world, id, 'maya');
  expect(await calendar()).toContain('You are coming');
  await world.owner.query('UPDATE occurrences SET cancelled_at = now() WHERE occurrence_id = $1', [id]);
  expect(await calendar()).toMatch(/<s>Slow walk<\/s>[\s\S]*called off/);
  await world.owner.query("UPDATE rsvps SET answer = 'no' WHERE occurrence_id = $1", [id]);
  expect(await calendar()).not.toContain('Slow walk');
});

test('search engines and feed readers hear of public ones, and never of a way in', async () => {
  const { path } = await makeGathering(world, {
    seenBy: 'public',
    title: 'Open </script> house',
    place: 'both',
    description: 'Tea',
    starts: inDays(9),
    door: { link: 'https://room.example.org/secret', address: '' },
  });
  const page = (await world.nobody().get(path)).text;
  const data = JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/)![1]!);
  expect(data).toMatchObject({ '@type': 'Event', name: 'Open </script> house', description: 'Tea' });
  expect(data.location.map((one: { '@type': string }) => one['@type'])).toEqual(['Place', 'VirtualLocation']);
  expect(page).not.toContain('secret');
  const hidden = await makeGathering(world, { circleId: NIGHT_FEEDS, seenBy: 'circle' });
  expect((await world.as('maya').get(hidden.path)).text).not.toContain('ld+json');
  const feed = await world.nobody().get('/gatherings.atom');
  expect(feed.text).toContain('<title>Open &lt;/script&gt; house</title>');
  expect(feed.text).not.toMatch(/secret|Members only|Feeders only/);
});

test('a circle’s gatherings are found from its room and stand in the calendars of its people before they answer', async () => {
  await makeGathering(world, {
    circleId: NIGHT_FEEDS,
    seenBy: 'circle',
    title: 'Round of tea',
    starts: inDays(6),
  });
  expect(await found(`?circle=${NIGHT_FEEDS}`, 'maya')).toEqual(expect.arrayContaining(['Round of tea']));
  expect(await found(`?circle=${NIGHT_FEEDS}`, 'maya')).not.toContain('Lakeside walk');
  expect(await found(`?circle=${NIGHT_FEEDS}`)).toEqual([]);
  expect((await world.as('maya').get('/calendar')).text).toContain('Round of tea');
  expect((await world.as('vera').get('/calendar')).text).not.toContain('Round of tea');
});

test('what is planned for a circle is told to the others in it, and to nobody else', async () => {
  const form = { circle: NIGHT_FEEDS, kind: 'walk', title: 'Walk before dawn', date: inDays(8).slice(0, 10) };
  const planned = await world.as('rosa').post('/gatherings', {
    ...form,
    startTime: '06:00',
    minutes: '60',
    place: 'in-person',
    seenBy: 'circle',
    repeats: 'never',
  });
  expect(planned.status).toBe(303);
  expect((await world.as('maya').get('/notifications')).text).toContain(
    'Planned in Night Feeds, Lakeview: Walk before dawn',
  );
  for (const who of ['rosa', 'vera'] as const)
    expect((await world.as(who).get('/notifications')).text).not.toContain('Walk before dawn');
});
