import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { inWorld, room } from './a-report.fixture.ts';
import { report } from './index.ts';

const world = await newWorld();
const { maya, rosa, dana, mo, admin, vera } = world.people;
const { say, tell, caseOn, reported, decide, row, log } = inWorld(world);
const asApp = (who: typeof maya, text: string, values: unknown[] = []) =>
  world.parts.db.write(who, (tx) => tx.hot<Record<string, unknown>>(text, values));

test('reports on one thing gather in one case, and danger moves it to the front', async () => {
  const slow = await reported('dana', 'an older matter');
  const post = await say('dana', 'Join my team');
  await Promise.all((['maya', 'rosa', 'bea'] as const).map((who) => tell(who, 'post', post)));
  const { rows } = await world.owner.query('SELECT case_id, danger FROM cases WHERE subject_id = $1', [post]);
  expect(rows).toMatchObject([{ danger: false }]);
  expect(
    (await world.owner.query('SELECT FROM reports WHERE case_id = $1', [rows[0].case_id])).rowCount,
  ).toBe(3);
  const before = await row(rows[0].case_id);
  await world.owner.query('UPDATE reports SET handled_at = now() WHERE reporter_id = $1', [maya.memberId]);
  await tell('maya', 'post', post, { reason: 'danger' });
  const after = await row(rows[0].case_id);
  expect(after.danger).toBe(true);
  expect(after.due_at.getTime()).toBeLessThan(before.due_at.getTime());
  const queue = (await world.as('mo').get('/moderation')).text;
  expect(queue.indexOf(rows[0].case_id)).toBeLessThan(queue.indexOf(slow.id));
});

test('moderators see who reported; whoever looks after the circle sees why, but not who', async () => {
  const post = await say('dana', 'sharp words');
  await tell('maya', 'post', post, { note: 'this stung' });
  const id = await caseOn(post);
  expect((await world.as('mo').get(`/moderation/${id}`)).text).toContain('Reported by Maya');
  const hers = (await world.as('rosa').get(`${room}/cases/${id}`)).text;
  expect(hers).toContain('this stung');
  expect(hers).not.toContain('Maya');
  expect(await asApp(rosa, 'SELECT * FROM reports WHERE case_id = $1', [id])).toEqual([]);
  expect((await world.as('dana').get(`/moderation/${id}`)).status).toBe(403);
});

test('one takes it, the other sees that; both at once, one is told she was second', async () => {
  const { id } = await reported('dana', 'take me');
  const both = await Promise.all([
    world.as('mo').post(`/moderation/${id}/assignment`, { taking: 'yes' }),
    world.as('admin').post(`/moderation/${id}/assignment`, { taking: 'yes' }),
  ]);
  expect(both.map((a) => a.status)).toEqual([303, 303]);
  expect((await log(id)).filter((act) => act === 'taken')).toHaveLength(1);
  const taker = (await row(id)).assigned_to === mo.memberId ? 'Mo' : 'Admin';
  expect((await world.as(taker === 'Mo' ? 'admin' : 'mo').get(`/moderation/${id}`)).text).toContain(
    `${taker} has taken this`,
  );
});

test('two moderators decide at once: one decision stands, and nothing of the other is left', async () => {
  const { id } = await reported('dana', 'decide me');
  const both = await Promise.all([decide('mo', id, 'warn'), decide('admin', id, 'suspend', { days: '7' })]);
  expect(both.map((a) => a.location).sort()).toEqual(['/moderation', `/moderation/${id}`]);
  const { decision } = await row(id);
  expect((await log(id)).filter((act) => act.startsWith('decided'))).toEqual([`decided-${decision}`]);
  const { rowCount } = await world.owner.query('DELETE FROM sanctions WHERE case_id = $1', [id]);
  expect(rowCount).toBe(decision === 'suspend' ? 1 : 0);
  await decide('mo', id, 'none');
  expect((await row(id)).decision).toBe(decision);
});

