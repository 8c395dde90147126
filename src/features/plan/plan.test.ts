import { beforeEach, describe, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { query } from '../../platform/db/index.ts';
import { CHEERFUL, tell, tellAsMaya, wordsOf } from '../onboarding/telling.fixture.ts';

const world = await newWorld();
const { people, owner } = world;
const KINDS = ['circle', 'online', 'professional', 'peer', 'family'];

beforeEach(() =>
  owner.query(`DELETE FROM plan_decisions; DELETE FROM answers; UPDATE members SET time_zone = NULL;
    UPDATE circles SET closed_at = NULL`),
);

/** The steps of a plan's page: their key, kind, title and words. */
function stepsOf(html: string) {
  return [...html.matchAll(/<article class="card step([^"]*)"[\s\S]*?<\/article>/g)].map(
    ([article, looks]) => ({
      lit: looks!.includes('lit'),
      key: /name="key" value="([^"]+)"/.exec(article)![1]!.replaceAll('&amp;', '&'),
      href: /<a class="btn[^"]*" href="([^"]+)"/.exec(article)![1]!.replaceAll('&amp;', '&'),
      words: wordsOf(`<main>${article}</main>`),
    }),
  );
}

async function planOf(who: keyof typeof people) {
  const answer = await world.as(who).get('/plan');
  expect(answer.status).toBe(200);
  return { steps: stepsOf(answer.text), words: wordsOf(answer.text), html: answer.text };
}

const kindsOf = (steps: { key: string; href: string }[]) => new Set(steps.map(({ key }) => kindOf(key)));
/** A circle that is joined online is of the online kind, but these have none. */
const kindOf = (key: string) => key.split(':')[0]!;

const decide = (who: keyof typeof people, key: string, state: string) =>
  world.as(who).post('/plan/decisions', { key, state });

describe('a plan', () => {
  test('for Vera, who told everything: five kinds, and the circle with its evening and its miles', async () => {
    await tellAsMaya(world.as('vera'));
    const { steps, words, html } = await planOf('vera');
    expect([...kindsOf(steps)].sort()).toEqual([...KINDS].sort());
    const circle = steps.find(({ key }) => key === `circle:join:${NIGHT_FEEDS}`)!;
    expect(circle.words).toContain('Join Night Feeds, Lakeview');
    expect(circle.words).toContain('Children of 3 to 6 months');
    expect(circle.words).toContain('Meets Tuesday evenings, when you are free');
    expect(circle.words).toMatch(/About a mile from you/);
    expect(circle.href).toBe(`/circles/${NIGHT_FEEDS}`);
    expect(words).toMatch(
      /steps toward people and help, for you and a 4-month-old in Chicago\. One is enough for today\./,
    );
    expect(steps.filter(({ lit }) => lit)).toHaveLength(1);
    expect(steps[0]!.lit).toBe(true);
    for (const step of steps) expect(step.words).toMatch(/About (a minute|\d+ minutes)/);
    expect(html).toContain('data-print');
    expect(html).toContain('data-keep-plan');
  });

  test('for Maya, who is in the circle: to say hello there first', async () => {
    await tellAsMaya(world.as('maya'));
    const { steps } = await planOf('maya');
    const hello = steps.find(({ key }) => key === `circle:hello:${NIGHT_FEEDS}`)!;
    expect(hello.words).toContain('Say hello in Night Feeds, Lakeview');
    expect(hello.words).toContain('Meets Tuesday evenings');
    expect(steps.some(({ key }) => key === `circle:join:${NIGHT_FEEDS}`)).toBe(false);
  });

  test('for one who told nothing: five kinds all the same, and a gentle way to the questions', async () => {
    const { steps, html, words } = await planOf('vera');
    expect([...kindsOf(steps)].sort()).toEqual([...KINDS].sort());
    expect(html).toContain('href="/welcome"');
    expect(words).toContain('A few answers make it yours');
    // Nothing made for a situation she never spoke of.
    expect(words).not.toMatch(/Down Syndrome|Leche|Trevor|Loss Support/);
  });

  test('says who stands behind what lies outside, and when that was checked', async () => {
    await tellAsMaya(world.as('vera'));
    const { steps } = await planOf('vera');
    const outside = steps.filter(({ href }) => /^(https:|tel:|sms:)/.test(href));
    expect(outside.length).toBeGreaterThan(0);
    for (const { words } of outside) expect(words).toMatch(/From [\w.]+, checked [A-Z]\w+ \d+, 20\d\d/);
  });

  test('leads to a form half filled in where nothing near fits', async () => {
    await tellAsMaya(world.as('vera'));
    await tell(world.as('vera'), 2, { country: 'US', postcode: '96813', region: '' });
    const { steps } = await planOf('vera');
    const start = new URL(steps.find(({ key }) => key === 'circle:start')!.href, 'http://x');
    expect(start.pathname).toBe('/circles/new');
    expect(Object.fromEntries(start.searchParams)).toMatchObject({
      stage: 'baby',
      weekday: '2',
      near: '96813',
    });
  });

  test('leads to the waiting list where new circles are made of it, until she is on it', async () => {
    const { communityId } = world.people.vera;
    await world.owner.query('INSERT INTO forming_settings (community_id, open) VALUES ($1, true)', [
      communityId,
    ]);
    await tellAsMaya(world.as('vera'));
    await tell(world.as('vera'), 2, { country: 'US', postcode: '96813', region: '' });
    const waiting = async () => (await planOf('vera')).steps.find(({ key }) => key === 'circle:wait');
    expect((await waiting())?.href).toBe('/circles/waiting-list');
    await world.as('vera').post('/circles/waiting-list/wishes', {
      languages: ['en'],
      free: ['2-evening'],
      meets: 'online',
    });
    expect(await waiting()).toBeUndefined();
    await world.owner.query('DELETE FROM forming_settings');
  });

  test('has two helplines at hand, of her place and language', async () => {
    await tell(world.as('vera'), 2, { country: 'GB', postcode: '', region: '' });
    expect((await planOf('vera')).words).toMatch(/Samaritans.*116 123/);
    await tell(world.as('vera'), 2, { country: 'US', postcode: '60614', region: '' });
    const vera = world.as('vera');
    vera.cookies.set('lang', 'es');
    expect(wordsOf((await vera.get('/plan')).text)).toMatch(/988 Línea.*Todas las líneas de ayuda/);
  });

  test('greets her in her language', async () => {
    const vera = world.as('vera');
    vera.cookies.set('lang', 'es');
    await tellAsMaya(vera);
    const words = wordsOf((await vera.get('/plan')).text);
    expect(words).toMatch(/(Buenos días|Buenas tardes|Buenas noches|Hola), Vera\./);
    expect(words).toContain('para ti y tu bebé de 4 meses en Chicago');
    expect(words).toContain('Entra a Night Feeds');
  });

  test('is her home', async () => {
    expect((await world.as('vera').get('/')).location).toBe('/plan');
    expect((await world.nobody().get('/plan')).location).toContain('/sign-in');
  });
});

