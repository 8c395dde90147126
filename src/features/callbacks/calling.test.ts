import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aShift, askAs, CALL, closeAll, takeAs, trained } from './a-callback.fixture.ts';

const world = await newWorld({ LOG_LEVEL: 'error' });
const { owner, people } = world;
await trained(world, 'dana');
await trained(world, 'rosa', ['en', 'es']);

const row = async (id: string) =>
  (await owner.query('SELECT * FROM callbacks WHERE callback_id = $1', [id])).rows[0];
const told = async (who: keyof typeof people, kind: string, id?: string) =>
  (
    await owner.query(
      'SELECT FROM notifications WHERE member_id = $1 AND kind = $2 AND ($3::uuid IS NULL OR subject_id = $3)',
      [people[who].memberId, kind, id ?? null],
    )
  ).rowCount;
const acts = async (id: string) =>
  (await owner.query('SELECT act FROM callback_events WHERE callback_id = $1 ORDER BY at', [id])).rows.map(
    ({ act }) => act,
  );
const call = (id: string, rest = '') => `/callbacks/calls/${id}${rest}`;

beforeEach(() => closeAll(world));

test('Maya asks, Dana takes it, tries, reaches her and closes with a next step; then nothing of it is left', async () => {
  const id = await askAs(world, 'maya', { line: 'Nights are long', safe: 'Not after six' });
  expect((await row(id)).sealed).not.toMatch(/555 ?0142|Nights|Not after/);
  const queue = (await world.as('dana').get('/callbacks')).text;
  expect(queue).toContain('Sleep');
  expect(queue).not.toMatch(/Maya|555 ?0142|Nights|Not after|\bMay\b/);
  await takeAs(world, 'dana', id);
  const page = (await world.as('dana').get(call(id))).text;
  for (const words of [
    '312 555 0142',
    'Nights are long',
    'Not after six',
    'say your first name and nothing else',
  ])
    expect(page).toContain(words);
  const hers = `/callbacks/requests/${id}`;
  expect((await world.as('maya').get(hers)).text).toContain('Dana has taken it');
  expect(await told('maya', 'callbacks.taken', id)).toBe(1);
  await world.as('dana').post(call(id, '/tries'), { outcome: 'no-answer' });
  expect((await world.as('maya').get(hers)).text).toContain('Tried on');
  await world.as('dana').post(call(id, '/tries'), { outcome: 'reached' });
  expect((await world.as('dana').get(call(id))).text).not.toMatch(/555 ?0142/);
  const closed = await world.as('dana').post(call(id, '/closing'), { minutes: '30', step: 'circle' });
  expect(closed.location).toBe('/callbacks');
  const after = await row(id);
  expect([after.sealed, after.topics, after.hours, after.closed_as, after.next_step, after.minutes]).toEqual([
    null,
    [],
    [],
    'reached',
    'circle',
    30,
  ]);
  expect(await acts(id)).toEqual(['asked', 'taken', 'no-answer', 'reached', 'closed']);
  expect((await world.as('maya').get(hers)).text).toContain('href="/circles"');
  expect((await world.as('dana').get(call(id))).status).toBe(404);
});

test('the number opens to whoever has taken it, while it is taken, and to nobody else', async () => {
  const id = await askAs(world, 'maya');
  for (const who of ['dana', 'rosa', 'admin', 'mo', 'vera'] as const)
    expect((await world.as(who).get(call(id))).status, who).toBe(404);
  await takeAs(world, 'dana', id);
  expect((await world.as('rosa').get(call(id))).status).toBe(404);
  expect((await world.as('admin').get('/community/callbacks')).text).not.toMatch(/555 ?0142|Maya/);
  await world.as('dana').post(call(id, '/release'));
  expect((await world.as('dana').get(call(id))).status).toBe(404);
  await takeAs(world, 'rosa', id);
  expect((await world.as('rosa').get(call(id))).text).toContain('312 555 0142');
});

