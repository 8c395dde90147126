import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { aCallback, takeAs, trained } from '../callbacks/a-callback.fixture.ts';
import { wordsOf } from '../onboarding/telling.fixture.ts';
import { aPair } from '../pairs/pairs.fixture.ts';
import { aMentor, aProgram } from '../programs/programs.fixture.ts';
import { aProposal, aRequest, suggestedTo } from './a-match.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const [admin, vera] = [world.as('admin'), world.as('vera')];
const apart = async () => (await owner.query('SELECT * FROM kept_apart')).rows;

test('family is kept apart from a line of the board: no round, no suggestion, no call brings the two together', async () => {
  const program = await aProgram(world, { needs_training: false, recovered_months: null });
  await aMentor(world, program);
  const request = await aRequest(world, 'vera', program);
  expect(await suggestedTo(world, 'vera', program)).toHaveLength(1);
  await owner.query('UPDATE mentee_requests SET chooses = false');
  const board = `/community/programs/${program}/board`;
  expect(wordsOf((await admin.get(board)).text)).toContain('Vera with Dana');
  // Nobody chosen in the line: nothing to keep apart.
  await admin.post(`${board}/apart`, { apart: request, [`with-${request}`]: 'none' });
  expect(await apart()).toEqual([]);
  await admin.post(`${board}/apart`, { apart: request, [`with-${request}`]: people.dana.memberId });
  expect(await apart()).toMatchObject([{ said_by: null }]);
  expect(wordsOf((await admin.get(board)).text)).not.toContain('Vera with Dana');
  await owner.query('UPDATE mentee_requests SET chooses = true');
  expect(await suggestedTo(world, 'vera', program)).toEqual([]);
  // Past the pages as well, also by a coordinator.
  const propose = (who: 'admin' | 'vera') =>
    world.parts.db.write(people[who], (tx) =>
      tx.hot(`SELECT access.propose_match($1, $2, $3, 1, '{}', now(), now() + interval '1 day') AS id`, [
        newId(),
        request,
        people.dana.memberId,
      ]),
    );
  for (const who of ['admin', 'vera'] as const) expect(await propose(who)).toEqual([{ id: null }]);
  const call = await aCallback(world, 'vera', null);
  await trained(world, 'dana');
  expect((await world.as('dana').get('/callbacks')).text).not.toContain(call);
  // Neither of the two, nor anybody else, reads that it is so; nor says it of others.
  for (const who of ['vera', 'dana', 'mo', 'nora'] as const) {
    const through = (text: string) => world.parts.db.write(people[who], (tx) => tx.hot(text, []));
    expect(await through('SELECT * FROM kept_apart')).toEqual([]);
    const two = `'${people.maya.memberId}', '${people.rosa.memberId}'`;
    expect(await through(`SELECT access.keep_apart(${two}) AS done`)).toEqual([{ done: false }]);
    expect(
      await through(
        `SELECT access.apart_no_more('${people.vera.memberId}', '${people.dana.memberId}') AS done`,
      ),
    ).toEqual([{ done: false }]);
  }
  // Taken back, they may be matched again.
  const list = `/community/programs/${program}/apart`;
  expect(wordsOf((await admin.get(list)).text)).toMatch(/Dana and Vera|Vera and Dana/);
  const [row] = await apart();
  await admin.post(`${list}/removal`, { one: row.one_id, other: row.other_id });
  expect(await suggestedTo(world, 'vera', program)).toHaveLength(1);
  await takeAs(world, 'dana', call);
  // By name, on the page: a call she has taken meanwhile goes back, and what was proposed ends like any no.
  await owner.query('DELETE FROM mentee_requests');
  const proposal = await aProposal(world, 'vera', 'dana', program);
  await admin.post(list, { one: people.vera.memberId, other: people.dana.memberId });
  const stands = `SELECT state, ended_as, (SELECT taken_by FROM callbacks WHERE callback_id = $2) AS taker FROM matches WHERE match_id = $1`;
  expect((await owner.query(stands, [proposal, call])).rows).toEqual([
    { state: 'declined', ended_as: 'lapsed', taker: null },
  ]);
  expect((await vera.get(`/programs/${program}/mentee`)).text).not.toContain('Dana');
});

test('"we know each other", said when two part, holds in every program and is counted nowhere', async () => {
  await owner.query('DELETE FROM kept_apart');
  const pair = await aPair(world, { mentee: 'rosa' });
  await world.as('rosa').post(`${pair.path}/ending`, { as: 'rematch', because: ['know', 'hours'] });
  expect(await apart()).toMatchObject([{ said_by: people.rosa.memberId }]);
  const counted = await owner.query('SELECT answer FROM pair_tallies WHERE program_id = $1', [
    pair.programId,
  ]);
  expect(counted.rows).toEqual([{ answer: 'hours' }]);
  const other = await aProgram(world, { needs_training: false, recovered_months: null });
  await aMentor(world, other);
  await aRequest(world, 'rosa', other);
  expect(await suggestedTo(world, 'rosa', other)).toEqual([]);
});

test('what counts is folded, and each group says what in it is not as usual', async () => {
  const program = await aProgram(world);
  const weights = `/community/programs/${program}/weights`;
  expect(wordsOf((await admin.get(weights)).text).match(/As usual/g)).toHaveLength(3);
  await admin.post(weights, { experience: '60', faith: '0' });
  const page = wordsOf((await admin.get(weights)).text);
  expect(page).toContain('Has been there 60, usually 40');
  expect(page).toContain('Faith, where asked for 0, usually 8');
  expect(page.match(/As usual/g)).toHaveLength(1);
});
