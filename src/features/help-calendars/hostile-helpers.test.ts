import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { query } from '../../platform/db/index.ts';
import { outbox } from '../letters/letters.fixture.ts';
import { aHelpCalendar, claimBy, linkOf, moveTo } from './a-help-calendar.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const { owner } = world;
const { maya, vera, dana } = world.people;
const wishes = { address: '12 Larkspur Lane', notes: 'the blue bell' };
const holderOf = async (slotId: string) =>
  (await owner.query('SELECT helper_id FROM help_slots WHERE slot_id = $1', [slotId])).rows[0].helper_id;
const blocks = (one: typeof maya, other: typeof maya) =>
  world.parts.db.write(one, (tx) =>
    tx.run(
      query
        .insertInto('blocks')
        .values({ community_id: one.communityId, blocker_id: one.memberId, blocked_id: other.memberId }),
    ),
  );
const lettersTo = async (mail: string) =>
  (await outbox(world).catch(() => [])).filter(({ to }) => to?.[0]?.address === mail);

test('a member who is blocked after taking a turn does not learn the address, keeps no turn, and takes none', async () => {
  const { link, slots, path } = await aHelpCalendar(world);
  await world.as('maya').post(`${path}/wishes`, wishes);
  const [today, later] = [slots[0]!, slots[3]!];
  await moveTo(world, today.slotId, 0, { from: '00:00', to: '23:59' });
  const { mine } = await claimBy(world.as('vera'), link, today.slotId);
  await claimBy(world.as('vera'), link, later.slotId);
  expect((await world.as('vera').get(mine!)).text).toContain('Larkspur');
  await blocks(maya, vera);
  for (const client of [world.as('vera'), world.nobody()]) {
    const answer = await client.get(mine!);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('Larkspur');
  }
  expect(await holderOf(later.slotId)).toBeNull();
  const again = await claimBy(world.as('vera'), link, slots[4]!.slotId);
  expect([again.status, again.mine]).toEqual([409, null]);
  const byWaiting = await world
    .as('vera')
    .post(`${link}/stand-by`, { once: newId(), name: 'V', mail: 'v@example.org' });
  expect(byWaiting.location).toBe(link);
});

test('a block says nothing to a calendar of somebody else, and a link does not outlive it by raw SQL', async () => {
  const { link, slots, id } = await aHelpCalendar(world);
  const { mine } = await claimBy(world.as('dana'), link, slots[0]!.slotId);
  await blocks(dana, vera);
  expect((await world.as('dana').get(mine!)).status).toBe(200);
  // The row of a block alone is enough, whatever else was done about it.
  await owner.query('ALTER TABLE blocks DISABLE TRIGGER blocks_part_from_help');
  await blocks(dana, maya);
  await owner.query('ALTER TABLE blocks ENABLE TRIGGER blocks_part_from_help');
  expect((await world.nobody().get(mine!)).status).toBe(404);
  expect(id).toBeTruthy();
});

test("whoever looks after a calendar reads a helper's id, and is not let in to the helper's page by it", async () => {
  const { link, slots } = await aHelpCalendar(world);
  const { mine } = await claimBy(world.nobody(), link, slots[0]!.slotId, { mail: 'own@example.org' });
  const helperId = await holderOf(slots[0]!.slotId);
  for (const slot of [slots[0]!, slots[1]!]) {
    const forged = await claimBy(world.nobody(), link, slot.slotId, {
      once: helperId,
      mail: 'other@example.org',
    });
    expect(forged.mine).not.toBe(mine);
  }
});

test('the same form sent twice is one claim still, and leads to the same page', async () => {
  const { link, slots } = await aHelpCalendar(world);
  const once = newId();
  const [first, second] = [
    await claimBy(world.nobody(), link, slots[0]!.slotId, { once, mail: 'twice@example.org' }),
    await claimBy(world.nobody(), link, slots[0]!.slotId, { once, mail: 'twice@example.org' }),
  ];
  expect(first!.mine).toBeTruthy();
  expect(second!.mine).toBe(first!.mine);
});

test('nothing is taken in a calendar that has ended, not even what had begun or was laid out meanwhile', async () => {
  const { link, slots, path } = await aHelpCalendar(world);
  await moveTo(world, slots[0]!.slotId, 0, { from: '00:00', to: '23:59' });
  await world.as('maya').post(`${path}/end`);
  await owner.query('UPDATE help_slots SET closed_at = NULL WHERE slot_id = $1', [slots[1]!.slotId]);
  for (const slot of slots.slice(0, 2)) {
    expect((await claimBy(world.nobody(), link, slot.slotId)).status).toBe(409);
    expect(await holderOf(slot.slotId)).toBeNull();
  }
});

test('a stranger whose address is typed over and over gets a few letters, and her own reminders still go', async () => {
  const { link, slots } = await aHelpCalendar(world, { weeks: 4 });
  const { mine } = await claimBy(world.nobody(), link, slots[0]!.slotId, { mail: 'flooded@example.org' });
  for (const slot of slots.slice(1, 20)) {
    await world.nobody().post(`${mine}/turns`, { slot: slot.slotId });
    await world.job('help-calendars.telling');
    await world.nobody().post(`${mine}/turns/${slot.slotId}/release`);
  }
  await world.job('outside-letters.sending');
  const { rows } = await owner.query(
    `SELECT count(*)::int AS letters FROM outside_letters WHERE holder_id = $1
     AND mark = (SELECT mark FROM outside_letters GROUP BY mark ORDER BY count(*) DESC LIMIT 1)`,
    [maya.memberId],
  );
  expect(rows[0].letters).toBe(15);
  await claimBy(world.nobody(), link, slots[25]!.slotId, { mail: 'calm@example.org' });
  await world.job('help-calendars.telling');
  await world.job('outside-letters.sending');
  expect(await lettersTo('calm@example.org')).toHaveLength(1);
});

