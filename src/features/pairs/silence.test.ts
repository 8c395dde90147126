import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { aPair, aProgramOfPairs, toldOf, watch } from './pairs.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const clean = () => owner.query('DELETE FROM notifications').then(() => owner.query('DELETE FROM matches'));
const seen = () => owner.query('UPDATE notifications SET seen_at = now()');
const writes = (circleId: string, who: 'dana' | 'maya', at = 'now()') =>
  owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, created_at)
     SELECT $1, id, $2, id, $3, 'between us', ${at} FROM gen_random_uuid() id`,
    [people.dana.communityId, circleId, people[who].memberId],
  );

test('a first contact that does not come: her mentor, a day later she, then the coordinator; each once', async () => {
  await clean();
  const { path, programId } = await aPair(world);
  await watch(world, 47);
  expect([await toldOf(world, 'dana'), await toldOf(world, 'maya')]).toEqual([[], []]);
  // Two servers at once, and the same hour again.
  await Promise.all([watch(world, 49), watch(world, 49)]);
  await seen(); // what was told and read would be told anew, were it told again
  await watch(world, 50);
  expect([await toldOf(world, 'dana'), await toldOf(world, 'maya')]).toEqual([
    ['mentoring.may-be-waiting'],
    [],
  ]);
  expect((await world.as('dana').get('/notifications')).text).toContain(
    'Maya may be waiting. A line is enough',
  );
  expect((await world.as('maya').get(path)).text).not.toContain('Have you and Dana been in touch?');
  await Promise.all([watch(world, 74), watch(world, 74)]);
  expect([await toldOf(world, 'maya'), await toldOf(world, 'admin')]).toEqual([['mentoring.in-touch'], []]);
  expect((await world.as('maya').get(path)).text).toContain('Have you and Dana been in touch?');
  await Promise.all([watch(world, 99), watch(world, 99)]);
  await seen();
  for (const hours of [130, 160, 400]) await watch(world, hours);
  expect(await toldOf(world, 'admin')).toEqual(['mentoring.quiet']);
  expect([await toldOf(world, 'dana'), await toldOf(world, 'maya')]).toEqual([
    ['mentoring.may-be-waiting'],
    ['mentoring.in-touch'],
  ]);
  for (const change of [
    `UPDATE matches SET started_at = started_at - interval '6 days'`,
    `UPDATE pair_watch SET since = since - interval '6 days'`,
    `UPDATE pair_nudges SET since = since - interval '6 days', nudged_at = nudged_at - interval '6 days'`,
  ])
    await owner.query(change); // as if it had been so long
  const kept = await world.as('admin').get(`/community/programs/${programId}/pairs`);
  for (const words of ['One pair needs you', 'Dana was reminded on', 'Maya was asked on'])
    expect(kept.text).toContain(words);
});

test('"not yet" brings it to the coordinator now, "yes" is a contact, and both are asked once', async () => {
  await clean();
  const { path } = await aPair(world);
  expect((await world.as('maya').post(`${path}/silence`, { answer: 'yes' })).status).toBe(404); // not asked yet
  await watch(world, 49);
  await watch(world, 74);
  expect((await world.as('dana').post(`${path}/silence`, { answer: 'yes' })).status).toBe(404);
  await world.as('maya').post(`${path}/silence`, { answer: 'not-yet' });
  expect((await world.as('maya').post(`${path}/silence`, { answer: 'yes' })).status).toBe(404);
  await watch(world, 74.1);
  expect(await toldOf(world, 'admin')).toEqual(['mentoring.quiet']);

  const other = await aPair(world, { mentee: 'vera' });
  await watch(world, 49);
  await watch(world, 74);
  await world.as('vera').post(`${other.path}/silence`, { answer: 'yes' });
  await watch(world, 99);
  const { rows } = await owner.query('SELECT step FROM pair_watch WHERE match_id = $1', [other.matchId]);
  expect(rows[0].step).toBe('calm');
});

test('what the mentor writes in their room is contact; what only the mother writes is not', async () => {
  await clean();
  const answered = await aPair(world, { days: 10 });
  const unanswered = await aPair(world, { mentee: 'vera', days: 10 });
  await writes(answered.circleId, 'dana');
  await owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body)
     SELECT $1, id, $2, id, $3, 'are you there' FROM gen_random_uuid() id`,
    [people.vera.communityId, unanswered.circleId, people.vera.memberId],
  );
  await watch(world, 1);
  const steps = async (id: string) =>
    (await owner.query('SELECT step FROM pair_watch WHERE match_id = $1', [id])).rows[0].step;
  expect([await steps(answered.matchId), await steps(unanswered.matchId)]).toEqual(['calm', 'mentor']);
  // Twice the cadence later it is quiet there as well; a line begins the count anew.
  await watch(world, 24 * 14 - 1);
  expect(await steps(answered.matchId)).toBe('calm');
  await watch(world, 24 * 14 + 1);
  expect(await steps(answered.matchId)).toBe('mentor');
  await writes(answered.circleId, 'dana', `now() + interval '14 days 2 hours'`);
  await watch(world, 24 * 15 + 3);
  expect(await steps(answered.matchId)).toBe('calm');
});

