import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aPair } from './pairs.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const dana = world.as('dana');
const maya = world.as('maya');

test('each of the two sees the other, the phase and the way on; nobody else sees anything', async () => {
  const { path } = await aPair(world, { note: 'I sleep badly, and I am shy on the phone.' });
  const hers = await dana.get(path);
  for (const words of [
    'Maya',
    'Getting to know each other',
    'week 1 of 12',
    '<strong>Ask</strong> how she slept',
    'I sleep badly',
  ])
    expect(hers.text).toContain(words);
  const mine = await maya.get(path);
  for (const words of ['Dana', 'Getting to know each other', 'I&#39;d like someone else'])
    expect(mine.text).toContain(words);
  for (const words of ['how she slept', 'I sleep badly', 'Not this month'])
    expect(mine.text).not.toContain(words);
  expect((await maya.get('/pairs')).text).toContain('Dana, your mentor');
  expect((await dana.get('/pairs')).text).toContain('Maya, the mother you mentor');
  for (const other of ['admin', 'mo', 'rosa', 'nora'] as const)
    expect((await world.as(other).get(path)).status).toBe(404);
});
