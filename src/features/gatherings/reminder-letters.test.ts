import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { startPushService } from '../../../test/kit/push-service.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { chooses, outbox, wishes } from '../letters/letters.fixture.ts';
import { inWorld } from '../safety/a-report.fixture.ts';
import { answered, inDays, makeGathering } from './a-gathering.fixture.ts';
import { standing } from './crowd.fixture.ts';
import { clock, before as minutesBefore, remindAt, reminded } from './reminders.fixture.ts';

const service = await startPushService();
const world = await newWorld({ PUBLIC_URL: 'http://localhost', PUSH_ALLOW: service.origin });
const { owner } = world;
const { maya, rosa } = world.people;
const folder = join(world.parts.config.dataDir, 'outbox');
const LINK = 'https://meet.example.org/quillfern';
const HOME = '12 Larkspur Lane';

beforeEach(async () => {
  for (const table of [
    'gatherings',
    'notifications',
    'letters',
    'answers',
    'notification_settings',
    'mail_choices',
  ])
    await owner.query(`DELETE FROM ${table}`);
  await owner.query(`UPDATE members SET locale = 'en', time_zone = NULL`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

/** In nine days at ten, at a home and through a link. Maya said yes (or whatever is said). */
async function herGathering(answer: 'yes' | 'maybe' = 'yes', said: Parameters<typeof makeGathering>[1] = {}) {
  const made = await makeGathering(world, {
    starts: inDays(9),
    place: 'both',
    door: { link: LINK, address: HOME },
    ...said,
  });
  const { occurrenceId, startsAt } = made.occurrences[0]!;
  await answered(world, occurrenceId, 'maya', answer);
  return { ...made, id: occurrenceId, start: startsAt };
}

/** Reminded at that moment; her letters then, a few minutes on. */
async function lettersAfter(at: Date, who: keyof People = 'maya') {
  await remindAt(world, at);
  await world.job('letters.sending', new Date(+at + 2 * 60_000));
  return (await outbox(world)).filter((letter) => letter.to?.[0]?.address === world.people[who].email);
}

test('the letter says what, when by both clocks, and where, and takes her place back with one tap', async () => {
  await wishes(world, 'maya');
  await chooses(world, 'maya', 'daily'); // a reminder waits for no digest
  await owner.query(`UPDATE members SET time_zone = 'America/New_York' WHERE member_id = $1`, [
    maya.memberId,
  ]);
  const { id, start, path } = await herGathering('yes', {
    venue: 'Rosa’s kitchen',
    title: 'Bread <& butter>',
  });
  const [letter, ...more] = await lettersAfter(clock(start, '10:00', 1));
  expect(more).toEqual([]);
  expect(letter!.subject).toBe('A reminder for you');
  expect(letter!.text).toContain('You are coming to Bread <& butter>:');
  expect(letter!.html).toContain('You are coming to Bread &lt;&amp; butter&gt;:');
  for (const form of [letter!.text!, letter!.html!]) {
    expect(form).toMatch(/ at 11:00\sAM \(10:00\sAM local time there\)/);
    expect(form).toContain('Where: Rosa’s kitchen');
    expect(form).toContain('Or online: the link is on its page from 15 minutes before.');
    expect(form).toContain(`http://localhost${path}`);
    expect(form).not.toMatch(/quillfern|Larkspur/);
  }
  const back = /I can’t come: (\S+)/.exec(letter!.text!)![1]!;
  expect(letter!.html).toContain(`<a href="${back}">I can’t come</a>`);
  await world.nobody().raw(new URL(back).pathname, { method: 'POST' });
  expect((await standing(world, id)).coming).toEqual([]);
  expect((await world.as('maya').get('/notifications')).text, 'it reminds no more').not.toContain('Bread');
  await lettersAfter(minutesBefore(start, 120));
  expect(await reminded(world, id)).not.toContain('maya hours');
});

test('a maybe is spoken to softly, and in her language', async () => {
  await wishes(world, 'maya');
  await owner.query(`UPDATE members SET locale = 'es' WHERE member_id = $1`, [maya.memberId]);
  const { start } = await herGathering('maybe', { place: 'in-person', venue: '' });
  const [letter] = await lettersAfter(minutesBefore(start, 120));
  expect(letter!.subject).toBe('Un recordatorio para ti');
  expect(letter!.text).toContain('Pronto, si te viene bien: A walk by the lake');
  expect(letter!.text).toContain('Dónde: está en su página.');
  expect(letter!.text).toContain('No puedo ir: http://localhost/cannot-come/');
});

test('without content by her choice: neither in mail nor on the phone', async () => {
  const phone = await service.browser(
    /data-key="([^"]+)"/.exec((await world.as('maya').get('/me/notifications')).text)![1]!,
  );
  const { endpoint, p256dh, auth } = phone;
  await world.as('maya').post('/me/notifications/devices', { endpoint, p256dh, auth });
  await wishes(world, 'maya', { contentFree: true });
  const { start } = await herGathering();
  const at = clock(start, '10:00', 1);
  const [letter] = await lettersAfter(at);
  await world.job('notifications.push', at);
  expect(letter!.subject).toBe('You have a message');
  for (const form of [letter!.text!, letter!.html!])
    expect(form).not.toMatch(/walk|lake|remind|cannot-come|gather/i);
  expect(phone.messages()).toMatchObject([{ title: 'Something new is waiting for you', body: '' }]);
  await wishes(world, 'maya', { contentFree: false });
  await remindAt(world, minutesBefore(start, 120));
  await world.job('notifications.push', minutesBefore(start, 119));
  expect(phone.messages()[1]!.body).toMatch(
    /^Soon: A walk by the lake, .*\nWhere: The bench at Belmont Harbor$/,
  );
});

test('what changed after the reminder was made is not mailed: called off, begun, moved, or she left', async () => {
  await wishes(world, 'maya');
  const changes: [string, string][] = [
    ['called off', 'UPDATE occurrences SET cancelled_at = now() WHERE occurrence_id = $1'],
    ['moved', `UPDATE occurrences SET starts_at = starts_at + interval '1 minute' WHERE occurrence_id = $1`],
    ['over', `UPDATE occurrences SET starts_at = now() - interval '1 minute' WHERE occurrence_id = $1`],
    ['no', `UPDATE rsvps SET answer = 'no' WHERE occurrence_id = $1`],
    ['left', `DELETE FROM circle_members WHERE member_id = '${maya.memberId}' AND $1::uuid IS NOT NULL`],
  ];
  for (const [what, change] of changes) {
    const { id, start } = await herGathering('yes', { circleId: NIGHT_FEEDS, seenBy: 'circle' });
    await remindAt(world, clock(start, '10:00', 1));
    expect(await reminded(world, id), what).toContain('maya day');
    await owner.query(change, [id]);
    await world.job('letters.sending', clock(start, '10:02', 1));
    expect(await outbox(world), what).toEqual([]);
    await owner.query('DELETE FROM gatherings');
    await owner.query('DELETE FROM letters');
  }
});

test('whoever runs it hears the evening before how many come, once; what is over leaves no trace', async () => {
  await wishes(world, 'rosa');
  const { id, start } = await herGathering('yes', { capacity: 2 });
  await answered(world, id, 'rosa');
  await answered(world, id, 'dana', 'waiting');
  const six = clock(start, '18:00', 1);
  expect(await lettersAfter(minutesBefore(six, 1), 'rosa')).toEqual([]);
  const [letter] = await lettersAfter(six, 'rosa');
  expect(letter!.text).toMatch(
    /A walk by the lake, .*: 2 people come, children counted, and one more waits for a place/,
  );
  expect(letter!.text).not.toContain('I can’t come');
  expect(await reminded(world, id), 'the evening takes the place of her own').toEqual([
    'maya day',
    'rosa evening',
  ]);
  await owner.query('UPDATE gatherings SET organised_by = NULL, circle_id = NULL');
  expect((await world.as('rosa').get('/notifications')).text).not.toContain('2 people come');
  await world.job('gatherings.reminders-forgetting', new Date(+start + 60_000));
  expect(await reminded(world, id)).toEqual([]);
  const { rows } = await owner.query('SELECT FROM reminders WHERE member_id = $1', [rosa.memberId]);
  expect(rows).toEqual([]);
});

test('of a whole day: the evening before, and no two hours', async () => {
  const { id, start } = await herGathering('yes', {
    allDay: true,
    starts: inDays(9, '00:00:00'),
    minutes: 1440,
  });
  await remindAt(world, clock(start, '17:59', 1));
  expect(await reminded(world, id)).toEqual([]);
  await remindAt(world, clock(start, '18:00', 1));
  await remindAt(world, minutesBefore(start, 30));
  expect(await reminded(world, id)).toEqual(['maya day', 'rosa evening']);
  expect((await world.as('maya').get('/notifications')).text).toMatch(
    /You are coming to A walk by the lake: \w+, \w+ \d+</,
  );
});

test('that it will not take place waits for no digest, and says when and nothing else of it', async () => {
  await wishes(world, 'maya');
  await chooses(world, 'maya', 'weekly');
  const { gatheringId } = await herGathering('yes', { title: 'Quillfern evening' });
  const { tell, caseOn, decide } = inWorld(world);
  await tell('dana', 'gathering', gatheringId);
  await decide('mo', await caseOn(gatheringId), 'hide');
  await world.job('letters.sending', new Date(Date.now() + 2 * 60_000));
  const [letter, ...more] = (await outbox(world)).filter(
    ({ to }) => to?.[0]?.address === world.people.maya.email,
  );
  expect(more).toEqual([]);
  expect(letter!.text).toContain('will not take place here. Please do not set out for it.');
  expect(JSON.stringify(letter).toLowerCase()).not.toContain('quillfern');
});