test('a hidden post is gone from every view, and an appeal that is granted brings it back', async () => {
  const post = await say('dana', 'a thread with an answer');
  await world.as('rosa').post(`${room}/posts/${post}/replies`, { key: newId(), body: 'unkind answer' });
  const { rows } = await world.owner.query(`SELECT post_id FROM posts WHERE body = 'unkind answer'`);
  const reply = rows[0].post_id;
  await tell('maya', 'post', reply);
  const id = await caseOn(reply);
  await decide('mo', id, 'hide', { told: 'Thank you, Maya.' });
  for (const who of ['maya', 'rosa', 'dana'] as const)
    for (const path of [room, `${room}/posts/${post}`])
      expect((await world.as(who).get(path)).text, `${who} ${path}`).not.toContain('unkind answer');
  const count = async () =>
    (await world.owner.query('SELECT reply_count FROM posts WHERE post_id = $1', [post])).rows[0].reply_count;
  expect(await count()).toBe(0);
  const told = (await world.as('rosa').get(`/me/decisions/${id}`)).text;
  for (const words of ['Because of the charter.', 'unkind answer']) expect(told).toContain(words);
  for (const secret of ['Maya', '>Mo<', 'Thank you, Maya.']) expect(told).not.toContain(secret);
  const mine = (await world.owner.query('SELECT report_id FROM reports WHERE case_id = $1', [id])).rows[0]
    .report_id;
  const answer = (await world.as('maya').get(`/me/reports/${mine}`)).text;
  expect(answer).toContain('We took it out of sight.');
  expect(answer).toContain('Thank you, Maya.');
  // Twice at once is once.
  const sent = await Promise.all(
    [1, 2].map(() => world.as('rosa').post(`/me/decisions/${id}/appeal`, { words: 'I was joking' })),
  );
  expect(sent.map((a) => a.status)).toEqual([303, 303]);
  expect((await world.owner.query('SELECT FROM appeals WHERE case_id = $1', [id])).rowCount).toBe(1);
  // Who decided does not hear it; somebody else does.
  const hearing = { finding: 'overturn', answer: 'It may stand.' };
  expect((await world.as('mo').post(`/moderation/${id}/hearing`, hearing)).status).toBe(404);
  expect((await world.as('mo').get('/moderation')).text).not.toContain('#appeal');
  expect((await world.as('admin').post(`/moderation/${id}/hearing`, hearing)).location).toBe('/moderation');
  expect((await world.as('maya').get(`${room}/posts/${post}`)).text).toContain('unkind answer');
  expect(await count()).toBe(1);
  expect((await world.as('rosa').get(`/me/decisions/${id}`)).text).toContain('It may stand.');
  expect(await log(id)).toEqual(['reported', 'decided-hide', 'appealed', 'overturned']);
});

test('nobody in the circle hears an appeal, nor who reported it, whoever they are', async () => {
  const { id } = await reported('dana', 'in our circle');
  await decide('mo', id, 'warn');
  await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'no' });
  const hears = async () => (await asApp(admin, 'SELECT access.may_hear($1) AS may', [id]))[0]!.may;
  expect(await hears()).toBe(true);
  await world.owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
    [admin.communityId, NIGHT_FEEDS, admin.memberId],
  );
  expect(await hears()).toBe(false);
  await world.owner.query('DELETE FROM circle_members WHERE member_id = $1', [admin.memberId]);
  await world.owner.query('UPDATE reports SET reporter_id = $1 WHERE case_id = $2', [admin.memberId, id]);
  expect(await hears()).toBe(false);
});

test('an appeal is told to those who may hear it; where there is nobody, to the coordinator, who sees what is missing', async () => {
  const told = async () => {
    const { rows } = await world.owner.query(
      `SELECT lower(m.display_name) || ' ' || n.kind AS line FROM notifications n JOIN members m USING (community_id, member_id)
       WHERE n.kind LIKE 'safety.appeal%' ORDER BY 1`,
    );
    await world.owner.query(`DELETE FROM notifications WHERE kind LIKE 'safety.appeal%'`);
    return rows.map(({ line }) => line);
  };
  await world.owner.query('DELETE FROM appeals');
  await told();
  const appeals = async (words: string) => {
    const { id } = await reported('dana', words);
    await decide('mo', id, 'warn');
    await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'no' });
  };
  await appeals('somebody else will look');
  expect(await told()).toEqual(['admin safety.appeal']);
  expect((await world.as('admin').get('/moderation')).text).not.toContain('nobody like that here yet');
  await world.owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
    [admin.communityId, NIGHT_FEEDS, admin.memberId],
  );
  await appeals('nobody is left to look');
  expect(await told()).toEqual(['admin safety.appeal-unheard']);
  expect((await world.as('admin').get('/moderation')).text).toContain('nobody like that here yet');
  expect((await world.as('admin').get('/notifications')).status).toBe(200);
  await world.owner.query('DELETE FROM circle_members WHERE member_id = $1', [admin.memberId]);
});

