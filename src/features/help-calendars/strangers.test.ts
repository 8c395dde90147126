import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { hashToken, newId } from '../../platform/crypto/index.ts';
import type { Scope } from '../../platform/db/index.ts';
import { outbox } from '../letters/letters.fixture.ts';
import { aHelpCalendar, claimBy, linkOf, moveTo, slotsIn } from './a-help-calendar.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const { owner } = world;
const { maya, dana } = world.people;
const sam = world.nobody();
const HOME = { address: '12 Larkspur Lane', notes: 'the blue bell', allergies: 'walnuts' };
const SEALED = /Larkspur|blue bell|walnuts/;
let n = 0;

/** A turn that is on just now, taken by somebody of whom nobody knows anything. */
async function turnToday(said: { mail?: string; phone?: string } = {}, by = sam) {
  const made = await aHelpCalendar(world);
  await world.as('maya').post(`${made.path}/wishes`, HOME);
  const [slot, other] = made.slots;
  await moveTo(world, slot!.slotId, 0, { from: '00:00', to: '23:59' });
  const mail = said.mail ?? (said.phone ? '' : `sam-${++n}@example.org`);
  const claim = await claimBy(by, made.link, slot!.slotId, { ...said, mail });
  return {
    ...made,
    mine: claim.mine!,
    mail,
    slot: slot!,
    other: other!,
    helperId: await helperOf(slot!.slotId),
  };
}
const helperOf = async (slotId: string): Promise<string> =>
  (await owner.query('SELECT helper_id FROM help_slots WHERE slot_id = $1', [slotId])).rows[0].helper_id;
const post = async () => {
  await world.job('help-calendars.telling');
  await world.job('outside-letters.sending');
};
/** Where the last letter to an address leads. */
async function letterTo(mail: string): Promise<string> {
  await post();
  const letters = (await outbox(world)).filter(({ to }) => to?.[0]?.address === mail);
  return /http:\/\/localhost(\/helping\/[\w/-]+)/.exec(letters.at(-1)?.text ?? '')?.[1] ?? 'none';
}
const by = (path: string, memberId: string | null = null): Scope => ({
  communityId: maya.communityId,
  memberId,
  linkHash: hashToken(path.split('/').at(-1)!),
});
const partsSeen = (scope: Scope) =>
  world.parts.db.read(scope, (tx) => tx.hot<{ part: string }>('SELECT part FROM help_particulars', []));

test('whoever types an address does not read the street: the letter to that address opens it, by its one button', async () => {
  const { mine, mail, path } = await turnToday();
  const before = await sam.get(mine);
  expect(before.text).toContain('We sent you a letter');
  expect(before.text).not.toMatch(SEALED);
  expect(await partsSeen(by(mine))).toEqual([]);

  const letter = await letterTo(mail);
  expect(letter).toMatch(/^\/helping\/letter\/[\w-]{22}$/);
  expect(letter.split('/').at(-1), 'not what the browser was given').not.toBe(mine.split('/').at(-1));
  const looked = await sam.get(letter);
  expect(looked.text).toContain('Yes, it is me');
  expect(looked.text).not.toMatch(SEALED);
  expect([looked.headers.get('cache-control'), looked.headers.get('referrer-policy')]).toEqual([
    'no-store',
    'no-referrer',
  ]);
  expect((await sam.get(mine)).text, 'a scanner that opens the letter confirms nothing').not.toMatch(SEALED);
  expect(await partsSeen(by(letter)), 'the letter’s link itself opens nothing').toEqual([]);
  expect((await world.as('maya').get(path)).text).toContain('Has not answered our letter yet');

  const answered = await sam.post(letter);
  expect(answered.location).toMatch(/^\/helping\/[\w-]{22}$/);
  expect((await sam.get(answered.location!)).text).toContain('12 Larkspur Lane');
  expect((await sam.get(mine)).status, 'the browser that claimed may have been anybody’s').toBe(404);
  expect((await sam.get(letter)).location, 'the letter leads to his page from now on').toBe(
    answered.location,
  );
  expect((await sam.post(letter)).location, 'twice is once').toBe(answered.location);
  expect((await world.as('maya').get(path)).text).not.toContain('Do you know this person?');
});

