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

test('five hundred series that cannot be laid out step back, and those behind them go on', {
  timeout: 60_000,
}, async () => {
  const well = await makeGathering(world, { rule: 'FREQ=WEEKLY', circleId: NIGHT_FEEDS, by: 'rosa' });
  const later = new Date(Date.now() + 30 * DAY);
  await world.owner.query(
    `INSERT INTO gatherings (community_id, gathering_id, uid, circle_id, kind, seen_by, title, starts, minutes, time_zone, rule, laid_out_until, organised_by, place)
     SELECT community_id, gen_random_uuid(), 'broken-' || n, circle_id, kind, seen_by, title, starts, minutes, time_zone, 'FREQ=NEVER', laid_out_until - interval '1 day', organised_by, place
     FROM gatherings, generate_series(1, 500) n WHERE gathering_id = $1`,
    [well.gatheringId],
  );
  const reach = async () => (await timesOf(world, well.gatheringId)).length;
  const before = await reach();
  await world.job('gatherings.laying-out', later);
  expect(await reach()).toBe(before); // all of the turn went to those that are broken
  await world.job('gatherings.laying-out', new Date(+later + DAY / 2));
  expect(await reach()).toBeGreaterThan(before);
  const standing = async () =>
    (
      await world.owner.query(
        `SELECT gathering_id AS id, lay_out_tries AS tries, lay_out_problem AS problem, lay_out_after AS after
         FROM gatherings WHERE rule = 'FREQ=NEVER' ORDER BY lay_out_after, gathering_id`,
      )
    ).rows;
  const [first, ...rest] = await standing();
  expect(new Set(rest.map(({ tries }) => tries))).toEqual(new Set([1]));
  expect(first).toMatchObject({
    tries: 1,
    problem: expect.stringContaining('bad-rule'),
    after: in23Hours(later),
  });
  const { communityId } = world.people.rosa;
  await world.parts.db.write({ communityId, memberId: null }, (tx) =>
    tx.hot('SELECT access.put_off_laying_out($1, $2, $3)', [first.id, 'still', later]),
  );
  const again = (await standing()).find(({ id }) => id === first.id);
  expect(again).toMatchObject({ tries: 2, problem: 'still', after: new Date(+in23Hours(later) + DAY) });
});
const in23Hours = (from: Date) => new Date(+from + 23 * 3_600_000);