test('whoever it is about neither sees nor decides her case, by name or without', async () => {
  const { location } = await tell('maya', 'member', mo.memberId);
  expect(location).toContain('/me/reports/');
  const id = await caseOn(mo.memberId);
  expect((await world.as('mo').get(`/moderation/${id}`)).status).toBe(404);
  expect((await decide('mo', id, 'none')).status).toBe(404);
  expect((await decide('admin', id, 'warn')).location).toBe('/moderation');
  // A facilitator meets no case about herself, nor about the other one who looks after the circle.
  const hers = await reported('rosa', 'the facilitator herself');
  const nameless = await reported('rosa', 'the facilitator without her name', { anonymous: 'yes' });
  for (const one of [hers, nameless])
    expect((await world.as('rosa').get(`${room}/cases/${one.id}`)).status).toBe(404);
  await tell('dana', 'circle', NIGHT_FEEDS);
  expect((await world.as('rosa').get(`${room}/cases/${await caseOn(NIGHT_FEEDS)}`)).status).toBe(404);
});

test('a facilitator hides and warns, and neither removes nor suspends', async () => {
  const { id, post } = await reported('dana', 'simple enough');
  const path = `${room}/cases/${id}/decision`;
  for (const decision of ['remove', 'suspend'])
    expect((await world.as('rosa').post(path, { decision, why: 'x', days: '1' })).status).toBe(422);
  expect((await world.as('rosa').post(path, { decision: 'hide' })).status).toBe(422); // says why
  expect(
    (await world.as('rosa').post(path, { decision: 'hide', why: 'Nothing is sold here.' })).location,
  ).toBe(`${room}/settings/care`);
  expect((await world.as('maya').get(room)).text).not.toContain('simple enough');
  expect((await row(id)).decided_by).toBe(rosa.memberId);
  expect(
    (await world.owner.query('SELECT hidden_at FROM posts WHERE post_id = $1', [post])).rows[0].hidden_at,
  ).toBeTruthy();
});

test('what is decided follows the member behind a pseudonym, and nobody learns who she is', async () => {
  const { id } = await reported('dana', 'nameless and sharp', { anonymous: 'yes' });
  await decide('mo', id, 'remove');
  const seat = 'SELECT FROM circle_members WHERE circle_id = $1 AND member_id = $2';
  expect((await world.owner.query(seat, [NIGHT_FEEDS, dana.memberId])).rowCount).toBe(0);
  expect((await world.as('dana').get(`/me/decisions/${id}`)).text).toContain('You are no longer in a circle');
  const page = (await world.as('mo').get(`/moderation/${id}`)).text;
  for (const secret of ['Dana', dana.memberId]) expect(page).not.toContain(secret);
  const known = JSON.stringify(await asApp(mo, 'SELECT * FROM cases, case_log, appeals, reveals, sanctions'));
  expect(known).not.toContain(dana.memberId);
  await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'I am sorry' });
  await world.as('admin').post(`/moderation/${id}/hearing`, { finding: 'overturn', answer: 'Come back.' });
  expect((await world.owner.query(seat, [NIGHT_FEEDS, dana.memberId])).rowCount).toBe(1);
});

test('history: with a name which, without a name only whether', async () => {
  const first = await reported('bea', 'bea once', {}).catch(() => null);
  expect(first).toBeNull(); // Maya blocked her, so somebody else reports
  const post = await say('bea', 'bea again');
  await tell('dana', 'post', post);
  await decide('mo', await caseOn(post), 'warn');
  const more = await say('bea', 'bea a third time');
  await tell('dana', 'post', more);
  expect((await world.as('mo').get(`/moderation/${await caseOn(more)}`)).text).toContain('A kind word ·');
  const nameless = await say('bea', 'bea without a name', { anonymous: 'yes' });
  await tell('dana', 'post', nameless);
  const page = (await world.as('mo').get(`/moderation/${await caseOn(nameless)}`)).text;
  // Nothing under this name; what was decided about Bea by name would tell that it is her.
  expect(page).not.toContain('There was a decision before');
  expect(page).not.toContain('A kind word ·');
  await decide('mo', await caseOn(nameless), 'warn');
  const answer = await world
    .as('bea')
    .post(`${room}/posts/${nameless}/replies`, { key: newId(), body: 'again without', anonymous: 'yes' });
  const again = answer.location!.split('#p-')[1]!;
  await tell('dana', 'post', again);
  const id = await caseOn(again);
  const before = 'SELECT access.cases_before($1) AS said';
  expect((await world.as('mo').get(`/moderation/${id}`)).text).toContain(
    'There was a decision before, or two.',
  );
  for (let i = 0; i < 2; i++) {
    const third = await say('bea', `bea by her name, ${i}`);
    await tell('dana', 'post', third);
    await decide('mo', await caseOn(third), 'warn');
    expect(await asApp(mo, before, [id]), 'nothing moves with it').toEqual([{ said: 'some' }]);
  }
  await world.as('mo').post(`/moderation/${id}/reveal`, { why: 'It goes on.' });
  await world.as('admin').post(`/moderation/${id}/reveal/agreement`);
  expect(await asApp(mo, before, [id]), 'the two who know').toEqual([{ said: 'several' }]);
  expect(await asApp(rosa, before, [id])).toEqual([{ said: 'some' }]);
});

