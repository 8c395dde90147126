import { expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { answer, ask, climb, later, toldOf } from '../first-reply/asking.fixture.ts';

const world = await newWorld();
const board = async () => (await world.as('admin').get('/community')).text;

test('fewer than five say nothing', async () => {
  for (const hours of [1, 2, 3, 4])
    await answer(world, 'dana', await ask(world, 'maya', { hoursAgo: hours }));
  expect(await board()).toContain('too few to say');
});

test('half and nine in ten, counted by hand; what still waits past its promise counts with its waiting', async () => {
  await world.owner.query('DELETE FROM posts');
  // Answered after 1, 2, 3, 4 and 10 hours; one has waited 20: sorted 1 2 3 4 10 20, middle 3.5, nine in ten 15.
  for (const hours of [1, 2, 3, 4, 10]) {
    const thread = await ask(world, 'maya', { hoursAgo: 100 });
    await answer(world, 'dana', thread, { hoursAgo: 100 - hours });
  }
  await ask(world, 'rosa', { hoursAgo: 20, body: 'unspoken' });
  await ask(world, 'rosa', { hoursAgo: 1 }); // within its promise: nothing to count yet
  await answer(world, 'dana', await ask(world, 'maya', { hoursAgo: 24 * 91 })); // too long ago
  const text = await board();
  expect(text).toContain(
    'Half of those who asked for something had a first word within 4 hours; nine in ten within 15 hours.',
  );
  expect(text).toContain('6 posts in 90 days; 5 answered within the promised time.');
  const [row] = await world.parts.db.read({ ...world.people.admin }, (tx) =>
    tx.hot<{ median: number; slow: number }>('SELECT median, slow FROM access.first_reply_figures($1)', [
      later(-2160),
    ]),
  );
  expect(row!.median / 60).toBeCloseTo(3.5, 2);
  expect(row!.slow / 60).toBeCloseTo(15, 2);
});

test('where somebody waits, without a word or a name; hidden circles are not even counted', async () => {
  await ask(world, 'rosa', { circle: HIDDEN_CIRCLE, body: 'unspoken too', hoursAgo: 30 });
  const text = await board();
  expect(text).toContain('Night Feeds, Lakeview');
  expect(text).toContain('2 posts wait, one longer than promised.');
  expect(text).toContain('In hidden circles');
  expect(text).toContain('2 posts wait longer than promised');
  expect(text).not.toMatch(/Quiet Cellar|unspoken|Rosa/);
  expect(text).not.toContain(HIDDEN_CIRCLE);
});

test('a reminder tells those who look after the circles, once', async () => {
  const thread = await ask(world, 'dana');
  expect(await toldOf(world, thread)).toEqual([]);
  expect((await world.as('admin').post('/community/first-replies/reminder')).location).toBe('/community');
  await climb(world, later(0.1));
  await climb(world, later(0.2));
  expect(await toldOf(world, thread)).toEqual(['rosa first-reply.facilitators']);
  expect(await board()).toContain('Last reminded');
});

test('the figures are nobody else’s, whatever the code asks', async () => {
  for (const who of [world.people.mo, world.people.rosa])
    for (const text of [
      'SELECT * FROM access.first_reply_figures(now())',
      'SELECT * FROM access.waiting_asks()',
    ])
      expect(await world.parts.db.read(who, (tx) => tx.hot(text, []))).toEqual([]);
});

test('old asks are forgotten', async () => {
  await ask(world, 'maya', { hoursAgo: 24 * 91, circle: NIGHT_FEEDS });
  const count = async () =>
    (await world.owner.query(`SELECT FROM first_replies WHERE asked_at < now() - interval '90 days'`))
      .rowCount;
  expect(await count()).toBeGreaterThan(0);
  await world.job('first-reply.forgetting');
  expect(await count()).toBe(0);
});

test('the promise is the coordinator’s to set, between one hour and three days', async () => {
  const settings = {
    name: 'Lakeview Porch',
    postcode: '60657',
    languages: ['en'],
    charter: '',
    timeZone: 'America/Chicago',
  };
  const set = (firstReplyHours: string) =>
    world.as('admin').post('/community/settings', { ...settings, firstReplyHours });
  expect((await set('6')).status).toBe(303);
  expect((await world.as('admin').get('/community/settings')).text).toMatch(/value="6"[^>]*selected/);
  for (const wrong of ['0', '73', 'soon', '1.5']) expect((await set(wrong)).status).toBe(422);
});