test('one who rests is not nudged, and whom she keeps knows until when', async () => {
  await clean();
  const { path, matchId } = await aPair(world);
  const programId = await aProgramOfPairs(world);
  await aPair(world, { mentor: 'rosa', mentee: 'vera', programId });
  await owner.query('UPDATE program_mentors SET paused_at = now() WHERE program_id = $1', [programId]);
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await world.as('dana').post(`${path}/rest`, { until });
  expect((await world.as('maya').get(path)).text).toContain('Dana is resting until');
  for (const hours of [60, 100, 300]) await watch(world, hours);
  expect(await toldOf(world, 'maya')).toEqual(['mentoring.rests']);
  expect(await toldOf(world, 'dana')).toEqual([]);
  // Without a day: the mentor has her peace, and whoever waits is asked all the same.
  expect([await toldOf(world, 'rosa'), await toldOf(world, 'vera')]).toEqual([[], ['mentoring.in-touch']]);
  await watch(world, 24 * 21);
  // She rested till then; the first word is due now, and she is paused still: the mother is asked.
  expect(await toldOf(world, 'maya')).toEqual(['mentoring.rests', 'mentoring.in-touch']);
  expect((await owner.query('SELECT step FROM pair_watch WHERE match_id = $1', [matchId])).rows[0].step).toBe(
    'mentee',
  );
});

test('when the weeks are over both are asked once, and again four weeks after they went on', async () => {
  await clean();
  const { path } = await aPair(world, { program: { weeks: 2, cadence_days: 60 } });
  await writes((await owner.query('SELECT circle_id FROM matches')).rows[0].circle_id, 'dana');
  await Promise.all([watch(world, 15 * 24), watch(world, 15 * 24)]);
  for (const who of ['dana', 'maya'] as const)
    expect(await toldOf(world, who)).toEqual(['mentoring.weeks-over']);
  expect((await world.as('maya').get(path)).text).toContain('2 weeks together: go on, or close?');
  await world.as('maya').post(`${path}/going-on`);
  expect((await world.as('dana').get(path)).text).not.toContain('go on, or close?');
  expect((await world.as('maya').post(`${path}/going-on`)).status).toBe(404);
  await owner.query('DELETE FROM notifications');
  await watch(world, 20 * 24);
  expect(await toldOf(world, 'dana')).toEqual([]);
  await watch(world, 29 * 24);
  expect(await toldOf(world, 'dana')).toEqual(['mentoring.weeks-over']);
});

