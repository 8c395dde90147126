import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import {
  aLead,
  approve,
  aWait,
  clearForming,
  openList,
  proposing,
  seatOf,
  tells,
  toldOf,
  waitOf,
} from './a-list.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const as = world.as;
const DAY = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY);
const job = (days = 0) => world.job('forming.moving-on', later(days));
const answer = async (who: 'maya' | 'vera' | 'dana' | 'rosa' | 'bea', how: 'acceptance' | 'refusal') =>
  as(who).post(`/circle-seats/${(await seatOf(world, who)).id}/${how}`, {});
const inside = async () =>
  (
    await owner.query(
      `SELECT p.display_name, m.role FROM circle_members m JOIN members p USING (community_id, member_id)
       WHERE m.circle_id = (SELECT circle_id FROM forming_circles ORDER BY made_at DESC LIMIT 1) ORDER BY 1`,
    )
  ).rows.map(({ display_name, role }) => `${display_name} ${role}`);
const circle = async () =>
  (await owner.query('SELECT * FROM forming_circles ORDER BY made_at DESC LIMIT 1')).rows[0];

/** What she has seen would be told again, were it told twice. */
const allSeen = () => owner.query('UPDATE notifications SET seen_at = now()');

beforeEach(async () => {
  await clearForming(world);
  await openList(world);
  for (const who of ['maya', 'vera', 'dana'] as const) await aWait(world, who);
  await aLead(world, 'rosa');
});

test('a seat is kept: she reads when, where and with how many, never with whom; her yes counts once a facilitator says hers', async () => {
  expect(await approve(world, proposing(world, ['maya', 'vera'], ['rosa']))).toBe('made');
  expect(await toldOf(world, 'maya')).toEqual(['forming.seat']);
  expect(await toldOf(world, 'rosa')).toEqual(['forming.lead-seat']);
  const { text } = await as('maya').get(`/circle-seats/${(await seatOf(world, 'maya')).id}`);
  for (const said of [
    'Tuesday evenings, Chicago',
    'Every Tuesday',
    '1 other mother',
    'Rosa',
    'not the only one',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('Vera');
  expect((await answer('maya', 'acceptance')).location).toBe('/circles/waiting-list');
  expect(await inside()).toEqual([]);
  const opened = await answer('rosa', 'acceptance');
  expect(opened.location).toBe(`/circles/${(await circle()).circle_id}`);
  expect(await inside()).toEqual(['Maya member', 'Rosa facilitator']);
  expect(await toldOf(world, 'maya')).toEqual(['forming.seat', 'forming.opens']);
  expect((await answer('vera', 'acceptance')).location).toBe(opened.location);
  expect(await inside()).toEqual(['Maya member', 'Rosa facilitator', 'Vera member']);
  expect((await circle()).state).toBe('begun');
  expect((await as('vera').get(opened.location!)).status).toBe(200);
  expect((await waitOf(world, 'vera')).state).toBe('seated');
});

test('"not this one" goes back to her place, and never the same circle again', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  expect((await answer('maya', 'refusal')).location).toBe('/circles/waiting-list');
  expect(await waitOf(world, 'maya')).toMatchObject({ state: 'waiting', lapses: 0 });
  expect(await toldOf(world, 'maya')).toEqual([]);
  const care = '/community/circle-forming';
  expect((await as('admin').get(care)).text).toContain('Ask one more of the list');
  await as('admin').post(`${care}/circles/${(await circle()).forming_id}/seats`, {});
  expect((await seatOf(world, 'maya')).state).toBe('declined');
  expect((await seatOf(world, 'dana')).state).toBe('offered');
});

test('nobody else answers for her, and a seat that is nobody’s is not there', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  const { id } = await seatOf(world, 'maya');
  for (const who of ['vera', 'rosa', 'admin'] as const) {
    expect((await as(who).get(`/circle-seats/${id}`)).status).toBe(404);
    expect((await as(who).post(`/circle-seats/${id}/acceptance`, {})).status).toBe(404);
  }
  expect((await seatOf(world, 'maya')).state).toBe('offered');
});

