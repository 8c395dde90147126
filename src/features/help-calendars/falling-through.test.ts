import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { chooses, outbox, wishes } from '../letters/letters.fixture.ts';
import {
  aHelpCalendar,
  claimBy,
  clockIn,
  type MadeCalendar,
  moveTo,
  slotsIn,
} from './a-help-calendar.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const { owner } = world;
let made: MadeCalendar;
const noon = clockIn(0, '12:00');
const at = (days: number, time: string) => clockIn(days, time);
const tell = async (now: Date) => {
  await world.job('help-calendars.telling', now);
  await world.job('outside-letters.sending', now);
};
const subjects = async (mail: string) =>
  (await outbox(world).catch(() => []))
    .filter(({ to }) => to?.[0]?.address === mail)
    .map(({ subject }) => subject);
const backUp = async (mail: string) => {
  const answer = await world.nobody().post(`${made.link}/stand-by`, { once: newId(), name: 'Ana', mail });
  expect(answer.status).toBe(303);
  return answer.location!;
};
const holders = async () =>
  (await owner.query('SELECT helper_id FROM help_slots WHERE helper_id IS NOT NULL')).rows.length;

beforeEach(async () => {
  await owner.query('DELETE FROM help_calendars');
  made = await aHelpCalendar(world);
});

test('a late cancellation asks the back-ups at once; the first who says yes has it', async () => {
  const [slot] = made.slots;
  await moveTo(world, slot!.slotId, 1, { from: '23:00', to: '23:30' });
  for (const other of made.slots.slice(1)) await moveTo(world, other.slotId, 20);
  const mine = (
    await claimBy(world.nobody(), made.link, slot!.slotId, { mail: 'late@example.org', backsUp: 'yes' })
  ).mine!;
  const ana = await backUp('ana-late@example.org');
  const bo = await backUp('bo-late@example.org');
  await tell(noon);
  expect(await subjects('ana-late@example.org'), 'nothing is open').toEqual([]);
  await world.nobody().post(`${mine}/turns/${slot!.slotId}/release`);
  expect((await world.as('maya').get('/notifications')).text).toContain('free again');
  await tell(noon);
  await tell(at(1, '09:00'));
  expect(await subjects('ana-late@example.org')).toEqual(['Could you help Maya soon?']);
  expect(await subjects('bo-late@example.org')).toEqual(['Could you help Maya soon?']);
  expect(await subjects('late@example.org'), 'who cannot is not asked').not.toContain(
    'Could you help Maya soon?',
  );
  const first = await world.nobody().post(`${ana}/turns`, { slot: slot!.slotId });
  expect(first.status).toBe(303);
  const second = await world.nobody().post(`${bo}/turns`, { slot: slot!.slotId });
  expect(second.status).toBe(409);
  expect(second.text).toContain('Somebody was a moment quicker');
  expect(await holders()).toBe(1);
});

test('an empty slot within two days asks those who offered: once a slot, one letter a day, not at night', async () => {
  const [one, two, three] = made.slots;
  await moveTo(world, one!.slotId, 1);
  await moveTo(world, two!.slotId, 1, { from: '20:00', to: '21:00' });
  await moveTo(world, three!.slotId, 3);
  for (const other of made.slots.slice(3)) await moveTo(world, other.slotId, 30);
  await backUp('day@example.org');
  await tell(at(0, '06:00'));
  expect(await subjects('day@example.org')).toEqual([]);
  await tell(at(0, '09:00'));
  await tell(at(0, '15:00'));
  await tell(at(1, '08:30'));
  expect(await subjects('day@example.org'), 'both empty slots in one letter').toHaveLength(1);
  await tell(at(2, '10:00'));
  expect(await subjects('day@example.org'), 'another day, another slot').toHaveLength(2);
});

