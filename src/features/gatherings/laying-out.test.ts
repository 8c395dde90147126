import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { refusal } from '../../platform/db/index.ts';
import { inDays, makeGathering, timesOf } from './a-gathering.fixture.ts';

const world = await newWorld();
const DAY = 86_400_000;

test('what happens once has one time, also when it is far away', async () => {
  expect((await makeGathering(world)).occurrences).toHaveLength(1);
  expect((await makeGathering(world, { starts: inDays(900) })).occurrences).toHaveLength(1);
});

test('a weekly one is laid out for 400 days, an hourly one 400 times; the wall hour stays across clock changes', async () => {
  const weekly = await makeGathering(world, { rule: 'FREQ=WEEKLY', circleId: NIGHT_FEEDS });
  expect(weekly.occurrences.length).toBeGreaterThanOrEqual(56);
  expect(weekly.occurrences.length).toBeLessThanOrEqual(58);
  const hours = new Set(
    weekly.occurrences.map(({ startsAt }) =>
      startsAt.toLocaleTimeString('en-US', { timeZone: 'America/Chicago' }),
    ),
  );
  expect([...hours]).toEqual(['10:00:00 AM']);
  expect((await makeGathering(world, { rule: 'FREQ=HOURLY' })).occurrences).toHaveLength(400);
});

test('extra dates come on top and dates left out are left out', async () => {
  const made = await makeGathering(world, {
    rule: 'FREQ=WEEKLY;COUNT=3',
    extra: [inDays(4)],
    exceptOn: [inDays(10)],
  });
  const [first, ...rest] = made.occurrences.map(({ startsAt }) => +startsAt);
  expect(rest.map((time) => Math.round((time - first!) / DAY))).toEqual([1, 14]);
});

test('who may not organise such a one is refused, and nothing of it stands', async () => {
  const tries = [
    { by: 'vera', circleId: NIGHT_FEEDS, seenBy: 'circle' },
    { by: 'maya', seenBy: 'public' },
    { by: 'nora', circleId: NIGHT_FEEDS },
  ] as const;
  for (const one of tries)
    expect(await makeGathering(world, one).then(() => 'made', refusal)).toBe('forbidden');
  const { rows } = await world.owner.query(`SELECT FROM gatherings WHERE organised_by = ANY ($1)`, [
    [world.people.vera.memberId, world.people.maya.memberId, world.people.nora.memberId],
  ]);
  expect(rows).toEqual([]);
  expect(await timesOf(world, NIGHT_FEEDS)).toEqual([]);
});
