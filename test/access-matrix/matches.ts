import { aProposal, aRequest, suggestedTo } from '../../src/features/matches/a-match.fixture.ts';
import { aMentor, aProgram } from '../../src/features/programs/programs.fixture.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PROGRAM = `/programs/:id{${UUID}}`;
const APART = `/community/programs/:id{${UUID}}/apart`;
const BOARD = `/community/programs/:id{${UUID}}/board`;
const MATCH = `/matches/:id{${UUID}}`;
const asked = { danger: 'no', chooses: 'her', agreed: 'yes', version: '1' };
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

/** A program with Rosa for a mentor in which nobody asks yet. */
async function fresh(world: World): Promise<string> {
  const program = await aProgram(world);
  await aMentor(world, program, { who: 'rosa', capacity: 20 });
  return program;
}
const theProgram = async ({ owner }: World): Promise<string> =>
  (await owner.query('SELECT program_id FROM programs ORDER BY created_at DESC LIMIT 1')).rows[0].program_id;
/** Maya waits and chooses for herself. */
async function waiting(world: World): Promise<string> {
  const program = await fresh(world);
  await aRequest(world, 'maya', program);
  return program;
}
/** She has asked Rosa. */
const proposal = async (world: World) => aProposal(world, 'maya', 'rosa', await fresh(world));
const at = (program: (world: World) => Promise<string>, rest: string) => async (world: World) =>
  `/programs/${await program(world)}${rest}`;
const care = (rest: string) => async (world: World) => `/community/programs/${await waiting(world)}${rest}`;
const match = (rest: string) => async (world: World) => `/matches/${await proposal(world)}${rest}`;
const bySides = (status: number, of: 'GET' | 'POST') => ({ ...maya(status, of), facilitator: status });

export const matches: Row[] = [
  { route: `GET ${PROGRAM}/mentee`, path: at(fresh, '/mentee'), expect: read(200) },
  { route: `POST ${PROGRAM}/mentee`, path: at(fresh, '/mentee'), form: asked, expect: sent(303) },
  { route: `GET ${PROGRAM}/mentee/first-help`, path: at(fresh, '/mentee/first-help'), expect: read(200) },
  { route: `GET ${PROGRAM}/mentee/wishes`, path: at(waiting, '/mentee/wishes'), expect: maya(200, 'GET') },
  {
    route: `POST ${PROGRAM}/mentee/wishes`,
    path: at(waiting, '/mentee/wishes'),
    form: asked,
    expect: maya(303, 'POST'),
  },
  {
    route: `POST ${PROGRAM}/mentee/withdrawal`,
    path: at(waiting, '/mentee/withdrawal'),
    expect: maya(303, 'POST'),
  },
  { route: `GET ${PROGRAM}/suggestions`, path: at(waiting, '/suggestions'), expect: maya(200, 'GET') },
  {
    route: `POST ${PROGRAM}/suggestions`,
    path: at(waiting, '/suggestions'),
    form: async (world: World) => ({
      mentor: (await suggestedTo(world, 'maya', await theProgram(world)))[0]!,
    }),
    expect: maya(303, 'POST'),
  },
  { route: 'GET /matches', path: () => '/matches', expect: { ...everybody(200), nobody: 303 } },
  { route: `GET ${MATCH}`, path: match(''), expect: bySides(200, 'GET') },
  {
    route: `POST ${MATCH}/acceptance`,
    path: match('/acceptance'),
    expect: { ...everybody(303), nobody: 401 },
  },
  { route: `POST ${MATCH}/refusal`, path: match('/refusal'), expect: { ...everybody(303), nobody: 401 } },
  { route: `GET ${BOARD}`, path: care('/board'), expect: coordinators(200, 'GET') },
  { route: `POST ${BOARD}`, path: care('/board'), expect: coordinators(303, 'POST') },
  { route: `POST ${BOARD}/apart`, path: care('/board/apart'), expect: coordinators(303, 'POST') },
  { route: `GET ${APART}`, path: care('/apart'), expect: coordinators(200, 'GET') },
  { route: `POST ${APART}`, path: care('/apart'), expect: coordinators(303, 'POST') },
  {
    route: `POST ${APART}/removal`,
    path: care('/apart/removal'),
    form: { one: newId(), other: newId() },
    expect: { ...coordinators(404, 'POST') },
    why: 'these two are not kept apart',
  },
  {
    route: `GET ${BOARD}/outcome`,
    path: care('/board/outcome?proposed=2'),
    expect: coordinators(200, 'GET'),
  },
  {
    route: `POST ${BOARD}/next`,
    path: care('/board/next'),
    form: { date: '2099-01-02' },
    expect: coordinators(303, 'POST'),
  },
  {
    route: `GET /community/programs/:id{${UUID}}/weights`,
    path: care('/weights'),
    expect: coordinators(200, 'GET'),
  },
  {
    route: `POST /community/programs/:id{${UUID}}/weights`,
    path: care('/weights'),
    form: { experience: '40' },
    expect: coordinators(303, 'POST'),
  },
];