test('unanswered she is reminded once, then it lapses kindly; twice in a row and she is left in peace', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  await job(2.5);
  await allSeen();
  await job(3);
  const reminded = ['forming.seat', 'forming.seat-waits'];
  expect(await toldOf(world, 'maya')).toEqual(reminded);
  await Promise.all([job(4.1), job(4.1)]);
  await allSeen();
  await job(4.2);
  expect(await toldOf(world, 'maya')).toEqual([...reminded, 'forming.lapsed']);
  expect(await waitOf(world, 'maya')).toMatchObject({ state: 'waiting', lapses: 1 });
  expect(await toldOf(world, 'admin')).toEqual(['forming.short']);
  await aLead(world, 'rosa', 3);
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']), { now: later(5) });
  await job(9.5);
  expect(await waitOf(world, 'maya')).toMatchObject({ state: 'withdrawn' });
  expect((await as('maya').get('/circles/waiting-list')).text).toContain('We let your place rest');
});

test('two coordinators approve at once: one does; who left the list meanwhile is left out, and too few are none', async () => {
  await owner.query(`UPDATE members SET role = 'coordinator' WHERE member_id = $1`, [people.mo.memberId]);
  const proposed = proposing(world, ['maya', 'vera', 'dana'], ['rosa']);
  await aLead(world, 'rosa', 4);
  const both = await Promise.all([approve(world, proposed), approve(world, proposed, { by: 'mo' })]);
  expect(both.sort()).toEqual(['changed', 'made']);
  await owner.query(`UPDATE members SET role = 'moderator' WHERE member_id = $1`, [people.mo.memberId]);
  await clearForming(world);
  for (const who of ['maya', 'vera', 'dana'] as const) await aWait(world, who);
  await aLead(world, 'rosa', 4);
  await as('dana').post('/circles/waiting-list/departure', {});
  expect(await approve(world, proposed)).toBe('made');
  expect(await seatOf(world, 'dana')).toBeUndefined();
  await as('vera').post('/circles/waiting-list/departure', {});
  expect(await toldOf(world, 'admin')).toEqual(['forming.short']);
  expect(await approve(world, proposed)).toBe('changed');
});

test('a facilitator carries no more than she offered, and nobody but a coordinator makes circles', async () => {
  expect(await approve(world, proposing(world, ['maya', 'vera'], ['rosa']))).toBe('made');
  await aWait(world, 'mo');
  expect(await approve(world, proposing(world, ['dana', 'mo'], ['rosa']))).toBe('leads');
  await as('rosa').post('/circles/leading/pause', {});
  await aLead(world, 'rosa', 2);
  await as('rosa').post('/circles/leading/pause', {});
  expect(await approve(world, proposing(world, ['dana', 'mo'], ['rosa']))).toBe('leads');
  expect(await approve(world, proposing(world, ['dana', 'mo'], ['rosa']), { by: 'rosa' })).toBe('absent');
});

test('those who are kept apart are not seated together; a block later lets the other’s seat go, and says nothing', async () => {
  await aWait(world, 'bea');
  expect(await approve(world, proposing(world, ['maya', 'bea'], ['rosa']))).toBe('changed');
  expect(await approve(world, proposing(world, ['maya', 'vera', 'dana'], ['rosa']))).toBe('made');
  const block = 'INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)';
  const { communityId, memberId } = people.dana;
  await world.parts.db.write(people.dana, (tx) =>
    tx.hot(block, [communityId, memberId, people.vera.memberId]),
  );

  expect((await seatOf(world, 'dana')).state).toBe('offered');
  expect((await seatOf(world, 'vera')).state).toBe('released');
  expect(await waitOf(world, 'vera')).toMatchObject({ state: 'waiting', first_in_line: true });
  expect(await toldOf(world, 'vera')).toEqual(['forming.seat-gone']);
  await owner.query('DELETE FROM blocks WHERE blocker_id = $1', [people.dana.memberId]);
});

