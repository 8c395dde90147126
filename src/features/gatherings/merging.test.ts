import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat } from '../circles/a-circle.fixture.ts';
import { answered, makeGathering } from './a-gathering.fixture.ts';
import { told } from './crowd.fixture.ts';

const world = await newWorld();
const { owner } = world;
const { rosa, maya, vera, dana } = world.people;
const rosas = world.as('rosa');
const off = async (id: string) =>
  (await owner.query('SELECT cancelled_at IS NOT NULL AS off FROM gatherings WHERE gathering_id = $1', [id]))
    .rows[0].off;

test('a quiet series goes on together with a similar one: it ends, all are told where, and one tap takes it back', async () => {
  const quiet = await makeGathering(world, { kind: 'playdate', title: 'Rain or shine', rule: 'FREQ=WEEKLY' });
  const other = await makeGathering(world, {
    by: 'dana',
    kind: 'playdate',
    title: 'Stroller mile',
    rule: 'FREQ=WEEKLY',
  });
  const unlike = await makeGathering(world, { by: 'dana', kind: 'workshop', title: 'Budgets' });
  const here = `/gatherings/${quiet.gatheringId}`;
  await answered(world, quiet.occurrences[1]!.occurrenceId, 'maya');
  await answered(world, quiet.occurrences[1]!.occurrenceId, 'vera', 'maybe');

  const asked = await rosas.get(`${here}/merge`);
  expect(asked.text).toContain('Stroller mile');
  expect(asked.text).not.toContain('Budgets');
  expect((await rosas.post(`${here}/merge`, {})).status).toBe(422);
  expect((await rosas.post(`${here}/merge`, { into: unlike.gatheringId })).status).toBe(404);
  expect((await world.as('maya').post(`${here}/merge`, { into: other.gatheringId })).status).toBe(404);
  expect(await off(quiet.gatheringId)).toBe(false);

  expect((await rosas.post(`${here}/merge`, { into: other.gatheringId })).status).toBe(303);
  expect(await off(quiet.gatheringId)).toBe(true);
  expect((await told(world, 'gatherings.merged', quiet.gatheringId)).sort()).toEqual(
    [maya.memberId, vera.memberId].sort(),
  );
  expect(await told(world, 'gatherings.cancelled', quiet.gatheringId)).toEqual([]);
  expect(await told(world, 'gatherings.joined', other.gatheringId)).toEqual([dana.memberId]);
  const page = (await world.as('maya').get(here)).text;
  expect(page).toContain('goes on together with another one');
  expect(page).toContain(`href="/gatherings/${other.gatheringId}"`);
  expect((await world.as('maya').get('/notifications')).text).toContain(
    'Rain or shine goes on together with another group',
  );
  // Nobody was signed up without being asked.
  expect((await owner.query('SELECT FROM rsvps WHERE gathering_id = $1', [other.gatheringId])).rowCount).toBe(
    0,
  );

  expect((await rosas.post(`${here}/reinstatement`)).status).toBe(303);
  expect(await off(quiet.gatheringId)).toBe(false);
  expect((await told(world, 'gatherings.reinstated', quiet.gatheringId)).sort()).toEqual(
    [maya.memberId, vera.memberId].sort(),
  );
  expect((await world.as('maya').get(here)).text).not.toContain('goes on together with another one');
});

test('groups of one circle go together, whatever they do there; another circle’s is not offered', async () => {
  const [ours, theirs] = [await aCircle(world, rosa, {}), await aCircle(world, dana, {})];
  await seat(world, theirs, rosa);
  const inOurs = { circleId: ours, seenBy: 'circle', rule: 'FREQ=WEEKLY' } as const;
  const quiet = await makeGathering(world, { ...inOurs, kind: 'walk' });
  const other = await makeGathering(world, { ...inOurs, kind: 'workshop' });
  const inTheirs = await makeGathering(world, {
    by: 'dana',
    circleId: theirs,
    seenBy: 'circle',
    rule: 'FREQ=WEEKLY',
  });
  const { text } = await rosas.get(`/gatherings/${quiet.gatheringId}/merge`);
  expect(text).toContain(other.gatheringId);
  expect(text).not.toContain(inTheirs.gatheringId);
});
