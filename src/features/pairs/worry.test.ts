import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { translator } from '../../platform/i18n/index.ts';
import { askAs, CALL, closeAll, takeAs, trained } from '../callbacks/a-callback.fixture.ts';
import { ASKED } from '../matches/a-match.fixture.ts';
import { wordsOf } from '../onboarding/telling.fixture.ts';
import { aProgram } from '../programs/programs.fixture.ts';
import { aPair, type MadePair } from './pairs.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const [dana, maya, admin] = [world.as('dana'), world.as('maya'), world.as('admin')];
const speaks = (locale: 'en' | 'es') => owner.query('UPDATE members SET locale = $1', [locale]);

beforeEach(async () => {
  await closeAll(world);
  for (const table of ['notifications', 'callback_offers', 'matches'])
    await owner.query(`DELETE FROM ${table}`);
});

const caseOf = ({ programId, matchId }: MadePair) =>
  `/community/programs/${programId}/pairs/${matchId}/worry`;
const words = async (who: typeof maya, path: string) => wordsOf((await who.get(path)).text);
const toldMaya = async () =>
  (await owner.query('SELECT kind FROM notifications WHERE member_id = $1', [people.maya.memberId])).rows.map(
    ({ kind }) => kind,
  );

test('a mentor’s worry: the coordinator sees a case, and the mother is asked quietly whether she may be called', async () => {
  await owner.query('DELETE FROM call_volunteers');
  const pair = await aPair(world);
  const here = caseOf(pair);
  expect((await admin.get(here)).status).toBe(404); // nobody worries
  expect((await admin.post(`${here}/offer`)).status).toBe(404);
  await dana.post(`${pair.path}/worry`);
  expect((await admin.get(`/community/programs/${pair.programId}/pairs`)).text).toContain(`href="${here}"`);
  // Where nobody answers calls none is offered.
  expect(await words(admin, here)).toContain('Nobody in this community answers calls yet');
  await trained(world, 'rosa');
  expect(await words(admin, here)).toContain('Then: offer Maya a call');
  await admin.post(`${here}/offer`);
  await admin.post(`${here}/offer`); // twice is once, while she has not said anything
  expect(await toldMaya()).toEqual(['callbacks.offered']);
  expect(await words(admin, here)).toContain('She has not said anything to it yet');
  // She is not told who worries, and the mentor not that she was asked.
  const [notice, form] = [await words(maya, '/notifications'), await words(maya, '/callbacks/new')];
  expect(notice).toContain('Somebody here would like to call you');
  expect(form).toContain('thought of you');
  for (const text of [notice, form]) expect(text).not.toMatch(/Dana|worr/);
  expect((await dana.get(pair.path)).text).not.toContain('would like to call');
  // A no is as good, once.
  expect((await maya.post('/callbacks/offer/refusal')).location).toBe('/plan');
  expect((await maya.post('/callbacks/offer/refusal')).status).toBe(404);
  expect(await words(admin, here)).toContain('She would rather not be called');
  // Asked again later she leaves a number: the coordinator learns that she did, not the number.
  await admin.post(`${here}/offer`);
  await askAs(world, 'maya');
  const seen = await words(admin, here);
  expect(seen).toContain('She left a number');
  expect(seen).not.toContain(CALL.phone);
  await admin.post(here);
  expect((await admin.get(here)).status).toBe(404);
});

test('no one but a coordinator offers, and of a worry alone; the database says so as well', async () => {
  const pair = await aPair(world);
  const offers = (who: keyof typeof people) =>
    world.parts.db.write(people[who], (tx) =>
      tx.hot('SELECT access.offer_callback($1, now()) AS done', [pair.matchId]),
    );
  expect(await offers('admin')).toEqual([{ done: false }]);
  await dana.post(`${pair.path}/worry`);
  for (const who of ['dana', 'maya', 'mo', 'nora'] as const)
    expect(await offers(who)).toEqual([{ done: false }]);
  expect(await offers('admin')).toEqual([{ done: true }]);
  for (const who of ['dana', 'admin', 'mo'] as const)
    expect(
      await world.parts.db.read(people[who], (tx) => tx.hot('SELECT * FROM callback_offers', [])),
    ).toEqual([]);
});