test('a year on she is invited, once; never one who grieves, and "never" is never', async () => {
  await clean();
  const invited = () =>
    owner
      .query('SELECT member_id FROM mentor_invitations ORDER BY invited_at')
      .then(({ rows }) => rows.length);
  const over = async (mentee: 'maya' | 'vera' | 'bea') => {
    const { matchId } = await aPair(world, { mentee, days: 500 });
    await owner.query(
      `UPDATE matches SET state = 'ended', ended_as = 'finished', ended_at = now() - interval '364 days' WHERE match_id = $1`,
      [matchId],
    );
  };
  for (const who of ['maya', 'vera', 'bea'] as const) await over(who);
  await owner.query(
    `INSERT INTO answers (community_id, member_id, stages, topics) VALUES ($1, $2, '[{"kind":"loss"}]', '{loss}')`,
    [people.vera.communityId, people.vera.memberId],
  );
  const day = (days: number) => world.job('pairs.inviting', new Date(Date.now() + days * 86_400_000));
  await day(0);
  expect(await invited()).toBe(0);
  await Promise.all([day(2), day(2)]);
  await day(3);
  expect([await toldOf(world, 'maya'), await toldOf(world, 'bea'), await toldOf(world, 'vera')]).toEqual([
    ['mentoring.been-there'],
    ['mentoring.been-there'],
    [],
  ]);
  expect((await world.as('maya').get('/pairs')).text).toContain('You have been there now');
  await world.as('maya').post('/pairs/invitation', { answer: 'never' });
  await world.as('bea').post('/pairs/invitation', { answer: 'later' });
  expect((await world.as('maya').get('/pairs')).text).not.toContain('You have been there now');
  await owner.query('DELETE FROM notifications');
  await day(100);
  expect(await toldOf(world, 'bea')).toEqual([]);
  await day(200);
  expect([await toldOf(world, 'bea'), await toldOf(world, 'maya')]).toEqual([['mentoring.been-there'], []]);
  expect((await world.as('maya').post('/pairs/invitation', { answer: 'later' })).status).toBe(404);
  expect((await world.as('rosa').post('/pairs/invitation', { answer: 'later' })).status).toBe(404);
});

test('a coordinator who is one of the two is told neither what the mother said nor that somebody worries about her', async () => {
  await clean();
  const coordinators = `UPDATE members SET role = $1 WHERE display_name IN ('Maya', 'Dana')`;
  await owner.query(coordinators, ['coordinator']);
  const { path, programId } = await aPair(world);
  for (const hours of [49, 74]) await watch(world, hours);
  await world.as('maya').post(`${path}/silence`, { answer: 'not-yet' });
  await watch(world, 75);
  await world.as('dana').post(`${path}/worry`);
  const list = async (who: 'admin' | 'dana' | 'maya') =>
    (await world.as(who).get(`/community/programs/${programId}/pairs`)).text;
  expect(await list('admin')).toContain('she said: not yet');
  expect(await list('admin')).toContain('Dana is worried');
  expect(await list('dana')).not.toContain('she said: not yet');
  expect(await list('maya')).not.toContain('Dana is worried');
  expect(await toldOf(world, 'admin')).toEqual(['mentoring.quiet', 'mentoring.worried']);
  expect([await toldOf(world, 'maya'), await toldOf(world, 'dana')]).toEqual([
    ['mentoring.in-touch'],
    ['mentoring.may-be-waiting'],
  ]);
  await owner.query(coordinators, ['member']);
});

test('an invitation made before she lost her child is not shown after it', async () => {
  await owner.query('DELETE FROM mentor_invitations');
  await owner.query(
    `INSERT INTO mentor_invitations (community_id, member_id, program_id, invited_at) VALUES ($1, $2, $3, now())`,
    [people.rosa.communityId, people.rosa.memberId, await aProgramOfPairs(world)],
  );
  const invited = async () => (await world.as('rosa').get('/pairs')).text.includes('You have been there now');
  expect(await invited()).toBe(true);
  await owner.query(
    'INSERT INTO answers (community_id, member_id, milestones_ended_at) VALUES ($1, $2, now())',
    [people.rosa.communityId, people.rosa.memberId],
  );
  expect(await invited()).toBe(false);
});

test('the work by the clock is nobody’s to ask for', async () => {
  const { matchId } = await aPair(world);
  const moment = new Date(Date.now() + 100 * 3_600_000);
  const asked = (text: string, values: unknown[]) =>
    world.parts.db.write(people.maya, (tx) => tx.hot<Record<string, unknown>>(text, values));
  expect(await asked('SELECT * FROM access.pairs_due($1, 10)', [moment])).toEqual([]);
  expect(await asked('SELECT access.move_pair($1, $2) AS done', [matchId, moment])).toEqual([{ done: null }]);
  expect(await asked('SELECT * FROM access.mentors_to_be($1)', [moment])).toEqual([]);
  expect(await asked('SELECT * FROM access.pairs_in($1, $2)', [newId(), moment])).toEqual([]);
});
