import { expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { inDays, makeGathering, timesOf } from './a-gathering.fixture.ts';

const world = await newWorld();
const { owner } = world;

/** The form as Rosa fills it in. */
const FORM = {
  title: 'Porch walk',
  kind: 'walk',
  seenBy: 'community',
  date: inDays(5).slice(0, 10),
  startTime: '10:00',
  minutes: '60',
  repeats: 'never',
  place: 'in-person',
  near: '60657',
  placeName: 'Lakeview',
  venue: 'Belmont Harbor',
  home: 'yes',
};
const idIn = (path: string | null): string => /[0-9a-f-]{36}/.exec(path ?? '')![0];
// Some versions of the formatter put a narrow space before AM.
const spaced = (html: string) => html.replaceAll(/[\u202f\u2009]/g, ' ');
const unescaped = (html: string) =>
  html.replaceAll('&#39;', '’').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('from her circle’s page a session is planned in three taps, as the circle usually meets', async () => {
  const rosa = world.as('rosa');
  const room = await rosa.get(`/circles/${NIGHT_FEEDS}`);
  const [, way] = /href="(\/gatherings\/new\?circle=[^"]+)"/.exec(room.text)!;
  const { text } = await rosa.get(way!);
  // What the form holds, as a browser would post it.
  const posted: Record<string, string> = {};
  for (const [, tag] of text.matchAll(/<input ([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag!)?.[1];
    if (/type="(radio|checkbox)"/.test(tag!) && !/ checked/.test(tag!)) continue;
    if (of('name') && of('name') !== '_csrf' && of('value')) posted[of('name')!] = unescaped(of('value')!);
  }
  for (const [, name, options] of text.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    posted[name!] = /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  expect(posted).toMatchObject({
    circle: NIGHT_FEEDS,
    startTime: '19:00',
    minutes: '60',
    repeats: 'weekly',
    seenBy: 'circle',
    near: '60657',
  });
  const made = await rosa.post('/gatherings', posted);
  expect([made.status, made.text]).toEqual([303, '']);
  const id = idIn(made.location);
  expect((await timesOf(world, id)).length).toBeGreaterThan(50);
  const page = await world.as('maya').get(`/gatherings/${id}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Every Tuesday');
  expect(page.text).toContain('Next dates');
  expect(page.text).not.toContain('You run this');
  expect((await world.as('vera').get(`/gatherings/${id}`)).status).toBe(404);
  expect((await world.nobody().get(`/gatherings/${id}`)).status).toBe(404);
});

test('what is wrong is said beside its box, and what was typed is kept', async () => {
  const rosa = world.as('rosa');
  const wrong: [Partial<Record<keyof typeof FORM | 'rule' | 'until' | 'times' | 'link', string>>, string][] =
    [
      [{ title: '   ' }, 'Please give it a name'],
      [{ date: '2026-02-30' }, 'That day could not be read'],
      [{ date: '2020-02-03' }, 'That day is over'],
      [{ startTime: '' }, 'Please say when it starts'],
      [{ near: '00000' }, 'We do not know that code'],
      [{ repeats: 'own', rule: '' }, 'Please write the rule'],
      [{ repeats: 'own', rule: 'FREQ=NEVER' }, 'That rule could not be read'],
      [{ repeats: 'own', rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, ''],
      [{ repeats: 'weekly', until: '2026-11-01' }, 'It cannot end before it begins'],
      [{ repeats: 'weekly', times: '0' }, 'A whole number from 1 to 400'],
      [{ place: 'online', link: 'javascript:alert(1)' }, 'A link begins with'],
      [{ seenBy: 'circle' }, 'choose one of the answers'],
    ];
  for (const [change, words] of wrong) {
    const answer = await rosa.post('/gatherings', { ...FORM, title: 'Kept words', ...change });
    if (!words) continue; // its first day counts, whatever the rule says after it
    expect([change, answer.status]).toEqual([change, 422]);
    expect(answer.text, JSON.stringify(change)).toContain(words);
    if (!('title' in change)) expect(answer.text).toContain('value="Kept words"');
  }
});

test('only those who may organise one do: a circle’s own, the public’s, a hidden circle’s', async () => {
  const post = (who: 'maya' | 'vera' | 'rosa' | 'admin', form: Record<string, string>) =>
    world.as(who).post('/gatherings', { ...FORM, ...form });
  expect((await post('maya', {})).status).toBe(303);
  expect((await post('maya', { circle: NIGHT_FEEDS, seenBy: 'circle' })).status).toBe(303);
  expect((await post('maya', { seenBy: 'public' })).status).toBe(422);
  expect((await post('vera', { circle: NIGHT_FEEDS, seenBy: 'circle' })).status).toBe(404);
  expect((await post('vera', { circle: 'nonsense' })).status).toBe(404);
  expect((await post('rosa', { seenBy: 'public' })).status).toBe(303);
  expect((await post('rosa', { circle: HIDDEN_CIRCLE, seenBy: 'circle' })).status).toBe(303);
  expect((await post('rosa', { circle: HIDDEN_CIRCLE, seenBy: 'community' })).status).toBe(422);
  expect((await world.nobody().post('/gatherings', FORM)).status).toBe(401);
});

test('a home’s address and an online link are behind the door; a hall’s address is for all', async () => {
  const rosa = world.as('rosa');
  const made = await rosa.post('/gatherings', {
    ...FORM,
    place: 'both',
    address: '4012 N Secret St',
    link: 'https://meet.example.org/hush',
  });
  const id = idIn(made.location);
  const hers = await rosa.get(`/gatherings/${id}`);
  expect(hers.text).toContain('4012 N Secret St');
  expect(hers.text).toContain('https://meet.example.org/hush');
  for (const who of ['maya', 'vera', 'mo'] as const) {
    const { text } = await world.as(who).get(`/gatherings/${id}`);
    expect(text).toContain('Belmont Harbor');
    expect(text).not.toMatch(/Secret|hush/);
    expect(text).toContain('Those coming are told the address');
    expect(text).toContain('15 minutes before');
  }
  const { home: _, ...open } = FORM;
  const hall = idIn((await rosa.post('/gatherings', { ...open, address: '644 W Belmont Ave' })).location);
  expect((await world.as('maya').get(`/gatherings/${hall}`)).text).toContain('644 W Belmont Ave');
});

test('anybody on the web sees a public one, without names; what nobody said of it is left out', async () => {
  const id = idIn(
    (
      await world
        .as('rosa')
        .post('/gatherings', { ...FORM, seenBy: 'public', babies: 'yes', strollers: 'no' })
    ).location,
  );
  const { status, text } = await world.nobody().get(`/gatherings/${id}`);
  expect(status).toBe(200);
  expect(text).toContain('Babies are welcome');
  expect(text).toContain('Strollers do not get in');
  expect(text).not.toContain('Childcare');
  expect(text).not.toContain('Rosa');
  expect(text).not.toContain('noindex');
  expect((await world.as('maya').get(`/gatherings/${id}`)).text).toContain('Rosa organises it');
});

test('an hour that the clocks skip is told; a reader elsewhere is told hers', async () => {
  const made = await makeGathering(world, { starts: '2027-03-14T02:30:00', title: 'Night owls' });
  const { text } = await world.as('maya').get(made.path);
  expect(spaced(text)).toContain('2:30 AM does not exist, so it will be 3:30 AM');
  await owner.query(`UPDATE members SET time_zone = 'America/New_York' WHERE display_name = 'Vera'`);
  const far = await world.as('vera').get((await makeGathering(world)).path);
  expect(spaced(far.text)).toContain('10:00 – 11:00 AM (Central Time)');
  expect(spaced(far.text)).toContain('11:00 AM where you are');
});

test('a gathering is reported from its page, to the moderators; not by whoever organises it, nor unseen', async () => {
  const made = await makeGathering(world, { by: 'dana', title: 'Buy my oils' });
  const [, way] = /href="(\/reports\/new\?kind=gathering[^"]+)"/.exec(
    (await world.as('maya').get(made.path)).text,
  )!;
  const path = unescaped(way!);
  expect((await world.as('maya').get(path)).text).toContain('Buy my oils');
  expect((await world.as('dana').get(path)).status).toBe(404);
  const hidden = await makeGathering(world, { circleId: HIDDEN_CIRCLE, seenBy: 'circle' });
  const closed = { kind: 'gathering', id: hidden.gatheringId, reason: 'selling' };
  expect((await world.as('maya').post('/reports/new', closed)).status).toBe(404);
  await world.as('maya').post('/reports/new', { ...closed, id: made.gatheringId });
  const { rows } = await owner.query('SELECT case_id FROM cases WHERE subject_id = $1', [made.gatheringId]);
  expect((await world.as('mo').get(`/moderation/${rows[0].case_id}`)).text).toContain(
    'The gathering Buy my oils',
  );
  expect((await world.as('dana').get(`/moderation/${rows[0].case_id}`)).status).toBe(403);
});
