import { beforeEach, expect, test } from 'vitest';
import type { People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { trained } from '../callbacks/a-callback.fixture.ts';
import { wordsOf } from '../onboarding/telling.fixture.ts';
import { aMentor, aProgram } from '../programs/programs.fixture.ts';
import { ASKED, aProposal, asksForMentor, asksTheFirst, suggestedTo } from './a-match.fixture.ts';

const world = await newWorld();
const { maya, dana, rosa, vera, bea } = world.people;
const { db } = world.parts;
let program: string;

beforeEach(async () => {
  await world.owner.query(`DELETE FROM programs; DELETE FROM notifications; DELETE FROM blocks;
    DELETE FROM circles WHERE name LIKE '% · %'`);
  program = await aProgram(world);
});

const yes = (who: keyof People, id: string) => world.as(who).post(`/matches/${id}/acceptance`);
const no = (who: keyof People, id: string) => world.as(who).post(`/matches/${id}/refusal`);
const page = async (who: keyof People, path: string) => wordsOf((await world.as(who).get(path)).text);
const told = async (who: keyof People) => page(who, '/notifications');
async function states(): Promise<string[]> {
  const { rows } = await world.owner.query(
    'SELECT r.state AS r, m.state AS m FROM mentee_requests r LEFT JOIN matches m USING (request_id) ORDER BY m.proposed_at',
  );
  return rows.map(({ r, m }) => `${r} ${m ?? '-'}`);
}

test('she asks, chooses by reasons alone, and with both yeses a room of the two is open', async () => {
  await aMentor(world, program, { about: 'Six weeks beside an incubator.' });
  await asksForMentor(world, 'maya', program);
  expect(await page('maya', `/programs/${program}/mentee`)).toContain('You hear from us by');
  const shown = await world.as('maya').get(`/programs/${program}/suggestions`);
  expect(shown.text).toContain('Six weeks beside an incubator.');
  expect(shown.text).not.toContain(dana.memberId);
  expect(shown.text).not.toMatch(/\bDana\b/);
  const match = (await asksTheFirst(world, 'maya', program))!;
  const wanted = await world.as('dana').get(`/matches/${match}`);
  expect(wanted.text).not.toContain(maya.memberId);
  expect(wanted.text).not.toMatch(/\bMaya\b/);
  expect(await told('dana')).toContain('would like someone like you');
  expect((await yes('dana', match)).location).toBe(`/pairs/${match}`);
  expect(await states()).toEqual(['matched active']);
  const { rows } = await world.owner.query(
    `SELECT c.joining, array_agg(m.member_id ORDER BY m.role) AS who FROM circles c JOIN circle_members m USING (circle_id)
     WHERE circle_id = (SELECT circle_id FROM matches WHERE match_id = $1) GROUP BY c.joining`,
    [match],
  );
  expect(rows).toEqual([{ joining: 'hidden', who: [dana.memberId, maya.memberId] }]);
  expect(await told('maya')).toContain('You have both said yes');
});

test('a no costs her nothing: she keeps her place, is told kindly, and is not shown that one again', async () => {
  await aMentor(world, program);
  await aMentor(world, program, { who: 'rosa' });
  await asksForMentor(world, 'maya', program);
  const before = await suggestedTo(world, 'maya', program);
  expect(before).toHaveLength(2);
  const match = (await asksTheFirst(world, 'maya', program))!;
  expect(await suggestedTo(world, 'maya', program)).toEqual([]);
  const { rows } = await world.owner.query('SELECT mentor_id FROM matches WHERE match_id = $1', [match]);
  const asked = rows[0].mentor_id === dana.memberId ? 'dana' : 'rosa';
  expect((await no(asked, match)).location).toBe('/matches');
  expect(await told('maya')).toContain('This one did not work out');
  expect(await suggestedTo(world, 'maya', program)).toEqual([before[1]]);
});

test('where somebody is in danger help at once comes first, and nothing is kept', async () => {
  await aMentor(world, program);
  await trained(world, 'dana'); // somebody here answers calls
  const dangers: Record<string, string>[] = [{ danger: 'yes' }, { note: 'I want to kill myself tonight' }];
  for (const said of dangers) {
    const answer = await world.as('maya').post(`/programs/${program}/mentee`, { ...ASKED, ...said });
    const help = await world.as('maya').get(answer.location!);
    expect(help.text).toContain('/help-now');
    expect(help.text).toContain('/callbacks/new');
  }
  expect(await states()).toEqual([]);
});

test.each([
  [{ danger: '' }, 'whether anybody is in danger'],
  [{ agreed: '' }, 'Please read what we promise'],
  [{ version: '9' }, 'These words have just changed'],
  [{ chooses: 'nobody' }, 'one of the answers offered'],
  [{ rulesOut: 'topic:cats' }, 'one of the answers offered'],
  [{ note: 'x'.repeat(1001) }, 'longer than we can keep'],
])('%j is told back and nothing is kept', async (wrong, words) => {
  const answer = await world.as('maya').post(`/programs/${program}/mentee`, { ...ASKED, ...wrong });
  expect(answer.status).toBe(422);
  expect(wordsOf(answer.text)).toContain(words);
  expect(await states()).toEqual([]);
});

test('two mothers ask one mentor with one place at once: one is asked, the other is told, nobody carries more', async () => {
  await aMentor(world, program, { capacity: 1 });
  for (const who of ['maya', 'vera'] as const) await asksForMentor(world, who, program);
  const [first, second] = await Promise.all(
    (['maya', 'vera'] as const).map(async (who) => [who, await suggestedTo(world, who, program)] as const),
  );
  const answers = await Promise.all(
    [first!, second!].map(([who, [mentor]]) =>
      world.as(who).post(`/programs/${program}/suggestions`, { mentor: mentor! }),
    ),
  );
  expect(answers.map(({ location }) => location).toSorted()).toEqual([
    `/programs/${program}/mentee`,
    `/programs/${program}/suggestions`,
  ]);
  expect((await states()).toSorted()).toEqual(['waiting -', 'waiting proposed']);
});

test('yes against no, yes twice and a withdrawal at once: one of them stands', async () => {
  await aMentor(world, program);
  await asksForMentor(world, 'maya', program);
  const match = (await asksTheFirst(world, 'maya', program))!;
  const answers = await Promise.all([
    yes('dana', match),
    yes('dana', match),
    no('dana', match),
    world.as('maya').post(`/programs/${program}/mentee/withdrawal`),
  ]);
  expect(answers.every(({ status }) => [303, 404].includes(status))).toBe(true);
  expect(['matched active', 'waiting declined', 'withdrawn declined']).toContain((await states())[0]);
  const { rows } = await world.owner.query(
    `SELECT count(*)::int AS n FROM circles WHERE name LIKE 'Maya · Dana%'`,
  );
  expect(rows[0].n).toBe((await states())[0] === 'matched active' ? 1 : 0);
});

test('whoever is blocked is neither suggested nor paired, and a pair ends with a block', async () => {
  await aMentor(world, program);
  await asksForMentor(world, 'maya', program);
  const match = (await asksTheFirst(world, 'maya', program))!;
  await yes('dana', match);
  await world.owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    maya.memberId,
    dana.memberId,
  ]);
  expect(await states()).toEqual(['waiting ended']);
  expect(await suggestedTo(world, 'maya', program)).toEqual([]);
});