test('"enough food" closes the coming meals, is undone for a while, and is told kindly without a reason', async () => {
  const [first, second] = made.slots;
  const { mine } = await claimBy(world.nobody(), made.link, first!.slotId, { mail: 'enough@example.org' });
  await world.as('maya').post(`${made.path}/enough`);
  const late = await claimBy(world.nobody(), made.link, second!.slotId, { mail: 'next@example.org' });
  expect([late.status, late.text.includes('not needed any more')]).toEqual([409, true]);
  await world.as('maya').post(`${made.path}/enough/end`);
  await tell(new Date(Date.now() + 60 * 60_000));
  expect(
    (await subjects('enough@example.org')).filter((one) => one !== 'Thank you for helping Maya'),
  ).toEqual([]);
  expect((await world.nobody().get(mine!)).text).toContain('Change or cancel');

  await world.as('maya').post(`${made.path}/enough`);
  await tell(new Date(Date.now() + 16 * 60_000));
  expect(await subjects('enough@example.org')).toContain('A small change for Maya');
  const letter = (await outbox(world)).find(({ subject }) => subject === 'A small change for Maya')!;
  expect(letter.text).toContain('well looked after');
  expect(letter.text).not.toMatch(/enough|too much|food/i);
});

test('the end tells whoever had a turn; a month later what was sealed is gone', async () => {
  const [slot] = made.slots;
  await world.as('maya').post(`${made.path}/wishes`, { address: '12 Larkspur Lane' });
  const { mine } = await claimBy(world.nobody(), made.link, slot!.slotId, { mail: 'end@example.org' });
  await world.as('maya').post(`${made.path}/end`);
  await tell(new Date());
  expect(await subjects('end@example.org')).toEqual(['Maya thanks you']);
  expect((await world.nobody().get(made.link)).text).toContain('Maya thanks everybody');
  const erase = (days: number) =>
    world.job('help-calendars.erasing', new Date(Date.now() + days * 86_400_000));
  const kept = async () =>
    (await owner.query('SELECT sealed FROM help_particulars UNION ALL SELECT sealed FROM help_contacts')).rows
      .length;
  await erase(29);
  expect(await kept()).toBe(3);
  await erase(31);
  expect(await kept()).toBe(0);
  expect((await world.nobody().get(made.link)).status).toBe(404);
  expect((await world.nobody().get(mine!)).status).toBe(404);
});

test('one tap thanks the helper, once', async () => {
  const [slot] = made.slots;
  const { mine } = await claimBy(world.nobody(), made.link, slot!.slotId, { mail: 'thanks@example.org' });
  const tap = () => world.as('maya').post(`${made.path}/slots/${slot!.slotId}/thanks`);
  await tap();
  await moveTo(world, slot!.slotId, -1);
  await tap();
  await tap();
  await tell(new Date());
  expect((await subjects('thanks@example.org')).filter((one) => one === 'Maya says thank you')).toHaveLength(
    1,
  );
  expect((await world.nobody().get(mine!)).text).toContain('Maya says thank you.');
});

test('a slot taken away or moved is told to whoever had it', async () => {
  const [one, two] = made.slots;
  await claimBy(world.nobody(), made.link, one!.slotId, { mail: 'gone@example.org' });
  await claimBy(world.nobody(), made.link, two!.slotId, { mail: 'moved@example.org' });
  await tell(new Date());
  await world.as('maya').post(`${made.path}/slots/${one!.slotId}/removal`);
  const day = at(5, '12:00').toISOString().slice(0, 10);
  await world
    .as('maya')
    .post(`${made.path}/slots/${two!.slotId}`, { date: day, start: '18:00', end: '19:00' });
  await tell(new Date());
  expect(await subjects('gone@example.org')).toEqual([
    'Thank you for helping Maya',
    'A small change for Maya',
  ]);
  expect(await subjects('moved@example.org')).toEqual([
    'Thank you for helping Maya',
    'Thank you for helping Maya',
  ]);
});

test('a member who took a turn is reminded by letter the evening before, though hers come once a week', async () => {
  await wishes(world, 'dana');
  await chooses(world, 'dana', 'weekly');
  const slot = (await slotsIn(world, made.id)).find(({ startsAt }) => +startsAt > +at(4, '00:00'))!;
  await world
    .as('dana')
    .post(`${made.link}/slots/${slot.slotId}`, { once: newId(), name: 'Dana', brings: '' });
  const evening = at(3, '18:00');
  await world.job('help-calendars.telling', evening);
  await world.job('letters.sending', new Date(+evening + 2 * 60_000));
  const letters = (await outbox(world)).filter(({ to }) => to?.[0]?.address === world.people.dana.email);
  expect(letters).toHaveLength(1);
  expect(letters[0]!.text).toContain('Tomorrow is your turn');
});
