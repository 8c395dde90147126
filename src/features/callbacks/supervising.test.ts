import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { jobs as allJobs } from '../../jobs.ts';
import { newId } from '../../platform/crypto/index.ts';
import { runJob } from '../../platform/jobs/index.ts';
import { aCallback, aShift, closeAll, trained } from './a-callback.fixture.ts';
import { dayFrom } from './rota.ts';
import { rotaOf } from './shifts.ts';

const world = await newWorld();
const { owner, people } = world;
const HOUR = 3_600_000;
const DESK = '/community/callbacks';
const ROTA = '/callbacks/rota';
const in24 = (hours: number) => new Date(Date.now() + hours * HOUR);
const move = (hours: number) => world.job('callbacks.moving', in24(hours));
const row = async (id: string) =>
  (await owner.query('SELECT * FROM callbacks WHERE callback_id = $1', [id])).rows[0];
const told = async (who: keyof typeof people, kind: string) =>
  (
    await owner.query('SELECT FROM notifications WHERE member_id = $1 AND kind = $2', [
      people[who].memberId,
      kind,
    ])
  ).rowCount;
const today = dayFrom('America/Chicago', new Date(), 0);
const tomorrow = dayFrom('America/Chicago', new Date(), 1);

beforeEach(async () => {
  await owner.query(
    'DELETE FROM call_volunteers; DELETE FROM call_shifts; DELETE FROM notifications; DELETE FROM callbacks',
  );
  await trained(world, 'dana');
  await trained(world, 'rosa');
});

test('whoever is on shift is told once of what waits, without a word of it, and nobody else', async () => {
  const noon = new Date(`${today}T18:00:00Z`);
  await aShift(world, 'dana', today, '06:00', 720);
  await aShift(world, 'rosa', tomorrow, '06:00', 720);
  const id = await aCallback(world, 'maya', null);
  // She asked to be called at night: at noon nobody is told, and so they are told when she can be called.
  const hours = 'UPDATE callbacks SET hours = $1 WHERE callback_id = $2';
  await owner.query(hours, [[1, 2, 3, 4, 5, 6, 7].map((weekday) => `${weekday}-night`), id]);
  await world.job('callbacks.moving', noon);
  expect(await told('dana', 'callbacks.waiting')).toBe(0);
  await owner.query(hours, [[], id]);
  for (const _ of [1, 2]) await world.job('callbacks.moving', noon);
  expect([await told('dana', 'callbacks.waiting'), await told('rosa', 'callbacks.waiting')]).toEqual([1, 0]);
  await owner.query('UPDATE notifications SET seen_at = now()');
  await world.job('callbacks.moving', noon);
  expect(await told('dana', 'callbacks.waiting')).toBe(1);
  await world.as('dana').post(`/callbacks/${id}/taking`);
  expect((await world.as('dana').get('/notifications')).text).not.toMatch(/Maya|\bMay\b|555 ?0142/);
});

test('past its time it is overdue: supervisors hear once, however many servers look; taken and untried it goes back', async () => {
  const id = await aCallback(world, 'maya', 'dana');
  await owner.query(`UPDATE callbacks SET go_back_at = now() + interval '1 hour' WHERE callback_id = $1`, [
    id,
  ]);
  await move(0.5);
  expect((await row(id)).taken_by).toBe(people.dana.memberId);
  await Promise.all([1, 2, 3].map(() => runJob(world.parts, allJobs, 'callbacks.moving', in24(25))));
  expect(await row(id)).toMatchObject({ taken_by: null, closed_at: null });
  await move(26);
  expect(await told('admin', 'callbacks.overdue')).toBe(1);
  const { rows } = await owner.query(
    `SELECT act, count(*)::int FROM callback_events WHERE callback_id = $1 AND act IN ('lapsed', 'overdue') GROUP BY 1 ORDER BY 1`,
    [id],
  );
  expect(rows).toEqual([
    { act: 'lapsed', count: 1 },
    { act: 'overdue', count: 1 },
  ]);
});