test('a block while one has said yes ends it like every other no: she is told the same, and her late yes finds nothing', async () => {
  await aMentor(world, program);
  await asksForMentor(world, 'maya', program);
  const match = (await asksTheFirst(world, 'maya', program))!;
  await db.write(dana, (tx) =>
    tx.hot('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
      dana.communityId,
      dana.memberId,
      maya.memberId,
    ]),
  );
  expect((await yes('dana', match)).location).toBe('/matches');
  expect(await states()).toEqual(['waiting declined']);
  expect(await told('maya')).toContain('This one did not work out');
});

test('a program that closes tells whoever had said yes, and keeps nobody waiting, not even after a rematch', async () => {
  await aMentor(world, program);
  await asksForMentor(world, 'maya', program, { chooses: 'coordinator' });
  const board = `/community/programs/${program}/board`;
  const request = /name="(with-[^"]+)"/.exec((await world.as('admin').get(board)).text)![1]!;
  await world.as('admin').post(board, { [request]: dana.memberId });
  const { rows } = await world.owner.query('SELECT match_id FROM matches');
  await yes('dana', rows[0].match_id);
  await asksForMentor(world, 'vera', program);
  await yes('dana', (await asksTheFirst(world, 'vera', program))!);
  await world.as('admin').post(`/community/programs/${program}/closing`);
  expect(await told('dana')).toContain('closed before the two of you were introduced');
  expect(await told('maya')).not.toContain('This one did not work out');
  expect(await told('maya')).toContain('is closed');
  expect((await yes('maya', rows[0].match_id)).location).toBe('/matches');
  expect((await states()).toSorted()).toEqual(['closed declined', 'matched active']);
  const pair = await world.owner.query(`SELECT match_id FROM matches WHERE state = 'active'`);
  await world.as('dana').post(`/pairs/${pair.rows[0].match_id}/ending`, { as: 'rematch' });
  expect((await states()).toSorted()).toEqual(['closed declined', 'closed ended']);
  expect(await told('vera')).toContain('is closed');
});