test('an appeal is granted though the circle has gone on elsewhere: an archive gives no seat', async () => {
  const { id } = await reported('dana', 'before it all moved');
  await decide('mo', id, 'remove');
  await world.as('dana').post(`/me/decisions/${id}/appeal`, { words: 'Please' });
  await world.owner.query('UPDATE circles SET archived_at = now() WHERE circle_id = $1', [NIGHT_FEEDS]);
  const heard = await world
    .as('admin')
    .post(`/moderation/${id}/hearing`, { finding: 'overturn', answer: 'Yes.' });
  await world.owner.query('UPDATE circles SET archived_at = NULL WHERE circle_id = $1', [NIGHT_FEEDS]);
  expect(heard.status).toBe(303);
  expect((await row(id)).overturned_at).not.toBeNull();
  await world.owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [dana.communityId, NIGHT_FEEDS, dana.memberId],
  );
});

test('a name is learned by two and never by one; she reads who they were and why', async () => {
  const { id } = await reported('dana', 'I know where she lives', { anonymous: 'yes' });
  const path = `/moderation/${id}/reveal`;
  expect((await world.as('mo').post(path, { why: ' ' })).status).toBe(422);
  expect((await world.as('mo').post(path, { why: 'A threat to a life' })).status).toBe(303);
  expect((await world.as('mo').post(`${path}/agreement`)).status).toBe(404);
  await expect(
    world.owner.query('UPDATE reveals SET agreed_by = asked_by, agreed_at = now() WHERE case_id = $1', [id]),
  ).rejects.toThrow(/check/);
  expect((await world.as('mo').get(`/moderation/${id}`)).text).not.toContain('Dana');
  for (const who of ['rosa', 'maya', 'dana'] as const)
    expect((await world.as(who).post(`${path}/agreement`)).status).toBe(403);
  expect((await world.as('dana').get('/me/decisions')).text).not.toContain('A threat to a life');
  expect((await world.as('admin').post(`${path}/agreement`)).status).toBe(303);
  for (const who of ['mo', 'admin'] as const)
    expect((await world.as(who).get(`/moderation/${id}`)).text).toContain('It was written by Dana.');
  const hers = (await world.as('dana').get('/me/decisions')).text;
  for (const words of ['Mo and Admin learned', 'A threat to a life']) expect(hers).toContain(words);
  expect(await log(id)).toEqual(['reported', 'reveal-asked', 'reveal-agreed']);
  await world.owner.query(`UPDATE members SET role = 'moderator' WHERE member_id = $1`, [vera.memberId]);
  expect((await world.as('vera').get(`/moderation/${id}`)).text).not.toContain('It was written by');
  await world.owner.query(`UPDATE members SET role = 'member' WHERE member_id = $1`, [vera.memberId]);
});

test('the log is written by acts alone, and nobody changes it', async () => {
  for (const who of [mo, admin, rosa]) {
    for (const text of ['UPDATE case_log SET why = $1', 'DELETE FROM case_log WHERE act <> $1'])
      await expect(asApp(who, text, ['x'])).rejects.toThrow(/permission denied/);
    await expect(
      asApp(who, 'INSERT INTO case_log (community_id, act) VALUES ($1, $2)', [
        who.communityId,
        'decided-none',
      ]),
    ).rejects.toThrow(/permission denied/);
    await expect(asApp(who, `SELECT access.log_act(NULL, NULL, NULL, $1, '')`, ['forged'])).rejects.toThrow(
      /permission denied/,
    );
    await expect(asApp(who, 'UPDATE cases SET decision = $1', ['none'])).rejects.toThrow(/permission denied/);
  }
});

