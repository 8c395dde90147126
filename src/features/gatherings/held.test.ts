import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import type { Scope } from '../../platform/db/index.ts';
import { opening } from '../../platform/db/transaction.ts';
import { aCircle, seat } from '../circles/a-circle.fixture.ts';
import { answered, inDays, makeGathering, timesOf } from './a-gathering.fixture.ts';
import { cancelGathering } from './cancelling.ts';
import { comersTo } from './coming.ts';

const world = await newWorld();
const { owner, people } = world;
const { rosa, maya, vera, dana, mo, admin } = people;

const FORM = {
  title: 'A walk',
  kind: 'walk',
  seenBy: 'community',
  startTime: '11:00',
  minutes: '60',
  repeats: 'weekly',
  place: 'in-person',
  near: '60657',
};

const offAt = async (id: string): Promise<Date | null> =>
  (await owner.query('SELECT cancelled_at FROM gatherings WHERE gathering_id = $1', [id])).rows[0]
    .cancelled_at;

test('a circle that goes into hiding takes its gatherings along; those from outside lose their places', async () => {
  const circle = await aCircle(world, rosa, { name: 'Going under' });
  await seat(world, circle, maya);
  const made = await makeGathering(world, { circleId: circle, seenBy: 'public', rule: 'FREQ=WEEKLY' });
  const { occurrenceId } = made.occurrences[0]!;
  await answered(world, occurrenceId, 'vera');
  await answered(world, occurrenceId, 'maya');
  expect((await world.nobody().get(made.path)).status).toBe(200);
  await owner.query(`UPDATE circles SET joining = 'hidden' WHERE circle_id = $1`, [circle]);
  const seen = [world.nobody(), world.as('vera'), world.as('maya')].map(
    async (who) => (await who.get(made.path)).status,
  );
  expect(await Promise.all(seen)).toEqual([404, 404, 200]);
  const { rows } = await owner.query('SELECT member_id FROM rsvps WHERE occurrence_id = $1', [occurrenceId]);
  expect(rows).toEqual([{ member_id: maya.memberId }]);
  const off = await world.as('rosa').post(`/gatherings/${made.gatheringId}/cancellation`);
  expect([off.status, await offAt(made.gatheringId)]).toEqual([303, expect.any(Date)]);
});

test('a gathering that goes over to a circle in hiding is hidden, too', async () => {
  const [open, hidden] = [await aCircle(world, rosa, {}), await aCircle(world, rosa, { joining: 'hidden' })];
  const made = await makeGathering(world, { circleId: open, seenBy: 'public' });
  await owner.query(
    `UPDATE circles SET archived_at = now(), joining = 'hidden', continued_in = $2 WHERE circle_id = $1`,
    [open, hidden],
  );
  expect((await world.nobody().get(made.path)).status).toBe(404);
  expect((await world.as('rosa').get(made.path)).status).toBe(200);
});