describe('after a loss', () => {
  test.each(['en', 'es'])('no cheerful word, no child, no birth month (%s)', async (lang) => {
    const vera = world.as('vera');
    vera.cookies.set('lang', lang);
    await tell(vera, 1, { stages: 'loss' });
    await tell(vera, 2, { country: 'US', postcode: '60614', region: '' });
    await tell(vera, 3, { supports: ['emotional', 'practical'], topics: ['loss', 'low-mood'] });
    await tell(vera, 4, { languages: ['en', 'es'] });
    for (let round = 0; round < 3; round++) {
      const { text } = await vera.get('/plan');
      expect(wordsOf(text)).not.toMatch(CHEERFUL);
      expect(text).not.toContain(NIGHT_FEEDS);
      for (const { key } of stepsOf(text)) await vera.post('/plan/decisions', { key, state: 'declined' });
    }
  });
});

describe('what she decides', () => {
  beforeEach(() => tellAsMaya(world.as('vera')));

  test('done: it leaves the steps, stays in Done, and can be undone', async () => {
    const [first] = (await planOf('vera')).steps;
    expect((await decide('vera', first!.key, 'done')).location).toBe('/plan');
    const after = await planOf('vera');
    expect(after.steps.map(({ key }) => key)).not.toContain(first!.key);
    expect(after.words).toMatch(/Done Join Night Feeds, Lakeview/);
    await decide('vera', first!.key, 'open');
    expect((await planOf('vera')).steps[0]!.key).toBe(first!.key);
  });

  test('right after deciding she is told so, with the way back', async () => {
    const vera = world.as('vera');
    const [first] = stepsOf((await vera.get('/plan')).text);
    await vera.post('/plan/decisions', { key: first!.key, state: 'declined' });
    const words = wordsOf((await vera.get('/plan')).text);
    expect(words).toContain('Taken out of your plan.');
    expect(words).toMatch(/Taken out of your plan\. Join Night Feeds, Lakeview Undo/);
    expect(wordsOf((await vera.get('/plan')).text)).not.toContain('Undo');
  });

  test('not for me: another of its kind takes the place', async () => {
    const before = (await planOf('vera')).steps;
    const family = before.find(({ key }) => key.startsWith('family:'))!;
    expect(family.href).toMatch(/^\/ask\/(hand|listen)\?want=/);
    await decide('vera', family.key, 'declined');
    const after = (await planOf('vera')).steps;
    expect(after.map(({ key }) => key)).not.toContain(family.key);
    expect(after.some(({ key }) => key.startsWith('family:'))).toBe(true);
  });

  test('not now: it waits under Later with its day, comes back by itself, or when she asks', async () => {
    const { key } = (await planOf('vera')).steps[0]!;
    await decide('vera', key, 'not-now');
    const after = await planOf('vera');
    expect(after.steps.map((step) => step.key)).not.toContain(key);
    expect(after.words).toMatch(/Later Join Night Feeds, Lakeview Comes back \w+day, \w+ \d+/);
    await owner.query(`UPDATE plan_decisions SET decided_at = now() - interval '8 days'`);
    expect((await planOf('vera')).steps[0]!.key).toBe(key);
    await decide('vera', key, 'not-now');
    await decide('vera', key, 'open');
    expect((await planOf('vera')).steps[0]!.key).toBe(key);
  });

  test('new answers make a new plan, and what she did stays', async () => {
    await decide('vera', `circle:join:${NIGHT_FEEDS}`, 'done');
    await tell(world.as('vera'), 1, { stages: 'school-age' });
    await tell(world.as('vera'), 3, { supports: 'practical', topics: ['money', 'down-syndrome'] });
    const { steps, words } = await planOf('vera');
    expect(words).toMatch(/Done Join Night Feeds, Lakeview/);
    expect(steps[0]!.key).toMatch(/^family:/);
    expect(words).toMatch(/Down|money/);
  });

  test('a circle that closes drops out of the steps but not out of Done', async () => {
    await owner.query('UPDATE circles SET closed_at = now() WHERE circle_id = $1', [NIGHT_FEEDS]);
    expect((await planOf('vera')).html).not.toContain(NIGHT_FEEDS);
    await owner.query('UPDATE circles SET closed_at = NULL');
    await decide('vera', `circle:join:${NIGHT_FEEDS}`, 'done');
    await owner.query('UPDATE circles SET closed_at = now() WHERE circle_id = $1', [NIGHT_FEEDS]);
    expect((await planOf('vera')).words).toMatch(/Done Join Night Feeds, Lakeview/);
  });

  test('joining and leaving a circle is seen', async () => {
    const seat = [people.vera.communityId, NIGHT_FEEDS, people.vera.memberId];
    await owner.query(
      'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
      seat,
    );
    expect((await planOf('vera')).steps[0]!.key).toBe(`circle:hello:${NIGHT_FEEDS}`);
    await owner.query(
      'DELETE FROM circle_members WHERE community_id = $1 AND circle_id = $2 AND member_id = $3',
      seat,
    );
    expect((await planOf('vera')).steps[0]!.key).toBe(`circle:join:${NIGHT_FEEDS}`);
  });

  test('everything declined: the page says so and lets her take things up again', async () => {
    for (let round = 0; round < 40; round++) {
      const { steps } = await planOf('vera');
      if (steps.length === 0) break;
      for (const { key } of steps) await decide('vera', key, 'declined');
    }
    const { steps, words } = await planOf('vera');
    expect(steps).toEqual([]);
    expect(words).toContain('You have decided on everything');
    expect(words).toContain('Bring it back');
  });
});

