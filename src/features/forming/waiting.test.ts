import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';

import { aLead, aWait, clearForming, openList, tells, toldOf, waitOf } from './a-list.fixture.ts';
import { facilitatorsFree, waitingList } from './company.ts';

const world = await newWorld();
const { maya, vera } = world.people;
const LIST = '/circles/waiting-list';
const WISHES = {
  languages: ['en', 'es'],
  free: ['2-evening', '4-evening'],
  meets: 'both',
  topics: ['sleep'],
};
const as = world.as;
const list = () => world.parts.db.read(world.people.admin, (tx) => waitingList(tx));

beforeEach(async () => {
  await clearForming(world);
  await openList(world);
});

test('she finds the list where no circle is right, and what she told us is filled in already', async () => {
  await tells(world, 'maya', { languages: ['es'], free: ['3-morning'], topics: ['twins'] });
  expect((await as('maya').get('/circles?near=99501&within=5')).text).toContain(`href="${LIST}"`);
  const { text } = await as('maya').get(`${LIST}/wishes`);
  for (const value of ['es', '3-morning', 'twins'])
    expect(text).toMatch(new RegExp(`<input[^>]*value="${value}"[^>]*checked`));
});

test('she puts herself on it, reads when the next forming is, changes what she looks for, leaves and is back in her place', async () => {
  const on = await as('maya').post(`${LIST}/wishes`, WISHES);
  expect([on.status, on.location]).toEqual([303, LIST]);
  expect((await as('maya').get(LIST)).text).toContain('Tuesday, December 1');
  const since = (await list())[0]!.since;
  await as('maya').post(`${LIST}/wishes`, { ...WISHES, languages: 'es', notAlone: 'twins' });
  expect(await list()).toMatchObject([
    { id: maya.memberId, since, notAlone: ['twins'], self: { languages: ['es'] } },
  ]);
  await as('maya').post(`${LIST}/departure`, {});
  expect(await list()).toEqual([]);
  expect((await as('maya').get(LIST)).text).toContain(`action="${LIST}/return"`);
  await as('maya').post(`${LIST}/return`, {});
  expect(await list()).toMatchObject([{ since }]);
});

test('two taps at once put her on it once; without a language nothing is kept', async () => {
  await Promise.all([1, 2, 3].map(() => as('vera').post(`${LIST}/wishes`, WISHES)));
  expect(await list()).toHaveLength(1);
  const bad = await as('maya').post(`${LIST}/wishes`, { ...WISHES, languages: [] });
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('Choose at least one language.');
  expect(await list()).toHaveLength(1);
});

test('a closed list takes nobody, and keeps those who wait', async () => {
  await aWait(world, 'vera');
  await world.owner.query('UPDATE forming_settings SET open = false');
  expect((await as('maya').post(`${LIST}/wishes`, WISHES)).location).toBe(LIST);
  expect((await as('maya').get('/circles')).text).not.toContain(`href="${LIST}"`);
  expect((await list()).map(({ id }) => id)).toEqual([vera.memberId]);
});

