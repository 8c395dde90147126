import { beforeEach, describe, expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aHelpCalendar, claimBy } from '../help-calendars/a-help-calendar.fixture.ts';
import { aTalk } from '../messages/a-talk.fixture.ts';
import { tell } from '../onboarding/telling.fixture.ts';
import { addPerson } from '../people/near.fixture.ts';
import { changeMap, documentOf } from './map.ts';

const world = await newWorld();
const { owner, people, parts } = world;
const { maya } = people;
const client = () => world.as('maya');
const SAM = {
  name: 'Sam',
  people: 'family',
  ring: '1',
  feeling: 'warm',
  flow: 'received',
  supports: 'practical',
};

beforeEach(() => owner.query('DELETE FROM ecomaps; DELETE FROM notifications; DELETE FROM answers'));

const kept = async (who = maya) =>
  (await parts.db.read(who, (tx) => documentOf(tx, parts.keys, who))).document;
const ties = async () => (await kept()).ties;
/** Puts somebody on Maya's map and tells where she stands. */
async function draw(about: Record<string, string | string[]> = SAM) {
  const answer = await client().post('/ecomap/ties', about);
  expect(answer.status, answer.text.slice(0, 200)).toBe(303);
  return `/ecomap/ties/${(await ties()).at(-1)!.id}`;
}
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('drawing', () => {
  test('a name is enough, and the empty map invites', async () => {
    expect((await client().get('/ecomap')).text).toContain('Who carries you?');
    const form = (await client().get('/ecomap/ties/new')).text;
    expect(form).toMatch(/value="family" checked/);
    await draw({ name: 'Sam', people: 'family', ring: '2' });
    const { text } = await client().get('/ecomap');
    expect(text).toContain('Your map of one tie');
    expect(text).toMatch(/<desc[^>]*>You are in the middle. Near: Sam\./);
    expect(text).toContain('href="/ecomap/ties/');
  });

  test('everything said of a tie is in the picture, in the list, and in its form again', async () => {
    const path = await draw({ ...SAM, supports: ['practical', 'emotional'], last: daysAgo(3) });
    const map = (await client().get('/ecomap')).text;
    expect(map).toContain('eco-line warm');
    expect(map).toMatch(
      /Family and friends · warm · gives you: to be heard and a hand · last in touch 3 days ago/,
    );
    const form = (await client().get(path)).text;
    for (const value of ['warm', 'received', 'practical', 'emotional', '1'])
      expect(form).toContain(`value="${value}" checked`);
    expect(form).toContain(`value="${daysAgo(3)}"`);
  });

  test('moved, noted, taken off and brought back without a script', async () => {
    const path = await draw();
    await client().post(`${path}/ring`, { ring: '3' });
    await client().post(`${path}/contact`);
    expect(await ties()).toMatchObject([{ ring: 3, lastContact: daysAgo(0), version: 3 }]);
    const maya = client();
    expect((await maya.post(`${path}/removal`)).location).toBe('/ecomap');
    expect((await maya.get('/ecomap')).text).toContain('Sam is off your map.');
    expect(await ties()).toEqual([]);
    expect((await maya.get(path)).status).toBe(404);
    await maya.post(`${path}/return`);
    expect(await ties()).toMatchObject([{ name: 'Sam', ring: 3 }]);
    await maya.post(`${path}/removal`);
    await draw({ name: 'Elena', people: 'family', ring: '1' });
    expect((await maya.post(`${path}/return`)).status).toBe(404); // the time to think again is over
    expect((await kept()).removed).toBeNull();
  });

  test.each([
    [{ ...SAM, name: ' ' }, 'name'],
    [{ ...SAM, ring: '4' }, 'ring'],
    [{ ...SAM, people: 'pets' }, 'people'],
    [{ ...SAM, last: '2999-01-01' }, 'last'],
    [{ ...SAM, last: 'soon' }, 'last'],
    [{ ...SAM, supports: 'money' }, 'supports'],
  ])('%j is shown again', async (fields, field) => {
    const answer = await client().post('/ecomap/ties', fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`f-${field}-error`);
    expect(await ties()).toEqual([]);
  });

  test('holds thirty, and says so', async () => {
    await parts.db.write(maya, (tx) =>
      changeMap(tx, parts.keys, maya, (document) => {
        for (let i = 0; i < 30; i++)
          document.ties.push({
            ...aSaid(`Somebody ${i}`),
            id: `${i}`.padStart(8, '0'),
            version: 1,
            origin: null,
          });
      }),
    );
    const answer = await client().post('/ecomap/ties', SAM);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('as many as the picture holds');
  });
});