test('a loss told while a seat among babies is kept for her: it is kept no longer, and nothing is said', async () => {
  await tells(world, 'maya', { stages: [{ kind: 'expecting', dueMonth: '2027-02' }] });
  const proposed = proposing(world, ['maya', 'vera', 'dana'], ['rosa']);
  await approve(world, proposed);
  await tells(world, 'maya', { stages: [{ kind: 'loss' }], topics: ['loss'] });
  expect((await seatOf(world, 'maya')).state).toBe('released');
  expect(await toldOf(world, 'maya')).toEqual([]);
  expect((await waitOf(world, 'maya')).state).toBe('waiting');
  await job(2.5);
  expect(await toldOf(world, 'maya')).toEqual([]);
  // Nor is she seated there by a round that was worked out a moment before.
  await aLead(world, 'rosa', 4);
  await aWait(world, 'mo');
  await aWait(world, 'admin');
  await approve(world, proposing(world, ['maya', 'mo', 'admin'], ['rosa']));
  expect((await seatOf(world, 'mo')).state).toBe('offered');
  expect((await seatOf(world, 'maya')).state).toBe('released');
  await tells(world, 'maya', {});
});

test('too few said yes: a coordinator lets it begin small, or everybody is first in line again', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  await answer('rosa', 'acceptance');
  await answer('maya', 'acceptance');
  await answer('vera', 'refusal');
  const { forming_id, circle_id } = await circle();
  expect(await toldOf(world, 'admin')).toEqual(['forming.short']);
  expect((await as('admin').get('/community/circle-forming')).text).toContain('Begin with one');
  await as('admin').post(`/community/circle-forming/circles/${forming_id}/dissolution`, {});
  expect(await waitOf(world, 'maya')).toMatchObject({ state: 'waiting', first_in_line: true });
  expect(await waitOf(world, 'vera')).toMatchObject({ state: 'waiting', first_in_line: false });
  expect(await toldOf(world, 'maya')).toContain('forming.dissolved');
  expect(await toldOf(world, 'rosa')).toContain('forming.lead-dissolved');
  expect(
    (await owner.query('SELECT archived_at FROM circles WHERE circle_id = $1', [circle_id])).rows[0]
      .archived_at,
  ).not.toBeNull();
  expect(
    (await as('admin').post(`/community/circle-forming/circles/${forming_id}/beginning`, {})).status,
  ).toBe(303);
  expect((await circle()).state).toBe('dissolved');
});

test('it begins small when a coordinator says so', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  await answer('rosa', 'acceptance');
  await answer('maya', 'acceptance');
  await answer('vera', 'refusal');
  await as('admin').post(`/community/circle-forming/circles/${(await circle()).forming_id}/beginning`, {});
  expect((await circle()).state).toBe('begun');
});

test('nobody takes a kept seat by another door', async () => {
  await owner.query('UPDATE forming_settings SET upper = 2');
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  await answer('rosa', 'acceptance');
  await answer('maya', 'acceptance');
  const { circle_id } = await circle();
  await owner.query(`UPDATE circles SET joining = 'open' WHERE circle_id = $1`, [circle_id]);
  expect((await as('bea').post(`/circles/${circle_id}/membership`, {})).status).toBe(409);
  expect((await answer('vera', 'acceptance')).location).toBe(`/circles/${circle_id}`);
  expect(await inside()).toEqual(['Maya member', 'Rosa facilitator', 'Vera member']);
});

