import { expect, test } from 'vitest';
import type { People } from '../../../test/kit/people.ts';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { inDays, makeGathering } from './a-gathering.fixture.ts';
import { aCrowd, standing, told } from './crowd.fixture.ts';
import { layOut } from './laying-out.ts';
import { access } from './together.fixture.ts';

const world = await newWorld();
const { maya, rosa, vera, bea, dana } = world.people;
const { pairs, series } = access(world);
const say = (who: keyof People, path: string, fields: Record<string, string>) =>
  world.as(who).post(`${path}/rsvp`, fields);

test('whoever would like company is paired with whoever offered, one each first, and both are told', async () => {
  const { path, occurrences } = await makeGathering(world);
  const id = occurrences[0]!.occurrenceId;
  await say('dana', path, { answer: 'yes', company: 'offered' });
  await say('vera', path, { answer: 'yes', company: 'wanted' });
  expect(await pairs(id)).toEqual([[vera.memberId, dana.memberId]]);
  expect(await told(world, 'gatherings.company', id)).toEqual([dana.memberId]);
  await say('mo', path, { answer: 'yes', company: 'offered' });
  await say('maya', path, { answer: 'yes', company: 'wanted' });
  expect(await pairs(id)).toContainEqual([maya.memberId, world.people.mo.memberId]);
  expect((await world.as('vera').get(path)).text).toContain('Dana walks in with you.');
  expect((await world.as('dana').get(path)).text).toContain('Vera would be glad to walk in with you.');

  // Dana cannot come: Vera is told, and paired anew.
  await say('dana', path, { answer: 'no' });
  expect(await pairs(id)).toContainEqual([vera.memberId, world.people.mo.memberId]);
  expect(await told(world, 'gatherings.company', id)).toContain(vera.memberId);
  await say('mo', path, { answer: 'no' });
  expect(await pairs(id)).toEqual([]);
  expect((await world.as('vera').get(path)).text).toContain('We are looking for someone');
});

test('nobody walks in across a block, also one that comes later; a circle’s facilitator greets without being asked', async () => {
  const { path, occurrences } = await makeGathering(world, { circleId: NIGHT_FEEDS, seenBy: 'circle' });
  const id = occurrences[0]!.occurrenceId;
  await say('bea', path, { answer: 'yes', company: 'offered' });
  await say('maya', path, { answer: 'yes', company: 'wanted' }); // Maya blocked Bea
  expect(await pairs(id)).toEqual([]);
  await say('rosa', path, { answer: 'yes' });
  expect(await pairs(id)).toEqual([[maya.memberId, rosa.memberId]]);
  await say('dana', path, { answer: 'yes', company: 'wanted' });
  expect(await pairs(id)).toContainEqual([dana.memberId, bea.memberId]);
  await world.as('dana').post(`/members/${bea.memberId}/block`);
  expect(await pairs(id)).toContainEqual([dana.memberId, rosa.memberId]);
  // She never sees that Bea comes, and the places stay true.
  expect((await world.as('maya').get(path)).text).not.toContain(bea.name);
  expect(await standing(world, id)).toMatchObject({ seats_taken: 4 });
  await world.owner.query('DELETE FROM blocks WHERE blocker_id = $1', [dana.memberId]);
});

test('one signs up for a series once, misses a session without losing the rest, and later ones follow', async () => {
  const made = await series(2);
  await world.as('maya').post(`/gatherings/${made.gatheringId}/enrolment`, { children: '1' });
  await world.as('vera').post(`/gatherings/${made.gatheringId}/enrolment`);
  const [first, second] = made.occurrences;
  for (const { occurrenceId } of made.occurrences)
    expect(await standing(world, occurrenceId)).toMatchObject({ coming: [maya.memberId], seats_taken: 2 });
  expect((await world.as('vera').get(made.path)).text).toContain('You are number 1 on the waitlist.');
  // Without a place in the series nobody takes one at a session of it.
  const { location } = await say('dana', made.path, { answer: 'yes' });
  expect(location).toContain('said=series');
  await say('maya', made.path, { answer: 'no' });
  expect((await standing(world, first!.occurrenceId)).coming).toEqual([]);
  expect((await standing(world, second!.occurrenceId)).coming).toEqual([maya.memberId]);
  // Laid out further: her place is there as well, and not at what she misses.
  await world.owner.query(`UPDATE gatherings SET rule = 'FREQ=WEEKLY;COUNT=4' WHERE gathering_id = $1`, [
    made.gatheringId,
  ]);
  await world.parts.db.write(rosa, async (tx) => layOut(tx, rosa, await made.laid(), new Date()));
  const all = await made.times();
  expect(all).toHaveLength(4);
  expect((await standing(world, all[3]!.occurrenceId)).coming).toEqual([maya.memberId]);

  await world.as('maya').post(`/gatherings/${made.gatheringId}/enrolment/end`, {
    occurrence: first!.occurrenceId,
  });
  for (const { occurrenceId } of all)
    expect((await standing(world, occurrenceId)).coming).toEqual([vera.memberId]);
  expect(await told(world, 'gatherings.promoted', first!.occurrenceId)).toEqual([vera.memberId]);
});

test('thirty race for ten places in a series of four, and two thirds of those inside leave: nobody is in halfway', async () => {
  const made = await series(10, 4);
  const crowd = await aCrowd(world, 30);
  const path = `/gatherings/${made.gatheringId}/enrolment`;
  await Promise.all(crowd.map((who) => who.client.post(path)));
  const inside = await made.enrolled('yes');
  const line = await made.enrolled('waiting');
  expect([inside.length, line.length]).toEqual([10, 20]);
  const leaving = crowd.filter(({ memberId }) => inside.slice(0, 7).includes(memberId));
  await Promise.all(leaving.map((who) => who.client.post(`${path}/end`)));
  const now = [...inside.slice(7), ...line.slice(0, 7)].sort();
  expect((await made.enrolled('yes')).sort()).toEqual(now);
  for (const { occurrenceId } of made.occurrences)
    expect((await standing(world, occurrenceId)).coming.sort()).toEqual(now);
});

test('a series goes over to the one that follows with all who signed up', async () => {
  const made = await series(3);
  await world.as('maya').post(`/gatherings/${made.gatheringId}/enrolment`, { children: '1' });
  await world.as('vera').post(`/gatherings/${made.gatheringId}/enrolment`);
  await world.as('dana').post(`/gatherings/${made.gatheringId}/enrolment`);
  const next = await makeGathering(
    world,
    { capacity: 3, signUp: 'series', starts: inDays(30) },
    {
      followsId: made.gatheringId,
    },
  );
  await world.parts.db.write(rosa, (tx) =>
    tx.hot('SELECT access.hand_over($1, $2, now())', [made.gatheringId, next.gatheringId]),
  );
  const { rows } = await world.owner.query(
    'SELECT seats_taken, waiting FROM gatherings WHERE gathering_id = $1',
    [next.gatheringId],
  );
  expect(rows).toEqual([{ seats_taken: 3, waiting: 1 }]);
  await world.as('vera').post(`/gatherings/${next.gatheringId}/enrolment/end`);
  expect((await standing(world, made.occurrences[0]!.occurrenceId)).coming.sort()).toEqual(
    [maya.memberId, dana.memberId].sort(),
  );
});