test('her own bad day: two taps from the pair’s page to a form that is filled in, and only for her', async () => {
  const pair = await aPair(world);
  await trained(world, 'rosa');
  const page = (await maya.get(pair.path)).text;
  const [way] = /\/callbacks\/new\?about=[a-z-]+/.exec(page)!;
  const form = (await maya.get(way)).text;
  expect(form).toMatch(/value="low-mood"[^>]*checked/);
  expect(form).toMatch(/name="name"[^>]*value="Maya"|value="Maya"[^>]*name="name"/);
  expect((await dana.get(pair.path)).text).not.toContain('/callbacks/new?about');
  await owner.query('DELETE FROM call_volunteers');
  expect((await maya.get(pair.path)).text).not.toContain('/callbacks/new?about');
});

test('the steps are the program’s own: a draft for its kind in both languages, and what its coordinators wrote', async () => {
  const pair = await aPair(world);
  expect(await words(dana, `${pair.path}/worry`)).toContain('has she not slept for days');
  await owner.query(`UPDATE programs SET kind = 'return-to-work'`);
  expect(await words(dana, `${pair.path}/worry`)).toContain('You do not speak to her employer');
  await speaks('es');
  expect(await words(dana, `${pair.path}/worry`)).toContain('Tú no hablas con su empleador');
  await speaks('en');
  const safety = `/community/programs/${pair.programId}/safety`;
  expect((await admin.get(safety)).text).toContain('You do not speak to her employer');
  expect((await admin.post(safety, { safety: 'x'.repeat(4001) })).status).toBe(422);
  await admin.post(safety, { safety: '1. Ring **our** bell.' });
  expect((await dana.get(`${pair.path}/worry`)).text).toContain('<li>Ring <strong>our</strong> bell.</li>');
  await admin.post(safety, { safety: '' });
  expect(await words(dana, `${pair.path}/worry`)).toContain('You do not speak to her employer');
  // Kept untouched it stays the draft, which everybody reads in her own language.
  const untouched = translator('en')('program-drafts.return-to-work.safety').replaceAll('\n', '\r\n');
  await admin.post(safety, { safety: untouched });
  await speaks('es');
  expect(await words(dana, `${pair.path}/worry`)).toContain('Tú no hablas con su empleador');
  await speaks('en');
});

test.each([
  ['en', 'I want to kill myself', 'Help at once comes first', 'Ask someone to call me'],
  ['es', 'nomas quiero matarme', 'Primero, ayuda inmediata', 'Pedir que alguien me llame'],
] as const)(
  'in danger (%s): not matched, nothing kept; help now, and a call that is asked for and taken',
  async (locale, note, title, ask) => {
    await speaks(locale);
    await trained(world, 'rosa', ['en', 'es']);
    const program = await aProgram(world);
    const answer = await maya.post(`/programs/${program}/mentee`, { ...ASKED, note });
    expect(answer.location).toBe(`/programs/${program}/mentee/first-help`);
    const first = await maya.get(answer.location!);
    for (const part of [title, ask]) expect(wordsOf(first.text)).toContain(part);
    expect(first.text).toContain('href="/help-now"');
    const kept = await owner.query(
      'SELECT 1 FROM mentee_requests WHERE program_id = $1 UNION ALL SELECT 1 FROM mentee_notes',
      [program],
    );
    expect(kept.rows).toEqual([]);
    const [way] = /\/callbacks\/new\?about=[a-z-]+/.exec(first.text)!;
    const form = (await maya.get(way)).text;
    const [, language] = /name="language" value="([a-z]+)" checked|value="([a-z]+)"[^>]*checked/.exec(form)!;
    expect(language ?? locale).toBe(locale);
    const key = newId();
    const said = { ...CALL, key, language: locale, topics: 'low-mood', line: note };
    const asked = await maya.post('/callbacks/new', said);
    // Heavy words are met with those who answer now, and from there with where her call stands.
    expect(decodeURIComponent(asked.location!)).toContain(`/callbacks/requests/${key}`);
    await takeAs(world, 'rosa', key);
    expect((await world.as('rosa').get(`/callbacks/calls/${key}`)).text).toContain(CALL.phone);
    expect(await words(maya, `/callbacks/requests/${key}`)).toContain('Rosa');
    await speaks('en');
  },
);