test('every answer at once: no deadlock, everybody in, the cap held', async () => {
  await approve(world, proposing(world, ['maya', 'vera', 'dana'], ['rosa']));
  const all = await Promise.all(
    (['maya', 'rosa', 'vera', 'dana'] as const).map((who) => answer(who, 'acceptance')),
  );
  expect(all.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(await inside()).toEqual(['Dana member', 'Maya member', 'Rosa facilitator', 'Vera member']);
});

test('who may take no part just now is not in the circle when it opens, and keeps her place', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  await answer('vera', 'acceptance');
  await owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until)
     VALUES ($1, gen_random_uuid(), 'suspension', $2, 'a test', now() + interval '1 day')`,
    [people.vera.communityId, people.vera.memberId],
  );
  await answer('rosa', 'acceptance');
  expect(await inside()).toEqual(['Rosa facilitator']);
  expect(await waitOf(world, 'vera')).toMatchObject({ state: 'waiting', first_in_line: true });
  expect((await seatOf(world, 'vera')).state).toBe('released');
  await owner.query('DELETE FROM sanctions');
});

test('on the day of a forming the coordinators are told, once', async () => {
  await openList(world, new Date().toISOString().slice(0, 10));
  await Promise.all([job(1), job(1)]);
  await allSeen();
  await job(2);
  expect(await toldOf(world, 'admin')).toEqual(['forming.day']);
});

test('what is over is forgotten in time', async () => {
  await as('vera').post('/circles/waiting-list/departure', {});
  await job(59);
  expect(await waitOf(world, 'vera')).toMatchObject({ state: 'withdrawn' });
  await job(61);
  expect(await waitOf(world, 'vera')).toBeUndefined();
  const asMember = world.parts.db.write(people.admin, (tx) =>
    tx.hot('SELECT access.move_forming(now(), 5) AS n', []),
  );
  expect(await asMember).toEqual([{ n: 0 }]);
});

test('nobody is kept in a circle in which, by another’s no, she would be alone as she asked not to be', async () => {
  const asks = (who: 'maya' | 'vera', column: string) =>
    owner.query(`UPDATE circle_waits SET ${column} = '{twins}' WHERE member_id = $1`, [people[who].memberId]);
  await asks('maya', 'not_alone');
  expect(await approve(world, proposing(world, ['maya', 'vera', 'dana'], ['rosa']))).toBe('changed');
  await asks('vera', 'topics');
  expect(await approve(world, proposing(world, ['maya', 'vera', 'dana'], ['rosa']))).toBe('made');
  await answer('maya', 'acceptance');
  await answer('vera', 'refusal');
  expect((await seatOf(world, 'maya')).state).toBe('released');
  expect(await waitOf(world, 'maya')).toMatchObject({ state: 'waiting', first_in_line: true });
  expect(await toldOf(world, 'maya')).toEqual(['forming.seat-gone']);
  expect((await seatOf(world, 'dana')).state).toBe('offered');
  expect(await toldOf(world, 'admin')).toEqual(['forming.short']);
});

test('who grieves is asked among those who lost alone, never where it is not known that nobody has a baby; and nobody else is asked there', async () => {
  await tells(world, 'dana', { stages: [{ kind: 'loss' }] });
  await approve(world, { ...proposing(world, ['maya', 'vera'], ['rosa']), stages: [], topics: [] });
  await answer('vera', 'refusal');
  const more = `/community/circle-forming/circles/${(await circle()).forming_id}/seats`;
  await as('admin').post(more, {});
  expect(await seatOf(world, 'dana')).toBeUndefined();
  await owner.query(`UPDATE forming_circles SET topics = '{loss}'`);
  await tells(world, 'dana', {});
  await as('admin').post(more, {});
  expect(await seatOf(world, 'dana')).toBeUndefined();
  await tells(world, 'dana', { stages: [{ kind: 'loss' }] });
  await as('admin').post(more, {});
  expect((await seatOf(world, 'dana')).state).toBe('offered');
  await tells(world, 'dana', {});
});

test('no more milestones, told while a seat is kept: it is kept no longer where it is not known who is there', async () => {
  await tells(world, 'maya', {});
  await approve(world, { ...proposing(world, ['maya', 'vera'], ['rosa']), stages: [] });
  await owner.query('UPDATE answers SET milestones_ended_at = now() WHERE member_id = $1', [
    people.maya.memberId,
  ]);
  expect((await seatOf(world, 'maya')).state).toBe('released');
  await owner.query('UPDATE answers SET milestones_ended_at = NULL');
});

test('whom coordinators no longer ask opens no circle with a seat she was asked to take before', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  await as('admin').post(`/community/circle-forming/leads/${people.rosa.memberId}`, { answer: 'no' });
  expect((await seatOf(world, 'rosa')).state).toBe('released');
  expect((await answer('rosa', 'acceptance')).location).toBe('/circles/leading');
  expect(await inside()).toEqual([]);
  expect((await circle()).short_told_at).not.toBeNull();
});

test('the clock does not wait for whoever is just answering: neither of them ends in a deadlock', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  const answering = await owner.connect();
  try {
    await answering.query('BEGIN');
    await answering.query('SELECT FROM forming_circles FOR UPDATE');
    await job(2.5);
    expect(await toldOf(world, 'maya')).toEqual(['forming.seat', 'forming.seat-waits']);
  } finally {
    await answering.query('ROLLBACK');
    answering.release();
  }
});

test('who may take no part while her seat lapses is not thought to have let it lapse', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  await owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until)
     VALUES ($1, gen_random_uuid(), 'suspension', $2, 'a test', now() + interval '1 day')`,
    [people.vera.communityId, people.vera.memberId],
  );
  await job(4.1);
  expect(await waitOf(world, 'vera')).toMatchObject({ state: 'waiting', lapses: 0 });
  expect(await waitOf(world, 'maya')).toMatchObject({ state: 'waiting', lapses: 1 });
  await owner.query('DELETE FROM sanctions');
});

