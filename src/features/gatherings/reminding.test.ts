import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { answered, inDays, makeGathering, timesOf } from './a-gathering.fixture.ts';
import { cancelGathering, cancelOccurrence } from './cancelling.ts';
import { before, clock, quiet, remindAt, reminded } from './reminders.fixture.ts';
import { type DueReminder, remind, remindersDue } from './reminding.ts';

const world = await newWorld();
const { owner } = world;
const { maya, rosa } = world.people;
const DAYS = 9;

beforeEach(async () => {
  for (const table of ['gatherings', 'notifications', 'notification_settings'])
    await owner.query(`DELETE FROM ${table}`);
  await owner.query('UPDATE members SET time_zone = NULL');
});

/** A gathering in nine days to which Maya said yes. */
async function herGathering(time: string, said: Parameters<typeof makeGathering>[1] = {}) {
  const made = await makeGathering(world, { starts: inDays(DAYS, time), ...said });
  const { occurrenceId, startsAt } = made.occurrences[0]!;
  await answered(world, occurrenceId, 'maya');
  return { ...made, id: occurrenceId, start: startsAt };
}

/** Not a minute sooner, and then. */
async function comesAt(id: string, at: Date, what: string) {
  await remindAt(world, before(at, 1));
  expect(await reminded(world, id), `before ${at.toISOString()}`).not.toContain(what);
  await remindAt(world, at);
  expect(await reminded(world, id), at.toISOString()).toContain(what);
}

test('the day before and two hours before: yes and maybe, once, however many servers look', async () => {
  const { id, start } = await herGathering('10:00:00');
  await answered(world, id, 'dana', 'maybe');
  await answered(world, id, 'vera', 'no');
  await answered(world, id, 'mo', 'waiting');
  const many = (at: Date) => Promise.all(Array.from({ length: 5 }, () => remindAt(world, at)));
  await remindAt(world, before(clock(start, '10:00', 1), 1));
  expect(await reminded(world, id)).toEqual([]);
  await many(clock(start, '10:00', 1));
  expect(await reminded(world, id)).toEqual(['dana day', 'maya day']);
  await owner.query('UPDATE notifications SET seen_at = now()'); // what she has seen is not told again either
  await many(clock(start, '18:00', 1));
  await many(before(start, 120));
  await many(before(start, 30));
  const all = ['dana day', 'dana hours', 'maya day', 'maya hours', 'rosa evening'];
  expect(await reminded(world, id)).toEqual(all);
  await many(new Date(+start + 60_000));
  expect(await reminded(world, id)).toEqual(all);
});

test('a server that dies over a reminder neither loses nor doubles it', async () => {
  const { id, start } = await herGathering('10:00:00');
  await answered(world, id, 'dana');
  const at = before(start, 120);
  const due = await remindersDue(world.parts.db, at);
  const hours = due.filter(({ which }) => which === 'hours');
  expect(hours).toHaveLength(2);
  const [first, second] = hours as [DueReminder, DueReminder];
  const scope = { communityId: first.community_id, memberId: first.member_id };
  const dies = world.parts.db.write(scope, async (tx) => {
    await tx.hot('SELECT access.remind($1, $2, $3)', [first.occurrence_id, 'hours', first.starts]);
    throw new Error('killed');
  });
  await expect(dies).rejects.toThrow('killed');
  expect(await reminded(world, id)).toEqual([]);
  expect(await remind(world.parts.db, second)).toBe(true); // and then it dies: one made, one not
  await remindAt(world, at);
  await owner.query('UPDATE notifications SET seen_at = now()');
  expect(await remind(world.parts.db, first)).toBe(false);
  expect((await reminded(world, id)).filter((one) => one.endsWith('hours'))).toEqual([
    'dana hours',
    'maya hours',
  ]);
});

test.each([
  ['early', '06:30:00', '21:00', '07:00', ['07:00', 1], ['20:45', 1]],
  ['in the morning', '08:30:00', '21:00', '07:00', ['08:30', 1], ['07:00', 0]],
  ['late', '22:30:00', '22:00', '07:00', ['21:45', 1], ['20:30', 0]],
  ['later than her evening', '23:30:00', '21:00', '07:00', ['20:45', 1], ['20:45', 0]],
  ['when she works nights', '15:00:00', '08:00', '16:00', ['16:00', 1], ['07:45', 0]],
] as const)('never in her quiet hours: %s', async (_, starts, from, to, [day, dayAgo], [hours, hoursAgo]) => {
  await quiet(world, 'maya', from, to);
  const { id, start } = await herGathering(starts);
  await comesAt(id, clock(start, day, dayAgo), 'maya day');
  await comesAt(id, clock(start, hours, hoursAgo), 'maya hours');
});

