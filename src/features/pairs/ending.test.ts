import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { FORM } from '../circles/a-circle.fixture.ts';
import { aPair, aProgramOfPairs, type MadePair, toldOf, watch } from './pairs.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const [dana, maya, admin] = [world.as('dana'), world.as('maya'), world.as('admin')];

const standing = async ({ matchId, requestId, circleId }: MadePair) => {
  const { rows } = await owner.query(
    `SELECT m.state, m.ended_as, r.state AS request, r.asked_at < now() - interval '39 days' AS kept_place,
       r.promised_at > now() AS promised, c.archived_at IS NOT NULL AS archived
     FROM matches m JOIN mentee_requests r ON r.request_id = $2 JOIN circles c ON c.circle_id = $3 WHERE m.match_id = $1`,
    [matchId, requestId, circleId],
  );
  return rows[0];
};

test('somebody else in two taps, without a reason: her place is kept, the other told kindly, the room read only', async () => {
  const pair = await aPair(world);
  expect((await maya.get(pair.path)).text).toContain(`href="${pair.path}/rematch"`);
  expect((await maya.get(`${pair.path}/rematch`)).text).toContain('You keep your place');
  expect((await maya.post(`${pair.path}/ending`, { as: 'rematch' })).location).toBe('/pairs');
  expect(await standing(pair)).toEqual({
    state: 'ended',
    ended_as: 'rematch',
    request: 'waiting',
    kept_place: true,
    promised: true,
    archived: true,
  });
  expect(await toldOf(world, 'dana')).toEqual(['mentoring.parted']);
  const news = (await dana.get('/notifications')).text;
  expect(news).toContain('You and Maya are not a pair any more. It is nobody’s fault');
  // Her room can be read, and nobody writes there.
  expect((await dana.get(`/circles/${pair.circleId}`)).status).toBe(200);
  expect((await dana.post(`/circles/${pair.circleId}/posts`, { body: 'one more thing' })).status).not.toBe(
    303,
  );
  // Over is over: nothing of it can be done twice, by neither.
  for (const who of [dana, maya]) {
    // Whoever tapped a moment later reads that it has happened, and is not sent away.
    expect((await who.post(`${pair.path}/ending`, { as: 'rematch' })).location).toBe(pair.path);
    expect((await who.get(pair.path)).text).toContain('You two have parted already');
    expect((await who.get(`${pair.path}/rematch`)).location).toBe(pair.path);
    for (const [act, form] of [
      ['contacts', { way: 'call', mood: 'good' }],
      ['going-on', {}],
      ['closing', {}],
      ['calls', { date: '2090-03-01', startTime: '10:00', minutes: '30' }],
    ] as const)
      expect((await who.post(`${pair.path}/${act}`, form)).status, act).toBe(404);
  }
  await watch(world, 500);
  expect(await toldOf(world, 'maya')).toEqual([]);
});

test('a mother may stop looking as well; her mentor closes nothing of hers before the weeks are over', async () => {
  const pair = await aPair(world, { mentee: 'vera', days: 3 });
  expect((await dana.post(`${pair.path}/ending`, { as: 'stopped' })).status).toBe(404);
  expect((await dana.post(`${pair.path}/closing`, {})).status).toBe(404);
  expect((await dana.get(`${pair.path}/closing`)).status).toBe(404);
  // Past the handler as well.
  for (const how of ['stopped', 'finished', 'blocked'])
    expect(
      await world.parts.db.write(people.dana, (tx) =>
        tx.hot(`SELECT access.end_pair($1, $2, '{}', false, now()) AS done`, [pair.matchId, how]),
      ),
    ).toEqual([{ done: false }]);
  expect((await world.as('vera').post(`${pair.path}/ending`, { as: 'stopped' })).location).toBe('/pairs');
  expect(await standing(pair)).toMatchObject({ state: 'ended', ended_as: 'stopped', request: 'closed' });
});