test('told to be kept apart, or muted, once seats are kept: the two are not brought together', async () => {
  const { communityId, memberId } = people.vera;
  const [one, other] = [memberId, people.dana.memberId].sort();
  for (const [text, ids] of [
    ['INSERT INTO kept_apart (community_id, one_id, other_id) VALUES ($1, $2, $3)', [one, other]],
    [
      'INSERT INTO mutes (community_id, member_id, muted_id) VALUES ($1, $2, $3)',
      [memberId, people.dana.memberId],
    ],
  ] as const) {
    await approve(world, proposing(world, ['maya', 'vera', 'dana'], ['rosa']));
    await owner.query(text, [communityId, ...ids]);
    const states = [(await seatOf(world, 'vera')).state, (await seatOf(world, 'dana')).state];
    expect(states.sort()).toEqual(['offered', 'released']);
    await owner.query('DELETE FROM kept_apart');
    await owner.query('DELETE FROM mutes');
    await clearForming(world);
    for (const who of ['maya', 'vera', 'dana'] as const) await aWait(world, who);
    await aLead(world, 'rosa');
  }
});

test('a circle that has begun is closed while a seat in it is kept: she is first in line again, and never late', async () => {
  await approve(world, proposing(world, ['maya', 'vera'], ['rosa']));
  await answer('rosa', 'acceptance');
  await answer('maya', 'acceptance');
  const { forming_id, circle_id } = await circle();
  await owner.query(`UPDATE forming_circles SET state = 'begun', begun_at = now() WHERE forming_id = $1`, [
    forming_id,
  ]);
  await owner.query('UPDATE circles SET archived_at = now() WHERE circle_id = $1', [circle_id]);
  await job(4.1);
  expect((await seatOf(world, 'vera')).state).toBe('released');
  expect(await waitOf(world, 'vera')).toMatchObject({ state: 'waiting', first_in_line: true, lapses: 0 });
  expect(await toldOf(world, 'vera')).toContain('forming.seat-gone');
});
