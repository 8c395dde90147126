import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { outbox } from '../letters/letters.fixture.ts';
import {
  aHelpCalendar,
  claimBy,
  clockIn,
  knowHelpers,
  linkOf,
  moveTo,
  slotsIn,
} from './a-help-calendar.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const { owner } = world;
const { maya } = world.people;
const holderOf = async (slotId: string) =>
  (await owner.query('SELECT helper_id FROM help_slots WHERE slot_id = $1', [slotId])).rows[0].helper_id;
const tell = async (now = new Date()) => {
  await world.job('help-calendars.telling', now);
  await world.job('outside-letters.sending', now);
};
const lettersTo = async (mail: string) =>
  (await outbox(world).catch(() => [])).filter(({ to }) => to?.[0]?.address === mail);

test('a mother makes a calendar in a few taps, and its link is open at once', async () => {
  const answer = await world.as('maya').post('/help-calendars', {
    for: 'me',
    occasion: 'birth',
    tasks: ['meal', 'laundry'],
    days: ['1', '3', '5'],
    from: clockIn(1, '12:00').toISOString().slice(0, 10),
    weeks: '6',
    called: 'Maya',
    said: 'Thank you for being here.',
  });
  expect(answer.status).toBe(303);
  const id = answer.location!.split('/').at(-1)!;
  expect(await slotsIn(world, id)).toHaveLength(36);
  const seen = await world.nobody().get(await linkOf(world, 'help-calendar', id));
  expect(seen.status).toBe(200);
  expect(seen.headers.get('cache-control')).toBe('no-store');
  for (const words of ['Help for Maya', 'Thank you for being here.', 'Dinner', 'Laundry', 'I can'])
    expect(seen.text).toContain(words);
  const hers = await world.as('maya').get(answer.location!);
  expect(hers.text).toContain('Send it to your people');
});

test('Sam takes a dinner without an account, changes it for another, and gives it back', async () => {
  const { link, path, slots } = await aHelpCalendar(world);
  const [first, second] = slots;
  const claim = await claimBy(world.nobody(), link, first!.slotId, { brings: 'Lasagna' });
  expect(claim.status).toBe(303);
  expect(claim.mine).toMatch(/^\/helping\/[\w-]{22}$/);
  const mine = await world.nobody().get(claim.mine!);
  expect(mine.text).toContain('Thank you, Sam');
  expect(mine.text).toContain('You bring Lasagna.');
  expect((await world.as('maya').get(path)).text).toContain('Sam brings Lasagna');
  expect((await world.nobody().get(link)).text).toContain('Sam brings Lasagna');

  const swap = await world
    .nobody()
    .post(`${claim.mine}/turns/${first!.slotId}/swap`, { slot: second!.slotId });
  expect([swap.status, swap.location]).toEqual([303, claim.mine]);
  expect(await holderOf(first!.slotId)).toBeNull();
  expect(await holderOf(second!.slotId)).not.toBeNull();
  expect((await world.nobody().get(claim.mine!)).text, 'the dish goes with it').toContain(
    'You bring Lasagna.',
  );

  await world.nobody().post(`${claim.mine}/turns/${second!.slotId}/release`);
  expect(await holderOf(second!.slotId)).toBeNull();
});

test('a dish is said of a dinner alone, not of the laundry it was changed for', async () => {
  const { link, slots } = await aHelpCalendar(world, { tasks: ['meal', 'laundry'] });
  const dinner = slots.find(({ task }) => task === 'meal')!;
  const laundry = slots.find(({ task }) => task === 'laundry')!;
  const { mine } = await claimBy(world.nobody(), link, dinner.slotId, { brings: 'Lasagna' });
  await world.nobody().post(`${mine}/turns/${dinner.slotId}/swap`, { slot: laundry.slotId });
  const page = (await world.nobody().get(mine!)).text;
  expect(page).toContain('Laundry');
  expect(page).not.toContain('Lasagna');
});

test('he is reminded the day before and in the morning, once, by letters that name no street', async () => {
  const { link, slots, path } = await aHelpCalendar(world);
  await world
    .as('maya')
    .post(`${path}/wishes`, { address: '12 Larkspur Lane', allergies: 'walnuts', notes: 'the blue bell' });
  const slot = slots[3]!;
  await claimBy(world.nobody(), link, slot.slotId, { mail: 'remind@example.org' });
  await owner.query(`UPDATE help_slots SET taken_at = now() - interval '2 days'`);
  await tell();
  await tell(clockIn(3, '17:59'));
  expect((await lettersTo('remind@example.org')).map(({ subject }) => subject)).toEqual([
    'Thank you for helping Maya',
  ]);
  for (let i = 0; i < 3; i += 1) await tell(clockIn(3, '18:00'));
  await tell(clockIn(4, '07:59'));
  await tell(clockIn(4, '08:00'));
  await tell(clockIn(4, '08:10'));
  const letters = await lettersTo('remind@example.org');
  expect(letters.map(({ subject }) => subject).sort()).toEqual([
    'Thank you for helping Maya',
    'Today for Maya',
    'Tomorrow for Maya',
  ]);
  const { rows } = await owner.query('SELECT helper_id FROM help_slots WHERE slot_id = $1', [slot.slotId]);
  const behind = await linkOf(world, 'helper-letter', rows[0].helper_id);
  for (const letter of letters) {
    expect(letter.text).toContain(`http://localhost${behind}`);
    expect(`${letter.text}${letter.html}`).not.toMatch(/Larkspur|walnuts|blue bell|baby/);
  }
});

test('the address appears to him on the day alone; what she likes, while he has a turn', async () => {
  const { link, slots, path, id } = await aHelpCalendar(world);
  await world
    .as('maya')
    .post(`${path}/wishes`, { address: '12 Larkspur Lane', allergies: 'walnuts', notes: 'the blue bell' });
  const slot = slots[2]!;
  const { mine } = await claimBy(world.nobody(), link, slot.slotId, { mail: 'door@example.org' });
  await knowHelpers(world, id);
  const before = await world.nobody().get(mine!);
  expect(before.text).toContain('walnuts');
  expect(before.text).not.toMatch(/Larkspur|blue bell/);
  expect((await world.nobody().get(link)).text).not.toMatch(/Larkspur|blue bell|walnuts/);
  await moveTo(world, slot.slotId, 0, { from: '00:00', to: '23:59' });
  const onTheDay = await world.nobody().get(mine!);
  expect(onTheDay.text).toContain('12 Larkspur Lane');
  expect(onTheDay.text).toContain('the blue bell');
  await owner.query(
    `UPDATE help_slots SET starts_at = now() - interval '3 hours', ends_at = now() - interval '1 second' WHERE slot_id = $1`,
    [slot.slotId],
  );
  expect((await world.nobody().get(mine!)).text).not.toMatch(/Larkspur|walnuts/);
  expect(maya.memberId).toBeTruthy();
});