test('a number alone waits for her word; she says yes, or that she does not know them', async () => {
  const known = await turnToday({ phone: '312 555 0100' });
  expect((await sam.get(known.mine)).text).toContain('Maya has to say yes to you first');
  expect((await sam.get(known.mine)).text).not.toMatch(SEALED);
  const hers = await world.as('maya').get(known.path);
  expect(hers.text).toContain('Yes, I know Sam');
  await world.as('maya').post(`${known.path}/helpers/${known.helperId}/known`);
  expect((await sam.get(known.mine)).text).toContain('12 Larkspur Lane');

  const unknown = await turnToday({ phone: '312 555 0101' });
  await moveTo(world, unknown.slot.slotId, 1);
  await world.as('maya').post(`${unknown.path}/helpers/${unknown.helperId}/removal`);
  expect((await sam.get(unknown.mine)).status).toBe(404);
  expect(await helperOf(unknown.slot.slotId)).toBeNull();
});

test('only those she says yes to: neither a letter answered nor an account is enough', async () => {
  const { mine, mail, path, helperId, link, other } = await turnToday();
  await world.as('maya').post(`${path}/wishes`, { ...HOME, doorFor: 'known' });
  const page = (await sam.post(await letterTo(mail))).location!;
  expect((await sam.get(page)).text).toContain('Maya has to say yes to you first');
  expect((await sam.get(page)).text).not.toMatch(SEALED);
  await moveTo(world, other.slotId, 0, { from: '00:00', to: '23:59' });
  const member = await world
    .as('dana')
    .post(`${link}/slots/${other.slotId}`, { once: newId(), name: 'Dana' });
  expect((await world.as('dana').get(member.location!)).text).not.toMatch(SEALED);
  await world.as('maya').post(`${path}/wishes`, HOME);
  expect((await world.as('dana').get(member.location!)).text, 'kept as it was chosen').not.toMatch(SEALED);
  await world.as('maya').post(`${path}/helpers/${helperId}/known`);
  expect((await sam.get(page)).text).toContain('Larkspur');
  await world.as('maya').post(`${path}/wishes`, { ...HOME, doorFor: 'answered' });
  expect((await world.as('dana').get(member.location!)).text).toContain('Larkspur');
  expect(mine).toBeTruthy();
});

test('an address corrected: the letter to the one before leads nowhere, also one that still waits', async () => {
  const { mine, mail } = await turnToday();
  const stranger = await letterTo(mail);
  await sam.post(`${mine}/letter`);
  const right = `right-${n}@example.org`;
  await world.job('help-calendars.telling'); // the second letter to the stranger waits at the post
  expect((await sam.post(`${mine}/mail`, { mail: 'nonsense' })).status).toBe(422);
  expect((await sam.post(`${mine}/mail`, { mail: right })).location).toBe(mine);
  expect((await sam.get(stranger)).status).toBe(404);
  const letter = await letterTo(right);
  expect((await outbox(world)).filter(({ to }) => to?.[0]?.address === mail)).toHaveLength(1);
  const page = (await sam.post(letter)).location!;
  expect((await sam.get(page)).text).toContain('Larkspur');
  expect((await sam.post(`${page}/mail`, { mail: 'later@example.org' })).status, 'not afterwards').toBe(404);
});

test('a stranger whose address was typed says so: it is taken off, and whoever typed it is out', async () => {
  const { mine, mail, slot, link } = await turnToday();
  const letter = await letterTo(mail);
  await moveTo(world, slot.slotId, 2);
  expect((await sam.post(`${letter}/not-me`)).text).toContain('Thank you for saying so');
  for (const path of [mine, letter]) expect((await sam.get(path)).status).toBe(404);
  expect(await helperOf(slot.slotId)).toBeNull();
  expect((await claimBy(sam, link, slot.slotId, { mail })).status).toBe(409);
});

test('the letter is sent again a few times, and not a hundred', async () => {
  const { mine, mail, helperId } = await turnToday();
  const answers = [];
  for (let i = 0; i < 8; i += 1) {
    answers.push((await sam.post(`${mine}/letter`)).status);
    await post();
  }
  expect(answers.slice(0, 6)).toEqual(Array(6).fill(303));
  expect(answers.slice(6)).toEqual([429, 429]);
  const { rows } = await owner.query(
    `SELECT count(*)::int AS letters FROM help_tellings WHERE helper_id = $1 AND kind = 'letter'`,
    [helperId],
  );
  expect(rows[0].letters).toBe(5);
  expect((await outbox(world)).filter(({ to }) => to?.[0]?.address === mail)).toHaveLength(6);
});

