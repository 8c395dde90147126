import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { hashToken, newId } from '../../platform/crypto/index.ts';
import { query, type Scope } from '../../platform/db/index.ts';
import { outbox } from '../letters/letters.fixture.ts';
import { linkTo, tokenOf } from '../links/index.ts';
import { sealAbout } from '../people/person.ts';
import { herKey } from '../sealing/index.ts';
import { anIntroduction, askAs, introduce, introductionsOf, offerAs } from './an-ask.fixture.ts';
import { tiesFromAsks } from './ties.ts';

const world = await newWorld();
const { maya, dana, rosa, vera, admin, nora, mo } = world.people;
const { db, keys } = world.parts;

beforeEach(async () => {
  await world.owner.query(
    'DELETE FROM asks; DELETE FROM help_offers; DELETE FROM notifications; DELETE FROM support_volunteers',
  );
});

/** What ties ask of a viewer. */
const viewerOf = ({ communityId, memberId }: typeof maya) => ({ communityId, memberId });
const yes = (who: 'dana' | 'rosa' | 'vera', id: string) =>
  world.as(who).post(`/asks/introductions/${id}/acceptance`);
const won = (answers: { location: string | null }[]) =>
  answers.filter(({ location }) => location?.startsWith('/messages/')).length;

async function threeAsked(wants: string) {
  for (const who of ['dana', 'rosa', 'vera'] as const) await offerAs(world, who, { atOnce: '5' });
  const ask = await askAs(world, 'maya', { wants });
  await introduce(world);
  await introduce(world, 13 * 60);
  const those = await Promise.all(
    (['dana', 'rosa', 'vera'] as const).map(
      async (who) => [who, (await introductionsOf(world, who, ask))[0]!] as const,
    ),
  );
  return { ask, those };
}