test('what cannot be handed to the post does not stand before everybody else', async () => {
  const { link, slots } = await aHelpCalendar(world);
  await claimBy(world.nobody(), link, slots[0]!.slotId, { mail: 'stuck@example.org' });
  await owner.query(`UPDATE help_contacts SET sealed = 'broken' WHERE helper_id = $1`, [
    await holderOf(slots[0]!.slotId),
  ]);
  await owner.query(
    `INSERT INTO help_tellings (community_id, calendar_id, helper_id, slot_id, kind, task, starts_at, due_at)
     SELECT community_id, calendar_id, helper_id, slot_id, 'thanks', task, starts_at, now() - interval '1 day'
     FROM help_slots, generate_series(1, 200) WHERE slot_id = $1`,
    [slots[0]!.slotId],
  );
  await claimBy(world.nobody(), link, slots[1]!.slotId, { mail: 'behind@example.org' });
  await world.job('help-calendars.telling');
  await world.job('help-calendars.telling');
  await world.job('outside-letters.sending');
  expect(await lettersTo('behind@example.org')).toHaveLength(1);
});

test('hours that a changing clock swallows are an hour all the same, and no error', async () => {
  const { path, slots } = await aHelpCalendar(world);
  const changes = '2027-03-14'; // in Chicago two o'clock is three that night
  for (const [start, end] of [
    ['02:00', '03:00'],
    ['02:30', '03:15'],
  ]) {
    const moved = await world
      .as('maya')
      .post(`${path}/slots/${slots[0]!.slotId}`, { date: changes, start: start!, end: end! });
    expect(moved.status).toBe(303);
  }
  const laid = await world.as('maya').post(`${path}/slots`, {
    tasks: 'company',
    days: '7',
    from: changes,
    weeks: '1',
    start: '02:00',
    end: '03:00',
  });
  expect(laid.status).toBe(303);
});

test('what the form lets through is kept, in every script', async () => {
  const { path } = await aHelpCalendar(world);
  const gifts = Array.from({ length: 3 }, (_, i) => `https://example.org/${i}${'a'.repeat(400)}`);
  const said = await world.as('maya').post(`${path}/edit`, {
    occasion: 'birth',
    called: '母'.repeat(60),
    said: '谢'.repeat(600),
    gifts,
  });
  expect(said.status).toBe(303);
  const how = { helps: '谢'.repeat(3000), say: '谢'.repeat(3000), avoid: '谢'.repeat(3000) };
  expect((await world.as('maya').post('/people/how-to-be-there', how)).status).toBe(303);
});

test('a helper who erases herself leaves her turn free, with nothing she said in it', async () => {
  const { link, slots } = await aHelpCalendar(world);
  await claimBy(world.as('rosa'), link, slots[0]!.slotId, { brings: 'My noodles' });
  await owner.query('DELETE FROM members WHERE member_id = $1', [world.people.rosa.memberId]);
  const { rows } = await owner.query(
    'SELECT helper_id, taken_at, brings, freed_at IS NOT NULL AS freed FROM help_slots WHERE slot_id = $1',
    [slots[0]!.slotId],
  );
  expect(rows[0]).toEqual({ helper_id: null, taken_at: null, brings: '', freed: true });
});

test('the door of a helper link is shut to every other kind of address', async () => {
  const { link, slots, id } = await aHelpCalendar(world);
  const { mine } = await claimBy(world.nobody(), link, slots[0]!.slotId, { mail: 'kinds@example.org' });
  const tokens = [link, mine!].map((one) => one.split('/')[2]!);
  for (const token of tokens)
    for (const door of ['/help-calendar/', '/helping/', '/near/', '/consent/'])
      if (![link, mine].includes(door + token))
        expect((await world.nobody().get(door + token)).status).toBe(404);
  expect(await linkOf(world, 'help-calendar', id)).toBe(link);
});

test.each(['2026-99-99', '0000-00-00', '9999-12-31', '%00', 'x'.repeat(3000)])(
  'any day may stand in an address: %s',
  async (from) => {
    const { link } = await aHelpCalendar(world);
    expect((await world.nobody().get(`${link}?from=${from}`)).status).toBe(200);
  },
);

test('what stands in a letter stands in its words: no name becomes a header, nor a tag', async () => {
  const { link, slots, path } = await aHelpCalendar(world);
  const called = 'May\r\nBcc: victim@example.org\r\n\r\n<b>x</b>';
  await world.as('maya').post(`${path}/edit`, { occasion: 'birth', called, said: '' });
  await claimBy(world.nobody(), link, slots[0]!.slotId, { mail: 'head@example.org', brings: '<b>soup</b>' });
  await world.job('help-calendars.telling');
  await world.job('outside-letters.sending');
  const [letter] = await lettersTo('head@example.org');
  expect(letter!.bcc ?? []).toEqual([]);
  expect(letter!.headers.some(({ key }) => key === 'bcc')).toBe(false);
  expect(letter!.html).not.toContain('<b>');
});
