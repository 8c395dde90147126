import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { makeGathering } from './a-gathering.fixture.ts';
import { type Answer, answerOccurrence, type Party } from './coming.ts';
import { aCrowd, standing, told } from './crowd.fixture.ts';

const world = await newWorld();
const { maya, rosa, vera, bea, dana } = world.people;
type Who = { communityId: string; memberId: string };

const answer = (who: Who, occurrenceId: string, said: Answer, party?: Party) =>
  world.parts.db.write({ communityId: who.communityId, memberId: who.memberId }, (tx) =>
    answerOccurrence(tx, occurrenceId, said, party),
  );
const place = async (capacity: number | null, said: object = {}) =>
  (await makeGathering(world, { capacity, ...said })).occurrences[0]!.occurrenceId;
const capacity = (occurrenceId: string, places: number) =>
  world.owner.query('UPDATE occurrences SET capacity = $2 WHERE occurrence_id = $1', [occurrenceId, places]);

test('a party comes or waits as a whole, and a big one at the head of the line is not overtaken', async () => {
  const id = await place(4);
  expect(await answer(maya, id, 'yes', { guests: 1, children: 1 })).toBe('yes');
  expect(await answer(vera, id, 'yes', { children: 1 })).toBe('waiting');
  expect(await answer(dana, id, 'yes')).toBe('waiting');
  expect(await standing(world, id)).toMatchObject({
    coming: [maya.memberId],
    line: [vera.memberId, dana.memberId],
    seats_taken: 3,
    waiting: 2,
  });
  // With fewer she fits, and so does whoever comes after her.
  expect(await answer(vera, id, 'yes', { children: 0 })).toBe('yes');
  expect(await answer(maya, id, 'yes', { guests: 0 })).toBe('yes');
  expect((await standing(world, id)).line).toEqual([]);
  expect(await told(world, 'gatherings.promoted', id)).toEqual([dana.memberId]);
  expect(await answer(maya, id, 'yes', { guests: 2 })).toBe('full');
  expect(await answer(bea, id, 'yes', { guests: 4 })).toBe('too-many');
});

test('more room lets the next ones in; less than is taken is refused', async () => {
  const id = await place(1);
  for (const who of [maya, vera, dana]) await answer(who, id, 'yes');
  await capacity(id, 2);
  expect(await standing(world, id)).toMatchObject({
    coming: [maya.memberId, vera.memberId],
    line: [dana.memberId],
  });
  await expect(capacity(id, 1)).rejects.toThrow(/check constraint/);
});

test('one tap takes an answer back, and the numbers with it', async () => {
  const id = await place(3);
  await answer(maya, id, 'yes', { children: 2 });
  await answer(vera, id, 'yes');
  expect(await answer(maya, id, 'no')).toBe('no');
  expect(await standing(world, id)).toMatchObject({ coming: [vera.memberId], seats_taken: 1 });
  // Back again with both children: as many as before, so she waits for the third place.
  expect(await answer(maya, id, 'yes')).toBe('waiting');
  expect(await answer(maya, id, 'none')).toBe('none');
  expect(await standing(world, id)).toMatchObject({ line: [], waiting: 0 });
});

test('what is over, called off or not hers takes no answer', async () => {
  const id = await place(null);
  await world.owner.query('UPDATE occurrences SET cancelled_at = now() WHERE occurrence_id = $1', [id]);
  expect(await answer(maya, id, 'yes')).toBe('cancelled');
  await world.owner.query(
    `UPDATE occurrences SET cancelled_at = NULL, starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
     WHERE occurrence_id = $1`,
    [id],
  );
  expect(await answer(maya, id, 'yes')).toBe('over');
  const inside = await place(null, { circleId: NIGHT_FEEDS, seenBy: 'circle' });
  expect(await answer(vera, inside, 'yes')).toBe('absent');
  expect(await answer(world.people.nora, inside, 'yes')).toBe('absent');
});