test('a call nobody closed is closed by itself and wiped; one nobody could make ends after two weeks with a word', async () => {
  const id = await aCallback(world, 'maya', 'dana');
  await owner.query(
    'UPDATE callbacks SET reached_at = now(), first_tried_at = now() WHERE callback_id = $1',
    [id],
  );
  await move(23);
  expect((await row(id)).closed_at).toBeNull();
  await move(25);
  expect(await row(id)).toMatchObject({ closed_as: 'reached', sealed: null });
  const nobody = await aCallback(world, 'maya', null);
  await move(15 * 24);
  expect(await row(nobody)).toMatchObject({ closed_as: 'nobody', sealed: null });
  expect(await told('maya', 'callbacks.unreached')).toBe(1);
});

test('the coordinator lays out shifts; volunteers take them, offer a swap, give them back; of two at once one has it', async () => {
  const { weekday } = { weekday: String(((new Date(`${tomorrow}T12:00:00Z`).getUTCDay() + 6) % 7) + 1) };
  const made = await world
    .as('admin')
    .post(`${DESK}/shifts`, { when: weekday, starts: '19:00', hours: '2', seats: '1' });
  expect(made.location).toBe(`${DESK}/rota`);
  const shift = (await owner.query('SELECT shift_id FROM call_shifts')).rows[0].shift_id;
  expect((await world.as('dana').get(ROTA)).text).toContain('Nobody yet');
  const turn = (who: 'dana' | 'rosa', how: string, day = tomorrow) =>
    world.as(who).post(ROTA, { shift, day, how });
  await Promise.all([turn('dana', 'take'), turn('rosa', 'take')]);
  const held = async () =>
    (
      await owner.query('SELECT member_id FROM call_turns WHERE given_back_at IS NULL AND day = $1', [
        tomorrow,
      ])
    ).rows.map(({ member_id }) => member_id);
  expect(await held()).toHaveLength(1);
  const [first, second] =
    (await held())[0] === people.dana.memberId ? (['dana', 'rosa'] as const) : (['rosa', 'dana'] as const);
  expect((await turn(second, 'take')).status).toBe(303);
  expect(await held()).toEqual([people[first].memberId]);
  await turn(first, 'offer');
  await turn(second, 'take');
  expect(await held()).toEqual([people[second].memberId]);
  expect(await told(first, 'callbacks.swapped')).toBe(1);
  await turn(second, 'back');
  expect(await held()).toEqual([]);
  expect((await turn(second, 'take', today)).status).toBe(404);
  // Every week only where there is a place.
  await turn(first, 'each');
  await turn(second, 'each');
  const { rows } = await owner.query('SELECT member_id FROM call_regulars');
  expect(rows).toEqual([{ member_id: people[first].memberId }]);
});

test('a night shift that began yesterday stands on the rota until it is over', async () => {
  const shift = await aShift(world, 'dana', today, '21:00', 600);
  const at = (hour: string, day = tomorrow) =>
    world.parts.db.read(people.dana, (tx) =>
      rotaOf(tx, 'America/Chicago', new Date(`${day}T${hour}:00-06:00`)),
    );
  expect((await at('03:00')).map(({ shiftId }) => shiftId)).toEqual([shift]);
  expect(await at('08:00')).toEqual([]);
});