test('of two volunteers who take it at once one has it; she takes no more than she carries', async () => {
  await trained(world, 'vera');
  await trained(world, 'mo');
  const id = await askAs(world, 'maya');
  const takers = ['dana', 'rosa', 'vera', 'mo'] as const;
  const said = await Promise.all(takers.map((who) => world.as(who).post(`/callbacks/${id}/taking`)));
  expect(said.filter(({ location }) => location === call(id))).toHaveLength(1);
  expect(await acts(id)).toEqual(['asked', 'taken']);
  await closeAll(world);
  await trained(world, 'dana', ['en'], 1);
  const [one, two] = [await askAs(world, 'maya'), await askAs(world, 'bea')];
  await Promise.all([one, two].map((each) => world.as('dana').post(`/callbacks/${each}/taking`)));
  const { rows } = await owner.query('SELECT FROM callbacks WHERE taken_by = $1 AND closed_at IS NULL', [
    people.dana.memberId,
  ]);
  expect(rows).toHaveLength(1);
  await trained(world, 'dana');
  await owner.query('DELETE FROM support_volunteers WHERE member_id = ANY ($1)', [
    [people.vera.memberId, people.mo.memberId],
  ]);
});

test('nobody answers: two more tries with time between, then it closes kindly and the door stays open', async () => {
  const id = await askAs(world, 'maya');
  await takeAs(world, 'dana', id);
  const gaps: number[] = [];
  const itsTime = () => owner.query('UPDATE callbacks SET not_before = now() WHERE callback_id = $1', [id]);
  for (const _ of [1, 2]) {
    await itsTime();
    for (const _twice of [1, 2]) await world.as('dana').post(call(id, '/tries'), { outcome: 'no-answer' });
    gaps.push(((await row(id)).not_before - Date.now()) / 3_600_000);
  }
  expect((await row(id)).tries).toBe(2); // sent twice, it was one try
  await itsTime();
  expect(gaps.map(Math.round)).toEqual([2, 20]);
  expect((await row(id)).sealed).not.toBeNull();
  const last = await world.as('dana').post(call(id, '/tries'), { outcome: 'no-answer' });
  expect(last.location).toBe('/callbacks');
  expect(await row(id)).toMatchObject({ closed_as: 'no-answer', sealed: null, tries: 3 });
  expect(await told('maya', 'callbacks.unreached', id)).toBe(1);
  expect((await world.as('maya').get(`/callbacks/requests/${id}`)).text).toContain('href="/callbacks/new"');
});

test('a wrong moment is not held against her: called when she said', async () => {
  const id = await askAs(world, 'maya');
  await takeAs(world, 'dana', id);
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  for (const wrong of [
    { date: '', time: '' },
    { date: '2020-01-01', time: '10:00' },
    { date: 'x', time: 'y' },
  ])
    expect((await world.as('dana').post(call(id, '/tries'), { outcome: 'later', ...wrong })).status).toBe(
      422,
    );
  await world.as('dana').post(call(id, '/tries'), { outcome: 'later', date: day, time: '10:00' });
  const kept = await row(id);
  expect(kept.tries).toBe(0);
  expect(kept.not_before.toLocaleString('sv', { timeZone: 'America/Chicago' })).toBe(`${day} 10:00:00`);
});

test('she changes her hours and her number, and takes it back in one tap: both are gone at once', async () => {
  const id = await askAs(world, 'maya', { line: 'Nights are long' });
  await takeAs(world, 'dana', id);
  const hers = `/callbacks/requests/${id}`;
  expect((await world.as('dana').get(`${hers}/hours`)).status).toBe(404);
  expect((await world.as('maya').post(`${hers}/hours`, { phone: 'ring me' })).status).toBe(422);
  const changed = { phone: '+1 773 555 0199', hours: ['1-morning', '2-evening'], message: 'yes' };
  expect((await world.as('maya').post(`${hers}/hours`, changed)).location).toBe(hers);
  const page = (await world.as('dana').get(call(id))).text;
  for (const words of ['773 555 0199', 'Nights are long', 'A message may be left:'])
    expect(page).toContain(words);
  expect((await world.as('vera').post(`${hers}/withdrawal`)).status).toBe(404);
  await world.as('maya').post(`${hers}/withdrawal`);
  expect(await row(id)).toMatchObject({ closed_as: 'withdrawn', sealed: null, hours: [] });
  expect((await world.as('dana').get(call(id))).status).toBe(404);
  expect(await told('dana', 'callbacks.withdrawn', id)).toBe(1);
});