test('whoever leaves frees her place: the circle, by a suspension, for good', async () => {
  const id = await place(1, { circleId: NIGHT_FEEDS, seenBy: 'circle' });
  const [guest] = await aCrowd(world, 1);
  for (const { memberId } of [vera, guest!]) await sit(memberId);
  for (const who of [vera, guest!, dana, maya]) await answer(who, id, 'yes');
  await world.as('vera').post(`/circles/${NIGHT_FEEDS}/departure`, {});
  expect(await standing(world, id)).toMatchObject({
    coming: [guest!.memberId],
    line: [dana.memberId, maya.memberId],
  });
  await world.owner.query('DELETE FROM members WHERE member_id = $1', [guest!.memberId]);
  expect((await standing(world, id)).coming).toEqual([dana.memberId]);
  await suspend(dana.memberId, '1 day'); // over before it begins: her place stays hers
  expect((await standing(world, id)).coming).toEqual([dana.memberId]);
  await suspend(dana.memberId, '30 days');
  expect(await standing(world, id)).toMatchObject({ coming: [maya.memberId], line: [], waiting: 0 });
  await world.owner.query('DELETE FROM sanctions');
});

test('a block closes a person’s own door, and no other', async () => {
  const ownDoor = await place(null, { by: 'vera' });
  const forAll = await place(null, { by: 'admin' });
  const [guest] = await aCrowd(world, 1);
  for (const id of [ownDoor, forAll]) expect(await answer(guest!, id, 'yes')).toBe('yes');
  await world.as('vera').post(`/members/${guest!.memberId}/block`);
  expect((await standing(world, ownDoor)).seats_taken).toBe(0);
  expect(await answer(guest!, ownDoor, 'yes')).toBe('absent');
  await guest!.client.post(`/members/${world.people.admin.memberId}/block`);
  expect((await standing(world, forAll)).coming).toEqual([guest!.memberId]);
});

test('the numbers are counted, and nobody who runs it can claim them', async () => {
  const id = await place(5);
  await answer(maya, id, 'yes');
  await world.parts.db.write(rosa, (tx) =>
    tx.hot('UPDATE occurrences SET seats_taken = 0, waiting = 9 WHERE occurrence_id = $1', [id]),
  );
  expect(await standing(world, id)).toMatchObject({ seats_taken: 1, waiting: 0 });
});

const NIGHT_FEEDS = '00000000-0000-7000-8000-0000000000a1';
const sit = (memberId: string) =>
  world.owner.query('INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    NIGHT_FEEDS,
    memberId,
  ]);
const suspend = (memberId: string, how: string) =>
  world.owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until)
     VALUES ($1, gen_random_uuid(), 'suspension', $2, 'because', now() + $3::interval)`,
    [maya.communityId, memberId, how],
  );

const NAMES = ['maya', 'dana', 'vera', 'bea', 'mo'] as const satisfies (keyof People)[];
const step = fc.record({
  who: fc.constantFrom(...NAMES),
  said: fc.constantFrom('yes', 'yes', 'no', 'maybe', 'none'),
  children: fc.integer({ min: 0, max: 3 }),
});

test('whatever people answer, no place is given twice, nobody is lost, and the line keeps its order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(step, { minLength: 4, maxLength: 10 }),
      async (places, steps) => {
        const id = await place(places);
        let before: string[] = [];
        // Everybody comes first, so that there is a line to move.
        const rush = NAMES.map((who) => ({ who, said: 'yes', children: 0 }));
        for (const { who, said, children } of [...rush, ...steps]) {
          const person = world.people[who];
          const outcome = await answer(person, id, said as Answer, { children });
          const now = await standing(world, id);
          expect(now.seats_taken).toBeLessThanOrEqual(places);
          expect(await seatsBy(id)).toEqual({ seats_taken: now.seats_taken, waiting: now.line.length });
          // Of those who waited and said nothing now, the first ones come and the rest wait on, in the same order.
          const silent = before.filter((one) => one !== person.memberId);
          const [kept, promoted] = [true, false].map((waits) =>
            silent.filter((one) => now.line.includes(one) === waits),
          );
          expect(silent).toEqual([...promoted!, ...kept!]);
          expect(now.coming).toEqual(expect.arrayContaining(promoted!));
          expect(now.line.filter((one) => silent.includes(one))).toEqual(kept);
          if (outcome === 'yes') expect(now.coming).toContain(person.memberId);
          if (outcome === 'waiting') expect(now.line).toContain(person.memberId);
          before = now.line;
        }
      },
    ),
    { numRuns: 8 },
  );
});

async function seatsBy(id: string) {
  const { rows } = await world.owner.query(
    `SELECT coalesce(sum(1 + guests + children) FILTER (WHERE answer = 'yes'), 0)::int AS seats_taken,
       (count(*) FILTER (WHERE answer = 'waiting'))::int AS waiting FROM rsvps WHERE occurrence_id = $1`,
    [id],
  );
  return rows[0];
}