const aSaid = (name: string) => ({
  name,
  people: 'family' as const,
  ring: 2 as const,
  supports: [],
  flow: null,
  feeling: 'plain' as const,
  lastContact: null,
});

describe('two windows', () => {
  test('adding at once loses nobody', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    await Promise.all(names.map((name) => client().post('/ecomap/ties', { ...SAM, name })));
    expect((await ties()).map(({ name }) => name).sort()).toEqual(names);
  });

  test('changing the same tie: the later is shown both, and may decide', async () => {
    const path = await draw();
    await client().post(path, { ...SAM, name: 'Sam from next door', version: '1' });
    const late = await client().post(path, { ...SAM, name: 'Samuel', version: '1' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('You changed this in another window too');
    expect(late.text).toContain('Sam from next door');
    expect(late.text).toContain('value="Samuel"');
    expect((await ties())[0]!.name).toBe('Sam from next door');
    const version = /name="version" value="(\d+)"/.exec(late.text)![1]!;
    expect((await client().post(path, { ...SAM, name: 'Samuel', version })).status).toBe(303);
    expect((await ties())[0]!.name).toBe('Samuel');
  });

  test('the database refuses a map written over one that was not read', async () => {
    await draw();
    const over = parts.db.write(maya, (tx) => tx.hot("UPDATE ecomaps SET sealed = 'x' RETURNING 1", []));
    await expect(over).rejects.toThrow('the map has changed meanwhile');
  });
});

describe('growing', () => {
  const all = { answer: 'yes', how: 'ask', sources: ['circles', 'mentoring', 'talks', 'people'] };
  const map = async () => (await client().get('/ecomap')).text;

  test('it looks at nothing before she said so, and is asked about once', async () => {
    expect(await map()).not.toContain('Night Feeds');
    expect(await map()).toContain('May your map grow by itself?');
    await client().post('/ecomap/settings/growing', { answer: 'no', how: 'ask' });
    expect(await map()).not.toContain('May your map grow by itself?');
    expect(await map()).not.toContain('Night Feeds');
  });

  test('asks about each: yes puts it there with her own last words, no is not asked again', async () => {
    await aTalk(world, 'maya', 'dana');
    const post = (by: string, days: number) =>
      owner.query(
        `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, created_at)
         SELECT $1, id, $2, id, $3, 'words', now() - $4 * interval '1 day' FROM gen_random_uuid() id`,
        [maya.communityId, NIGHT_FEEDS, by, days],
      );
    await post(maya.memberId, 5);
    await post(people.rosa.memberId, 0);
    await client().post('/ecomap/settings/growing', all);
    expect(await map()).toContain('From your circles: Night Feeds, Lakeview');
    expect(await map()).toContain('From your conversations: Dana');
    await client().post('/ecomap/suggestions', { origin: `circles:${NIGHT_FEEDS}`, answer: 'yes' });
    expect(await map()).toMatch(/Circle or group[^<]*last in touch 5 days ago/);
    const [talk] = (await owner.query('SELECT talk_id FROM talks')).rows;
    await client().post('/ecomap/suggestions', { origin: `talks:${talk.talk_id}`, answer: 'no' });
    expect(await map()).not.toContain('From your conversations');
    expect((await ties()).map(({ name }) => name)).toEqual(['Night Feeds, Lakeview']);
    expect((await ties())[0]!.id).not.toBe(NIGHT_FEEDS);
    await owner.query('DELETE FROM talks; DELETE FROM posts');
  });

  test('by itself: drawn at once, kept when she changes it, gone when she takes it off', async () => {
    await client().post('/ecomap/settings/growing', { ...all, how: 'itself' });
    const path = /href="(\/ecomap\/ties\/[0-9a-f-]{36})"/.exec(await map())![1]!;
    expect(await ties()).toEqual([]);
    await client().post(`${path}/ring`, { ring: '1' });
    expect(await ties()).toMatchObject([{ name: 'Night Feeds, Lakeview', ring: 1 }]);
    await client().post(`${path}/removal`);
    expect(await map()).not.toContain('eco-map');
    await client().post('/ecomap/settings/aside', { what: 'people' });
    expect(await map()).toContain('Night Feeds');
  });

  test('two of one name stay two; one under two roofs is one by her address, never by her name', async () => {
    const [first, second] = [
      await addPerson(client(), { name: 'Ana' }),
      await addPerson(client(), { name: 'Ana' }),
    ];
    await addPerson(client(), { name: 'Sam', mail: 'sam@example.org' });
    const { link, slots } = await aHelpCalendar(world);
    for (const [i, said] of [{}, { name: 'Ana', mail: 'other.ana@example.org' }].entries())
      await claimBy(world.nobody(), link, slots[i]!.slotId, said);
    await owner.query(`UPDATE help_slots SET starts_at = now() - interval '3 days' - ends_at + starts_at,
      ends_at = now() - interval '3 days'`);
    const sources = ['people', 'helpers'];
    await client().post('/ecomap/settings/growing', { ...all, sources });
    const offered = async () =>
      [...(await map()).matchAll(/name="origin" value="(\w+):[^"]+"/g)].map(([, of]) => of);
    expect(new Set(await offered())).toEqual(new Set(['people', 'helpers']));
    expect(await offered()).toHaveLength(2 * 2);
    await draw({ ...SAM, name: 'Ana' });
    expect(await offered(), 'which Ana she drew, nobody can say').toHaveLength(4);
    await client().post('/ecomap/suggestions', { origin: `people:${first.id}`, answer: 'yes' });
    await client().post('/ecomap/suggestions', { origin: `people:${second.id}`, answer: 'yes' });
    expect((await ties()).filter(({ name }) => name === 'Ana')).toHaveLength(3);
    await owner.query('DELETE FROM people; DELETE FROM help_calendars');
  });

  test('of others’ circles, talks and people nothing is taken', async () => {
    await aTalk(world, 'dana', 'rosa');
    const [talk] = (await owner.query('SELECT talk_id FROM talks')).rows;
    const answer = { origin: `talks:${talk.talk_id}`, answer: 'yes' };
    expect((await client().post('/ecomap/suggestions', answer)).status).toBe(404);
    expect(
      (await world.as('vera').post('/ecomap/suggestions', { ...answer, origin: `circles:${NIGHT_FEEDS}` }))
        .status,
    ).toBe(404);
    await owner.query('DELETE FROM talks');
  });
});

describe('what it tells', () => {
  const said = async () => (await client().get('/ecomap')).text;

  test('who has gone quiet, with a way to reach them; put off, noted, switched off', async () => {
    const path = await draw({ ...SAM, name: 'Dana', people: 'peer', last: daysAgo(21) });
    const key = `quiet:${path.split('/').at(-1)}`;
    expect(await said()).toContain('Three weeks since Dana.');
    expect((await client().get(`${path}/nudge`)).text).toContain('A word to Dana');
    await client().post('/ecomap/findings', { key, state: 'later' });
    expect(await said()).not.toContain('weeks since Dana');
    expect((await kept()).setAside[key]).toBe(daysAgo(-14));
    await client().post('/ecomap/settings/aside', { what: 'findings' });
    expect(await said()).toContain('Three weeks since Dana.');
    await client().post('/ecomap/settings/quiet', {}); // nobody at all
    expect(await said()).not.toContain('weeks since Dana');
    await client().post('/ecomap/settings/quiet', { mention: 'yes' });
    await client().post('/ecomap/findings', { key, state: 'off' });
    expect(await said()).not.toContain('weeks since Dana');
    await client().post('/ecomap/findings', { key, state: 'on' });
    await client().post(`${path}/contact`);
    expect(await said()).not.toContain('weeks since Dana');
  });

  test('softly after a loss, and nothing of what she gives', async () => {
    await tell(client(), 1, { stages: 'loss' });
    await draw({ ...SAM, name: 'Dana', last: daysAgo(30) });
    await draw({ ...SAM, name: 'Alma', flow: 'given' });
    expect(await said()).toContain('Dana may not know what to say.');
    expect(await said()).not.toMatch(/weeks since|mostly you who gives/);
  });

  test('each thing that is thin leads to the room for it: hands to a help calendar', async () => {
    for (const name of ['Ann', 'Ben', 'Cleo']) await draw({ ...SAM, name, supports: 'emotional' });
    expect(await said()).toMatch(/href="\/help-calendars"[^>]*>\s*Begin a help calendar/);
    expect((await client().get('/ask')).text).toContain('href="/help-calendars"');
  });

  test('what is thin, and whom she only gives to, are reasons in her plan', async () => {
    for (const name of ['Ann', 'Ben', 'Cleo']) await draw({ ...SAM, name, supports: 'emotional' });
    expect((await client().get('/plan')).text).toContain('hardly anybody lends you a hand');
    await draw({ ...SAM, name: 'Quillon', flow: 'given' });
    const plan = (await client().get('/plan')).text;
    expect(plan).toContain('with Quillon, it is mostly you who gives');
    await tell(client(), 1, { stages: 'loss' });
    expect((await client().get('/plan')).text).not.toContain('Quillon');
  });

  test('comes into her plan with its reason; what is kept of her decision names nobody', async () => {
    await draw({ ...SAM, name: 'Quillon', people: 'peer', last: daysAgo(25) });
    for (const name of ['Ann', 'Ben']) await draw({ ...SAM, name });
    const plan = (await client().get('/plan')).text;
    expect(plan).toContain('3 weeks since Quillon');
    expect(plan).toContain('Your map has nobody of this kind yet');
    const key = /value="(tie:quiet:[^"]+)"/.exec(plan)![1]!;
    expect((await client().post('/plan/decisions', { key, state: 'done' })).location).toBe('/plan');
    const { rows } = await owner.query('SELECT * FROM plan_decisions');
    expect(JSON.stringify(rows)).toContain('tie:quiet');
    expect(JSON.stringify(rows)).not.toContain('Quillon');
    await owner.query('DELETE FROM plan_decisions');
  });
});

