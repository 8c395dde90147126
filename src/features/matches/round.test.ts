import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { wordsOf } from '../onboarding/telling.fixture.ts';
import { aMentor, aProgram } from '../programs/programs.fixture.ts';
import { asksForMentor } from './a-match.fixture.ts';

const world = await newWorld();
const { maya, dana, rosa } = world.people;
let program: string;
let board: string;

const tells = (who: 'maya' | 'vera' | 'mo', topics: string[]) =>
  world.owner.query(
    `INSERT INTO answers (community_id, member_id, topics, languages) VALUES ($1, $2, $3, '{en}')
     ON CONFLICT (community_id, member_id) DO UPDATE SET topics = excluded.topics`,
    [maya.communityId, world.people[who].memberId, topics],
  );

beforeEach(async () => {
  await world.owner.query('DELETE FROM programs; DELETE FROM notifications');
  program = await aProgram(world);
  board = `/community/programs/${program}/board`;
  await tells('maya', ['nicu']);
  await tells('vera', ['twins']);
});

/** Maya and Vera wait; Dana was in the NICU, Rosa has twins: one place each. */
async function twoWait() {
  await aMentor(world, program, { capacity: 1, experiences: ['nicu'] });
  await aMentor(world, program, { who: 'rosa', capacity: 1, experiences: ['twins'] });
  const maya = await asksForMentor(world, 'maya', program, { chooses: 'coordinator' });
  const vera = await asksForMentor(world, 'vera', program, { chooses: 'coordinator' });
  return { [`with-${maya}`]: dana.memberId, [`with-${vera}`]: rosa.memberId };
}
/** Who is proposed to whom: mother's name, mentor's name. */
async function proposed() {
  const { rows } = await world.owner.query(
    `SELECT a.display_name AS mother, b.display_name AS mentor FROM matches m JOIN members a ON a.member_id = m.mentee_id
     JOIN members b ON b.member_id = m.mentor_id WHERE m.state = 'proposed' ORDER BY 1, 2`,
  );
  return rows.map(({ mother, mentor }) => `${mother} ${mentor}`);
}

test('the board proposes the best round with reasons, and one act asks everybody', async () => {
  const best = await twoWait();
  const shown = await world.as('admin').get(board);
  for (const [name, mentor] of Object.entries(best))
    expect(shown.text).toMatch(new RegExp(`name="${name}" value="${mentor}"[^>]*checked`));
  expect(wordsOf(shown.text)).toMatch(/The round loses \d+ points of 100/);
  const sent = await world.as('admin').post(board, best);
  const done = await world.as('admin').get(sent.location!);
  expect(wordsOf(done.text)).toContain('2 pairs are asked now');
  expect(await proposed()).toEqual(['Maya Dana', 'Vera Rosa']);
  expect(wordsOf((await world.as('admin').get(board)).text)).toContain('2 more mothers are choosing');
});

test('pair by pair: an alternative she chose, and nobody for another', async () => {
  const [first, second] = Object.keys(await twoWait()) as [string, string];
  await world.as('admin').post(board, { [first]: rosa.memberId, [second]: 'none' });
  expect(await proposed()).toEqual(['Maya Rosa']);
});

test('two coordinators approve the same round at once: everybody is asked once', async () => {
  const best = await twoWait();
  await Promise.all([1, 2, 3].map(() => world.as('admin').post(board, best)));
  expect(await proposed()).toEqual(['Maya Dana', 'Vera Rosa']);
  const { rows } = await world.owner.query(
    `SELECT count(*)::int AS n FROM notifications WHERE kind IN ('matches.proposed', 'matches.mentor-wanted')`,
  );
  expect(rows[0].n).toBe(4);
});

test('whom the engine does not allow cannot be slipped in', async () => {
  const [first] = Object.keys(await twoWait()) as [string];
  for (const mentor of [world.people.bea.memberId, world.people.nora.memberId, world.people.vera.memberId])
    await world.as('admin').post(board, { [first]: mentor });
  await world.as('admin').post(board, { [first]: 'x', 'with-x': dana.memberId });
  expect(await proposed()).toEqual([]);
});

test('other weights are tried before they are applied, and a round follows them after', async () => {
  await twoWait();
  const weights = `/community/programs/${program}/weights`;
  const tried = await world.as('admin').get(`${weights}?experience=0&hours=100`);
  expect(wordsOf(tried.text)).toContain('Apply these weights');
  const stored = async () =>
    (await world.owner.query('SELECT weights FROM programs WHERE program_id = $1', [program])).rows[0]
      .weights;
  expect(await stored()).toEqual({});
  expect((await world.as('admin').post(weights, { experience: '0' })).location).toBe(weights);
  expect(await stored()).toEqual({ experience: 0 });
  await world.as('admin').post(weights, { experience: '900' });
  expect(await stored()).toEqual({ experience: 0 });
  await world.as('admin').post(weights, { experience: '40' });
  expect(await stored()).toEqual({});
});

test('those who wait read when the next round is', async () => {
  await twoWait();
  await world.as('admin').post(`${board}/next`, { date: '2099-01-02' });
  expect(wordsOf((await world.as('maya').get(`/programs/${program}/mentee`)).text)).toContain(
    'We look again on Friday, January 2',
  );
  expect((await world.as('admin').post(`${board}/next`, { date: 'soon' })).location).toBe(board);
});