test('a close with three answers, which are counted and kept nowhere; the room stays open when they stay in touch', async () => {
  const pair = await aPair(world, { days: 90 });
  const answers = { helped: 'much', again: 'yes', stay: 'yes' };
  expect((await dana.post(`${pair.path}/closing`, answers)).location).toBe(pair.path);
  expect(await standing(pair)).toMatchObject({ ended_as: 'finished', request: 'closed', archived: false });
  expect(await toldOf(world, 'maya')).toEqual(['mentoring.finished']);
  expect((await maya.get(pair.path)).text).toContain('you stay in touch');
  // The other looks back too, once.
  expect((await maya.post(`${pair.path}/closing`, { helped: 'some' })).location).toBe(pair.path);
  expect((await maya.post(`${pair.path}/closing`, { helped: 'some' })).status).toBe(404);
  const { rows } = await owner.query(
    'SELECT side, asked, answer, times FROM pair_tallies WHERE program_id = $1 ORDER BY 1, 2',
    [pair.programId],
  );
  expect(rows).toEqual([
    { side: 'mentee', asked: 'helped', answer: 'some', times: 1 },
    { side: 'mentor', asked: 'again', answer: 'yes', times: 1 },
    { side: 'mentor', asked: 'helped', answer: 'much', times: 1 },
  ]);
  const unread = await aPair(world, { days: 90 });
  expect((await maya.post(`${unread.path}/closing`, { helped: 'never so much' })).status).toBe(422);
  expect(await standing(unread)).toMatchObject({ state: 'active' });
  await maya.post(`${unread.path}/closing`, {});
  expect(await standing(unread)).toMatchObject({ ended_as: 'finished', archived: true });
});

test('"not this month" keeps some with a later day and hands others over, each told kindly', async () => {
  await owner.query('DELETE FROM notifications');
  const programId = await aProgramOfPairs(world);
  const kept = await aPair(world, { programId });
  const over = await aPair(world, { programId, mentee: 'vera' });
  const foreign = await aPair(world, { mentor: 'rosa', mentee: 'bea' });
  const page = await dana.get(`${kept.path}/rest`);
  for (const name of ['Maya', 'Vera']) expect(page.text).toContain(`<span>${name}</span>`);
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  for (const wrong of ['', 'soon', '2001-01-01', '2999-01-01', '2026-02-30'])
    expect((await dana.post(`${kept.path}/rest`, { until: wrong })).status).toBe(422);
  expect((await maya.get(`${kept.path}/rest`)).status).toBe(404);
  await dana.post(`${kept.path}/rest`, { until, over: [over.matchId, foreign.matchId] });
  const day = new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' });
  expect((await maya.get(kept.path)).text).toMatch(
    new RegExp(`Dana is resting until [A-Z][a-z]+, ${day.format(new Date(until))}, and`),
  );
  expect(await standing(kept)).toMatchObject({ state: 'active' });
  expect(await standing(over)).toMatchObject({ ended_as: 'rematch', request: 'waiting', kept_place: true });
  expect(await standing(foreign)).toMatchObject({ state: 'active' });
  expect([await toldOf(world, 'maya'), await toldOf(world, 'vera')]).toEqual([
    ['mentoring.rests'],
    ['mentoring.parted'],
  ]);
  const { rows } = await owner.query('SELECT paused_at FROM program_mentors WHERE program_id = $1', [
    programId,
  ]);
  expect(rows[0].paused_at).not.toBeNull();
});