test.each([
  ['1', 1],
  ['2', 2],
])('three say yes at once to an ask for %s: %i win, whoever was slower is thanked', async (wants, most) => {
  const { ask, those } = await threeAsked(wants);
  const answers = await Promise.all(those.map(([who, id]) => yes(who, id)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(won(answers)).toBe(most);
  const { rows } = await world.owner.query(
    `SELECT count(*)::int AS n FROM ask_introductions WHERE ask_id = $1 AND state = 'accepted'`,
    [ask],
  );
  expect(rows[0].n).toBe(most);
});

test('two asks at once do not get more of a helper than she said', async () => {
  await offerAs(world, 'dana', { atOnce: '1' });
  const first = await askAs(world, 'maya');
  const second = await askAs(world, 'rosa');
  await introduce(world);
  // The engine asks her for one of the two only; the other is put in by hand, as an older offer might have been.
  const { rows } = await world.owner.query(
    `INSERT INTO ask_introductions (community_id, ask_id, helper_id, offer_id, answer_by)
     SELECT $1, a, $2, (SELECT offer_id FROM help_offers), now() + interval '1 hour' FROM unnest($3::uuid[]) a
     ON CONFLICT DO NOTHING RETURNING ask_id`,
    [dana.communityId, dana.memberId, [first, second]],
  );
  expect(rows).toHaveLength(1);
  const ids = await introductionsOf(world, 'dana');
  expect(won(await Promise.all(ids.map((id) => yes('dana', id))))).toBe(1);
});

test('the clock on several servers asks everybody once', async () => {
  await offerAs(world, 'dana');
  const ask = await askAs(world, 'maya');
  await Promise.all([introduce(world), introduce(world), introduce(world)]);
  const { rows } = await world.owner.query(
    `SELECT (SELECT count(*)::int FROM ask_introductions WHERE ask_id = $1) AS asked,
       (SELECT count(*)::int FROM notifications WHERE kind = 'asks.introduced') AS told`,
    [ask],
  );
  expect(rows[0]).toEqual({ asked: 1, told: 1 });
});

test('rows are seen by those they belong to alone, whatever the code does', async () => {
  const { askId } = await anIntroduction(world, 'maya', 'dana');
  const seen = (scope: Scope) =>
    db.read(scope, async (tx) => ({
      asks: (await tx.all(query.selectFrom('asks').select('ask_id'))).length,
      offers: (await tx.all(query.selectFrom('help_offers').select('offer_id'))).length,
      introductions: await tx.all(query.selectFrom('ask_introductions').selectAll()),
    }));
  expect(await seen(maya)).toEqual({ asks: 1, offers: 0, introductions: [] });
  const hers = await seen(dana);
  expect(hers).toMatchObject({ asks: 0, offers: 1, introductions: [{ ask_id: askId }] });
  expect(JSON.stringify(hers)).not.toContain(maya.memberId);
  for (const other of [vera, rosa, mo, admin, nora, { ...maya, memberId: null }])
    expect(await seen(other)).toEqual({ asks: 0, offers: 0, introductions: [] });
  // What only the clock may ask answers nobody who has a name, and no page for nobody.
  for (const call of [
    `SELECT * FROM access.asks_due(now() + interval '9 days', 9)`,
    `SELECT * FROM access.offers_for('${askId}', now())`,
    `SELECT * FROM access.ask_for_choosing('${askId}', now())`,
    `SELECT 1 WHERE access.take_ask('${askId}', 'introduce', now())`,
    `SELECT 1 WHERE access.introduce('${askId}', '[]', now(), now(), now()) > 0`,
    `SELECT 1 WHERE access.close_ask('${askId}', 'helped')`,
    `SELECT 1 WHERE access.reopen_ask('${askId}', now(), now())`,
    `SELECT * FROM access.asked_for_me('{${askId}}')`,
  ])
    for (const scope of [vera, { ...vera, memberId: null }])
      expect(await db.write(scope, (tx) => tx.hot(call, [])), call).toEqual([]);
  const clock = { ...maya, memberId: null, job: true as const };
  const offers = (scope: Scope) =>
    db.read(scope, (tx) => tx.hot(`SELECT 1 FROM access.offers_for('${askId}', now())`, []));
  expect(await offers(clock), 'the clock itself is answered').not.toEqual([]);
  await expect(
    db.write(vera, (tx) =>
      tx.hot(
        `INSERT INTO asks (community_id, ask_id, member_id, kind, words, needed, ends_at) VALUES ($1, $2, $3, 'practical', 'x', 'week', now())`,
        [maya.communityId, newId(), maya.memberId],
      ),
    ),
  ).rejects.toThrow(/row-level security/);
});

test('a coordinator learns that somebody waits: the kind and the hour, and not a word', async () => {
  const ask = await askAs(world, 'maya', { words: 'Nobody came on Sunday', to: ['nearby'] }, 'listen');
  await world.owner.query(`UPDATE asks SET asked_at = now() - interval '26 hours' WHERE ask_id = $1`, [ask]);
  const page = (await world.as('admin').get('/community/support-volunteers')).text;
  expect(page).toContain('Somebody to listen ·');
  expect(page).not.toMatch(/Nobody came|No one came/);
  expect(await db.read(vera, (tx) => tx.hot('SELECT * FROM access.unanswered_asks(now())', []))).toEqual([]);
});

test('a support volunteer is asked to listen, rests with one tap, and steps in from afar', async () => {
  expect((await world.as('vera').get('/ask/listen')).text).not.toContain('A support volunteer');
  const found = (await world.as('admin').get('/community/support-volunteers?name=ver')).text;
  expect(found).toContain(`value="${vera.memberId}"`);
  expect(found).not.toContain(maya.memberId);
  await world.as('admin').post('/community/support-volunteers', { member: vera.memberId });
  expect((await world.as('maya').get('/ask/listen')).text).toContain('A support volunteer');
  await world.as('vera').post('/asks/offers/pause', { pausing: 'yes' });
  expect((await world.as('maya').get('/ask/listen')).text).not.toContain('A support volunteer');
  await world.as('vera').post('/asks/offers/pause', { pausing: '' });
  const ask = await askAs(world, 'maya', { to: ['volunteers'] }, 'listen');
  await introduce(world);
  const [id] = await introductionsOf(world, 'vera', ask);
  expect((await world.as('vera').get(`/asks/introductions/${id}`)).text).toContain(
    'You are a support volunteer',
  );
  expect((await world.as('maya').get(`/asks/${ask}`)).text).toContain('We asked one support volunteer.');
  expect((await world.as('mo').post('/community/support-volunteers', { member: mo.memberId })).status).toBe(
    403,
  );
});

async function samOf(who: typeof maya, mail = 'sam@example.org') {
  const personId = newId();
  await db.write(who, async (tx) => {
    const about = { name: 'Sam', mail, phone: null, note: '' };
    const sealed = sealAbout(await herKey(tx, keys, who), about);
    await tx.run(
      query.insertInto('people').values({
        community_id: who.communityId,
        person_id: personId,
        member_id: who.memberId,
        kin: 'sibling',
        sealed,
      }),
    );
  });
  return personId;
}

test('Sam has no account: a letter that tells nothing, his page, his yes; and the others are let go', async () => {
  await offerAs(world, 'dana');
  const sam = await samOf(maya);
  const ask = await askAs(world, 'maya', { words: 'Soup on Thursday', to: ['nearby', `person-${sam}`] });
  await introduce(world);
  const closed = await askAs(world, 'maya', { words: 'No longer', to: [`person-${sam}`] });
  await world.as('maya').post(`/asks/${closed}/closing`, { as: 'never-mind' });
  await world.job('outside-letters.sending', new Date(Date.now() + 1000));
  const letters = (await outbox(world)).filter(({ to }) => to?.[0]?.address === 'sam@example.org');
  expect(letters.map(({ subject }) => subject)).toEqual(['Maya asks you something']);
  expect(letters[0]!.text).toContain('Maya could use a hand.');
  expect(letters[0]!.text).not.toMatch(/Soup|Thursday|Lakeview Porch/);
  const link = await db.read(maya, (tx) => linkTo(tx, maya, 'person', sam));
  expect(letters[0]!.text).toContain(`/near/${tokenOf(keys, link!)}/asks/${ask}`);
  const page = `/near/${tokenOf(keys, link!)}/asks/${ask}`;
  const phone = world.nobody();
  const shown = await phone.get(page);
  expect([shown.status, shown.text.includes('Soup on Thursday'), shown.text.includes('Maya')]).toEqual([
    200,
    true,
    true,
  ]);
  expect(shown.headers.get('cache-control')).toContain('no-store');
  expect(shown.text, 'which community it is').not.toContain('Lakeview Porch');
  expect((await phone.post(page, { answer: 'yes' })).status).toBe(303);
  expect((await world.as('maya').get('/notifications')).text).toContain('One of your people said yes');
  expect((await world.as('maya').get(`/asks/${ask}`)).text).toContain('Sam said yes');
  const [ofDana] = await introductionsOf(world, 'dana', ask);
  expect((await yes('dana', ofDana!)).location).toBe(`/asks/introductions/${ofDana}`);
  expect((await phone.post(page, { answer: 'no' })).status).toBe(303);
  expect((await world.as('maya').get(`/asks/${ask}`)).text).toContain('Sam cannot this time');
});

test('whoever of her people said yes is thanked by letter, once; nobody else, and nobody who wants no letters', async () => {
  const letters = async () => {
    await world.job('outside-letters.sending', new Date(Date.now() + 1000));
    const sent = (await outbox(world)).filter(({ subject }) => subject === 'Maya says thank you');
    return sent.map(({ to, text }) => [to?.[0]?.address, text] as const);
  };
  const [sam, quiet] = [await samOf(maya), await samOf(maya, 'quiet@example.org')];
  const silent = await samOf(maya, 'silent@example.org');
  const to = [sam, quiet, silent].map((one) => `person-${one}`);
  const ask = await askAs(world, 'maya', { words: 'Soup on Thursday', wants: '3', to });
  const link = async (one: string) => db.read(maya, (tx) => linkTo(tx, maya, 'person', one));
  const near = async (one: string) => `/near/${tokenOf(keys, (await link(one))!)}`;
  const phone = world.nobody();
  for (const one of [sam, silent]) await phone.post(`${await near(one)}/asks/${ask}`, { answer: 'yes' });
  await phone.post(`${await near(silent)}/letters`);
  for (const _ of [1, 2]) await world.as('maya').post(`/asks/${ask}/closing`, { as: 'helped' });
  const thanks = await letters();
  expect(thanks.map(([address]) => address)).toEqual(['sam@example.org']);
  expect(thanks[0]![1]).toContain(await near(sam));
  expect(thanks[0]![1]).not.toMatch(/Soup|Lakeview Porch/);
  expect((await phone.get(`${await near(sam)}/asks/${ask}`)).text).toContain('Maya says thank you.');
  expect((await phone.get(`${await near(quiet)}/asks/${ask}`)).text).not.toContain('says thank you');
});

test('whoever said yes is a tie of hers, and she of theirs', async () => {
  const { introductionId } = await anIntroduction(world, 'maya', 'dana');
  const ties = (who: typeof maya) => db.read(who, (tx) => tiesFromAsks(tx, viewerOf(who)));
  expect([await ties(maya), await ties(dana)]).toEqual([[], []]);
  await yes('dana', introductionId);
  expect(await ties(maya)).toMatchObject([{ name: 'Dana', support: 'practical', way: 'received' }]);
  expect(await ties(dana)).toMatchObject([{ name: 'Maya', support: 'practical', way: 'given' }]);
});

test('a link of another, taken back or guessed leads to no ask; nor does hers to another', async () => {
  const [sam, joe] = [await samOf(maya), await samOf(maya)];
  const ask = await askAs(world, 'maya', { to: [`person-${sam}`] });
  const other = await askAs(world, 'maya', { to: [`person-${joe}`] });
  const linkOf = (person: string) => db.read(maya, (tx) => linkTo(tx, maya, 'person', person));
  const [samLink, joeLink] = [(await linkOf(sam))!, (await linkOf(joe))!];
  const at = (link: string, id: string) => `/near/${tokenOf(keys, link)}/asks/${id}`;
  const phone = world.nobody();
  expect((await phone.get(at(samLink, ask))).status).toBe(200);
  for (const path of [at(joeLink, ask), at(samLink, other), at(newId(), ask), at(samLink, newId())]) {
    expect((await phone.get(path)).status).toBe(404);
    expect((await phone.post(path, { answer: 'yes' })).status).toBe(404);
  }
  const scope: Scope = {
    communityId: maya.communityId,
    memberId: null,
    linkHash: hashToken(tokenOf(keys, samLink)),
  };
  const rows = await db.read(scope, (tx) => tx.all(query.selectFrom('asks').select('ask_id')));
  expect(rows).toEqual([{ ask_id: ask }]);
  // Somebody else's person cannot be asked in her name.
  const refused = await world
    .as('vera')
    .post('/ask/hand', { words: 'x', needed: 'week', to: `person-${sam}` });
  expect(refused.status).toBe(422);
});

test('an ask can be reported before one knows whose it is: moderators learn it, the reporter does not', async () => {
  const { introductionId } = await anIntroduction(world, 'maya', 'dana', 'Send money to this account');
  const path = `/asks/introductions/${introductionId}/report`;
  const { location } = await world.as('dana').post(path, { reason: 'selling' });
  const hers = (await world.as('dana').get(location!)).text;
  expect(hers).toContain('Send money');
  expect(hers).not.toContain(maya.memberId);
  expect(hers).not.toContain('Maya');
  const { rows } = await world.owner.query(
    `SELECT r.subject_member_id AS reporter, c.subject_member_id AS moderator FROM reports r JOIN cases c USING (case_id)`,
  );
  expect(rows).toEqual([{ reporter: null, moderator: maya.memberId }]);
  expect((await world.as('mo').get('/moderation')).text).toContain('A request for help');
  expect((await world.as('vera').get(path)).status).toBe(404);
});

test('what nobody closed ends by itself, and a month later its words are gone', async () => {
  const ask = await askAs(world, 'maya');
  const day = 24 * 60 * 60_000;
  await world.job('asks.forgetting', new Date(Date.now() + 22 * day));
  expect((await world.as('maya').get(`/asks/${ask}`)).text).toContain('>Over<');
  await world.job('asks.forgetting', new Date(Date.now() + 60 * day));
  const page = (await world.as('maya').get(`/asks/${ask}`)).text;
  expect(page).toContain('Your words have been forgotten');
  expect((await world.as('maya').post(`/asks/${ask}/opening`)).status).toBe(404);
});

test('erased, she leaves no ask and no offer behind', async () => {
  await anIntroduction(world, 'vera', 'dana');
  await offerAs(world, 'vera');
  await db.write(vera, (tx) => tx.hot('SELECT access.erase_me()', []));
  const { rows } = await world.owner.query(
    'SELECT member_id FROM asks WHERE member_id = $1 UNION ALL SELECT member_id FROM help_offers WHERE member_id = $1',
    [vera.memberId],
  );
  expect(rows).toEqual([]);
  expect(await introductionsOf(world, 'dana')).toEqual([]);
});
