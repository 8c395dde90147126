import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aPair } from './pairs.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const dana = world.as('dana');
const maya = world.as('maya');

test('each of the two sees the other, the phase and the way on; nobody else sees anything', async () => {
  const { path } = await aPair(world, { note: 'I sleep badly, and I am shy on the phone.' });
  const hers = await dana.get(path);
  for (const words of [
    'Maya',
    'Getting to know each other',
    'week 1 of 12',
    '<strong>Ask</strong> how she slept',
    'I sleep badly',
  ])
    expect(hers.text).toContain(words);
  const mine = await maya.get(path);
  for (const words of ['Dana', 'Getting to know each other', 'I&#39;d like someone else'])
    expect(mine.text).toContain(words);
  for (const words of ['how she slept', 'I sleep badly', 'Not this month'])
    expect(mine.text).not.toContain(words);
  expect((await maya.get('/pairs')).text).toContain('Dana, your mentor');
  expect((await dana.get('/pairs')).text).toContain('Maya, the mother you mentor');
  for (const other of ['admin', 'mo', 'rosa', 'nora'] as const)
    expect((await world.as(other).get(path)).status).toBe(404);
});

test('a contact is two taps, is taken back in one, and the mood is for her own eyes', async () => {
  const { path, matchId } = await aPair(world);
  expect((await dana.post(`${path}/contacts`, { way: 'call', minutes: '45', mood: 'heavy' })).location).toBe(
    path,
  );
  expect((await maya.post(`${path}/contacts`)).location).toBe(path);
  await maya.post(`${path}/contacts`); // a second tap is the same day
  const { rows } = await owner.query('SELECT * FROM pair_contacts WHERE match_id = $1', [matchId]);
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain('heavy');
  const hers = await dana.get(path);
  expect(hers.text).toContain('A call · 45 minutes · Heavy');
  expect(hers.text).toContain('Maya noted contact');
  const mine = await maya.get(path);
  expect(mine.text).toContain('Dana noted contact');
  for (const words of ['Heavy', '45 minutes', 'A call ·']) expect(mine.text).not.toContain(words);
  const noted = /contacts\/([0-9a-f-]{36})\/removal/.exec(hers.text)![1];
  expect((await maya.post(`${path}/contacts/${noted}/removal`)).status).toBe(404);
  expect((await dana.post(`${path}/contacts/${noted}/removal`)).location).toBe(path);
  expect((await dana.get(path)).text).not.toContain('A call · 45 minutes');
});

test.each([
  [{ way: 'pigeon', mood: 'good' }, 'Choose how you were in touch.'],
  [{ way: 'call', mood: 'good', day: '2090-01-01' }, 'Choose a day since you began'],
  [{ way: 'call', mood: 'good', day: '2001-01-01' }, 'Choose a day since you began'],
  [{ way: 'call', mood: 'good', day: 'yesterday' }, 'Choose a day since you began'],
  [{ way: 'call', mood: 'furious' }, 'errors'],
  [{ way: 'call', minutes: '9999' }, 'errors'],
])('a contact of %j is told back and nothing is kept', async (wrong, words) => {
  const { path, matchId } = await aPair(world);
  const answer = await dana.post(`${path}/contacts`, wrong);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  expect((await owner.query('SELECT FROM pair_contacts WHERE match_id = $1', [matchId])).rows).toEqual([]);
});

test('a worry is met with steps and lines, and the coordinator is asked to call, not told why', async () => {
  const { path, programId } = await aPair(world);
  const { location } = await dana.post(`${path}/contacts`, { way: 'call', mood: 'worried' });
  expect(location).toBe(`${path}/worry`);
  const steps = await dana.get(`${path}/worry`);
  expect(steps.text).toContain('Ask her directly and calmly how bad it is');
  expect(steps.text).toContain('tel:');
  const kept = `/community/programs/${programId}/pairs`;
  const before = await world.as('admin').get(kept);
  expect(before.text).not.toContain('is worried');
  await dana.post(`${path}/worry`);
  const page = await world.as('admin').get(kept);
  expect(page.text).toContain('Dana is worried: please call her');
  expect((await world.as('admin').get('/notifications')).text).toContain('A mentor is worried');
  const met = /pairs\/[0-9a-f-]{36}\/worry/.exec(page.text)![0];
  await world.as('admin').post(`/community/programs/${programId}/${met}`);
  expect((await world.as('admin').get(kept)).text).not.toContain('is worried');
});

test('what she gave and received is hers to see, on her own pages alone', async () => {
  const { path } = await aPair(world, { mentor: 'rosa', mentee: 'vera' });
  await world.as('rosa').post(`${path}/contacts`, { way: 'in-person', minutes: '90', mood: 'good' });
  await world.as('rosa').post(`${path}/contacts`, { way: 'message', minutes: '90', mood: 'good' });
  expect((await world.as('rosa').get('/me')).text).toContain('You have given 1.5 hours. Only you see this');
  expect((await world.as('vera').get('/pairs')).text).toContain(
    'You have received 1.5 hours. Only you see this',
  );
  for (const page of ['/pairs', '/me'])
    expect((await world.as('admin').get(page)).text).not.toContain('You have given');
});

