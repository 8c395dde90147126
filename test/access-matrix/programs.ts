import { aMentor, aProgram, aQuestion, aTrainingItem } from '../../src/features/programs/programs.fixture.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row, VISITORS, type Visitor } from './row.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PROGRAM = `/programs/:id{${UUID}}`;
const MENTOR = `${PROGRAM}/mentor`;
const KEPT = `/community/programs/:id{${UUID}}`;
const MENTORS = `${KEPT}/mentors/:member{${UUID}}`;

/** Those of this community read it; Nora, of another, does not. */
const read = (status: number) => ({ ...everybody(status), nobody: 303, other: 404 });
const sent = (status: number) => ({ ...everybody(status), nobody: 401, other: 404 });
const maya = (status: number, of: 'GET' | 'POST') => ({
  ...everybody(404),
  nobody: of === 'GET' ? 303 : 401,
  member: status,
});
const coordinators = (status: number, of: 'GET' | 'POST') => ({
  ...everybody(403),
  nobody: of === 'GET' ? 303 : 401,
  admin: status,
});

/** A program with Maya as its mentor: only those who may, and Maya, get further. */
async function withMaya(world: World, state = 'approved'): Promise<string> {
  const program = await aProgram(world);
  await aMentor(world, program, { who: 'maya', state });
  return program;
}
const here = (rest: string) => async (world: World) => `/programs/${await aProgram(world)}${rest}`;
const hers =
  (rest = '', state = 'approved') =>
  async (world: World) =>
    `/programs/${await withMaya(world, state)}/mentor${rest}`;
const kept =
  (rest = '', said = {}) =>
  async (world: World) =>
    `/community/programs/${await aProgram(world, said)}${rest}`;
/** Of Maya, who has applied. */
const applied = (rest: string) => async (world: World) =>
  `/community/programs/${await withMaya(world, 'applied')}/mentors/${world.people.maya.memberId}${rest}`;

async function question(world: World): Promise<string> {
  const program = await aProgram(world);
  return `/community/programs/${program}/questions/${await aQuestion(world, program)}`;
}
async function item(world: World): Promise<string> {
  const program = await aProgram(world);
  return `/community/programs/${program}/training/${await aTrainingItem(world, program)}`;
}
const of = (thing: (world: World) => Promise<string>, rest: string) => async (world: World) =>
  (await thing(world)) + rest;

/** Of Maya, a mentor. */
const mentoring = (rest: string) => async (world: World) =>
  `/community/programs/${await withMaya(world)}/mentors/${world.people.maya.memberId}${rest}`;

/** That a conversation with Maya was noted. */
async function check(world: World): Promise<string> {
  const program = await withMaya(world, 'applied');
  const id = newId();
  await world.owner.query(
    `INSERT INTO program_checks (community_id, check_id, program_id, member_id, what, done_on) VALUES ($1, $2, $3, $4, 'interview', current_date)`,
    [world.people.maya.communityId, id, program, world.people.maya.memberId],
  );
  return `/community/programs/${program}/mentors/${world.people.maya.memberId}/checks/${id}/removal`;
}

/** Whoever asks is herself a mentor who agreed to older words. */
async function agreement(world: World, visitor: Visitor): Promise<string> {
  const program = await aProgram(world, { agreement_version: 2 });
  const who = VISITORS[visitor];
  if (who && who !== 'nora') await aMentor(world, program, { who });
  return `/programs/${program}/agreement`;
}

const OFFER = {
  experiences: ['nicu'],
  languages: ['en'],
  online: 'yes',
  about: '',
  recoveredMonth: '3',
  recoveredYear: '2021',
  capacity: '1',
  agreed: 'yes',
  agreementVersion: '1',
};
const BASICS = {
  name: 'Ours',
  about: '',
  promiseDays: '7',
  firstContactHours: '48',
  cadenceDays: '7',
  weeks: '12',
};
const QUESTION = { words: 'How?', choices: 'So\nOr so', askedOf: 'both', counts: '1' };
const PHASE = { name: 'Hello', fromWeek: '1', guide: '' };