test('with two tabs and the back button she asks one at a time, and reads where it stands', async () => {
  await aMentor(world, program);
  await aMentor(world, program, { who: 'rosa' });
  await asksForMentor(world, 'mo', program);
  const [first, second] = await suggestedTo(world, 'mo', program);
  const here = `/programs/${program}`;
  const ask = (mentor: string) => world.as('mo').post(`${here}/suggestions`, { mentor });
  const both = await Promise.all([ask(first!), ask(first!)]);
  expect(both.every(({ status }) => status === 303)).toBe(true);
  expect((await ask(second!)).location).toBe(`${here}/mentee`);
  expect((await world.as('mo').get(`${here}/suggestions`)).location).toBe(`${here}/mentee`);
  expect(await states()).toEqual(['waiting proposed']);
  await world.as('mo').post(`${here}/mentee`, ASKED);
  expect(await states()).toEqual(['waiting proposed']);
  await world.as('mo').post(`${here}/mentee/withdrawal`);
  expect((await world.as('mo').post(`${here}/mentee/withdrawal`)).status).toBe(404);
  expect((await ask(second!)).status).toBe(404);
  expect(await states()).toEqual(['withdrawn declined']);
});

test('tokens of others, of another request or made up ask nobody; nor does a suspended mentor appear or answer', async () => {
  await aMentor(world, program);
  for (const who of ['bea', 'vera'] as const) await asksForMentor(world, who, program);
  const [hers] = await suggestedTo(world, 'bea', program);
  for (const mentor of [hers!, `${hers!.slice(0, -2)}xx`, dana.memberId, 'x'.repeat(40)])
    await world.as('vera').post(`/programs/${program}/suggestions`, { mentor });
  expect((await states()).toSorted()).toEqual(['waiting -', 'waiting -']);
  const match = (await asksTheFirst(world, 'bea', program))!;
  const suspend = `INSERT INTO sanctions (community_id, sanction_id, member_id, kind, reason, until)
    VALUES ($1, $2, $3, 'suspension', 'a day apart', now() + interval '1 day')`;
  await world.owner.query(suspend, [dana.communityId, newId(), dana.memberId]);
  await yes('dana', match);
  expect(await suggestedTo(world, 'vera', program)).toEqual([]);
  expect((await states()).toSorted()).toEqual(['waiting -', 'waiting declined']);
  await world.owner.query('DELETE FROM sanctions');
});