test('servers that were all down go on after her quiet hours, while it still helps', async () => {
  await quiet(world, 'maya', '21:00', '07:00');
  const { id, start } = await herGathering('07:30:00');
  await remindAt(world, clock(start, '23:00', 1));
  expect(await reminded(world, id)).toEqual(['rosa evening']);
  await remindAt(world, clock(start, '07:00'));
  expect(await reminded(world, id)).toEqual(['maya hours', 'rosa evening']);
});

test('the day before is the same hour on her own clock, also over a change of the clocks', async () => {
  const now = Temporal.Now.zonedDateTimeISO('America/Chicago');
  const change = now.add({ days: 3 }).getTimeZoneTransition('next')!;
  const { id, start } = await herGathering('10:00:00', { starts: `${change.toPlainDate()}T10:00:00` });
  const at = clock(start, '10:00', 1);
  expect([23, 25]).toContain((+start - +at) / 3_600_000);
  await comesAt(id, at, 'maya day');
  await owner.query(`UPDATE members SET time_zone = 'Asia/Kolkata' WHERE member_id = $1`, [maya.memberId]);
  await quiet(world, 'maya', '18:00', '21:15'); // by Kolkata's clocks, where it begins in the evening
  await comesAt(id, clock(start, '17:45', 0, 'Asia/Kolkata'), 'maya hours');
});

test('who has only just said so, or was told that it moved, is not told again at once', async () => {
  const { id, start } = await herGathering('10:00:00');
  const saidAt = (at: Date) => owner.query('UPDATE rsvps SET answered_at = $1', [at]);
  await saidAt(before(clock(start, '10:00', 1), 5 * 60));
  await remindAt(world, clock(start, '12:00', 1));
  expect(await reminded(world, id)).toEqual([]);
  await saidAt(before(start, 150));
  await remindAt(world, before(start, 100));
  expect(await reminded(world, id)).toEqual(['rosa evening']);
  await saidAt(before(start, 200));
  await remindAt(world, before(start, 100));
  expect(await reminded(world, id)).toEqual(['maya hours', 'rosa evening']);
});

test('moved, it reminds of the new time alone; called off, of nothing', async () => {
  const { id, start, gatheringId } = await herGathering('10:00:00');
  await remindAt(world, clock(start, '10:00', 1));
  const later = new Date(+start + 5 * 86_400_000);
  await owner.query(
    `UPDATE occurrences SET starts_at = $2, ends_at = $2::timestamptz + interval '1 hour' WHERE occurrence_id = $1`,
    [id, later],
  );
  await remindAt(world, before(start, 120));
  expect(await reminded(world, id)).toEqual(['maya day']); // of the old time, which her inbox shows no more
  expect((await world.as('maya').get('/notifications')).text).not.toContain('A walk by the lake');
  await remindAt(world, clock(later, '10:00', 1));
  expect(await reminded(world, id)).toEqual(['maya day']);
  expect((await world.as('maya').get('/notifications')).text).toContain('A walk by the lake');
  await world.parts.db.write(rosa, (tx) => cancelOccurrence(tx, rosa, gatheringId, id, ''));
  expect((await world.as('maya').get('/notifications')).text).not.toContain('You are coming to A walk');
  const whole = await herGathering('11:00:00');
  await world.parts.db.write(rosa, (tx) => cancelGathering(tx, rosa, whole.gatheringId, ''));
  await remindAt(world, before(later, 120));
  await remindAt(world, before(whole.start, 120));
  expect(await reminded(world, id)).toEqual(['maya day']);
  expect(await reminded(world, whole.id)).toEqual([]);
});

test('a series reminds once of each session, and who left its circle of none', async () => {
  const made = await makeGathering(world, {
    starts: inDays(DAYS),
    rule: 'FREQ=DAILY;COUNT=3',
    circleId: NIGHT_FEEDS,
    seenBy: 'circle',
  });
  const times = await timesOf(world, made.gatheringId);
  for (const { occurrenceId } of times) {
    await answered(world, occurrenceId, 'maya');
    await answered(world, occurrenceId, 'dana');
  }
  const due = await remindersDue(world.parts.db, clock(times[0]!.startsAt, '10:00', 1));
  await owner.query('DELETE FROM circle_members WHERE member_id = $1', [maya.memberId]);
  const hers = due.find(({ member_id }) => member_id === maya.memberId)!;
  expect(await remind(world.parts.db, hers)).toBe(false);
  for (const { occurrenceId, startsAt } of times) {
    await remindAt(world, clock(startsAt, '10:00', 1));
    expect((await reminded(world, occurrenceId)).filter((one) => one.endsWith('day'))).toEqual(['dana day']);
  }
  await owner.query('INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    NIGHT_FEEDS,
    maya.memberId,
  ]);
});
