import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, namesFound } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa, vera } = world.people;

test('unasked, a circle made for somebody else’s situation comes after those that are hers', async () => {
  await aCircle(world, rosa, { name: 'Two at Once', topics: ['twins', 'sleep', 'feeding'] });
  await aCircle(world, rosa, { name: 'Far Company', topics: [], latitude: 42.25, longitude: -87.7 });
  await world.owner.query(
    `INSERT INTO answers (community_id, member_id, country, region, latitude, longitude, topics)
     VALUES ($1, $2, 'US', 'IL', 41.94, -87.653, '{sleep,feeding}')`,
    [vera.communityId, vera.memberId],
  );
  const names = await namesFound(world.as('vera'), '');
  expect(names.indexOf('Far Company')).toBeGreaterThanOrEqual(0);
  expect(names.indexOf('Two at Once')).toBeGreaterThan(names.indexOf('Far Company'));
});