test('a call of the two stands in both calendars and on the page', async () => {
  const { path } = await aPair(world);
  const form = { date: '2090-03-01', startTime: '10:00', minutes: '30' };
  expect((await dana.get(`${path}/calls/new`)).status).toBe(200);
  expect((await dana.post(`${path}/calls`, form)).location).toMatch(/^\/gatherings\//);
  for (const one of [dana, maya]) expect((await one.get(path)).text).toContain('March 1');
  expect((await dana.post(`${path}/calls`, { ...form, date: 'soon' })).status).toBe(422);
});

test('the database lets each of the two do no more than her part, and everybody else nothing', async () => {
  const pair = await aPair(world, { note: 'for her mentor alone' });
  await dana.post(`${pair.path}/contacts`, { way: 'call', minutes: '30', mood: 'heavy' });
  const asked = (
    who: 'dana' | 'maya' | 'admin' | 'mo' | 'rosa' | 'nora',
    text: string,
    values: unknown[] = [],
  ) => world.parts.db.write(people[who], (tx) => tx.hot<Record<string, unknown>>(text, values));
  const seen = (who: Parameters<typeof asked>[0]) =>
    Promise.all(
      ['pair_contacts', 'mentee_notes', 'matches'].map(
        async (table) =>
          (
            await asked(
              who,
              `SELECT * FROM ${table} ${table === 'mentee_notes' ? 'WHERE request_id' : 'WHERE match_id'} = $1`,
              [table === 'mentee_notes' ? pair.requestId : pair.matchId],
            )
          ).length,
      ),
    );
  expect(await seen('dana')).toEqual([1, 1, 1]);
  expect(await seen('maya')).toEqual([0, 1, 1]);
  expect(await seen('admin')).toEqual([0, 0, 1]);
  for (const who of ['mo', 'rosa', 'nora'] as const) expect(await seen(who)).toEqual([0, 0, 0]);
  // Nobody reads how a pair is watched, or what was counted, past the functions that ask who may.
  for (const table of ['pair_watch', 'pair_tallies'])
    expect(await asked('admin', `SELECT * FROM ${table}`)).toEqual([]);
  expect(await asked('dana', 'SELECT * FROM pair_nudges')).toEqual([]);
  const insert = (columns: string, values: string) =>
    `INSERT INTO pair_contacts (community_id, contact_id, match_id, member_id, on_day${columns})
     SELECT community_id, gen_random_uuid(), $1, $2, current_date${values} FROM communities LIMIT 1`;
  const as = (who: 'dana' | 'maya' | 'rosa', whose: string, columns = '', values = '') =>
    asked(who, insert(columns, values), [pair.matchId, whose]);
  await expect(as('rosa', people.rosa.memberId)).rejects.toThrow(/row-level security/);
  await expect(as('maya', people.dana.memberId)).rejects.toThrow(/row-level security/);
  await expect(as('maya', people.maya.memberId, ', way, minutes', `, 'call', 600`)).rejects.toThrow(
    /row-level security/,
  );
  await expect(asked('maya', 'UPDATE pair_contacts SET minutes = 1')).rejects.toThrow(/permission denied/);
  await expect(asked('dana', `UPDATE matches SET state = 'ended'`)).rejects.toThrow(/permission denied/);
  expect(
    await asked('maya', 'DELETE FROM pair_contacts WHERE match_id = $1 RETURNING 1', [pair.matchId]),
  ).toEqual([]);
  for (const [text, values] of [
    [`SELECT access.end_pair($1, 'rematch', '{}', false, now()) AS done`, [pair.matchId]],
    [`SELECT access.look_back($1, '{"helped": "much"}', now()) AS done`, [pair.matchId]],
    ['SELECT access.go_on_together($1, now()) AS done', [pair.matchId]],
    [`SELECT access.answer_silence($1, 'yes', now()) AS done`, [pair.matchId]],
    ['SELECT access.ask_coordinator($1, now()) AS done', [pair.matchId]],
    ['SELECT access.meet_worry($1, now()) AS done', [pair.matchId]],
    [`SELECT access.rest_from_mentoring($1, '{}', now(), now()) AS done`, [pair.programId]],
  ] as [string, unknown[]][])
    for (const who of ['rosa', 'nora', 'mo'] as const)
      expect(await asked(who, text, values), text).toEqual([{ done: false }]);
  for (const text of [
    'pair_days($1, 9)',
    'pairs_in($1, now())',
    'pair_tallies_of($1)',
    'pair_figures($1, now(), now())',
  ])
    for (const who of ['rosa', 'nora', 'mo'] as const)
      expect(
        await asked(who, `SELECT * FROM access.${text}`, [
          text.startsWith('pair_days') ? pair.matchId : pair.programId,
        ]),
      ).toEqual([]);
  expect(await asked('rosa', 'SELECT * FROM access.my_hours()')).not.toEqual(
    await asked('dana', 'SELECT * FROM access.my_hours()'),
  );
  // Over, and what she wrote beforehand is closed to her mentor again.
  await maya.post(`${pair.path}/ending`, { as: 'rematch' });
  expect(await seen('dana')).toEqual([1, 0, 1]);
});

test('what she noted is in what she downloads, opened, and the other’s is not', async () => {
  const { path } = await aPair(world, { mentor: 'bea', mentee: 'vera' });
  await world.as('bea').post(`${path}/contacts`, { way: 'call', minutes: '60', mood: 'mixed' });
  await world.as('vera').post(`${path}/contacts`);
  const hers = JSON.parse((await world.as('bea').get('/me/export')).text).pairContacts;
  expect(hers).toMatchObject([{ way: 'call', minutes: 60, mood: 'mixed', name: 'Someone beside you' }]);
  const mine = JSON.parse((await world.as('vera').get('/me/export')).text).pairContacts;
  expect(mine).toMatchObject([{ way: null, minutes: null }]);
  expect((await world.as('bea').get('/me/export/page')).text).toContain('Mixed');
});