test('whoever is suspended reads nobody’s name at what she comes to later', async () => {
  const made = await makeGathering(world, { seenBy: 'public', starts: inDays(20) });
  for (const who of ['mo', 'maya'] as const) await answered(world, made.occurrences[0]!.occurrenceId, who);
  const { occurrenceId } = made.occurrences[0]!;
  const known = () => world.parts.db.read(mo, (tx) => comersTo(tx, occurrenceId));
  expect(await known()).toHaveLength(2);
  await owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until)
     VALUES ($1, gen_random_uuid(), 'suspension', $2, 'unkind', now() + interval '3 days')`,
    [mo.communityId, mo.memberId],
  );
  expect(await known()).toEqual([]);
});

test('whoever steps down still calls off what she announced in public, and stops nobody’s dates', async () => {
  await aCircle(world, dana, { name: 'Hers for now' });
  const made = await makeGathering(world, { by: 'dana', seenBy: 'public', rule: 'FREQ=WEEKLY' });
  const other = await makeGathering(world, { rule: 'FREQ=WEEKLY' });
  await owner.query(`UPDATE circle_members SET role = 'member' WHERE member_id = $1`, [dana.memberId]);
  await world.job('gatherings.laying-out', new Date(Date.now() + 70 * 86_400_000));
  expect((await timesOf(world, other.gatheringId)).length).toBeGreaterThan(other.occurrences.length);
  expect((await timesOf(world, made.gatheringId)).length).toBeGreaterThan(made.occurrences.length);
  const off = await world.as('dana').post(`/gatherings/${made.gatheringId}/cancellation`);
  expect([off.status, await offAt(made.gatheringId)]).toEqual([303, expect.any(Date)]);
});

test('this and following: it stays hers, what was handed out goes along, and what is off stays off', async () => {
  const made = await makeGathering(world, { by: 'vera', rule: 'FREQ=WEEKLY;COUNT=6' });
  const { gatheringId: id, occurrences } = made;
  await answered(world, occurrences[3]!.occurrenceId, 'maya');
  await world.as('vera').post(`/gatherings/${id}/materials`, { title: 'What to bring', link: '', note: '' });
  const following = (at: number) =>
    `/gatherings/${id}/edit?span=following&occurrence=${occurrences[at]!.occurrenceId}`;
  const form = { ...FORM, date: inDays(3 + 3 * 7).slice(0, 10) };
  const moved = await world.as('admin').post(following(3), form);
  const [later] = /[0-9a-f-]{36}/.exec(moved.location ?? '')!;
  expect((await world.as('vera').get(`/gatherings/${later}/edit?span=all`)).status).toBe(200);
  expect((await world.as('maya').get(`/gatherings/${later}/materials`)).text).toContain('What to bring');
  await world.as('vera').post(`/gatherings/${id}/cancellation`);
  expect((await world.as('vera').post(following(1), form)).status).toBe(404);
});

/** Any SQL as the application's role, through somebody's eyes: what it refuses, or null. */
async function refused(scope: Scope, text: string, values: unknown[]): Promise<string | null> {
  const client = await world.connections.app.connect();
  try {
    await client.query(opening(scope, 'READ WRITE', world.connections.role));
    await client.query(text, values);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

test('whose a gathering is cannot be rewritten, nor can it be made public by whoever may not', async () => {
  const circle = await aCircle(world, rosa, {});
  await seat(world, circle, vera);
  const id = (await makeGathering(world, { by: 'vera' })).gatheringId;
  const its = (await makeGathering(world, { by: 'rosa', circleId: circle })).gatheringId;
  const set = (who: Scope, what: string, ...values: unknown[]) =>
    refused(who, `UPDATE gatherings SET ${what} WHERE gathering_id = $1`, values);
  expect(await set(vera, 'title = $2', id, 'Another')).toBeNull();
  expect(await set(vera, 'circle_id = $2', id, circle)).toBe('42501');
  expect(await set(vera, `seen_by = 'public'`, id)).toBe('42501');
  expect(await set(rosa, 'organised_by = $2', its, mo.memberId)).toBe('42501');
  expect(await set(rosa, `uid = 'another'`, its)).toBe('42501');
  expect(await set(rosa, 'source_id = gathering_id', its)).toBe('42501');
  await owner.query('UPDATE gatherings SET organised_by = NULL WHERE gathering_id = $1', [id]);
  await owner.query('DELETE FROM occurrences WHERE gathering_id = $1', [id]);
  const elsewhere = `UPDATE gatherings SET community_id = $1`;
  expect(await refused(admin, elsewhere, [people.nora.communityId])).toBe('42501');
  const mine = (await makeGathering(world, {})).gatheringId;
  const moved = 'UPDATE occurrences SET gathering_id = $1 WHERE gathering_id = $2';
  expect(await refused(rosa, moved, [mine, its])).toBe('42501');
});

test('an answer given while it is called off waits, and is told so', async () => {
  const made = await makeGathering(world, {});
  const scope = { communityId: rosa.communityId, memberId: rosa.memberId };
  const answering = await world.parts.db.write(scope, async (tx) => {
    await cancelGathering(tx, scope, made.gatheringId, '');
    const answer = world.as('maya').post(`${made.path}/rsvp`, { answer: 'yes' });
    await waitingFor(answer);
    return { answer };
  });
  expect((await answering.answer).status).toBe(409);
  const { rows } = await owner.query('SELECT FROM rsvps WHERE gathering_id = $1', [made.gatheringId]);
  expect(rows).toHaveLength(0);
});

/** Until somebody stands at a lock, or it was answered without. */
async function waitingFor(answer: Promise<unknown>): Promise<void> {
  let answered = false;
  void answer.finally(() => {
    answered = true;
  });
  const stands = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while (!answered && (await owner.query(stands)).rowCount === 0);
}

test('a circle’s gathering goes public by whoever looks after that very circle, not another one', async () => {
  await aCircle(world, dana, { name: 'Dana’s own' });
  const circle = await aCircle(world, rosa, { name: 'Rosa’s' });
  for (const who of [dana, admin]) await seat(world, circle, who);
  const plan = (who: 'dana' | 'rosa' | 'admin', more = {}) =>
    world
      .as(who)
      .post('/gatherings', { ...FORM, date: inDays(4).slice(0, 10), seenBy: 'public', circle, ...more });
  expect((await world.as('dana').get(`/gatherings/new?circle=${circle}`)).text).not.toContain(
    'value="public"',
  );
  expect([(await plan('dana')).status, (await plan('rosa')).status, (await plan('admin')).status]).toEqual([
    422, 303, 303,
  ]);
  expect((await plan('dana', { circle: '' })).status).toBe(303); // the community's: she answers for people here
  await expect(makeGathering(world, { by: 'dana', circleId: circle, seenBy: 'public' })).rejects.toThrow(
    /row-level security/,
  );
});
