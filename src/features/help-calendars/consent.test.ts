import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { aHelpCalendar, claimBy, knowHelpers, linkOf, moveTo, slotsIn } from './a-help-calendar.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const { owner } = world;
const { maya, dana, vera } = world.people;
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const PLAN = {
  occasion: 'illness',
  tasks: ['meal', 'company'],
  days: ['1', '2', '3', '4', '5', '6', '7'],
  from: tomorrow,
  weeks: '1',
  called: 'Maya',
};

test('a friend plans it, she is asked, and nothing is open before she says yes to what she likes of it', async () => {
  const asked = await world
    .as('dana')
    .post('/help-calendars', { ...PLAN, for: 'member', member: maya.memberId });
  expect(asked.status).toBe(303);
  const path = asked.location!;
  const id = path.split('/').at(-1)!;
  expect(await linkOf(world, 'help-calendar', id)).toContain('gone');
  expect((await world.as('maya').get('/notifications')).text).toContain(
    'Somebody would like to set up help for you',
  );
  expect((await world.as('maya').get(path)).text).toContain('Yes, please');
  await world.as('dana').post(`${path}/consent`, { answer: 'yes', tasks: ['meal'] });
  expect(await linkOf(world, 'help-calendar', id), 'whoever asks does not answer').toContain('gone');
  await world.as('maya').post(`${path}/consent`, { answer: 'not-this', notLikeThis: 'No dinners on Sunday' });
  expect((await world.as('dana').get(path)).text).toContain('No dinners on Sunday');
  await world.as('maya').post(`${path}/consent`, { answer: 'yes', tasks: ['meal'] });
  expect(new Set((await slotsIn(world, id)).map(({ task }) => task))).toEqual(new Set(['meal']));
  const link = await linkOf(world, 'help-calendar', id);
  expect((await world.nobody().get(link)).status).toBe(200);

  // Dana looks after it: who comes, never where. What is sealed is Maya's to set and to see.
  await world.as('maya').post(`${path}/wishes`, { address: '12 Larkspur Lane', likes: 'Soup' });
  const [slot] = await slotsIn(world, id);
  await claimBy(world.nobody(), link, slot!.slotId, { brings: 'Pozole' });
  const seen = await world.as('dana').get(path);
  expect(seen.text).toContain('Sam brings Pozole');
  expect(seen.text).not.toContain('Larkspur');
  expect((await world.as('dana').get(`${path}/wishes`)).status).toBe(404);
  expect((await world.as('dana').get(`${path}/helpers`)).text).toContain('sam@example.org');
  await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    maya.memberId,
    dana.memberId,
  ]);
  expect((await world.as('dana').get(path)).status, 'a block ends that').toBe(404);
  await owner.query('DELETE FROM blocks WHERE blocked_id = $1', [dana.memberId]);
});

test('nobody asks a stranger, and a no is left alone', async () => {
  const ask = (by: 'vera' | 'rosa') =>
    world.as(by).post('/help-calendars', { ...PLAN, for: 'member', member: maya.memberId });
  expect((await ask('vera')).status).toBe(403);
  const path = (await ask('rosa')).location!;
  expect((await ask('rosa')).status, 'one question at a time').toBe(403);
  await world.as('maya').post(`${path}/consent`, { answer: 'no' });
  expect((await ask('rosa')).status).toBe(403);
  expect((await world.as('rosa').get(path)).text).toContain('She said no, thank you');
  expect(vera.memberId).toBeTruthy();
});

test('without an account she answers by her link, sets her door, and ends it by the same link', async () => {
  const { id, link: none } = await aHelpCalendar(world, { by: 'rosa', whose: { for: 'other' } });
  expect(none).toContain('gone');
  const hers = await linkOf(world, 'consent', id);
  const lena = world.nobody();
  expect((await lena.get(hers)).text).toContain('Somebody would like to help you');
  await lena.post(hers, { answer: 'yes', tasks: ['meal'] });
  await lena.post(`${hers}/wishes`, { address: '7 Wren Court', allergies: 'peanuts' });
  const link = await linkOf(world, 'help-calendar', id);
  const [slot] = await slotsIn(world, id);
  const { mine } = await claimBy(world.nobody(), link, slot!.slotId);
  await moveTo(world, slot!.slotId, 0, { from: '00:00', to: '23:59' });
  await knowHelpers(world, id);
  expect((await world.nobody().get(mine!)).text).toContain('7 Wren Court');
  const { rows } = await owner.query('SELECT sealed FROM help_particulars');
  expect(JSON.stringify(rows)).not.toMatch(/Wren|peanuts/);
  await lena.post(`${hers}/end`);
  expect((await world.nobody().get(mine!)).text).not.toContain('Wren');
  expect((await world.nobody().get(link)).text).toContain('Lena thanks everybody');
  expect((await world.as('rosa').get('/notifications')).text).toContain('ended the help calendar');
});

test('no word about a grief speaks of a baby', async () => {
  const made = await world
    .as('rosa')
    .post('/help-calendars', { ...PLAN, for: 'me', occasion: 'loss', called: 'Rosa' });
  const id = made.location!.split('/').at(-1)!;
  const link = await linkOf(world, 'help-calendar', id);
  const [slot] = await slotsIn(world, id);
  const { mine } = await claimBy(world.nobody(), link, slot!.slotId);
  const pages = [link, `${link}/slots/${(await slotsIn(world, id))[1]!.slotId}`, mine!, `${link}/stand-by`];
  for (const path of pages)
    for (const language of ['en', 'es']) {
      const { text } = await world.nobody().get(path, { 'accept-language': language });
      expect(text, path).not.toMatch(/bab(y|ies)|beb[eé]|newborn|night feed|toma de noche|birth/i);
    }
  expect((await world.as('rosa').get(`${made.location}/slots`)).text).not.toMatch(/night-feed/);
  expect(newId()).toBeTruthy();
});
