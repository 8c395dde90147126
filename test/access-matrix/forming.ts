import {
  aLead,
  approve,
  aWait,
  clearForming,
  openList,
  proposing,
  seatOf,
} from '../../src/features/forming/a-list.fixture.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const LIST = '/circles/waiting-list';
const LEADING = '/circles/leading';
const CARE = '/community/circle-forming';
const wishes = { languages: 'en', meets: 'both' };
const read = { ...everybody(200), nobody: 303 };
const sent = { ...everybody(303), nobody: 401 };
const coordinators = (status: number, of: 'GET' | 'POST') => ({
  ...everybody(403),
  nobody: of === 'GET' ? 303 : 401,
  admin: status,
});
const hers = (status: number, of: 'GET' | 'POST') => ({
  ...everybody(404),
  nobody: of === 'GET' ? 303 : 401,
  member: status,
});
const leads = (status: number) => ({ ...everybody(404), nobody: 401, facilitator: status });

/** The list is open, and nobody is on it. */
const open = (path: string) => async (world: World) => {
  await clearForming(world);
  await openList(world);
  return path;
};
/** Rosa has offered to lead. */
const offered = (path: string) => async (world: World) => {
  await open(path)(world);
  await aLead(world, 'rosa');
  return path;
};
/** A seat is kept for Maya and for Vera, in a circle Rosa is asked to lead. */
async function gathering(world: World) {
  await offered(CARE)(world);
  await aWait(world, 'maya');
  await aWait(world, 'mo');
  await approve(world, proposing(world, ['maya', 'mo'], ['rosa']));
  return seatOf(world, 'maya');
}
const seat = (rest: string) => async (world: World) => `/circle-seats/${(await gathering(world)).id}${rest}`;
const care = (rest: string) => async (world: World) =>
  `${CARE}/circles/${(await gathering(world)).forming}/${rest}`;
const BOARD = `${CARE}/board`;
/** Maya and Mo wait, and Rosa would lead them. */
const waits = (path: string) => async (world: World) => {
  await offered(CARE)(world);
  for (const who of ['maya', 'mo'] as const) await aWait(world, who);
  return path;
};
const SEAT = `/circle-seats/:id{${UUID}}`;

export const forming: Row[] = [
  { route: `GET ${LIST}`, path: open(LIST), expect: read },
  { route: `GET ${LIST}/wishes`, path: open(`${LIST}/wishes`), expect: { ...read, other: 303 } },
  { route: `POST ${LIST}/wishes`, path: open(`${LIST}/wishes`), form: wishes, expect: sent },
  { route: `POST ${LIST}/departure`, path: open(`${LIST}/departure`), expect: sent },
  { route: `POST ${LIST}/return`, path: open(`${LIST}/return`), expect: sent },
  { route: `GET ${LEADING}`, path: open(LEADING), expect: read },
  { route: `GET ${LEADING}/change`, path: open(`${LEADING}/change`), expect: read },
  { route: `POST ${LEADING}`, path: open(LEADING), form: { ...wishes, circles: '1' }, expect: sent },
  { route: `POST ${LEADING}/pause`, path: offered(`${LEADING}/pause`), expect: leads(303) },
  { route: `POST ${LEADING}/return`, path: offered(`${LEADING}/return`), expect: leads(303) },
  { route: `POST ${LEADING}/departure`, path: offered(`${LEADING}/departure`), expect: leads(303) },
  { route: `GET ${SEAT}`, path: seat(''), expect: hers(200, 'GET') },
  { route: `POST ${SEAT}/acceptance`, path: seat('/acceptance'), expect: hers(303, 'POST') },
  { route: `POST ${SEAT}/refusal`, path: seat('/refusal'), expect: hers(303, 'POST') },
  { route: `GET ${CARE}`, path: offered(CARE), expect: coordinators(200, 'GET') },
  { route: `GET ${CARE}/settings`, path: open(`${CARE}/settings`), expect: coordinators(200, 'GET') },
  {
    route: `POST ${CARE}/settings`,
    path: open(`${CARE}/settings`),
    form: {
      open: 'yes',
      lower: '2',
      upper: '4',
      leads: '1',
      meets: 'both',
      everyDays: '28',
      nextOn: '2099-12-01',
      answerDays: '4',
    },
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST ${CARE}/leads/:member{${UUID}}`,
    path: async (world) => `${await offered(CARE)(world)}/leads/${world.people.rosa.memberId}`,
    form: { answer: 'no' },
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST ${CARE}/circles/:id{${UUID}}/beginning`,
    path: care('beginning'),
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST ${CARE}/circles/:id{${UUID}}/seats`,
    path: care('seats'),
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST ${CARE}/circles/:id{${UUID}}/dissolution`,
    path: care('dissolution'),
    expect: coordinators(303, 'POST'),
  },
  { route: `GET ${BOARD}`, path: waits(BOARD), expect: coordinators(200, 'GET') },
  { route: `POST ${BOARD}`, path: waits(BOARD), expect: coordinators(303, 'POST') },
  { route: `POST ${BOARD}/again`, path: waits(`${BOARD}/again`), expect: coordinators(303, 'POST') },
  { route: `GET ${BOARD}/outcome`, path: open(`${BOARD}/outcome`), expect: coordinators(200, 'GET') },
  { route: `POST ${BOARD}/end`, path: waits(`${BOARD}/end`), expect: coordinators(303, 'POST') },
];
