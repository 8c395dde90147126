import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { aProposal } from '../matches/a-match.fixture.ts';
import { aPair, type MadePair } from '../pairs/pairs.fixture.ts';
import { aMentor, aProgram } from './programs.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const [dana, maya, vera, admin] = [world.as('dana'), world.as('maya'), world.as('vera'), world.as('admin')];

/** Dana mentors Maya and Vera in a program of her own. */
async function two(): Promise<{ programId: string; pairs: [MadePair, MadePair] }> {
  const programId = await aProgram(world, { needs_interview: false });
  await aMentor(world, programId, { capacity: 5 });
  const pairs = [
    await aPair(world, { programId }),
    await aPair(world, { programId, mentee: 'vera' }),
  ] satisfies MadePair[];
  await owner.query('DELETE FROM notifications');
  return { programId, pairs: pairs as [MadePair, MadePair] };
}
const told = async (who: keyof typeof people): Promise<string[]> =>
  (
    await owner.query('SELECT kind FROM notifications WHERE member_id = $1 ORDER BY created_at, kind', [
      people[who].memberId,
    ])
  ).rows.map(({ kind }) => kind);
const mentor = async (programId: string) =>
  (
    await owner.query(`SELECT state, leaving_at, paused_at FROM program_mentors WHERE program_id = $1`, [
      programId,
    ])
  ).rows[0];
const ends = async (programId: string): Promise<(string | null)[]> =>
  (
    await owner.query(
      'SELECT coalesce(ended_as, state) AS how FROM matches WHERE program_id = $1 ORDER BY 1',
      [programId],
    )
  ).rows.map(({ how }) => how);
const waiting = async (programId: string): Promise<{ state: string; first: boolean; kept: boolean }[]> =>
  (
    await owner.query(
      `SELECT state, handed_over_at IS NOT NULL AS first, asked_at < now() - interval '39 days' AS kept
       FROM mentee_requests WHERE program_id = $1`,
      [programId],
    )
  ).rows;
const IN_LINE = { state: 'waiting', first: true, kept: true };

test('handing over now: each mother is told kindly and is first in line in her old place; a proposal is a no', async () => {
  const { programId, pairs } = await two();
  await aProposal(world, 'rosa', 'dana', programId);
  const page = (await dana.get(`/programs/${programId}/mentor/leaving`)).text;
  for (const words of ['2 mothers count on you', 'Finish with them first', 'Hand over now'])
    expect(page).toContain(words);
  expect((await dana.post(`/programs/${programId}/mentor/leaving`, { how: 'nonsense' })).status).toBe(404);
  await dana.post(`/programs/${programId}/mentor/leaving`, { how: 'now' });
  expect(await mentor(programId)).toEqual({ state: 'left', leaving_at: null, paused_at: null });
  expect(await ends(programId)).toEqual(['declined', 'mentor-left', 'mentor-left']);
  expect((await waiting(programId)).filter(({ first }) => first)).toEqual([IN_LINE, IN_LINE]);
  expect([await told('maya'), await told('vera')]).toEqual([
    ['matches.waits-first'],
    ['matches.waits-first'],
  ]);
  expect((await told('admin')).toSorted()).toEqual(['matches.first-in-line', 'programs.left']);
  expect((await maya.get('/notifications')).text).toContain('you are first in line for somebody else');
  expect((await maya.get(`/programs/${programId}/mentee`)).text).toContain('it says nothing about you');
  // Their rooms can be read, and nobody writes there.
  for (const { circleId } of pairs) {
    const { rows } = await owner.query('SELECT archived_at FROM circles WHERE circle_id = $1', [circleId]);
    expect(rows[0].archived_at).not.toBeNull();
  }
  // The coordinator's board has her first, before one who has waited as long, and the next yes ends it.
  await owner.query('UPDATE mentee_requests SET chooses = false WHERE program_id = $1', [programId]);
  await aMentor(world, programId, { who: 'mo', capacity: 3 });
  const board = (await admin.get(`/community/programs/${programId}/board`)).text;
  expect(board).toContain('First in line: 2 whose mentor cannot go on');
  expect(board.indexOf('Her mentor could not go on')).toBeLessThan(board.indexOf('Rosa'));
  await owner.query(
    `INSERT INTO matches (community_id, match_id, program_id, request_id, mentee_id, mentor_id, answer_by, score, mentee_yes_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + interval '1 day', 1, now())`,
    [people.mo.communityId, newId(), programId, pairs[0].requestId, people.maya.memberId, people.mo.memberId],
  );
  await owner.query(
    `UPDATE matches SET state = 'active', mentor_yes_at = now(), started_at = now() WHERE request_id = $1 AND state = 'proposed'`,
    [pairs[0].requestId],
  );
  expect((await waiting(programId)).filter(({ first }) => first)).toHaveLength(1);
});

