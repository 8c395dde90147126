import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { hashToken } from '../../platform/crypto/index.ts';
import { outbox } from '../letters/letters.fixture.ts';
import { aHelpCalendar, claimBy, linkOf, slotsIn } from './a-help-calendar.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const { owner } = world;
const { rosa, maya } = world.people;
const lena = world.nobody();
const organiser = () => world.as('rosa');
const DOOR = { address: '7 Wren Court', notes: 'the green gate', allergies: 'peanuts' };
const lettersTo = async (mail: string) => {
  await world.job('outside-letters.sending');
  return (await outbox(world).catch(() => [])).filter(({ to }) => to?.[0]?.address === mail);
};
const behind = (letter: { text?: string } | undefined): string =>
  /http:\/\/localhost(\/consent\/[\w-]{22})/.exec(letter?.text ?? '')?.[1] ?? 'none';

/** Rosa plans it for Lena, who has no account and a mail address. */
async function plannedFor(mail: string, prefilled: Record<string, string> = {}) {
  const { id, path } = await aHelpCalendar(world, { by: 'rosa', whose: { for: 'other', mail } });
  if (prefilled.address) await organiser().post(`${path}/wishes`, prefilled);
  const letters = await lettersTo(mail);
  return { id, path, letters, hers: behind(letters.at(-1)) };
}
/** The same, agreed to. */
async function agreed(mail: string, prefilled: Record<string, string> = {}) {
  const made = await plannedFor(mail, prefilled);
  await lena.post(made.hers, { answer: 'yes', tasks: ['meal'] });
  return { ...made, link: await linkOf(world, 'help-calendar', made.id) };
}

test('she is asked by a letter of her own: whoever planned it is not shown its link, nor given it by the database', async () => {
  const { id, path, letters, hers } = await plannedFor('lena@example.org', DOOR);
  expect(letters).toHaveLength(1);
  expect(`${letters[0]!.text}${letters[0]!.html}`).not.toMatch(/Wren|green gate|peanuts|baby/);
  const token = hers.split('/').at(-1)!;
  for (const page of [path, `${path}/link`, `${path}/edit`, '/help-calendars', '/me/export'])
    expect((await organiser().get(page)).text, page).not.toContain(token);
  const links = await world.parts.db.read(rosa, (tx) =>
    tx.hot(`SELECT link_id FROM links WHERE kind = 'consent' AND subject_id = $1`, [id]),
  );
  expect(links).toEqual([]);
  await expect(
    world.parts.db.write(rosa, (tx) =>
      tx.hot(`UPDATE help_calendars SET consent_by = 'hand' WHERE calendar_id = $1`, [id]),
    ),
  ).rejects.toThrow(/permission denied/);
  const asked = await lena.get(hers);
  for (const words of ['What your yes shares, and with whom', '7 Wren Court', 'peanuts'])
    expect(asked.text).toContain(words);
  expect(await linkOf(world, 'help-calendar', id), 'nothing is open').toContain('gone');

  await organiser().post(`${path}/consent-letter`, { mail: 'lena.new@example.org' });
  expect((await lena.get(hers)).status, 'asked anew elsewhere, the first letter leads nowhere').toBe(404);
  const again = behind((await lettersTo('lena.new@example.org')).at(-1));
  await lena.post(again, { answer: 'yes', tasks: ['meal'] });
  expect((await organiser().post(`${path}/consent-letter`, { mail: 'x@example.org' })).status).toBe(404);
  expect((await lena.get(again)).status).toBe(200);
});

test('without a mail address the link is handed over; and the page says who set it up', async () => {
  const made = await organiser().post('/help-calendars', {
    for: 'other',
    occasion: 'illness',
    tasks: ['meal'],
    days: ['1', '2', '3', '4', '5', '6', '7'],
    from: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    weeks: '1',
    called: 'Lena',
    setUpBy: 'Rosa from the choir',
  });
  const id = made.location!.split('/').at(-1)!;
  const hers = await linkOf(world, 'consent', id);
  expect((await organiser().get(made.location!)).text).toContain(hers);
  expect((await lena.get(hers)).text).toContain('Set up by Rosa from the choir.');
  await lena.post(hers, { answer: 'yes', tasks: ['meal'] });
  const seen = await world.nobody().get(await linkOf(world, 'help-calendar', id));
  expect(seen.text).toContain('Set up by Rosa from the choir.');
});