test('only coordinators read the list; a blocked one is kept apart from her, and a suspended one is not on it', async () => {
  for (const who of ['maya', 'bea', 'dana'] as const) await aWait(world, who);
  for (const who of ['maya', 'rosa', 'mo'] as const)
    expect(await world.parts.db.read(world.people[who], (tx) => waitingList(tx))).toEqual([]);
  const apart = Object.fromEntries((await list()).map(({ name, apart }) => [name, [...apart]]));
  expect(apart).toEqual({ Maya: [world.people.bea.memberId], Bea: [maya.memberId], Dana: [] });
  await world.owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until)
     VALUES ($1, gen_random_uuid(), 'suspension', $2, 'a test', now() + interval '1 day')`,
    [maya.communityId, world.people.dana.memberId],
  );
  expect((await list()).map(({ name }) => name).sort()).toEqual(['Bea', 'Maya']);
  await world.owner.query('DELETE FROM sanctions');
});

test('where she is, is read the moment the list is: a loss she tells of while she waits is known, and nobody is told', async () => {
  await tells(world, 'maya', {
    stages: [{ kind: 'expecting', dueMonth: '2027-02' }],
    topics: ['twins'],
  });
  await aWait(world, 'maya', { topics: ['twins', 'sleep'], notAlone: ['twins'] });
  expect((await list())[0]!.self.stages).toEqual([{ kind: 'expecting', dueMonth: '2027-02' }]);
  await tells(world, 'maya', { stages: [{ kind: 'loss' }], topics: ['loss'] });
  expect(await list()).toMatchObject([
    { notAlone: [], self: { stages: [{ kind: 'loss' }], topics: ['loss'] } },
  ]);
  expect(await waitOf(world, 'maya')).toMatchObject({ state: 'waiting', topics: [] });
  const { text } = await as('maya').get(`${LIST}/wishes`);
  expect(text).not.toContain('value="twins"');
  expect(await toldOf(world, 'maya')).toEqual([]);
});

test('a forming that has no circle for her tells her once when the next is, and why; of two coordinators one ends it', async () => {
  const { finishRound, settingsOf } = await import('./index.ts');
  const wait = await aWait(world, 'vera');
  const why = { key: 'seating-reasons.waiting.hours', values: { reader: 'member' } } as never;
  const finish = () =>
    world.parts.db.write(world.people.admin, async (tx) => {
      const settings = { ...(await settingsOf(tx)), nextOn: '2099-12-01' };
      return finishRound(tx, settings, '2099-12-01', new Map([[wait, [why]]]), new Date());
    });
  expect((await Promise.all([finish(), finish()])).sort()).toEqual([false, true]);
  expect(await toldOf(world, 'vera')).toEqual(['forming.still-waiting']);
  const { text } = await as('vera').get(LIST);
  expect(text).toContain('free when you are');
  expect(text).toContain('Tuesday, December 29');
});

test('somebody offers to lead, a coordinator says yes, and she rests or takes it back in one tap', async () => {
  const offer = { languages: 'es', free: '6-morning', meets: 'both', circles: '2' };
  expect((await as('rosa').post('/circles/leading', offer)).location).toBe('/circles/leading');
  expect(await toldOf(world, 'admin')).toEqual(['forming.lead-offered']);
  const free = () => world.parts.db.read(world.people.admin, (tx) => facilitatorsFree(tx));
  expect(await free()).toEqual([]);
  const { text } = await as('admin').get('/community/circle-forming');
  expect(text).toContain('Offers 2 circles at a time. Looks after one here already.');
  const answer = `/community/circle-forming/leads/${world.people.rosa.memberId}`;
  await as('admin').post(answer, { answer: 'yes' });
  expect(await toldOf(world, 'rosa')).toEqual(['forming.lead-welcome']);
  expect(await free()).toMatchObject([{ name: 'Rosa', leftOver: 2, facilitator: { languages: ['es'] } }]);
  await as('rosa').post('/circles/leading/pause', {});
  expect(await free()).toEqual([]);
  await as('rosa').post('/circles/leading/return', {});
  expect(await free()).toHaveLength(1);
  await as('rosa').post('/circles/leading/departure', {});
  expect(await free()).toEqual([]);
  expect((await as('admin').post(answer, { answer: 'yes' })).status).toBe(404);
});

test('one who grieves and would lead is asked for those who grieve alone, and shown nothing of babies', async () => {
  await tells(world, 'dana', { stages: [{ kind: 'loss' }] });
  expect((await as('dana').get('/circles/leading')).text).not.toMatch(/value="(twins|feeding|nicu)"/);
  await aLead(world, 'dana');
  const [dana] = await world.parts.db.read(world.people.admin, (tx) => facilitatorsFree(tx));
  expect(dana!.facilitator.topics).toEqual(['loss']);
});

test('how circles are formed is a coordinator’s to say, and the day must be named before the list opens', async () => {
  const said = {
    open: 'yes',
    lower: '6',
    upper: '12',
    leads: '2',
    meets: 'both',
    everyDays: '28',
    answerDays: '4',
  };
  const settings = '/community/circle-forming/settings';
  const refused = await as('admin').post(settings, said);
  expect([refused.status, refused.text.includes('Name the day of the next forming')]).toEqual([422, true]);
  expect((await as('admin').post(settings, { ...said, nextOn: '2099-12-01', upper: '5' })).status).toBe(422);
  for (const nextOn of ['0000-01-01', '0001-01-01', '9999-12-31'])
    expect((await as('admin').post(settings, { ...said, nextOn })).status).toBe(422);
  await aWait(world, 'vera');
  for (const told of [['forming.next-day'], []]) {
    expect((await as('admin').post(settings, { ...said, nextOn: '2099-12-08' })).status).toBe(303);
    expect(await toldOf(world, 'vera'), 'of a new day, and of no day twice').toEqual(told);
    await world.owner.query(`DELETE FROM notifications WHERE kind = 'forming.next-day'`);
  }
  expect((await as('maya').get(LIST)).text).toContain('Tuesday, December 8');
});

test('she takes everything with her, and erased she waits nowhere', async () => {
  await aWait(world, 'vera', { notAlone: ['newly-arrived'] });
  const all = JSON.parse((await as('vera').get('/me/export')).text);
  expect(all.circleWaits).toMatchObject([{ state: 'waiting', not_alone: ['newly-arrived'] }]);
  await world.owner.query('DELETE FROM members WHERE member_id = $1', [vera.memberId]);
  expect(await list()).toEqual([]);
});