test('finishing first: nobody new, she is reminded like others, may stay after all, and stops with the last', async () => {
  const { programId, pairs } = await two();
  const room = `/programs/${programId}/mentor`;
  await dana.post(`${room}/leaving`, { how: 'after' });
  expect(await ends(programId)).toEqual(['active', 'active']);
  expect(await told('admin')).toEqual(['programs.leaving']);
  expect((await dana.get(room)).text).toContain('You stop when they have finished');
  expect((await admin.get(`/community/programs/${programId}/mentors`)).text).toContain(
    'Stops once her pairs',
  );
  await expect(aProposal(world, 'rosa', 'dana', programId)).rejects.toThrow('mentor_full');
  await world.job('pairs.watching', new Date(Date.now() + 49 * 3_600_000));
  expect(await told('dana')).toEqual(['mentoring.may-be-waiting', 'mentoring.may-be-waiting']);
  await dana.post(`${room}/return`);
  expect(await mentor(programId)).toEqual({ state: 'approved', leaving_at: null, paused_at: null });
  await dana.post(`${room}/leaving`, { how: 'after' });
  // Both close in the same moment: the last of the two is the last, whichever it is.
  await Promise.all([
    maya.post(`${pairs[0].path}/closing`, {}),
    vera.post(`${pairs[1].path}/ending`, { as: 'stopped' }),
  ]);
  expect(await mentor(programId)).toEqual({ state: 'left', leaving_at: null, paused_at: null });
  expect(await told('dana')).toContain('programs.thanks');
  expect(await told('admin')).toContain('programs.left');
  expect(await ends(programId)).toEqual(['finished', 'stopped']);
});

/** As a decision of the moderators does it. */
const suspend = (anonymous: boolean) =>
  owner.query(`BEGIN; SET LOCAL app.community_id = '${people.dana.communityId}';
    INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until, anonymous)
    VALUES ('${people.dana.communityId}', gen_random_uuid(), 'suspension', '${people.dana.memberId}', 'unkind',
      now() + interval '7 days', ${anonymous}); COMMIT`);

test('removed, suspended, or erased: nobody is left behind, and who was decided about under another name is not told of', async () => {
  const removed = await two();
  const here = `/community/programs/${removed.programId}/mentors/${people.dana.memberId}`;
  expect((await admin.get(here)).text).toContain(`${here}/removal`);
  expect((await admin.get(`${here}/removal`)).text).toContain('The 2 mothers she is with are told kindly');
  expect((await admin.post(`${here}/removal`)).location).toBe(
    `/community/programs/${removed.programId}/mentors`,
  );
  expect((await admin.post(`${here}/removal`)).status).toBe(404);
  expect(await waiting(removed.programId)).toEqual([IN_LINE, IN_LINE]);
  expect([await told('dana'), await told('maya')]).toEqual([['programs.ended'], ['matches.waits-first']]);

  const suspended = await two();
  await suspend(true);
  expect(await ends(suspended.programId)).toEqual(['active', 'active']);
  await suspend(false);
  expect(await waiting(suspended.programId)).toEqual([IN_LINE, IN_LINE]);
  expect([await told('vera'), await told('admin')]).toEqual([
    ['matches.waits-first'],
    ['matches.first-in-line'],
  ]);
  await owner.query('DELETE FROM sanctions');

  const erased = await two();
  expect((await dana.post('/me/erasure', { word: 'erase' })).location).toBe('/');
  expect(await waiting(erased.programId)).toEqual([IN_LINE, IN_LINE]);
  expect(await told('maya')).toContain('matches.waits-first');
  expect(await told('admin')).toContain('matches.first-in-line');
});

test('a mother who says yes in the very moment her mentor stops is no pair with nobody', async () => {
  for (let round = 0; round < 4; round += 1) {
    const programId = await aProgram(world, { needs_interview: false });
    await aMentor(world, programId, { who: 'rosa' });
    const proposal = await aProposal(world, 'vera', 'rosa', programId);
    await owner.query('UPDATE matches SET mentee_yes_at = NULL, mentor_yes_at = now() WHERE match_id = $1', [
      proposal,
    ]);
    const leaving = world.as('rosa').post(`/programs/${programId}/mentor/leaving`, { how: 'now' });
    const yes = vera.post(`/matches/${proposal}/acceptance`);
    expect([(await leaving).status, (await yes).status]).toEqual([303, 303]);
    expect(await ends(programId)).not.toContain('active');
    expect((await waiting(programId))[0]!.state).toBe('waiting');
  }
});