test('after her yes words that are changed are shown to her, and go back as they were', async () => {
  const { path, hers, link } = await agreed('words@example.org');
  const edit = (said: string) =>
    organiser().post(`${path}/edit`, {
      occasion: 'birth',
      called: 'Lena',
      said,
      gifts: 'https://gifts.example.org/x',
    });
  await edit('She has a hard time');
  await edit('She has a very hard time');
  expect((await world.nobody().get(link)).text).toContain('very hard time');
  const page = await lena.get(hers);
  expect(page.text).toContain('Changed since you said yes');
  expect(page.text).toContain('gifts.example.org');
  expect((await lettersTo('words@example.org')).map(({ subject }) => subject)).toContain(
    'A change in your help calendar',
  );
  await organiser().post(`${path}/change`, { what: 'words', answer: 'yes' });
  expect((await lena.get(hers)).text, 'nobody keeps it for her').toContain('Changed since you said yes');
  await lena.post(`${hers}/change`, { what: 'words', answer: 'no' });
  const undone = (await world.nobody().get(link)).text;
  expect(undone).not.toMatch(/hard time|gifts\.example/);
  expect((await lena.get(hers)).text).not.toContain('Changed since you said yes');
});

test('after her yes nobody sets her door but she: what is proposed waits, by raw SQL too', async () => {
  const { id, path, hers } = await agreed('door@example.org', DOOR);
  const parts = async () =>
    (
      await owner.query('SELECT part, sealed FROM help_particulars WHERE calendar_id = $1 ORDER BY part', [
        id,
      ])
    ).rows;
  const before = (await parts()).filter(({ part }) => part !== 'asked');
  await organiser().post(`${path}/wishes`, { address: '1 Elsewhere Road', notes: '', allergies: '' });
  expect((await parts()).filter(({ part }) => part !== 'asked')).toEqual(before);
  for (const act of [
    `UPDATE help_particulars SET sealed = 'x' WHERE part = 'door' AND calendar_id = '${id}' RETURNING 1`,
    `DELETE FROM help_particulars WHERE part = 'door' AND calendar_id = '${id}' RETURNING 1`,
  ])
    expect(await world.parts.db.write(rosa, (tx) => tx.hot(act, []))).toEqual([]);
  expect((await lena.get(hers)).text).toContain('1 Elsewhere Road');
  await lena.post(`${hers}/change`, { what: 'door', answer: 'no' });
  expect((await lena.get(`${hers}/wishes`)).text).toContain('7 Wren Court');
  await organiser().post(`${path}/wishes`, { address: '2 Elsewhere Road', notes: '', allergies: '' });
  await lena.post(`${hers}/change`, { what: 'door', answer: 'yes' });
  expect((await lena.get(`${hers}/wishes`)).text).toContain('2 Elsewhere Road');
});

test('what waits for her, and where her letter goes, is opened to no helper, known or not, on no day', async () => {
  const { id, path, link } = await agreed('reach@example.org', DOOR);
  await organiser().post(`${path}/wishes`, { address: '1 Elsewhere Road' });
  const [slot] = await slotsIn(world, id);
  const { mine } = await claimBy(world.nobody(), link, slot!.slotId);
  await owner.query(`UPDATE help_helpers SET known_at = now(), known_by = 'consent' WHERE calendar_id = $1`, [
    id,
  ]);
  await owner.query(
    `UPDATE help_slots SET day = current_date - 1, starts_at = now(), ends_at = now() + interval '1 hour' WHERE slot_id = $1`,
    [slot!.slotId],
  );
  const scope = {
    communityId: rosa.communityId,
    memberId: null,
    linkHash: hashToken(mine!.split('/').at(-1)!),
  };
  const seen = await world.parts.db.read(scope, (tx) =>
    tx.hot<{ part: string }>('SELECT part FROM help_particulars ORDER BY part', []),
  );
  expect(seen.map(({ part }) => part)).toEqual(['door', 'wishes']);
});

test('two answers at once are one; a yes that meets the end opens nothing', async () => {
  const { id, hers } = await plannedFor('race@example.org');
  await Promise.all(
    [1, 2, 3].map((n) => lena.post(hers, { answer: n === 3 ? 'no' : 'yes', tasks: ['meal'] })),
  );
  const { rows } = await owner.query(
    `SELECT c.consent, count(l.*)::int AS doors FROM help_calendars c LEFT JOIN links l ON l.subject_id = c.calendar_id
       AND l.kind = 'help-calendar' WHERE c.calendar_id = $1 GROUP BY 1`,
    [id],
  );
  expect([
    { consent: 'given', doors: 1 },
    { consent: 'refused', doors: 0 },
  ]).toContainEqual(rows[0]);
  const other = await plannedFor('ended@example.org');
  await Promise.all([
    organiser().post(`${other.path}/end`),
    lena.post(other.hers, { answer: 'yes', tasks: ['meal'] }),
  ]);
  const door = await linkOf(world, 'help-calendar', other.id);
  const slot = (await slotsIn(world, other.id))[0]!;
  expect([404, 409]).toContain((await claimBy(world.nobody(), door, slot.slotId)).status);
});