test('whoever mentors here and asks for a mentor as well is brought together with somebody else', async () => {
  await aMentor(world, program);
  await asksForMentor(world, 'dana', program);
  expect(await suggestedTo(world, 'dana', program)).toEqual([]);
  await aMentor(world, program, { who: 'rosa' });
  expect(await suggestedTo(world, 'dana', program)).toHaveLength(1);
  await world.owner.query('UPDATE mentee_requests SET chooses = false');
  const board = await page('admin', `/community/programs/${program}/board`);
  expect(board).toContain('Dana with Rosa');
  expect(board).not.toContain('Dana with Dana');
});

test('an older page changes neither what she asked nor her note; what is closed keeps no note', async () => {
  const notes = async () => (await world.owner.query('SELECT sealed FROM mentee_notes')).rows;
  const ask = `/programs/${program}/mentee`;
  await aMentor(world, program);
  await asksForMentor(world, 'bea', program, { note: 'He sleeps at last.' });
  const kept = await notes();
  await world.as('bea').post(ask, { ...ASKED, note: 'Other words' });
  await world.as('bea').post(ask, { ...ASKED, note: '' });
  const match = (await asksTheFirst(world, 'bea', program))!;
  await yes('dana', match);
  expect((await world.as('bea').post(`${ask}/wishes`, { ...ASKED, note: 'Too late' })).status).toBe(404);
  expect(await notes()).toEqual(kept);
  expect(kept).toHaveLength(1);
  await world.as('bea').post(`/pairs/${match}/ending`, { as: 'stopped' });
  expect(await notes()).toEqual([]);
});

test('a mentor who rests, or has less room, carries nobody who was still on the way; it is no no', async () => {
  await aMentor(world, program);
  const mentor = `/programs/${program}/mentor`;
  const propose = async (who: 'maya' | 'vera') => {
    const request = await asksForMentor(world, who, program, { chooses: 'coordinator' });
    await world
      .as('admin')
      .post(`/community/programs/${program}/board`, { [`with-${request}`]: dana.memberId });
    const { rows } = await world.owner.query(`SELECT match_id FROM matches WHERE state = 'proposed'`);
    await yes('dana', rows[0].match_id);
    return rows[0].match_id as string;
  };
  const first = await propose('maya');
  await world.as('dana').post(`${mentor}/pause`);
  expect((await yes('maya', first)).location).toBe('/matches');
  expect(await states()).toEqual(['waiting declined']);
  await world.as('dana').post(`${mentor}/return`);
  const board = await page('admin', `/community/programs/${program}/board`);
  expect(board).toContain('Maya with Dana');
  await world.owner.query('DELETE FROM mentee_requests');
  for (const who of ['maya', 'vera'] as const) {
    const match = await propose(who);
    if (who === 'maya') await yes('maya', match);
  }
  await world.as('dana').post(`${mentor}/room`, { capacity: '1' });
  expect((await states()).toSorted()).toEqual(['matched active', 'waiting declined']);
});

test('a pause and the other’s yes at the same moment: she is with her, or nobody is', async () => {
  await aMentor(world, program);
  for (const _ of [1, 2, 3]) {
    const match = await aProposal(world, 'maya', 'dana', program);
    await Promise.all([yes('dana', match), world.as('dana').post(`/programs/${program}/mentor/pause`)]);
    expect(['matched active', 'waiting declined']).toContain((await states())[0]);
    await world.owner.query('DELETE FROM mentee_requests');
    await world.as('dana').post(`/programs/${program}/mentor/return`);
  }
});

test('after a loss nothing proposed before speaks to either of babies or of expecting', async () => {
  const tells = (stages: string) =>
    world.owner.query(
      `INSERT INTO answers (community_id, member_id, stages, topics, languages) VALUES ($1, $2, $3, '{nicu}', '{en}')
       ON CONFLICT (community_id, member_id) DO UPDATE SET stages = excluded.stages`,
      [bea.communityId, bea.memberId, stages],
    );
  await tells('[{"kind":"expecting","dueMonth":"2027-02"}]');
  await world.owner.query(
    `INSERT INTO answers (community_id, member_id, stages) VALUES ($1, $2, '[{"kind":"baby","birthMonth":"2025-12"}]')`,
    [dana.communityId, dana.memberId],
  );
  await aMentor(world, program);
  await asksForMentor(world, 'bea', program);
  const match = (await asksTheFirst(world, 'bea', program))!;
  const both = async () =>
    (await page('bea', `/matches/${match}`)) + (await page('dana', `/matches/${match}`));
  expect(await both()).toMatch(/expecting is like/);
  expect(await both()).toContain('been there: time in the NICU');
  await tells('[{"kind":"loss"}]');
  expect(await both()).not.toMatch(/expecting|first year|time in the NICU/);
  expect(await both()).toContain('Has room for you');
  await world.owner.query('DELETE FROM answers');
});