test('every week: the weeks ahead are laid out once, and what was given back stays given back', async () => {
  const weekday = ((new Date(`${tomorrow}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const shift = newId();
  await owner.query(
    `INSERT INTO call_shifts (community_id, shift_id, weekday, starts, minutes) VALUES ($1, $2, $3, '19:00', 120)`,
    [people.dana.communityId, shift, weekday],
  );
  const open = async () =>
    (await owner.query('SELECT FROM call_turns WHERE given_back_at IS NULL AND shift_id = $1', [shift]))
      .rowCount;
  await world.as('dana').post(ROTA, { shift, day: tomorrow, how: 'each' });
  const laid = (await open())!;
  expect(laid).toBeGreaterThan(4);
  await world.as('dana').post(ROTA, { shift, day: tomorrow, how: 'back' });
  for (const _ of [1, 2]) await world.job('callbacks.laying-out');
  expect(await open()).toBe(laid - 1);
  await world.job('callbacks.laying-out', in24(7 * 24));
  expect(await open()).toBe(laid);
  await world.as('dana').post(ROTA, { shift, day: today, how: 'stop' });
  expect(await open()).toBe(0);
  await world.job('callbacks.laying-out');
  expect(await open()).toBe(0);
});

test('a supervisor hands a call over, or puts it back; never to whoever she blocked or who carries enough', async () => {
  const id = await aCallback(world, 'maya', 'dana');
  const give = (to: string) => world.as('admin').post(`${DESK}/${id}/reassignment`, { to });
  await trained(world, 'bea');
  await give(people.bea.memberId);
  expect((await row(id)).taken_by).toBe(people.dana.memberId);
  await give(people.rosa.memberId);
  expect((await row(id)).taken_by).toBe(people.rosa.memberId);
  expect([await told('rosa', 'callbacks.given'), await told('dana', 'callbacks.withdrawn')]).toEqual([1, 1]);
  expect((await world.as('rosa').get(`/callbacks/calls/${id}`)).text).toContain('312 555 0142');
  await give('');
  expect((await row(id)).taken_by).toBeNull();
});

test('figures: five mothers or nothing, and a week left out is not in the whole', async () => {
  const ask = (who: string, daysAgo: number, minutes: number, promised = 60) =>
    owner.query(
      `INSERT INTO callbacks (community_id, callback_id, member_id, language, asked_at, promised_at, first_tried_at, reached_at,
         closed_at, closed_as) VALUES ($1, gen_random_uuid(), $2, 'en', now() - make_interval(days => $3),
         now() - make_interval(days => $3) + make_interval(mins => $5), now() - make_interval(days => $3) + make_interval(mins => $4),
         now(), now(), 'reached')`,
      [people.maya.communityId, who, daysAgo, minutes, promised],
    );
  const ids = [people.maya, people.dana, people.rosa, people.vera].map(({ memberId }) => memberId);
  for (const who of ids) await ask(who, 21, 30);
  await ask(ids[0]!, 21, 30); // five calls of four mothers
  const text = async () => (await world.as('admin').get(DESK)).text;
  expect(await text()).toContain('Fewer than five mothers');
  await ask(people.bea.memberId, 21, 120);
  await ask(ids[0]!, 35, 9999);
  const said = await text();
  expect(said).toContain(
    '6 calls asked for · 100 % reached · promise kept 83 % · first try after 30 minutes',
  );
  expect(said.match(/calls? asked for ·/g)).toHaveLength(2);
});

test('a training is recorded by whom and when, and only of those who are named', async () => {
  await closeAll(world);
  const record = (member: string, rest: object = {}) =>
    world.as('admin').post(`${DESK}/volunteers`, {
      member,
      languages: 'es',
      trainedOn: '2026-10-01',
      agreed: 'yes',
      ...rest,
    });
  expect((await record(people.vera.memberId)).status).toBe(404);
  await owner.query('INSERT INTO support_volunteers (community_id, member_id) VALUES ($1, $2)', [
    people.vera.communityId,
    people.vera.memberId,
  ]);
  expect((await record(people.vera.memberId, { agreed: '' })).status).toBe(422);
  for (const trainedOn of ['soon', '0000-01-01', '2190-01-01'])
    expect((await record(people.vera.memberId, { trainedOn })).status).toBe(422);
  expect((await record(people.vera.memberId)).location).toBe(`${DESK}/rota`);
  expect((await world.as('admin').get(`${DESK}/rota`)).text).toContain('recorded by Admin');
  expect((await world.as('vera').get('/callbacks')).status).toBe(200);
  const wrongs: Record<string, string>[] = [
    { starts: '25:00' },
    { when: 'once', day: '' },
    { when: 'once', day: '2026-02-30' },
    { when: 'once', day: '0000-01-01' },
    { hours: '99' },
    { seats: '0' },
  ];
  for (const wrong of wrongs)
    expect(
      (
        await world
          .as('admin')
          .post(`${DESK}/shifts`, { when: '2', starts: '19:00', hours: '2', seats: '1', ...wrong })
      ).status,
    ).toBe(422);
  expect(
    (await world.as('admin').post(`${DESK}/settings`, { promisedHours: '0', tryMinutes: '60' })).status,
  ).toBe(422);
});