test('while she is suspended nobody new is taken in, nothing is planned or told, and those with a turn keep it', async () => {
  const { id, link, slots, path } = await aHelpCalendar(world);
  const { mine } = await claimBy(world.nobody(), link, slots[0]!.slotId);
  await owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, member_id, kind, reason, until) VALUES ($1, gen_random_uuid(), $2, 'suspension', 'x', now() + interval '1 day')`,
    [maya.communityId, maya.memberId],
  );
  const claim = await claimBy(world.nobody(), link, slots[1]!.slotId, { mail: 'late@example.org' });
  expect([claim.status, claim.text.includes('Nothing new can be taken here just now')]).toEqual([409, true]);
  expect((await world.nobody().post(`${mine}/turns`, { slot: slots[2]!.slotId })).status).toBe(409);
  expect((await world.nobody().get(mine!)).text).toContain('Thank you, Sam');
  const { rows } = await owner.query('SELECT FROM help_helpers WHERE calendar_id = $1', [id]);
  expect(rows).toHaveLength(1);
  const hers = <R>(text: string) => world.parts.db.write(maya, (tx) => tx.hot<R>(text, []));
  expect(await hers('SELECT * FROM help_contacts')).toEqual([]);
  for (const text of [
    `INSERT INTO help_slots (community_id, slot_id, calendar_id, task, day, starts_at, ends_at) VALUES ('${maya.communityId}', gen_random_uuid(), '${id}', 'meal', current_date + 1, now() + interval '1 day', now() + interval '25 hours')`,
    `INSERT INTO updates (community_id, update_id, member_id, sealed) VALUES ('${maya.communityId}', gen_random_uuid(), '${maya.memberId}', 'x')`,
    `INSERT INTO links (community_id, link_id, holder_id, kind, subject_id, token_hash) VALUES ('${maya.communityId}', gen_random_uuid(), '${maya.memberId}', 'person', gen_random_uuid(), 'x')`,
  ])
    await expect(hers(text), text).rejects.toThrow(/row-level security/);
  await owner.query('DELETE FROM sanctions');
  expect((await claimBy(world.nobody(), link, slots[1]!.slotId, { mail: 'late@example.org' })).status).toBe(
    303,
  );
  expect(path).toBeTruthy();
});

test('what the helpers of a suspended holder are to be told waits for her; what its hour overtook goes to nobody', async () => {
  const { id, link, slots } = await aHelpCalendar(world);
  await claimBy(world.nobody(), link, slots[0]!.slotId, { mail: 'waits@example.org' });
  await owner.query('DELETE FROM help_tellings');
  for (const [kind, starts] of [
    ['day', "now() + interval '20 hours'"],
    ['morning', "now() - interval '1 hour'"],
  ])
    await owner.query(
      `INSERT INTO help_tellings (community_id, calendar_id, helper_id, slot_id, kind, task, starts_at, due_at)
       SELECT community_id, calendar_id, helper_id, $2, $3, 'meal', ${starts}, now() - interval '1 hour'
       FROM help_helpers WHERE calendar_id = $1`,
      [id, slots[0]!.slotId, kind],
    );
  await owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, member_id, kind, reason, until) VALUES ($1, gen_random_uuid(), $2, 'suspension', 'x', now() + interval '1 day')`,
    [maya.communityId, maya.memberId],
  );
  const handed = async () => {
    await world.job('help-calendars.telling');
    const { rows } = await owner.query(
      'SELECT kind FROM help_tellings WHERE calendar_id = $1 AND handed_at IS NOT NULL ORDER BY kind',
      [id],
    );
    return rows.map(({ kind }) => kind);
  };
  expect(await handed()).toEqual([]);
  await owner.query('DELETE FROM sanctions');
  expect(await handed()).toEqual(['day']);
});

test('a month after the end nothing that was written is left', async () => {
  const { id, path, link, slots } = await aHelpCalendar(world);
  await claimBy(world.nobody(), link, slots[0]!.slotId, { brings: 'Pozole', mail: 'month@example.org' });
  await world.as('maya').post(`${path}/end`);
  expect((await world.as('maya').get(path)).status).toBe(200);
  await owner.query(
    `UPDATE help_calendars SET ended_at = now() - interval '31 days' WHERE calendar_id = $1`,
    [id],
  );
  await world.job('help-calendars.erasing');
  const { rows } = await owner.query(
    `SELECT c.about, max(s.brings) AS brings FROM help_calendars c JOIN help_slots s USING (calendar_id) WHERE c.calendar_id = $1 GROUP BY 1`,
    [id],
  );
  expect(rows).toEqual([{ about: '', brings: '' }]);
  expect((await world.as('maya').get(path)).status).toBe(404);
  for (const page of ['/help-calendars', '/calendar', '/me/export'])
    expect((await world.as('maya').get(page)).status).toBe(200);
});