test('a message is reported with the few around it, and nothing else of it is seen', async () => {
  const lines = Array.from({ length: 12 }, (_, i) => `Dana: line ${i}`);
  const subject = {
    kind: 'message',
    id: newId(),
    name: 'Dana',
    text: 'buy this',
    circleId: null,
    memberId: dana.memberId,
    pseudonymId: null,
    context: lines,
  } as const;
  const viewer = {
    ...maya,
    sessionId: '',
    displayName: 'Maya',
    role: 'member',
    locale: 'en',
    timeZone: 'UTC',
    suspendedUntil: null,
    hasUnseen: false,
  } as const;
  await world.parts.db.write(maya, (tx) =>
    report(tx, viewer, { ...subject, context: [...lines] }, { reason: 'selling', note: '' }),
  );
  const id = await caseOn(subject.id);
  const page = (await world.as('mo').get(`/moderation/${id}`)).text;
  expect(page).toContain('line 11');
  expect(page).not.toContain('line 5');
  expect(page).not.toContain('value="hide"');
  expect((await decide('mo', id, 'hide')).status).toBe(422);
  expect(
    (
      await world
        .as('maya')
        .post('/reports/new', { kind: 'message', id: subject.id, reason: 'selling', note: '' })
    ).status,
  ).toBe(404);
});

test('ready words fill the form; the community’s own stand beside ours', async () => {
  const { id } = await reported('dana', 'buy oils');
  const words = { title: 'No oils', decision: 'hide', words: 'We agreed: no oils.' };
  expect((await world.as('mo').post('/community/safety/templates', words)).status).toBe(403);
  await world.as('admin').post('/community/safety/templates', words);
  const page = (await world.as('mo').get(`/moderation/${id}`)).text;
  for (const title of ['No oils', 'A kinder tone']) expect(page).toContain(title);
  const own = /template=([0-9a-f-]{36})/.exec(page)![1];
  const filled = (await world.as('mo').get(`/moderation/${id}?template=${own}`)).text;
  expect(filled).toContain('We agreed: no oils.</textarea>');
  expect(filled).toMatch(/value="hide"[^>]*checked|checked[^>]*value="hide"/);
});

test('the promise is the community’s, kept as a due time, and shown in the guides', async () => {
  expect(
    (
      await world
        .as('admin')
        .post('/community/safety', { answerHours: '0', dangerHours: '1', escalation: '' })
    ).status,
  ).toBe(422);
  await world
    .as('admin')
    .post('/community/safety', { answerHours: '6', dangerHours: '2', escalation: 'Call Rosa first.' });
  const { id } = await reported('dana', 'timed');
  const { due_at, opened_at } = await row(id);
  expect((due_at - opened_at) / 3600_000).toBe(6);
  expect((await world.nobody().get('/guides/reporting')).text).toContain('within 6 hours');
  expect((await world.nobody().get('/guides/danger')).text).toContain('Call Rosa first.');
  await decide('mo', id, 'none');
  expect((await world.as('mo').get('/moderation')).text).toContain('in time.');
});

test('the rota: everybody puts herself down, for the weeks to come', async () => {
  const week = /rota\/(\d{4}-\d\d-\d\d)/.exec((await world.as('mo').get('/moderation/rota')).text)![1];
  await world.as('mo').post(`/moderation/rota/${week}`, { taking: 'yes' });
  await world.as('mo').post(`/moderation/rota/${week}`, { taking: 'yes' });
  expect((await world.as('admin').get('/moderation')).text).toContain('This week: Mo.');
  await world.as('mo').post(`/moderation/rota/${week}`);
  expect((await world.as('admin').get('/moderation')).text).toContain('Nobody has put herself down');
  for (const wrong of ['2020-01-06', '2026-99-99'])
    expect((await world.as('mo').post(`/moderation/rota/${wrong}`, { taking: 'yes' })).status).toBe(404);
});

test('those on call are told of a case, whoever it is about of what was decided; nobody of more than that', async () => {
  await world.owner.query('DELETE FROM notifications');
  const post = await say('dana', 'to be told of', { anonymous: 'yes' });
  await tell('maya', 'post', post, { reason: 'danger' });
  const id = await caseOn(post);
  const told = async () =>
    (
      await world.owner.query(
        `SELECT m.display_name || ' ' || n.kind AS line FROM notifications n JOIN members m USING (community_id, member_id)
         WHERE n.subject_id = $1 ORDER BY 1`,
        [id],
      )
    ).rows.map(({ line }) => line);
  expect(await told()).toEqual(['Admin safety.urgent', 'Mo safety.urgent']);
  await decide('mo', id, 'warn');
  expect(await told()).toEqual(['Admin safety.urgent', 'Dana safety.decision', 'Mo safety.urgent']);
  const inbox = (await world.as('dana').get('/notifications')).text;
  expect(inbox).toContain('Something was decided about you');
  expect(inbox).not.toContain('Mo');
});