const forMembers: Row[] = [
  { route: 'GET /programs', path: () => '/programs', expect: { ...everybody(200), nobody: 303 } },
  { route: `GET ${PROGRAM}`, path: here(''), expect: read(200) },
  { route: `GET ${PROGRAM}/agreement`, path: here('/agreement'), expect: read(200) },
  {
    route: `POST ${PROGRAM}/agreement`,
    path: agreement,
    form: { agreed: 'yes', agreementVersion: '2' },
    expect: sent(303),
  },
  { route: `GET ${MENTOR}`, path: here('/mentor'), expect: read(200) },
  { route: `POST ${MENTOR}`, path: here('/mentor'), form: OFFER, expect: sent(303) },
  { route: `GET ${MENTOR}/change`, path: hers('/change'), expect: maya(200, 'GET') },
  { route: `POST ${MENTOR}/room`, path: hers('/room'), form: { capacity: '2' }, expect: maya(303, 'POST') },
  { route: `POST ${MENTOR}/pause`, path: hers('/pause'), expect: maya(303, 'POST') },
  { route: `POST ${MENTOR}/return`, path: hers('/return'), expect: maya(303, 'POST') },
  { route: `GET ${MENTOR}/leaving`, path: hers('/leaving'), expect: maya(200, 'GET') },
  { route: `POST ${MENTOR}/leaving`, path: hers('/leaving'), expect: maya(303, 'POST') },
];

const get = (route: string, path: Row['path']): Row => ({
  route: `GET ${route}`,
  path,
  expect: coordinators(200, 'GET'),
});
const post = (route: string, path: Row['path'], form?: Row['form']): Row => ({
  route: `POST ${route}`,
  path,
  ...(form ? { form } : {}),
  expect: coordinators(303, 'POST'),
});

const forCoordinators: Row[] = [
  get('/community/programs', () => '/community/programs'),
  get('/community/programs/new', () => '/community/programs/new'),
  post('/community/programs', () => '/community/programs', { kind: 'career' }),
  get(KEPT, kept()),
  post(KEPT, kept(), BASICS),
  post(`${KEPT}/opening`, kept('/opening', { opened_at: null })),
  post(`${KEPT}/removal`, kept('/removal', { opened_at: null })),
  get(`${KEPT}/closing`, kept('/closing')),
  post(`${KEPT}/closing`, kept('/closing')),
  get(`${KEPT}/agreement`, kept('/agreement')),
  post(`${KEPT}/agreement`, kept('/agreement'), { agreement: 'Kindly.' }),
  get(`${KEPT}/safety`, kept('/safety')),
  post(`${KEPT}/safety`, kept('/safety'), { safety: '1. Listen.' }),
  get(`${KEPT}/phases`, kept('/phases')),
  get(`${KEPT}/phases/new`, kept('/phases/new')),
  post(`${KEPT}/phases`, kept('/phases'), PHASE),
  get(`${KEPT}/phases/:phase{[0-9]{1,2}}`, kept('/phases/1')),
  post(`${KEPT}/phases/:phase{[0-9]{1,2}}`, kept('/phases/1'), PHASE),
  post(`${KEPT}/phases/:phase{[0-9]{1,2}}/removal`, kept('/phases/1/removal')),
  get(`${KEPT}/questions`, kept('/questions')),
  get(`${KEPT}/questions/new`, kept('/questions/new')),
  post(`${KEPT}/questions`, kept('/questions'), QUESTION),
  get(`${KEPT}/questions/:question{${UUID}}`, question),
  post(`${KEPT}/questions/:question{${UUID}}`, question, QUESTION),
  post(`${KEPT}/questions/:question{${UUID}}/removal`, of(question, '/removal')),
  post(`${KEPT}/questions/:question{${UUID}}/earlier`, of(question, '/earlier')),
  get(`${KEPT}/training`, kept('/training')),
  post(`${KEPT}/training`, kept('/training'), { name: 'How to listen' }),
  post(`${KEPT}/training/:item{${UUID}}`, item, { name: 'How to listen well' }),
  post(`${KEPT}/training/:item{${UUID}}/removal`, of(item, '/removal')),
  post(`${KEPT}/training/:item{${UUID}}/earlier`, of(item, '/earlier')),
  get(`${KEPT}/mentors`, kept('/mentors')),
  get(MENTORS, applied('')),
  get(`${MENTORS}/removal`, mentoring('/removal')),
  post(`${MENTORS}/removal`, mentoring('/removal')),
  post(`${MENTORS}/talk`, applied('/talk'), { will: 'yes' }),
  post(`${MENTORS}/checks`, applied('/checks'), { what: 'interview', doneOn: '2026-01-05' }),
  post(`${MENTORS}/checks/:check{${UUID}}/removal`, check),
  post(`${MENTORS}/decline`, applied('/decline')),
  {
    ...post(`${MENTORS}/approval`, applied('/approval')),
    expect: coordinators(422, 'POST'),
    why: 'the conversation with her is still to come',
  },
];

export const programs: Row[] = [...forMembers, ...forCoordinators];