describe('being told', () => {
  const told = async () =>
    (await owner.query(`SELECT member_id FROM notifications WHERE kind = 'ecomap.quiet'`)).rowCount;
  const later = (days: number) => new Date(Date.now() + days * 86_400_000);

  test('only when she asked, once a week, and never of whom', async () => {
    await draw({ ...SAM, name: 'Quillon', last: daysAgo(21) });
    await world.job('ecomap.quiet');
    expect(await told()).toBe(0);
    await client().post('/ecomap/settings/quiet', { mention: 'yes', tell: 'yes' });
    await world.job('ecomap.quiet');
    await Promise.all([world.job('ecomap.quiet', later(1)), world.job('ecomap.quiet', later(6))]);
    expect(await told()).toBe(1);
    const inbox = (await client().get('/notifications')).text;
    expect(inbox).toContain('Somebody on your map has gone quiet.');
    expect(inbox).not.toContain('Quillon');
    await owner.query('DELETE FROM notifications');
    await Promise.all([world.job('ecomap.quiet', later(8)), world.job('ecomap.quiet', later(8))]);
    expect(await told()).toBe(1);
  });

  test('not when nobody is quiet', async () => {
    await draw({ ...SAM, last: daysAgo(1) });
    await client().post('/ecomap/settings/quiet', { mention: 'yes', tell: 'yes' });
    await world.job('ecomap.quiet');
    expect(await told()).toBe(0);
  });
});