test('whoever she blocked never sees hers; “rather somebody else” and “I know her” part two for good', async () => {
  await trained(world, 'bea');
  const id = await askAs(world, 'maya');
  expect((await world.as('bea').get('/callbacks')).text).not.toContain(id);
  expect((await world.as('bea').post(`/callbacks/${id}/taking`)).status).toBe(404);
  await takeAs(world, 'dana', id);
  await world.as('maya').post(`/callbacks/requests/${id}/somebody-else`);
  expect((await world.as('dana').get(call(id))).status).toBe(404);
  expect((await world.as('dana').get('/callbacks')).text).not.toContain(id);
  await takeAs(world, 'rosa', id);
  await world.as('rosa').post(call(id, '/release'), { knows: 'yes' });
  expect((await world.as('rosa').post(`/callbacks/${id}/taking`)).status).toBe(404);
  await owner.query('DELETE FROM callback_apart');
  await takeAs(world, 'dana', id);
  await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    people.maya.communityId,
    people.maya.memberId,
    people.dana.memberId,
  ]);
  expect((await world.as('dana').get(call(id))).status).toBe(404);
  await owner.query('DELETE FROM blocks WHERE blocked_id = $1', [people.dana.memberId]);
});

test('once they have talked nobody else calls her for it: not after a block, nor after “rather somebody else”', async () => {
  const talked = async () => {
    await closeAll(world);
    await owner.query('DELETE FROM callback_apart');
    const id = await askAs(world, 'maya');
    await takeAs(world, 'dana', id);
    await world.as('dana').post(call(id, '/tries'), { outcome: 'reached' });
    return id;
  };
  const nobodyElse = async (id: string) => {
    expect(await row(id)).toMatchObject({ closed_as: 'reached', sealed: null });
    expect((await world.as('rosa').get('/callbacks')).text).not.toContain(id);
  };
  const first = await talked();
  await world.as('maya').post(`/callbacks/requests/${first}/somebody-else`);
  await nobodyElse(first);
  const second = await talked();
  const ids = [people.maya.communityId, people.maya.memberId, people.dana.memberId];
  await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', ids);
  await nobodyElse(second);
  await owner.query('DELETE FROM blocks WHERE blocked_id = $1', [people.dana.memberId]);
  const third = await talked();
  await owner.query('DELETE FROM call_volunteers WHERE member_id = $1', [people.dana.memberId]);
  expect((await world.as('rosa').get('/callbacks')).text).not.toContain(third);
  expect((await world.as('rosa').post(`/callbacks/${third}/taking`)).location).toBe('/callbacks');
  await trained(world, 'dana');
});