test('whoever set it up says yes for her only where she lets them, and never chooses who sees the door', async () => {
  const { id, path } = await aHelpCalendar(world, {
    by: 'dana',
    whose: { for: 'member', memberId: maya.memberId },
  });
  await world.as('maya').post(`${path}/consent`, { answer: 'yes', tasks: ['meal'] });
  const link = await linkOf(world, 'help-calendar', id);
  const [slot] = await slotsIn(world, id);
  await claimBy(sam, link, slot!.slotId, { mail: '', phone: '312 555 0102' });
  const helperId = await helperOf(slot!.slotId);
  const says = (as: typeof maya, act: string) =>
    world.parts.db.write(
      as,
      async (tx) => (await tx.hot<{ done: boolean }>(`SELECT access.${act} AS done`, []))[0]!.done,
    );
  expect((await world.as('dana').post(`${path}/helpers/${helperId}/known`)).status).toBe(404);
  expect(await says(dana, `know_helper('${helperId}')`)).toBe(false);
  expect(await says(dana, `choose_who_sees_door('${id}', 'answered', true)`)).toBe(false);
  await expect(
    world.parts.db.write(dana, (tx) => tx.hot(`UPDATE help_calendars SET organiser_vouches = true`, [])),
  ).rejects.toThrow(/permission denied/);
  expect((await world.as('dana').get(path)).text).not.toContain('Yes, I know Sam');
  await world.as('maya').post(`${path}/wishes`, { doorFor: 'answered', organiserVouches: 'yes' });
  expect((await world.as('dana').post(`${path}/helpers/${helperId}/known`)).status).toBe(303);
});

test('by raw SQL: no link of his own, of the calendar, of the letter or of another calendar opens a sealed row before', async () => {
  const { mine, mail, link, helperId } = await turnToday();
  const letter = await letterTo(mail);
  const other = await turnToday();
  for (const path of [mine, link, letter, other.mine])
    for (const memberId of [null, dana.memberId]) expect(await partsSeen(by(path, memberId))).toEqual([]);
  for (const act of [
    `UPDATE help_helpers SET answered_at = now()`,
    `UPDATE help_helpers SET known_at = now(), known_by = 'holder'`,
    `UPDATE help_calendars SET door_for = 'known'`,
    `INSERT INTO links (community_id, link_id, holder_id, kind, subject_id, token_hash)
       VALUES ('${maya.communityId}', gen_random_uuid(), '${maya.memberId}', 'helper-letter', '${helperId}', 'x')`,
  ])
    await expect(world.parts.db.write(by(mine), (tx) => tx.hot(act, []))).rejects.toThrow(
      /permission|policy/,
    );
  const tried = await world.parts.db.write(by(mine), (tx) =>
    tx.hot<{ a: unknown; b: unknown; c: unknown }>(
      `SELECT access.answer_helper_letter(gen_random_uuid(), 'y') AS a, access.know_helper($1) AS b, access.page_by_letter() AS c`,
      [helperId],
    ),
  );
  expect(tried).toEqual([{ a: null, b: false, c: null }]);
  await sam.post(letter);
  expect((await partsSeen(by(await linkOf(world, 'helper', helperId)))).length).toBe(2);
  expect(await partsSeen(by(other.mine)), 'his yes opens no other calendar').toEqual([]);
});

test('who left only a number is reminded by her own phone: the words are ready the day before, and nobody else’s', async () => {
  const { path, link, slots } = await aHelpCalendar(world);
  const kept = async () => (await world.as('maya').get(path)).text;
  await claimBy(sam, link, slots[0]!.slotId, { name: 'Theo', mail: '', phone: '+1 312 555 0177' });
  await claimBy(world.nobody(), link, slots[1]!.slotId, { mail: 'other@example.org' });
  await moveTo(world, slots[0]!.slotId, 5);
  expect(await kept()).not.toContain('sms:');
  await moveTo(world, slots[0]!.slotId, 1, { from: '00:30', to: '01:30' });
  await moveTo(world, slots[1]!.slotId, 1, { from: '00:30', to: '01:30' });
  const words = decodeURIComponent(/href="sms:\+13125550177\?&amp;body=([^"]+)"/.exec(await kept())![1]!);
  expect(words).toMatch(/^Hi Theo, a small reminder: .* for Maya, .*http:\/\/localhost\/helping\/[\w-]{22}$/);
  expect((await kept()).match(/href="sms:/g)).toHaveLength(1);
  const [his] = /\/helping\/[\w-]{22}/.exec(words)!;
  expect((await sam.get(his!)).status).toBe(200);
});
