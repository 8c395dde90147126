import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { phaseAt } from './program.ts';
import { aProgram, aQuestion } from './programs.fixture.ts';

const world = await newWorld();
const [admin, dana, maya] = [world.as('admin'), world.as('dana'), world.as('maya')];
const danasId = world.people.dana.memberId;

const OFFER = {
  experiences: ['nicu', 'low-mood'],
  languages: ['en', 'es'],
  free: ['2-evening'],
  online: 'yes',
  about: 'Five years on.',
  recoveredMonth: '3',
  recoveredYear: '2021',
  ageBand: '35-44',
  capacity: '2',
  agreed: 'yes',
  agreementVersion: '1',
};

async function news(memberId: string): Promise<string[]> {
  const { rows } = await world.owner.query(
    `SELECT kind FROM notifications WHERE member_id = $1 AND kind LIKE 'programs.%' ORDER BY created_at`,
    [memberId],
  );
  return rows.map(({ kind }) => kind);
}

let program = '';
const kept = () => `/community/programs/${program}`;
const hers = () => `/programs/${program}/mentor`;
const danas = () => `${kept()}/mentors/${danasId}`;

test('a coordinator makes a program that nobody sees until she opens it', async () => {
  const made = await admin.post('/community/programs', { kind: 'perinatal', language: 'es' });
  program = /[0-9a-f-]{36}/.exec(made.location!)![0];
  expect((await admin.get(kept())).text).toContain('Alguien a tu lado');
  expect((await maya.get('/programs')).text).toContain('No program is open just now');
  expect((await maya.get(`/programs/${program}`)).status).toBe(404);
  expect((await dana.post(hers(), OFFER)).status).toBe(404);
  await admin.post(kept(), {
    name: 'Someone beside you',
    about: 'Once a week.',
    promiseDays: '7',
    firstContactHours: '48',
    cadenceDays: '7',
    weeks: '12',
    needs: ['interview', 'training'],
    recoveredMonths: '12',
    notInDanger: 'yes',
  });
  expect((await admin.post(`${kept()}/opening`)).location).toBe(kept());
  expect((await maya.get('/programs')).text).toContain('Someone beside you');
});

test('Dana offers herself, and sees where it stands', async () => {
  const early = await dana.post(hers(), { ...OFFER, recoveredMonth: '6', recoveredYear: '2026' });
  expect(early.status).toBe(422);
  expect(early.text).toContain('This program asks for a little more time first');
  expect((await dana.post(hers(), { ...OFFER, agreed: [] })).text).toContain('say that you agree');
  expect((await dana.post(hers(), { ...OFFER, agreementVersion: '2' })).status).toBe(422);
  expect((await dana.post(hers(), OFFER)).location).toBe(hers());
  expect((await dana.get(hers())).text).toContain('A coordinator will talk with you.');
  expect(await news(world.people.admin.memberId)).toEqual(['programs.applied']);
  await admin.post(`${danas()}/talk`, { will: 'yes' });
  expect((await dana.get(hers())).text).toContain('Admin will talk with you.');
});

test('a yes waits for what the program asks, and what was noted wrongly is taken back', async () => {
  const refused = await admin.post(`${danas()}/approval`);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('a conversation and the training');
  const note = (form: Record<string, string>) =>
    admin.post(`${danas()}/checks`, { doneOn: '2026-11-02', ...form });
  expect((await note({ what: 'interview', doneOn: '2199-01-01' })).status).toBe(422);
  expect((await note({ what: 'interview', doneOn: '0000-01-01' })).status).toBe(422);
  const { rows } = await world.owner.query('SELECT item_id AS id FROM program_training');
  expect((await note({ what: 'interview', itemId: rows[0].id })).status).toBe(303);
  for (const { id } of rows) expect((await note({ what: 'training', itemId: id })).status).toBe(303);
  expect((await dana.get(hers())).text).toContain('November 2, 2026');

  const last = (await admin.get(danas())).text.match(/checks\/([0-9a-f-]{36})\/removal/g)!.at(-1)!;
  expect((await admin.post(`${danas()}/${last}`)).status).toBe(303);
  expect((await admin.post(`${danas()}/approval`)).status).toBe(422);
  for (const { id } of rows) await note({ what: 'training', itemId: id });
  expect((await admin.post(`${danas()}/approval`)).status).toBe(303);
  expect(await news(danasId)).toEqual(['programs.will-talk', 'programs.approved']);
  expect((await dana.get(hers())).text).toContain('You are a mentor');
  expect((await admin.post(`${danas()}/decline`)).text).toContain('Somebody was quicker');
});

test('she rests in one tap and is back in one, and decides how much she carries', async () => {
  await dana.post(`${hers()}/pause`);
  expect((await dana.get(hers())).text).toContain('You are resting');
  await dana.post(`${hers()}/return`);
  expect((await dana.get(hers())).text).toContain('Nobody is with you yet');
  expect((await dana.post(`${hers()}/room`, { capacity: '9' })).status).toBe(422);
  expect((await dana.post(`${hers()}/room`, { capacity: '1' })).status).toBe(303);
  const { rows } = await world.owner.query('SELECT capacity, paused_at FROM program_mentors');
  expect(rows).toEqual([{ capacity: 1, paused_at: null }]);
});

test('questions are asked in the order they are put in; a phase goes, but never the last', async () => {
  const other = await aProgram(world);
  const kept = `/community/programs/${other}`;
  await aQuestion(world, other, { words: 'First?', position: 1 });
  const second = await aQuestion(world, other, { words: 'Second?', position: 2 });
  const asked = async () => (await dana.get(`/programs/${other}/mentor`)).text.match(/(First|Second)\?/g);
  expect(await asked()).toEqual(['First?', 'Second?']);
  await admin.post(`${kept}/questions/${second}/earlier`);
  expect(await asked()).toEqual(['Second?', 'First?']);
  const poor = await world
    .as('admin')
    .post(`${kept}/questions/${second}`, { words: 'Hm?', choices: 'One\n\nOne' });
  expect(poor.text).toContain('Write two to twelve answers');
  for (const phase of [1, 2, 3]) await admin.post(`${kept}/phases/${phase}/removal`);
  const { rows } = await world.owner.query('SELECT phase FROM program_phases WHERE program_id = $1', [other]);
  expect(rows).toEqual([{ phase: 3 }]);
});

test('the phase of a pair follows its weeks, from the first day on', () => {
  const phase = (n: number, fromWeek: number) => ({ phase: n, name: `${n}`, fromWeek, guide: '' });
  const program = { phases: [phase(1, 1), phase(3, 11), phase(2, 3)] };
  const began = new Date('2026-11-01T10:00:00Z');
  const after = (days: number) =>
    phaseAt(program, began, new Date(began.getTime() + days * 86_400_000))?.phase;
  expect([0, 13.9, 14, 69.9, 70, 700].map(after)).toEqual([1, 1, 2, 2, 3, 3]);
});