test('a mentor who is erased leaves her waiting in her old place', async () => {
  await aMentor(world, program, { who: 'vera' });
  await asksForMentor(world, 'maya', program);
  await yes('vera', (await asksTheFirst(world, 'maya', program))!);
  expect(await states()).toEqual(['matched active']);
  await world.owner.query('BEGIN; DELETE FROM matches; COMMIT');
  expect(await states()).toEqual(['waiting -']);
});

test('what nobody answered lapses once; who waits past the promise is told once, and the coordinators too', async () => {
  await aMentor(world, program);
  await asksForMentor(world, 'maya', program);
  await asksTheFirst(world, 'maya', program);
  const later = (days: number) => new Date(Date.now() + days * 86_400_000);
  await world.job('matches.moving-on', later(2));
  expect(await states()).toEqual(['waiting proposed']);
  await world.job('matches.moving-on', later(4));
  expect(await states()).toEqual(['waiting declined']);
  await Promise.all([world.job('matches.moving-on', later(8)), world.job('matches.moving-on', later(8))]);
  expect(await told('maya')).toContain('It takes longer than we promised');
  const { rows } = await world.owner.query(
    `SELECT kind FROM notifications WHERE member_id = $1 ORDER BY kind`,
    [maya.memberId],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['matches.not-this-one', 'matches.takes-longer']);
  expect(await told('admin')).toContain('has waited for a mentor longer than promised');
});

test('straight to the database: nobody reads mentors, mothers or matches that are not theirs', async () => {
  await aMentor(world, program);
  const request = await asksForMentor(world, 'maya', program, { note: 'He does not know I am here.' });
  const match = (await asksTheFirst(world, 'maya', program))!;
  const asks = (who: typeof maya, text: string, values: unknown[] = []) =>
    db.write(who, (tx) => tx.hot<Record<string, unknown>>(text, values));
  for (const who of [rosa, vera, dana]) {
    expect(await asks(who, 'SELECT * FROM access.mentors_with_room($1, $2)', [program, request])).toEqual([]);
    expect(await asks(who, 'SELECT * FROM access.mentees_waiting($1, NULL)', [program])).toEqual([]);
    expect(await asks(who, 'SELECT * FROM access.mentees_waiting($1, $2)', [program, request])).toEqual([]);
    expect(await asks(who, 'SELECT * FROM matches')).toEqual([]);
    expect(await asks(who, 'SELECT * FROM mentee_notes')).toEqual([]);
    expect(await asks(who, 'SELECT * FROM mentee_requests')).toEqual([]);
    const [row] = await asks(who, `SELECT access.propose_match($1, $2, $3, 1, '{}', now(), now()) AS id`, [
      newId(),
      request,
      vera.memberId,
    ]);
    expect(row!.id).toBeNull();
  }
  expect(await asks(maya, 'SELECT * FROM matches')).toEqual([]);
  expect(
    await asks(vera, 'SELECT access.answer_match($1, true, $2, now()) AS said', [match, newId()]),
  ).toEqual([{ said: null }]);
  await expect(asks(maya, `UPDATE matches SET state = 'active'`)).rejects.toThrow();
  await expect(asks(maya, `UPDATE mentee_requests SET asked_at = '2020-01-01'`)).rejects.toThrow();
  expect(await asks(world.people.admin, 'SELECT * FROM mentee_notes')).toEqual([]);
  await yes('dana', match);
  expect(await asks(dana, 'SELECT request_id FROM mentee_notes')).toEqual([{ request_id: request }]);
});