test('their room has no door: its mentor opens, fills, renames or closes it for nobody', async () => {
  const pair = await aPair(world, { mentor: 'rosa', mentee: 'bea' });
  const room = `/circles/${pair.circleId}`;
  await world.as('bea').post(`${room}/posts`, { body: 'He does not know I am here' });
  const wide = { ...FORM, joining: 'open', cap: '12', name: 'Open house' };
  for (const [path, form] of [
    ['settings', wide],
    ['closure', {}],
    ['invitations', { days: '7' }],
    [`people/${people.bea.memberId}/removal`, { why: 'no' }],
  ] as const)
    expect((await world.as('rosa').post(`${room}/${path}`, form)).status, path).toBe(404);
  for (const path of ['settings', 'invitations', 'people', 'merging'])
    expect((await world.as('rosa').get(`${room}/${path}`)).status, path).toBe(404);
  const seen = (await world.as('rosa').get(room)).text;
  expect(seen).toContain('He does not know I am here');
  expect(seen).not.toMatch(/\/(settings|invitations|people)"/);
  // Past the handlers as well: not by her own hand, and not by one of ours.
  const tries = [
    `UPDATE circles SET joining = 'open', cap = 12 WHERE circle_id = '${pair.circleId}' RETURNING 1`,
    `UPDATE circles SET closed_at = now() WHERE circle_id = '${pair.circleId}' RETURNING 1`,
  ];
  for (const text of tries)
    expect(await world.parts.db.write(people.rosa, (tx) => tx.hot(text, []))).toEqual([]);
  await expect(
    owner.query('INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)', [
      people.vera.communityId,
      pair.circleId,
      people.vera.memberId,
    ]),
  ).rejects.toThrow('a room of two');
  expect((await world.as('vera').post(`${room}/membership`)).status).toBe(404);
});

test('what ends for the coordinator too; and figures of fewer than five are not told', async () => {
  const programId = await aProgramOfPairs(world);
  const pair = await aPair(world, { programId });
  const list = `/community/programs/${programId}/pairs`;
  expect((await admin.get(`${list}/${pair.matchId}/ending`)).text).toContain('End the pair: Maya and Dana');
  for (let i = 0; i < 4; i++)
    await aPair(world, { programId, mentee: i % 2 ? 'vera' : 'bea' }).catch(() => {});
  expect((await admin.get(list)).text).not.toContain('First contact in time');
  expect((await admin.post(`${list}/${pair.matchId}/ending`, { as: 'nonsense' })).status).toBe(404);
  expect((await admin.post(`${list}/${pair.matchId}/ending`, { as: 'rematch' })).location).toBe(list);
  expect(await standing(pair)).toMatchObject({ ended_as: 'rematch', request: 'waiting' });
  for (const [answer, times] of [
    ['hours', 4],
    ['click', 7],
  ] as const)
    await owner.query(
      `INSERT INTO pair_tallies (community_id, program_id, side, asked, answer, times) VALUES ($1, $2, 'mentee', 'because', $3, $4)`,
      [people.admin.communityId, programId, answer, times],
    );
  const told = (await admin.get(list)).text;
  expect(told).toContain('It just did not click · at least 5');
  expect(told).not.toContain('Our hours');
});

test('one of three hundred pairs that needs her stands first; the others are folded and paged', async () => {
  const programId = await aProgramOfPairs(world);
  for (let i = 0; i < 6; i++) {
    const memberId = `00000000-0000-7000-8000-0000000cc0${String(i).padStart(2, '0')}`;
    await owner.query(
      `INSERT INTO members (community_id, member_id, account_id, display_name) VALUES ($1, $2, $3, $4)`,
      [people.dana.communityId, memberId, `account-${memberId}`, `Mother ${i}`],
    );
    const pair = await aPair(world, { programId, days: i === 5 ? 9 : 0, menteeId: memberId });
    if (i < 5) await dana.post(`${pair.path}/contacts`, { way: 'call', minutes: '30', mood: 'good' });
  }
  for (const hours of [1, 26, 51]) await watch(world, hours);
  const page = (await admin.get(`/community/programs/${programId}/pairs`)).text;
  expect(page).toContain('One pair needs you');
  expect(page).toContain('5 other pairs');
  expect(page.indexOf('Mother 5')).toBeLessThan(page.indexOf('Mother 0'));
  expect(page).toContain('First contact in time for 5 of 6 pairs');
  expect(page).not.toMatch(/Good|30 minutes/);
});

test('a block, and whoever erases herself, ends it; who is left is told that she is gone', async () => {
  await owner.query('DELETE FROM notifications');
  const pair = await aPair(world, { mentor: 'rosa', mentee: 'vera' });
  await owner.query(
    `UPDATE matches SET state = 'ended', ended_at = now(), ended_as = 'blocked' WHERE match_id = $1`,
    [pair.matchId],
  );
  expect((await world.as('vera').get(pair.path)).status).toBe(404);
  expect((await world.as('vera').get('/pairs')).text).not.toContain('Rosa');
  const other = await aPair(world, { mentor: 'bea', mentee: 'vera', note: 'for her alone' });
  await world.as('bea').post(`${other.path}/contacts`, { way: 'call', mood: 'good' });
  expect((await world.as('bea').post('/me/erasure', { word: 'erase' })).location).toBe('/');
  expect(await toldOf(world, 'vera')).toEqual(['mentoring.other-left']);
  expect((await world.as('vera').get('/notifications')).text).toContain('has left this community');
  const { rows } = await owner.query('SELECT archived_at FROM circles WHERE circle_id = $1', [
    other.circleId,
  ]);
  expect(rows[0].archived_at).not.toBeNull();
  const left = await owner.query('SELECT FROM pair_contacts WHERE match_id = $1', [other.matchId]);
  expect(left.rows).toEqual([]);
});
