import { beforeAll, describe, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, namesFound } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa } = world.people;

const found = (query: string, who = world.nobody()) => namesFound(who, query);

beforeAll(async () => {
  await aCircle(world, rosa, {
    name: 'Evanston Walks',
    place_name: 'Evanston',
    postcode: '60201',
    latitude: 42.0546,
    longitude: -87.6943,
    stages: ['toddler'],
    weekday: 6,
    start_time: '10:00',
    childcare: true,
  });
  await aCircle(world, rosa, {
    name: 'Círculo de Pilsen',
    place_name: 'Pilsen, Chicago',
    postcode: '60608',
    latitude: 41.8515,
    longitude: -87.6694,
    languages: ['es'],
    topics: ['feeding'],
    cost: 'paid',
    faith: 'catholic',
    joining: 'request',
  });
  await aCircle(world, rosa, {
    name: 'Anywhere at Nine',
    place: 'online',
    place_name: null,
    postcode: null,
    region: null,
    latitude: null,
    longitude: null,
    weekday: 4,
    start_time: '21:00',
    topics: ['low-mood'],
    cap: 5,
  });
  await aCircle(world, rosa, {
    name: 'Springfield Mothers',
    place_name: 'Springfield',
    postcode: '62701',
    latitude: 39.8,
    longitude: -89.6495,
    joining: 'private',
  });
});

describe('by place', () => {
  test('a ZIP finds what is within reach, nearest first, and what needs no road', async () => {
    const names = await found('?near=60614');
    expect(names).toContain('Night Feeds, Lakeview');
    expect(names).toContain('Evanston Walks');
    expect(names).toContain('Anywhere at Nine');
    expect(names).not.toContain('Springfield Mothers');
  });

  test('the distance shown is rounded to half a mile', async () => {
    // 60614 is centred on 41.9227, -87.6533: 1.2 miles from 41.94, -87.653.
    const { text } = await world.nobody().get('/circles?near=60614');
    expect(text).toContain('Lakeview, Chicago · about 1 mile away');
    expect(text).toMatch(/Evanston · about 9(\.5)? miles away/);
  });

  test('"within" keeps what is farther out', async () => {
    const names = await found('?near=60614&within=5');
    expect(names).toContain('Night Feeds, Lakeview');
    expect(names).not.toContain('Evanston Walks');
    expect(await found('?near=60614&within=any')).toContain('Springfield Mothers');
  });

  test('a town, a town with its state, and a neighbourhood that a circle names', async () => {
    expect(await found('?near=Evanston&within=5')).toContain('Evanston Walks');
    expect(await found('?near=chicago, il&within=10')).toContain('Night Feeds, Lakeview');
    const pilsen = await found('?near=Pilsen&within=2');
    expect(pilsen).toContain('Círculo de Pilsen');
    expect(pilsen).not.toContain('Night Feeds, Lakeview');
  });

  test('of two Springfields the one in the community’s own state', async () => {
    expect(await found('?near=springfield&within=10')).toContain('Springfield Mothers');
  });

  test('a state alone matches by region, without distances', async () => {
    const { text } = await world.nobody().get('/circles?near=Illinois');
    expect(text).toContain('Night Feeds, Lakeview');
    expect(text).toContain('We know the region');
    expect(text).not.toContain('miles away');
  });

  test('an unknown code says so kindly, and lists everything without distance', async () => {
    for (const code of ['00000', '99999-1', '606']) {
      const { text, status } = await world.nobody().get(`/circles?near=${code}`);
      expect(status).toBe(200);
      expect(text).toContain(`We do not know the code ${code}`);
      expect(text).toContain('Springfield Mothers');
      expect(text).not.toContain('miles away');
    }
  });

  test('another country’s postcode is taken, and matched by its region', async () => {
    await aCircle(world, rosa, {
      name: 'Leslieville',
      country: 'CA',
      region: 'M4M',
      postcode: 'M4M 1K1',
      latitude: null,
      longitude: null,
    });
    const names = await found('?near=M4M 2B3');
    expect(names).toContain('Leslieville');
    expect(names).not.toContain('Night Feeds, Lakeview');
  });
});

