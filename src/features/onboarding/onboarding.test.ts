import { describe, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { query } from '../../platform/db/index.ts';
import { CHEERFUL, monthFromNow, tell, tellAsMaya, wordsOf } from './telling.fixture.ts';

const world = await newWorld();
const { people } = world;

const storedFor = async (memberId: string) =>
  (await world.owner.query('SELECT * FROM answers WHERE member_id = $1', [memberId])).rows[0];

test('the five screens say how far she is, lead back, and can each be skipped', async () => {
  const vera = world.as('vera');
  expect((await vera.get('/welcome')).location).toBe('/welcome/1');
  for (const step of [1, 2, 3, 4, 5]) {
    const screen = await vera.get(`/welcome/${step}`);
    expect(screen.status).toBe(200);
    expect(wordsOf(screen.text)).toContain(`${step} of 5`);
    if (step > 1) expect(screen.text).toContain(`href="/welcome/${step - 1}"`);
    if (step < 5) expect(screen.text).toContain(`href="/welcome/${step + 1}"`);
  }
  expect((await vera.get('/welcome/6')).status).toBe(404);
  expect((await world.nobody().get('/welcome/1')).location).toContain('/sign-in');
});

test('skipping everything writes down no answer, only that she came to the end', async () => {
  const dana = world.as('dana');
  expect((await dana.post('/welcome/5', { skip: 'yes', by: 'mail' })).location).toBe('/plan');
  const row = await storedFor(people.dana.memberId);
  expect(row.finished_at).toBeInstanceOf(Date);
  expect(row).toMatchObject({
    stages: [],
    country: null,
    supports: [],
    topics: [],
    languages: [],
    contact: {},
  });
});

test('each screen is kept at once, as months, a postcode’s middle and plain words', async () => {
  const maya = world.as('maya');
  await tellAsMaya(maya);
  const row = await storedFor(people.maya.memberId);
  expect(row).toMatchObject({
    stages: [{ kind: 'baby', birthMonth: monthFromNow(-4).text }],
    country: 'US',
    region: 'IL',
    postcode: '60614',
    place_name: 'Chicago',
    supports: ['emotional'],
    topics: ['low-mood', 'sleep'],
    languages: ['en'],
    free: ['2-evening', '2-night'],
    contact: { by: 'mail', quietFrom: '21:00', quietTo: '07:00', requestsOnly: true, contentFree: false },
  });
  expect(row.latitude).toBeCloseTo(41.92, 1);
  const again = await maya.get('/welcome/1');
  expect(again.text).toMatch(/value="baby" checked/);
  expect(again.text).toContain(`<option value="${monthFromNow(-4).year}" selected`);
});

test('changing one screen leaves the others as they were, and may end at the plan', async () => {
  const maya = world.as('maya');
  await tellAsMaya(maya);
  expect(await tell(maya, 3, { supports: 'practical', to: 'plan' })).toBe('/plan');
  const row = await storedFor(people.maya.memberId);
  expect(row).toMatchObject({ supports: ['practical'], topics: [], postcode: '60614', languages: ['en'] });
});

test('several children and a pregnancy: each month goes to the stage its age says', async () => {
  const rosa = world.as('rosa');
  const [due, young, older] = [monthFromNow(3), monthFromNow(-5), monthFromNow(-30)];
  await tell(rosa, 1, {
    stages: ['expecting', 'baby', 'toddler'],
    dueMonth: due.month,
    dueYear: due.year,
    childMonth: [older.month, young.month, '', ''],
    childYear: [older.year, young.year, '', ''],
  });
  expect((await storedFor(people.rosa.memberId)).stages).toEqual([
    { kind: 'expecting', dueMonth: due.text },
    { kind: 'toddler', birthMonth: older.text },
    { kind: 'baby', birthMonth: young.text },
  ]);
});

test('the month a child came home is asked of one who adopts, and may be left empty', async () => {
  const vera = world.as('vera');
  const [home, far] = [monthFromNow(-2), monthFromNow(14)];
  expect(await tell(vera, 1, { stages: 'adopting', homeMonth: '', homeYear: '' })).toBe('/welcome/2');
  expect((await storedFor(people.vera.memberId)).stages).toEqual([{ kind: 'adopting', homeMonth: null }]);
  const late = await vera.post('/welcome/1', {
    stages: 'adopting',
    homeMonth: far.month,
    homeYear: far.year,
  });
  expect([late.status, late.text.includes('next ten months')]).toEqual([422, true]);
  await tell(vera, 1, { stages: 'adopting', homeMonth: home.month, homeYear: home.year });
  expect((await vera.get('/welcome/1')).text).toContain(`<option value="${home.month}" selected`);
  expect((await vera.get('/cohorts')).text).toContain(`<option value="${home.text}" selected`);
});

test('her postcode sets her clock, and no street or day is ever asked for', async () => {
  const bea = world.as('bea');
  await tell(bea, 2, { country: 'US', postcode: '96813-1234', region: '' });
  const { rows } = await world.owner.query('SELECT time_zone FROM members WHERE member_id = $1', [
    people.bea.memberId,
  ]);
  expect(rows[0].time_zone).toBe('Pacific/Honolulu');
  expect((await storedFor(people.bea.memberId)).postcode).toBe('96813');
});

test.each([
  ['nothing', { country: '', postcode: '', region: '' }, { country: null, region: null, latitude: null }],
  [
    'a state alone',
    { country: 'US', postcode: '', region: 'OH' },
    { country: 'US', region: 'OH', latitude: null },
  ],
  ['a territory', { country: 'PR', postcode: '', region: '' }, { country: 'US', region: 'PR' }],
  [
    'another country',
    { country: 'GB', postcode: 'SW1A 1AA', region: '' },
    { country: 'GB', postcode: 'SW1A 1AA' },
  ],
  [
    'an unknown ZIP, gone on by state',
    { country: 'US', postcode: '00000', region: 'IL', byRegion: 'yes' },
    { country: 'US', region: 'IL', postcode: null, latitude: null },
  ],
])('a place can be %s', async (_, fields, kept) => {
  expect(await tell(world.as('mo'), 2, fields)).toBe('/welcome/3');
  expect(await storedFor(people.mo.memberId)).toMatchObject(kept);
});

describe('after a loss', () => {
  test('no month is kept, even where a hidden part of the form still carried one', async () => {
    const admin = world.as('admin');
    const born = monthFromNow(-3);
    const fields = { stages: ['expecting', 'baby', 'loss'], dueMonth: born.month, dueYear: '1999' };
    const led = await tell(admin, 1, { ...fields, childMonth: born.month, childYear: born.year });
    expect((await admin.get(led!)).location, 'in no circle that would hurt').toBe('/welcome/2');
    expect((await storedFor(people.admin.memberId)).stages).toEqual([
      { kind: 'expecting', dueMonth: null },
      { kind: 'baby', birthMonth: null },
      { kind: 'loss' },
    ]);
  });

  test.each(['en', 'es'])('nothing cheerful follows (%s)', async (lang) => {
    const vera = world.as('vera');
    vera.cookies.set('lang', lang);
    await tell(vera, 1, { stages: 'loss' });
    await tell(vera, 2, { country: 'US', postcode: '60614', region: '' });
    await tell(vera, 3, { supports: 'emotional', topics: 'loss' });
    for (const path of ['/welcome/2', '/welcome/3', '/welcome/4', '/welcome/5']) {
      expect(wordsOf((await vera.get(path)).text), path).not.toMatch(CHEERFUL);
    }
  });
});

describe('what cannot be', () => {
  const born = monthFromNow(-4);
  const next = monthFromNow(1);
  const sixty = Array.from({ length: 60 }, () => born);
  test.each([
    [
      'month 13',
      1,
      { stages: 'baby', childMonth: '13', childYear: born.year },
      'children',
      'not a month we can read',
    ],
    [
      'half a month',
      1,
      { stages: 'baby', childMonth: '4', childYear: '' },
      'children',
      'both the month and the year',
    ],
    [
      'a birth to come',
      1,
      { stages: 'baby', childMonth: next.month, childYear: next.year },
      'children',
      'not come yet',
    ],
    [
      'sixty children',
      1,
      { stages: 'baby', childMonth: sixty.map((one) => one.month), childYear: sixty.map((one) => one.year) },
      'children',
      'up to eight',
    ],
    [
      'a due month long gone',
      1,
      { stages: 'expecting', dueMonth: '1', dueYear: '2020' },
      'due',
      'does not fit',
    ],
    ['a stage nobody knows', 1, { stages: 'queen' }, 'stages', 'one of the answers'],
    ['a null byte', 2, { country: 'US', postcode: '606\u000014', region: '' }, 'postcode', 'cannot be read'],
    [
      'an unknown ZIP',
      2,
      { country: 'US', postcode: '00000', region: '' },
      'postcode',
      'do not know this ZIP',
    ],
    [
      'a ZIP of letters',
      2,
      { country: 'US', postcode: '<b>', region: '' },
      'postcode',
      'do not know this ZIP',
    ],
    [
      'an unknown ZIP without a state',
      2,
      { country: 'US', postcode: '00000', region: '', byRegion: 'yes' },
      'region',
      'Choose your state',
    ],
    ['a country of nowhere', 2, { country: 'QQ', postcode: '', region: '' }, 'country', 'one of the answers'],
    ['a topic nobody knows', 3, { topics: 'golf' }, 'topics', 'one of the answers'],
    ['an eighth day', 4, { free: '8-evening' }, 'free', 'one of the answers'],
    [
      'half of quiet hours',
      5,
      { by: 'app', quietFrom: '21:00', quietTo: '' },
      'quietTo',
      'a beginning and an end',
    ],
  ])('%s is told beside its field, and nothing is stored', async (_, step, fields, field, message) => {
    const nora = world.as('nora');
    const answer = await nora.post(`/welcome/${step}`, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(new RegExp(`id="f-${field}-error"[^>]*>.*?${message}`));
    expect(answer.text).toContain(`href="#f-${field}"`);
    expect(await storedFor(people.nora.memberId)).toBeUndefined();
  });

  test('what she typed is still there', async () => {
    const answer = await world
      .as('nora')
      .post('/welcome/2', { country: 'US', postcode: '00000', region: 'OH' });
    expect(answer.text).toContain('value="00000"');
    expect(answer.text).toMatch(/value="OH" selected/);
    expect(answer.text).toContain('name="byRegion"');
  });

  test('a form that is none, and markup, do no harm', async () => {
    const nora = world.as('nora');
    expect((await nora.raw('/welcome/2', { method: 'POST', body: 'not a form' })).status).toBe(403);
    const answer = await nora.post('/welcome/2', { country: 'US', postcode: '"><script>', region: '' });
    expect(answer.text).not.toContain('"><script>');
  });
});

test('nobody but she can read or change her answers, whatever the code asks', async () => {
  await tellAsMaya(world.as('maya'));
  const scope = { communityId: people.vera.communityId, memberId: people.vera.memberId };
  const hers = query.selectFrom('answers').selectAll().where('member_id', '=', people.maya.memberId);
  expect(await world.parts.db.read(scope, (tx) => tx.all(hers))).toEqual([]);
  const change = query
    .updateTable('answers')
    .set({ faith: 'x' })
    .where('member_id', '=', people.maya.memberId);
  expect(await world.parts.db.write(scope, (tx) => tx.run(change))).toBe(0);
  for (const person of ['admin', 'mo', 'rosa'] as const) {
    const { communityId, memberId } = people[person];
    const seen = await world.parts.db.read({ communityId, memberId }, (tx) => tx.all(hers));
    expect(seen).toEqual([]);
  }
});
