import { aCallback, aShift, closeAll, trained } from '../../src/features/callbacks/a-callback.fixture.ts';
import { aPair } from '../../src/features/pairs/pairs.fixture.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const members = { ...everybody(200), nobody: 303 };
const only =
  (who: 'member' | 'facilitator') =>
  (status: number, of: 'GET' | 'POST'): Row['expect'] => ({
    ...everybody(404),
    nobody: of === 'GET' ? 303 : 401,
    [who]: status,
  });
/** Maya asked; Rosa is trained, and has taken it. */
const hers = only('member');
const rosas = only('facilitator');
const coordinators = (status: number, of: 'GET' | 'POST') => ({
  ...everybody(403),
  nobody: of === 'GET' ? 303 : 401,
  admin: status,
});

async function asked(world: World): Promise<string> {
  await trained(world, 'rosa');
  await world.owner.query('DELETE FROM callback_apart');
  return aCallback(world, 'maya', null);
}
const taken = (world: World): Promise<string> => aCallback(world, 'maya', 'rosa');
const request = (rest: string) => async (world: World) => `/callbacks/requests/${await taken(world)}${rest}`;
const call = (rest: string) => async (world: World) => `/callbacks/calls/${await taken(world)}${rest}`;
const reached = async (world: World) => {
  const id = await taken(world);
  await world.owner.query(
    'UPDATE callbacks SET reached_at = now(), first_tried_at = now() WHERE callback_id = $1',
    [id],
  );
  return `/callbacks/calls/${id}/closing`;
};
const calledIn = async (world: World) => {
  const id = await taken(world);
  await world.owner.query('UPDATE callbacks SET passed_on_at = now() WHERE callback_id = $1', [id]);
  return `/community/callbacks/${id}/heeding`;
};
const quiet = (path: string) => async (world: World) => {
  await trained(world, 'rosa');
  await closeAll(world);
  return path;
};
const rosasShift = async (world: World) => {
  await trained(world, 'rosa');
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const shift = await aShift(world, null, day);
  return { shift, day, how: 'take' };
};
const named = async ({ owner, people: { vera } }: World) =>
  owner.query(
    'INSERT INTO support_volunteers (community_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [vera.communityId, vera.memberId],
  );

const PHONE = '312 555 0142';
const ONE = `/callbacks/requests/:id{${UUID}}`;
const CALL = `/callbacks/calls/:id{${UUID}}`;
const DESK = '/community/callbacks';

export const callbacks: Row[] = [
  { route: 'GET /callbacks/new', path: quiet('/callbacks/new'), expect: members },
  {
    route: 'POST /callbacks/new',
    path: quiet('/callbacks/new'),
    form: () => ({ key: newId(), language: 'en', name: 'May', phone: PHONE }),
    expect: { ...everybody(303), nobody: 401 },
  },
  {
    route: 'POST /callbacks/offer/refusal',
    path: async (world) => {
      const { matchId } = await aPair(world, { mentor: 'rosa', mentee: 'maya' });
      const { communityId, memberId } = world.people.maya;
      await world.owner.query('DELETE FROM callback_offers');
      await world.owner.query(
        'INSERT INTO callback_offers (community_id, member_id, match_id, offered_at) VALUES ($1, $2, $3, now())',
        [communityId, memberId, matchId],
      );
      return '/callbacks/offer/refusal';
    },
    expect: hers(303, 'POST'),
    why: 'only whoever was offered a call says no to it',
  },
  { route: 'GET /callbacks/mine', path: () => '/callbacks/mine', expect: members },
  { route: `GET ${ONE}`, path: request(''), expect: hers(200, 'GET') },
  { route: `GET ${ONE}/hours`, path: request('/hours'), expect: hers(200, 'GET') },
  { route: `POST ${ONE}/hours`, path: request('/hours'), form: { phone: PHONE }, expect: hers(303, 'POST') },
  { route: `POST ${ONE}/withdrawal`, path: request('/withdrawal'), expect: hers(303, 'POST') },
  {
    route: `POST ${ONE}/somebody-else`,
    path: request('/somebody-else'),
    expect: hers(303, 'POST'),
  },
  {
    route: 'GET /callbacks',
    path: quiet('/callbacks'),
    expect: rosas(200, 'GET'),
  },
  {
    route: `POST /callbacks/:id{${UUID}}/taking`,
    path: async (world) => `/callbacks/${await asked(world)}/taking`,
    expect: rosas(303, 'POST'),
  },
  { route: `GET ${CALL}`, path: call(''), expect: rosas(200, 'GET') },
  { route: `POST ${CALL}/release`, path: call('/release'), expect: rosas(303, 'POST') },
  {
    route: `POST ${CALL}/tries`,
    path: call('/tries'),
    form: { outcome: 'no-answer' },
    expect: rosas(303, 'POST'),
  },
  {
    route: `POST ${CALL}/closing`,
    path: reached,
    form: { minutes: '15', step: 'nothing' },
    expect: rosas(303, 'POST'),
  },
  { route: `POST ${CALL}/passing-on`, path: call('/passing-on'), expect: rosas(303, 'POST') },
  { route: 'GET /callbacks/rota', path: quiet('/callbacks/rota'), expect: rosas(200, 'GET') },
  {
    route: 'POST /callbacks/rota',
    path: () => '/callbacks/rota',
    form: rosasShift,
    expect: rosas(303, 'POST'),
  },
  {
    route: 'POST /callbacks/ways',
    path: quiet('/callbacks/ways'),
    form: { languages: 'en', atOnce: '2' },
    expect: rosas(303, 'POST'),
  },
  { route: `GET ${DESK}`, path: () => DESK, expect: coordinators(200, 'GET') },
  {
    route: `POST ${DESK}/:id{${UUID}}/reassignment`,
    path: async (world) => `${DESK}/${await taken(world)}/reassignment`,
    form: { to: '' },
    expect: coordinators(303, 'POST'),
  },
  { route: `POST ${DESK}/:id{${UUID}}/heeding`, path: calledIn, expect: coordinators(303, 'POST') },
  { route: `GET ${DESK}/rota`, path: () => `${DESK}/rota`, expect: coordinators(200, 'GET') },
  {
    route: `POST ${DESK}/settings`,
    path: () => `${DESK}/settings`,
    form: { promisedHours: '24', tryMinutes: '60' },
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST ${DESK}/shifts`,
    path: () => `${DESK}/shifts`,
    form: { when: '2', starts: '19:00', hours: '2', seats: '1' },
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST ${DESK}/shifts/:id{${UUID}}/removal`,
    path: async (world) => `${DESK}/shifts/${await aShift(world, null, '2026-01-01')}/removal`,
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST ${DESK}/volunteers`,
    path: async (world) => {
      await named(world);
      return `${DESK}/volunteers`;
    },
    form: ({ people }) => ({
      member: people.vera.memberId,
      languages: 'en',
      trainedOn: '2026-10-01',
      agreed: 'yes',
    }),
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST ${DESK}/volunteers/:member{${UUID}}/removal`,
    path: async (world) => {
      await trained(world, 'vera');
      return `${DESK}/volunteers/${world.people.vera.memberId}/removal`;
    },
    expect: coordinators(303, 'POST'),
  },
];