test('a volunteer who is suspended has nobody on the telephone', async () => {
  const id = await askAs(world, 'maya');
  await takeAs(world, 'dana', id);
  await owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, member_id, kind, reason, until)
     VALUES ($1, gen_random_uuid(), $2, 'suspension', 'a day apart', now() + interval '1 day')`,
    [people.dana.communityId, people.dana.memberId],
  );
  expect((await row(id)).taken_by).toBeNull();
  await owner.query('UPDATE callbacks SET taken_by = $1 WHERE callback_id = $2', [people.dana.memberId, id]);
  const keys = await world.parts.db.read(people.dana, (tx) =>
    tx.hot('SELECT wrapped FROM member_keys WHERE member_id = $1', [people.maya.memberId]),
  );
  expect(keys).toEqual([]);
  await owner.query('DELETE FROM sanctions');
});

test('in danger one tap calls supervisors in: they learn who it is, never the number', async () => {
  const id = await askAs(world, 'maya', { line: 'Nights are long' });
  await takeAs(world, 'dana', id);
  expect((await world.as('dana').get(call(id))).text).toContain('Stay with her and ask plainly');
  await world.as('dana').post(call(id, '/passing-on'));
  expect(await told('admin', 'callbacks.urgent', id)).toBe(1);
  const desk = (await world.as('admin').get('/community/callbacks')).text;
  expect(desk).toContain('It is about Maya');
  expect(desk).not.toMatch(/555 ?0142|Nights are long/);
  expect((await world.as('admin').post(`/community/callbacks/${id}/heeding`)).status).toBe(303);
  expect((await world.as('admin').post(`/community/callbacks/${id}/heeding`)).status).toBe(404);
});

test('a supervisor about whom a volunteer calls for one is not the one who is told', async () => {
  const role = (to: string) =>
    owner.query('UPDATE members SET role = $1 WHERE member_id = $2', [to, people.maya.memberId]);
  await role('coordinator');
  const id = await askAs(world, 'maya');
  await takeAs(world, 'dana', id);
  await world.as('dana').post(call(id, '/passing-on'));
  expect([await told('admin', 'callbacks.urgent', id), await told('maya', 'callbacks.urgent', id)]).toEqual([
    1, 0,
  ]);
  const desk = (await world.as('maya').get('/community/callbacks')).text;
  expect(desk).toContain('With Dana');
  expect(desk).not.toMatch(/It is about|calls for a supervisor/);
  expect((await world.as('maya').post(`/community/callbacks/${id}/heeding`)).status).toBe(404);
  expect((await world.as('admin').get('/community/callbacks')).text).toContain('It is about Maya');
  await role('member');
});

test('who is not trained answers nothing, and whoever stops being named has nobody on the telephone', async () => {
  const id = await askAs(world, 'maya');
  for (const path of ['/callbacks', '/callbacks/rota'])
    expect((await world.as('vera').get(path)).status, path).toBe(404);
  expect((await world.as('vera').post(`/callbacks/${id}/taking`)).status).toBe(404);
  await takeAs(world, 'dana', id);
  const unnamed = `/community/callbacks/volunteers/${people.dana.memberId}/removal`;
  expect((await world.as('admin').post(unnamed)).status).toBe(303);
  expect((await world.as('dana').get(call(id))).status).toBe(404);
  expect((await row(id)).taken_by).toBeNull();
  await trained(world, 'dana');
});

test.each([
  [{ phone: '' }, 'a number we can call'],
  [{ phone: 'DROP TABLE' }, 'a number we can call'],
  [{ phone: '123' }, 'a number we can call'],
  [{ name: '' }, 'a name to ask for'],
  [{ language: 'tlh' }, 'choose a language'],
  [{ line: 'x'.repeat(301) }, 'longer than we can keep'],
  [{ safe: 'a\0b' }, 'cannot be read'],
])('%j is told back, what she typed is kept, and nothing is asked', async (wrong, words) => {
  const answer = await world.as('maya').post('/callbacks/new', { ...CALL, ...wrong });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain(`id="f-${Object.keys(wrong)[0]}-error"`);
  const { rows } = await owner.query('SELECT FROM callbacks WHERE closed_at IS NULL');
  expect(rows).toEqual([]);
});

test('sent twice it is one request; a second one leads to the first; heavy words are met with those who answer now', async () => {
  const key = await askAs(world, 'maya');
  await askAs(world, 'maya', { key });
  expect((await world.as('maya').post('/callbacks/new', CALL)).location).toBe('/callbacks/mine');
  expect((await world.as('maya').get('/callbacks/new')).location).toBe(`/callbacks/requests/${key}`);
  await closeAll(world);
  const heavy = await world.as('maya').post('/callbacks/new', { ...CALL, line: 'I want to kill myself' });
  expect(heavy.location).toMatch(/^\/care\?to=/);
});

test('what is promised is said before and after; when nobody is there, that is said', async () => {
  await owner.query('DELETE FROM call_shifts');
  expect((await world.as('maya').get('/callbacks/new')).text).toContain('we cannot promise a time');
  const alone = await askAs(world, 'maya');
  expect((await row(alone)).promised_at).toBeNull();
  expect((await world.as('maya').get(`/callbacks/requests/${alone}`)).text).toContain('Nobody on the rota');
  expect(await told('admin', 'callbacks.uncovered', alone)).toBe(1);
  await closeAll(world);
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await aShift(world, 'rosa', day, '10:00', 120);
  const promised = await askAs(world, 'maya');
  expect((await row(promised)).promised_at.toLocaleString('sv', { timeZone: 'America/Chicago' })).toBe(
    `${day} 12:00:00`,
  );
  expect((await world.as('maya').get(`/callbacks/requests/${promised}`)).text).toContain('A call by');
});
