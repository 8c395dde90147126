import { expect, test } from 'vitest';
import type { People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import type { Scope } from '../../platform/db/index.ts';
import { opening } from '../../platform/db/transaction.ts';
import { decideMentor, noteCheck } from './deciding.ts';
import { offerRoom } from './mentor.ts';
import { aMentor, aProgram, aTrainingItem } from './programs.fixture.ts';
import { stopMentoring } from './stopping.ts';

const world = await newWorld();
const { admin, dana, maya, rosa, nora } = world.people;
const { db } = world.parts;
await world.owner.query(`UPDATE members SET role = 'coordinator' WHERE member_id = $1`, [rosa.memberId]);

/** Any SQL an intruder could think of, through somebody's eyes. */
async function through(scope: Scope, text: string, values: unknown[] = []) {
  const client = await world.connections.app.connect();
  try {
    await client.query(opening(scope, 'READ WRITE', world.connections.role));
    return (await client.query(text, values)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function stateOf(program: string, who: keyof People = 'dana') {
  const { rows } = await world.owner.query(
    'SELECT state, decided_by FROM program_mentors WHERE program_id = $1 AND member_id = $2',
    [program, world.people[who].memberId],
  );
  return rows[0];
}
/** Nothing is asked but her application. */
const plain = { needs_interview: false, needs_training: false, recovered_months: null };
const decide = (by: Scope, program: string, yes: boolean) =>
  db.write(by, (tx) => decideMentor(tx, program, dana.memberId, yes));

test('no member writes what only coordinators decide, whatever she sends', async () => {
  const program = await aProgram(world, plain);
  await aMentor(world, program, { state: 'applied' });
  const item = await aTrainingItem(world, program);
  for (const who of [dana, maya, nora]) {
    const [decided] = await through(who, 'SELECT outcome FROM access.decide_mentor($1, $2, true)', [
      program,
      dana.memberId,
    ]);
    expect(decided.outcome).toBe('absent');
    const noted = await through(
      who,
      `SELECT access.note_check($1, $2, 'training', $3, current_date) AS said`,
      [program, dana.memberId, item],
    );
    expect(noted[0].said).toBe('absent');
    expect((await through(who, 'SELECT access.close_program($1) AS waited', [program]))[0].waited).toBeNull();
    expect(
      (
        await through(who, 'SELECT access.talk_with_mentor($1, $2, true) AS done', [program, dana.memberId])
      )[0].done,
    ).toBe(false);
    for (const theft of [
      `UPDATE program_mentors SET state = 'approved'`,
      'DELETE FROM program_checks',
      `INSERT INTO program_checks (community_id, program_id, member_id, what, done_on) VALUES ('${who.communityId}', '${program}', '${dana.memberId}', 'interview', now())`,
    ])
      await expect(through(who, theft)).rejects.toThrow(/permission denied/);
    expect(await through(who, `UPDATE programs SET name = 'Mine' RETURNING 1`)).toEqual([]);
  }
  expect(await through(maya, 'SELECT * FROM program_mentors')).toEqual([]);
  expect(await through(nora, 'SELECT * FROM programs')).toEqual([]);
  expect(
    (await through(maya, 'SELECT access.mentor_missing($1, $2) AS m', [program, dana.memberId]))[0].m,
  ).toBeNull();
  expect(await stateOf(program)).toMatchObject({ state: 'applied' });
});

test('she cannot name herself approved on the way in, nor apply to what is being prepared', async () => {
  const program = await aProgram(world, plain);
  const said = JSON.stringify({ state: 'approved', decided_by: admin.memberId, experiences: ['nicu'] });
  const [row] = await through(
    dana,
    `WITH s AS MATERIALIZED (SELECT access.say_as_mentor($1, $2, 1) AS said) SELECT s.said FROM s`,
    [program, said],
  );
  expect(row.said).toBe('applied');
  await db.write(dana, (tx) => tx.hot('SELECT access.say_as_mentor($1, $2, 1)', [program, said]));
  expect(await stateOf(program)).toEqual({ state: 'applied', decided_by: null });
  const preparing = await aProgram(world, { opened_at: null });
  expect(
    (await through(dana, 'SELECT access.say_as_mentor($1, $2, 1) AS said', [preparing, said]))[0].said,
  ).toBe('absent');
  const closed = await aProgram(world, { closed_at: new Date() });
  expect(
    (await through(dana, 'SELECT access.say_as_mentor($1, $2, 1) AS said', [closed, said]))[0].said,
  ).toBe('closed');
});

test('two coordinators decide at once: one answer stands, and the other learns of it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const program = await aProgram(world, plain);
    await aMentor(world, program, { state: 'applied', decided_by: null, decided_at: null });
    const said = await Promise.all([decide(admin, program, true), decide(rosa, program, false)]);
    const outcomes = said.map(({ outcome }) => outcome);
    expect(outcomes.filter((one) => one === 'decided')).toHaveLength(1);
    const won = outcomes[0] === 'decided' ? 'declined' : 'approved';
    expect((await stateOf(program)).state).toBe(won);
  }
});

const stops = (program: string, how: 'after' | 'now') =>
  stopMentoring(
    (work) => db.write(dana, work),
    program,
    how,
    async () => {},
  );

test('a yes while she leaves brings nobody back who has gone', async () => {
  for (let round = 0; round < 5; round += 1) {
    const program = await aProgram(world, plain);
    await aMentor(world, program, { state: 'applied' });
    const [yes, left] = await Promise.all([decide(admin, program, true), stops(program, 'now')]);
    expect(left).toBe(yes.outcome === 'approved' ? 'approved' : 'applied');
    expect((await stateOf(program)).state).toBe('left');
  }
});

test('no coordinator notes or decides about herself', async () => {
  const program = await aProgram(world);
  await aMentor(world, program, { who: 'admin', state: 'applied' });
  const check = { what: 'interview', itemId: null, doneOn: '2026-11-01' } as const;
  expect(await db.write(admin, (tx) => noteCheck(tx, program, admin.memberId, check))).toBe('yourself');
  expect((await db.write(admin, (tx) => decideMentor(tx, program, admin.memberId, true))).outcome).toBe(
    'yourself',
  );
  expect(await db.write(rosa, (tx) => noteCheck(tx, program, admin.memberId, check))).toBe('noted');
  expect(await db.write(rosa, (tx) => noteCheck(tx, program, admin.memberId, check))).toBe('already');
  expect((await db.write(rosa, (tx) => decideMentor(tx, program, admin.memberId, true))).outcome).toBe(
    'approved',
  );
});

test('less room than she carries takes nobody from her; leaving says no to what waits, and nobody who is with her is dropped', async () => {
  const program = await aProgram(world);
  await aMentor(world, program);
  for (const [mentee, state] of [
    [maya, 'active'],
    [rosa, 'proposed'],
  ] as const) {
    const ids = [mentee.communityId, program, mentee.memberId];
    const { rows } = await world.owner.query(
      `INSERT INTO mentee_requests (community_id, request_id, program_id, member_id, promised_at, agreement_version)
       VALUES ($1, gen_random_uuid(), $2, $3, now(), 1) RETURNING request_id AS id`,
      ids,
    );
    await world.owner.query(
      `INSERT INTO matches (community_id, match_id, program_id, request_id, mentee_id, mentor_id, state, answer_by, score, mentee_yes_at,
         mentor_yes_at, started_at) VALUES ($1, gen_random_uuid(), $2, $4, $3, $5, $6, now(), 1, now(), now(), now())`,
      [...ids, rows[0].id, dana.memberId, state],
    );
  }
  expect(await db.write(dana, (tx) => offerRoom(tx, program, 1))).toBe(1);
  expect(await stops(program, 'after')).toBe('leaving');
  const { rows } = await world.owner.query(
    'SELECT state, ended_as FROM matches WHERE program_id = $1 ORDER BY state',
    [program],
  );
  expect(rows).toEqual([
    { state: 'active', ended_as: null },
    { state: 'declined', ended_as: 'stopped' },
  ]);
});

test('other words to agree to are a new version, and whoever agreed is asked again; closing frees who waits', async () => {
  const program = await aProgram(world);
  await aMentor(world, program);
  await world.owner.query(
    `INSERT INTO mentee_requests (community_id, request_id, program_id, member_id, promised_at, agreement_version)
     VALUES ($1, gen_random_uuid(), $2, $3, now(), 1)`,
    [maya.communityId, program, maya.memberId],
  );
  const kept = `/community/programs/${program}`;
  await world
    .as('admin')
    .post(`${kept}/agreement`, { agreement: 'What is said stays between the two of you.' });
  expect((await world.as('dana').get('/programs')).text).not.toContain('has changed since you said yes');
  await world.as('admin').post(`${kept}/agreement`, { agreement: 'Nothing leaves the room.' });
  for (const who of ['dana', 'maya'] as const) {
    expect((await world.as(who).get('/programs')).text).toContain('has changed since you said yes');
    const yes = (version: string) =>
      world.as(who).post(`/programs/${program}/agreement`, { agreed: 'yes', agreementVersion: version });
    expect((await yes('1')).status).toBe(422);
    expect((await yes('2')).status).toBe(303);
    expect((await world.as(who).get('/programs')).text).not.toContain('has changed since you said yes');
  }
  expect((await world.as('admin').get(`${kept}/closing`)).text).toContain('One mother waits.');
  await world.as('admin').post(`${kept}/closing`);
  const { rows } = await world.owner.query('SELECT state FROM mentee_requests WHERE program_id = $1', [
    program,
  ]);
  expect(rows).toEqual([{ state: 'closed' }]);
  expect((await world.as('maya').get('/notifications')).text).toContain(
    'The program you waited for is closed',
  );
});