describe('what cannot be', () => {
  test('a decision on a step that is not hers stores nothing', async () => {
    const answer = await decide('vera', 'circle:join:00000000-0000-7000-8000-0000000000ff', 'done');
    expect(answer.location).toBe('/plan');
    expect((await owner.query('SELECT * FROM plan_decisions')).rows).toEqual([]);
  });

  test.each([
    ['an unknown decision', { key: 'family:note:meal', state: 'eaten' }],
    ['no key', { state: 'done' }],
    ['a key without end', { key: 'x'.repeat(201), state: 'done' }],
    ['a null byte', { key: 'family:\u0000', state: 'open' }],
  ])('%s is refused', async (_, fields) => {
    expect((await world.as('vera').post('/plan/decisions', fields as Record<string, string>)).status).toBe(
      422,
    );
    expect((await owner.query('SELECT * FROM plan_decisions')).rows).toEqual([]);
  });

  test('nobody else can read or change what she decided', async () => {
    await decide('vera', 'family:note:meal', 'done');
    const hers = query.selectFrom('plan_decisions').selectAll();
    const { communityId, memberId } = people.admin;
    expect(await world.parts.db.read({ communityId, memberId }, (tx) => tx.all(hers))).toEqual([]);
    await decide('maya', 'family:note:meal', 'open');
    expect((await owner.query('SELECT * FROM plan_decisions')).rows).toHaveLength(1);
  });
});