describe('hers alone', () => {
  test('nothing readable stands in the database, and nobody else opens it', async () => {
    const path = await draw({ ...SAM, name: 'Quillon' });
    const { rows } = await owner.query('SELECT sealed FROM ecomaps');
    expect(rows[0].sealed).not.toContain('Quillon');
    for (const who of ['admin', 'mo', 'rosa', 'vera'] as const) {
      expect((await world.as(who).get(path)).status).toBe(404);
      expect((await world.as(who).post(`${path}/removal`)).status).toBe(404);
      expect((await world.as(who).get('/ecomap')).text).not.toContain('Quillon');
    }
    expect(await ties()).toHaveLength(1);
  });

  test('printed on a sheet, saved as a picture, in her copy of everything', async () => {
    await draw({ ...SAM, name: '<Sam> & "Sons"' });
    expect((await client().get('/ecomap/print')).text).toContain('The people around Maya');
    const svg = await client().get('/ecomap.svg');
    expect(svg.headers.get('content-disposition')).toContain('attachment');
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    expect(svg.text).toContain('&lt;Sam&gt; &amp;');
    const copy = JSON.parse((await client().get('/me/export')).text);
    expect(copy.ecomap[0]).toMatchObject({
      name: '<Sam> & "Sons"',
      ring: 1,
      feeling: 'warm',
      flow: 'received',
    });
    expect((await client().get('/me/export/page')).text).toContain('Closest to you');
  });

  test('erased with her', async () => {
    await world.as('vera').post('/ecomap/ties', SAM);
    expect((await owner.query('SELECT FROM ecomaps')).rowCount).toBe(1);
    await world.as('vera').post('/me/erasure', { word: 'erase' });
    expect((await owner.query('SELECT FROM ecomaps')).rowCount).toBe(0);
  });
});
