import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const shelf = `/circles/${NIGHT_FEEDS}/shelf`;

test('facilitators keep it, members read it', async () => {
  expect((await world.as('maya').get(shelf)).text).toContain('The shelf is empty so far');
  expect((await world.as('maya').get(shelf)).text).not.toContain('name="title"');
  const put = { title: 'Sleep, gently', link: 'example.org/sleep?a=1', note: 'Start at chapter two' };
  expect((await world.as('rosa').post(shelf, put)).location).toBe(shelf);
  const page = (await world.as('maya').get(shelf)).text;
  expect(page).toContain(
    '<a href="https://example.org/sleep?a=1" rel="nofollow noopener noreferrer ugc">Sleep, gently</a>',
  );
  expect(page).toContain('Start at chapter two');
  const { rows } = await world.owner.query('SELECT item_id FROM shelf_items');
  const item = `${shelf}/${rows[0].item_id}`;
  expect((await world.as('rosa').get(`${item}/edit`)).text).toContain('value="Sleep, gently"');
  expect((await world.as('rosa').post(`${item}/edit`, { title: 'Sleep', note: 'Later' })).location).toBe(
    shelf,
  );
  expect((await world.as('maya').get(shelf)).text).not.toContain('example.org');
  expect((await world.as('rosa').post(`${item}/removal`)).location).toBe(shelf);
  expect((await world.owner.query('SELECT FROM shelf_items')).rowCount).toBe(0);
});

test.each([
  [{ title: 'x', link: 'javascript:alert(1)' }, 'no address'],
  [{ title: 'x', link: 'http://example.org' }, 'no address'],
  [{ title: 'x', link: 'https://me:you@example.org' }, 'no address'],
  [{ title: 'x', link: 'data:text/html,x' }, 'no address'],
  [{ title: 'x' }, 'an address or a few words'],
  [{ link: 'https://example.org' }, 'fill this in'],
])('%j is refused and shown again', async (fields, why) => {
  const refused = await world.as('rosa').post(shelf, fields as Record<string, string>);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(why);
});

test('what she put there is in her export, and goes with her', async () => {
  await world.as('rosa').post(shelf, { title: 'Doors', note: 'Ring twice' });
  const exported = JSON.parse((await world.as('rosa').get('/me/export')).text);
  expect(exported.shelf).toMatchObject([{ name: 'Doors', note: 'Ring twice' }]);
  await world.as('rosa').post('/me/erasure', { word: 'erase' });
  expect((await world.owner.query('SELECT FROM shelf_items')).rowCount).toBe(0);
});
