import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { hashToken, newId } from '../../platform/crypto/index.ts';
import { setBoundaries } from '../boundaries/index.ts';
import { makeLink, tokenOf } from '../links/index.ts';
import { aHelpCalendar, claimBy, linkOf } from './a-help-calendar.fixture.ts';
import { helpersOf } from './helpers-of.ts';
import { calendarsSeenBy } from './listing.ts';
import { dishWords } from './similar-dish.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const { owner } = world;
const { maya } = world.people;
const nobody = () => world.nobody();

test('guessed, taken back, or another calendar’s: the same nothing', async () => {
  const [one, other] = [await aHelpCalendar(world), await aHelpCalendar(world, { by: 'rosa' })];
  const claim = await claimBy(nobody(), one.link, one.slots[0]!.slotId, { mail: 'a@example.org' });
  const guess = `/help-calendar/${'A'.repeat(22)}`;
  const crossed = `${one.link}/slots/${other.slots[0]!.slotId}`;
  const kinds = [
    one.link.replace('help-calendar', 'helping'),
    claim.mine!.replace('helping', 'help-calendar'),
    one.link.replace('help-calendar', 'consent'),
  ];
  for (const path of [guess, crossed, ...kinds]) {
    const answer = await nobody().get(path);
    expect(answer.status, path).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
  expect((await claimBy(nobody(), one.link, other.slots[0]!.slotId)).status).toBe(404);
  for (const act of ['release', 'brings'])
    expect(
      (await nobody().post(`${claim.mine}/turns/${other.slots[0]!.slotId}/${act}`, { brings: 'x' })).status,
    ).toBe(404);

  await world.as('maya').post(`${one.path}/link`);
  expect((await nobody().get(one.link)).status, 'replayed after it was renewed').toBe(404);
  expect((await claimBy(nobody(), one.link, one.slots[1]!.slotId)).status).toBe(404);
  expect((await nobody().get(await linkOf(world, 'help-calendar', one.id))).status).toBe(200);
  expect((await nobody().get(claim.mine!)).status, 'helpers keep their own pages').toBe(200);
  await world.as('maya').post(`${one.path}/link/end`);
  expect((await world.as('maya').get(`${one.path}/link`)).text).toContain('There is no link just now');
});

test('she takes a helper off: their page is gone, their turns are free, and they do not come back by the same address', async () => {
  const { link, path, slots } = await aHelpCalendar(world);
  const { mine } = await claimBy(nobody(), link, slots[0]!.slotId, { mail: 'off@example.org' });
  const helpers = (await world.as('maya').get(`${path}/helpers`)).text;
  await world.as('maya').post(/\/help-calendars\/[\w-]+\/helpers\/[\w-]+\/removal/.exec(helpers)![0]);
  expect((await nobody().get(mine!)).status).toBe(404);
  expect((await nobody().post(`${mine}/turns`, { slot: slots[1]!.slotId })).status).toBe(404);
  const { rows } = await owner.query('SELECT helper_id FROM help_slots WHERE slot_id = $1', [
    slots[0]!.slotId,
  ]);
  expect(rows[0].helper_id).toBeNull();
  const again = await claimBy(nobody(), link, slots[0]!.slotId, { mail: 'OFF@example.org' });
  expect([again.status, again.text.includes('Please speak with Maya directly')]).toEqual([409, true]);
});

test('the same form twice is one claim; whoever knows an address alone is not shown its page', async () => {
  const { link, slots } = await aHelpCalendar(world);
  const once = newId();
  const taps = await Promise.all(
    [1, 2, 3].map(() => claimBy(nobody(), link, slots[0]!.slotId, { once, mail: 'tap@example.org' })),
  );
  expect(new Set(taps.map(({ mine }) => mine)).size).toBe(1);
  expect(taps.map(({ status }) => status)).toEqual([303, 303, 303]);
  const second = await claimBy(nobody(), link, slots[1]!.slotId, { mail: 'tap@example.org' });
  expect([second.status, second.location]).toEqual([303, link]);
  expect((await nobody().get(taps[0]!.mine!)).text, 'it is the same helper').toContain(slots[1]!.slotId);
});

test('a fourth lasagna is warned of, kindly, and not forbidden', async () => {
  const { link, slots } = await aHelpCalendar(world);
  await claimBy(nobody(), link, slots[0]!.slotId, { mail: 'one@example.org', brings: 'My big lasagna' });
  const warned = await claimBy(nobody(), link, slots[2]!.slotId, {
    mail: 'two@example.org',
    brings: 'Lasañas',
  });
  expect(warned.status).toBe(422);
  expect(warned.text).toContain('Sam brings My big lasagna');
  expect(warned.text).toContain('Bring it anyway');
  const far = await claimBy(nobody(), link, slots[6]!.slotId, {
    mail: 'two@example.org',
    brings: 'Lasagnes',
  });
  expect(far.status, 'days away it is welcome').toBe(303);
  const anyway = await claimBy(nobody(), link, slots[2]!.slotId, {
    mail: 'three@example.org',
    brings: 'Lasañas',
    anyway: 'yes',
  });
  expect(anyway.status).toBe(303);
});

test.each([
  ['Lasagnes', 'una lasaña', true],
  ['Tamales', 'tamal de elote', true],
  ['Enchiladas verdes', 'enchilada', true],
  ['chicken soup', 'Chicken curry', true],
  ['Sopa de pollo', 'Caldo de pollo', true],
  ['a big pot of chili', 'A big salad', false],
  ['Lasagna', '', false],
])('%s and %s', (one, other, alike) => {
  const words = dishWords(other);
  expect([...dishWords(one)].some((word) => words.has(word))).toBe(alike);
});

test('nobody quietly takes everything: twenty turns ahead, and no more', async () => {
  const { link, slots } = await aHelpCalendar(world, { weeks: 4 });
  const { mine } = await claimBy(nobody(), link, slots[0]!.slotId, { mail: 'keen@example.org' });
  for (const { slotId } of slots.slice(1, 20))
    expect((await nobody().post(`${mine}/turns`, { slot: slotId })).status).toBe(303);
  const more = await nobody().post(`${mine}/turns`, { slot: slots[20]!.slotId });
  expect([more.status, more.text.includes('twenty turns')]).toEqual([409, true]);
  const swap = await nobody().post(`${mine}/turns/${slots[0]!.slotId}/swap`, { slot: slots[21]!.slotId });
  expect(swap.status, 'changing one for another is not more').toBe(303);
});

test('a member helps as herself: by her name, in her own calendar, told inside', async () => {
  const { link, slots } = await aHelpCalendar(world);
  const claim = await world
    .as('dana')
    .post(`${link}/slots/${slots[0]!.slotId}`, { once: newId(), name: 'Dana', brings: 'Stew' });
  expect(claim.location).toMatch(/^\/helping\//);
  const { rows } = await owner.query('SELECT member_id FROM help_helpers WHERE member_id = $1', [
    world.people.dana.memberId,
  ]);
  expect(rows).toHaveLength(1);
  expect((await world.as('dana').get('/help-calendars')).text).toContain('1 turn ahead');
  expect((await world.as('dana').get('/calendar')).text).toContain('Dinner for Maya');
  expect((await world.as('maya').get('/calendar')).text).toContain('Dinner: Dana');
  const mail = await owner.query(
    'SELECT FROM help_contacts JOIN help_helpers USING (community_id, helper_id) WHERE member_id IS NOT NULL',
  );
  expect(mail.rows, 'her address is nobody’s to see').toEqual([]);
});

test('the calendar file says what, when and for whom, and neither where nor what not to bring', async () => {
  const { link, slots, path } = await aHelpCalendar(world);
  await world
    .as('maya')
    .post(`${path}/wishes`, { address: '12 Larkspur Lane', allergies: 'walnuts', notes: 'blue bell' });
  const { mine } = await claimBy(nobody(), link, slots[0]!.slotId, {
    mail: 'ics@example.org',
    brings: 'Stew',
  });
  await owner.query(
    `UPDATE help_slots SET day = current_date, starts_at = now(), ends_at = now() + interval '2 hours' WHERE slot_id = $1`,
    [slots[0]!.slotId],
  );
  const file = await nobody().get(`${mine}/turns.ics`);
  expect(file.headers.get('content-type')).toContain('text/calendar');
  expect(file.headers.get('cache-control')).toBe('no-store');
  expect(file.text.replaceAll('\r\n ', '')).toContain('SUMMARY:Dinner for Maya');
  expect(file.text).not.toMatch(/Larkspur|walnuts|blue bell/);
});

test.each([
  [{ name: ' ' }, 'Please leave your name.'],
  [{ mail: '', phone: '' }, 'Please leave an email or a phone number.'],
  [{ mail: 'not an address' }, 'does not look like an email'],
  [{ mail: '', phone: '12' }, 'does not look like a phone number'],
  [{ brings: 'x'.repeat(121) }, 'longer than we can keep'],
  [{ name: 'a\0b' }, 'cannot be read'],
  [{ once: 'nothing of ours' }, ''],
])('%j is told back, and nothing is taken', async (said, words) => {
  const { link, slots } = await aHelpCalendar(world);
  const answer = await claimBy(nobody(), link, slots[0]!.slotId, said);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  const { rows } = await owner.query('SELECT FROM help_slots WHERE slot_id = $1 AND helper_id IS NOT NULL', [
    slots[0]!.slotId,
  ]);
  expect(rows).toEqual([]);
});

test('a name is words and never markup; a gift is a link to a house that is named', async () => {
  const { link, path, slots } = await aHelpCalendar(world);
  await claimBy(nobody(), link, slots[0]!.slotId, {
    name: '<script>alert(1)</script>',
    mail: 'x@example.org',
  });
  expect((await nobody().get(link)).text).not.toContain('<script>alert');
  const edit = (gifts: string) =>
    world.as('maya').post(`${path}/edit`, { occasion: 'birth', called: 'Maya', said: '', gifts });
  for (const wrong of [
    'http://example.org',
    'javascript:alert(1)',
    'https://user:pw@example.org',
    'https://localhost',
  ])
    expect((await edit(wrong)).status, wrong).toBe(422);
  expect((await edit('https://cards.example.org/maya?x=1')).status).toBe(303);
  expect((await nobody().get(link)).text).toMatch(
    /href="https:\/\/cards\.example\.org\/maya\?x=1"[^>]*>.*cards\.example\.org/,
  );
});

test('a stolen dump says neither who helps, nor how they are reached, nor where she lives', async () => {
  const { link, path, slots } = await aHelpCalendar(world);
  await world.as('maya').post(`${path}/wishes`, { address: '12 Larkspur Lane', allergies: 'walnuts' });
  await claimBy(nobody(), link, slots[0]!.slotId, {
    name: 'Quillfern',
    mail: 'quillfern@example.org',
    phone: '312 555 0188',
  });
  for (const table of [
    'help_calendars',
    'help_particulars',
    'help_helpers',
    'help_contacts',
    'help_slots',
    'help_tellings',
    'links',
  ])
    expect(JSON.stringify((await owner.query(`SELECT * FROM ${table}`)).rows)).not.toMatch(
      /Quillfern|quillfern|555 0188|Larkspur|walnuts/,
    );
});

test('erased, she takes her calendars along; a helper who erases herself leaves her turn free', async () => {
  const hers = await aHelpCalendar(world, { by: 'vera' });
  const other = await aHelpCalendar(world);
  await world
    .as('vera')
    .post(`${other.link}/slots/${other.slots[0]!.slotId}`, { once: newId(), name: 'Vera' });
  const { mine } = await claimBy(nobody(), hers.link, hers.slots[0]!.slotId, { mail: 'left@example.org' });
  await world.parts.db.write(world.people.vera, (tx) => tx.hot('SELECT access.erase_me()', []));
  for (const path of [hers.link, mine!]) expect((await nobody().get(path)).status).toBe(404);
  const { rows } = await owner.query('SELECT helper_id FROM help_slots WHERE slot_id = $1', [
    other.slots[0]!.slotId,
  ]);
  expect(rows[0].helper_id).toBeNull();
  expect(maya.memberId).toBeTruthy();
});

test('one of her people finds it on their own page, when she lets them see such', async () => {
  const { link } = await aHelpCalendar(world);
  const personId = newId();
  const { db, keys } = world.parts;
  const linkId = await db.write(maya, async (tx) => {
    await tx.hot(
      `INSERT INTO people (community_id, person_id, member_id, kin, sealed, sees_help) VALUES ($1, $2, $3, 'sibling', 'x', true)`,
      [maya.communityId, personId, maya.memberId],
    );
    return makeLink(tx, keys, maya, 'person', personId);
  });
  const scope = { communityId: maya.communityId, memberId: null, linkHash: hashToken(tokenOf(keys, linkId)) };
  const seen = () => db.read(scope, (tx) => calendarsSeenBy(tx, keys, maya.memberId));
  expect((await seen()).map(({ path }) => path)).toContain(link);
  await owner.query('UPDATE people SET sees_help = false WHERE person_id = $1', [personId]);
  expect(await seen()).toEqual([]);
  expect(
    await db.read({ ...scope, linkHash: null }, (tx) => calendarsSeenBy(tx, keys, maya.memberId)),
  ).toEqual([]);
});

test('whoever comes by a link is not told which community it is', async () => {
  const { link, slots } = await aHelpCalendar(world);
  const { mine } = await claimBy(nobody(), link, slots[0]!.slotId, { mail: 'which@example.org' });
  for (const path of [link, mine!, `${link}/stand-by`, `${link}/slots/${slots[1]!.slotId}`])
    expect((await nobody().get(path)).text, path).not.toContain('Lakeview Porch');
});

test('who helped her, for her own map: by name, latest first', async () => {
  const { link, slots } = await aHelpCalendar(world, { by: 'dana' });
  await claimBy(nobody(), link, slots[0]!.slotId, { mail: 'tie@example.org', name: 'Iris' });
  const ties = () =>
    world.parts.db.read(world.people.dana, (tx) => helpersOf(tx, world.parts.keys, world.people.dana));
  expect(await ties(), 'not before it happened').toEqual([]);
  await owner.query(
    `UPDATE help_slots SET starts_at = now() - interval '2 hours', ends_at = now() WHERE slot_id = $1`,
    [slots[0]!.slotId],
  );
  expect(await ties()).toMatchObject([{ name: 'Iris', tasks: ['meal'] }]);
});

test('her boundaries stand before the form in which somebody takes something on for her', async () => {
  const { link, slots } = await aHelpCalendar(world, { by: 'dana' });
  const { db, keys } = world.parts;
  const visiting = { said: 'Please ring first', shown: 'people' as const };
  await db.write(world.people.dana, (tx) => setBoundaries(tx, keys, world.people.dana, { visiting }));
  expect((await nobody().get(`${link}/slots/${slots[0]!.slotId}`)).text).toContain('Please ring first');
});