describe('by what it is', () => {
  test.each([
    ['?stage=baby', 'Night Feeds, Lakeview', 'Evanston Walks'],
    ['?age=4', 'Night Feeds, Lakeview', 'Evanston Walks'],
    ['?age=30', 'Evanston Walks', 'Night Feeds, Lakeview'],
    ['?topic=feeding', 'Círculo de Pilsen', 'Night Feeds, Lakeview'],
    ['?language=es', 'Círculo de Pilsen', 'Night Feeds, Lakeview'],
    ['?day=6', 'Evanston Walks', 'Night Feeds, Lakeview'],
    ['?day=2&part=evening', 'Night Feeds, Lakeview', 'Evanston Walks'],
    ['?part=morning', 'Evanston Walks', 'Anywhere at Nine'],
    ['?place=online', 'Anywhere at Nine', 'Night Feeds, Lakeview'],
    ['?place=in-person', 'Night Feeds, Lakeview', 'Anywhere at Nine'],
    ['?childcare=yes', 'Evanston Walks', 'Night Feeds, Lakeview'],
    ['?cost=free', 'Night Feeds, Lakeview', 'Círculo de Pilsen'],
    ['?faith=catholic', 'Círculo de Pilsen', 'Night Feeds, Lakeview'],
    ['?faith=none', 'Night Feeds, Lakeview', 'Círculo de Pilsen'],
  ])('%s finds %s, not %s', async (query, yes, no) => {
    const names = await found(query);
    expect(names).toContain(yes);
    expect(names).not.toContain(no);
  });

  test('the card says why, how one joins, and counts only what comforts', async () => {
    const { text } = await world.nobody().get('/circles?near=60657&age=4&topic=sleep');
    expect(text).toContain('Children of 3 to 6 months');
    expect(text).toContain('You named sleep');
    expect(text).toContain('Open to join');
    expect(text).not.toContain('places left');
    const online = await world.nobody().get('/circles?place=online');
    expect(online.text).toContain('Four places left');
  });

  test('each filter can be taken out alone', async () => {
    const { text } = await world.nobody().get('/circles?near=60614&topic=sleep');
    expect(text).toContain('href="/circles?near=60614"');
    expect(text).toContain('href="/circles?topic=sleep"');
    const ofAge = await world.nobody().get('/circles?age=4');
    expect(ofAge.text, 'the chip says the age she asked for').toContain('Take out: 4 months old');
  });

  test('nothing found offers to start one, half filled in', async () => {
    const { text } = await world.nobody().get('/circles?near=96799&topic=twins&place=in-person');
    expect(text).toContain('No circle like that yet');
    expect(text).toContain('/circles/new?topic=twins&amp;place=in-person&amp;near=96799');
  });

  test('what cannot be read is not asked', async () => {
    const odd =
      '?stage=%00&day=9&part=noon&age=-3&page=-1&within=7&near=%00%F0%9F%92%A3%3Cb%3E&topic=sleep%27--';
    const { status, text } = await world.nobody().get(`/circles${odd}`);
    expect(status).toBe(200);
    expect(text).not.toContain('<b>');
    expect(text).toContain('Night Feeds, Lakeview');
  });
});

describe('for somebody signed in', () => {
  test('who asks nothing, the list follows what she told us, her own circles first', async () => {
    await world.owner.query(
      `INSERT INTO answers (community_id, member_id, stages, country, region, postcode, latitude, longitude, topics, languages)
       VALUES ($1, $2, '[{"kind":"baby","birthMonth":"2026-07"}]', 'US', 'IL', '60657', 41.94, -87.653, '{sleep}', '{en}')`,
      [world.people.maya.communityId, world.people.maya.memberId],
    );
    const { text } = await world.as('maya').get('/circles');
    expect(text).toContain('Your circles');
    expect(text).toContain('Circles that fit you');
    expect(text.indexOf('Your circles')).toBeLessThan(text.indexOf('Circles that fit you'));
    expect(text).not.toContain('Evanston Walks'); // for toddlers
    expect(await found('?within=any', world.as('maya'))).toContain('Evanston Walks');
  });
});
