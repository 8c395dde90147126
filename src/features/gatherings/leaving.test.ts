import { expect, test } from 'vitest';
import type { People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat } from '../circles/a-circle.fixture.ts';
import { answered, inDays, makeGathering, timesOf } from './a-gathering.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const { vera, rosa } = people;

const rowOf = async (id: string) =>
  (await owner.query('SELECT * FROM gatherings WHERE gathering_id = $1', [id])).rows[0];
const doorOf = async (id: string) =>
  (await owner.query('SELECT link, address FROM gathering_doors WHERE gathering_id = $1', [id])).rows[0];
async function toldTo(name: keyof People): Promise<string[]> {
  const { rows } = await owner.query(
    'SELECT subject_id FROM notifications WHERE member_id = $1 AND kind = $2',
    [people[name].memberId, 'gatherings.cancelled'],
  );
  return rows.map(({ subject_id }) => subject_id);
}

test('a circle that closes calls off what it had planned, and tells those coming', async () => {
  const circle = await aCircle(world, rosa, { name: 'Short-lived' });
  const made = await makeGathering(world, { circleId: circle, rule: 'FREQ=WEEKLY' });
  const over = await makeGathering(world, { circleId: circle, starts: inDays(-3) });
  await answered(world, made.occurrences[2]!.occurrenceId, 'maya');
  await world.as('rosa').post(`/circles/${circle}/closure`);
  expect((await rowOf(made.gatheringId)).cancelled_at).not.toBeNull();
  expect((await rowOf(over.gatheringId)).cancelled_at).toBeNull();
  expect(await toldTo('maya')).toEqual([made.gatheringId]);
});

test('a circle that goes on together with another brings its gatherings along, and takes them back', async () => {
  const [one, joined] = [await aCircle(world, rosa, {}), await aCircle(world, rosa, {})];
  const made = await makeGathering(world, { circleId: one, seenBy: 'circle', rule: 'FREQ=WEEKLY' });
  await owner.query('UPDATE circles SET archived_at = now(), continued_in = $2 WHERE circle_id = $1', [
    one,
    joined,
  ]);
  expect(await rowOf(made.gatheringId)).toMatchObject({ circle_id: joined, cancelled_at: null });
  await owner.query('UPDATE circles SET archived_at = NULL, continued_in = NULL WHERE circle_id = $1', [one]);
  await owner.query('UPDATE circles SET archived_at = now() WHERE circle_id = $1', [joined]);
  expect(await rowOf(made.gatheringId)).toMatchObject({ circle_id: one, cancelled_at: null });
});

test('an organiser who erases herself: her circle’s goes on without her address, what was hers alone is called off', async () => {
  const circle = await aCircle(world, rosa, {});
  await seat(world, circle, vera);
  const door = { link: 'https://meet.example.org/x', address: '12 Vera’s Home' };
  const said = { by: 'vera', door, description: 'Her own words', rule: 'FREQ=WEEKLY' } as const;
  const circles = await makeGathering(world, { ...said, circleId: circle });
  const hers = await makeGathering(world, said);
  await answered(world, hers.occurrences[0]!.occurrenceId, 'maya');
  expect((await world.as('vera').post('/me/erasure', { word: 'erase' })).status).toBe(303);
  expect(await rowOf(circles.gatheringId)).toMatchObject({ cancelled_at: null, organised_by: null });
  expect(await doorOf(circles.gatheringId)).toEqual({ link: door.link, address: null });
  expect(await doorOf(hers.gatheringId)).toBeUndefined();
  const row = await rowOf(hers.gatheringId);
  expect(row.cancelled_at).not.toBeNull();
  expect([row.description, row.venue]).toEqual(['', '']);
  expect(await toldTo('maya')).toContain(hers.gatheringId);
  // Its circle's facilitator runs it on.
  expect((await world.as('rosa').get(`/gatherings/${circles.gatheringId}/edit?span=all`)).status).toBe(200);
});

test('what repeats is laid out further as time passes, in the name of whoever runs it; what is off is not', async () => {
  const made = await makeGathering(world, { rule: 'FREQ=WEEKLY' });
  const off = await makeGathering(world, { rule: 'FREQ=WEEKLY' });
  await owner.query('UPDATE gatherings SET cancelled_at = now() WHERE gathering_id = $1', [off.gatheringId]);
  const before = made.occurrences.length;
  await world.job('gatherings.laying-out');
  expect(await timesOf(world, made.gatheringId)).toHaveLength(before);
  const later = new Date(Date.now() + 70 * 86_400_000);
  await world.job('gatherings.laying-out', later);
  await world.job('gatherings.laying-out', later);
  const times = await timesOf(world, made.gatheringId);
  expect(times).toHaveLength(before + 10);
  const gaps = new Set(
    times.slice(1).map(({ startsAt }, i) => Math.round((+startsAt - +times[i]!.startsAt) / 86_400_000)),
  );
  expect([...gaps]).toEqual([7]);
  expect(await timesOf(world, off.gatheringId)).toHaveLength(before);
});
