import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const OFFER = { experiences: ['nicu'], languages: ['en'], capacity: '2', online: 'yes', about: '' };
const members = { ...everybody(200), nobody: 303 };
const absent = {
  nobody: 401,
  other: 404,
  outsider: 404,
  blocked: 404,
  member: 404,
  facilitator: 404,
  moderator: 404,
  admin: 404,
};

/** Dana offers; Vera has asked her. */
async function asked(world: World): Promise<string> {
  const { dana, vera } = world.people;
  const id = newId();
  await offered(world, 100);
  await world.owner.query('DELETE FROM introductions');
  await world.owner.query(
    'INSERT INTO introductions (community_id, introduction_id, mentee_id, mentor_id) VALUES ($1, $2, $3, $4)',
    [dana.communityId, id, vera.memberId, dana.memberId],
  );
  return id;
}

async function offered(world: World, capacity = 20) {
  const { dana } = world.people;
  await world.owner.query(
    `INSERT INTO mentor_offers (community_id, member_id, experiences, languages, capacity) VALUES ($1, $2, '{nicu}', '{en}', $3)
     ON CONFLICT (community_id, member_id) DO UPDATE SET paused_at = NULL`,
    [dana.communityId, dana.memberId, Math.min(capacity, 20)],
  );
  return dana.memberId;
}

/** Vera and Dana said yes to each other and share a room. */
async function paired(world: World): Promise<string> {
  const id = await asked(world);
  const { location } = await world.as('dana').post(`/introductions/${id}/acceptance`);
  if (!location?.startsWith('/circles/')) throw new Error('Dana could not say yes');
  return id;
}

export const mentoring: Row[] = [
  {
    route: 'GET /introductions/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/calls/new',
    path: async (world) => `/introductions/${await paired(world)}/calls/new`,
    expect: { ...absent, nobody: 303, outsider: 200 },
    why: 'a call is between the two who said yes: Vera and Dana',
  },
  {
    route: 'POST /introductions/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/calls',
    path: async (world) => `/introductions/${await paired(world)}/calls`,
    form: { date: '2090-03-01', startTime: '10:00', minutes: '30' },
    expect: { ...absent, outsider: 303 },
  },
  { route: 'GET /mentoring', path: () => '/mentoring', expect: members },
  { route: 'GET /mentoring/offer', path: () => '/mentoring/offer', expect: members },
  {
    route: 'POST /mentoring/offer',
    path: () => '/mentoring/offer',
    form: OFFER,
    expect: {
      nobody: 401,
      other: 303,
      outsider: 303,
      blocked: 303,
      member: 303,
      facilitator: 303,
      moderator: 303,
      admin: 303,
    },
  },
  {
    route: 'GET /mentors/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}',
    path: async (world) => `/mentors/${await offered(world)}`,
    expect: { ...members, other: 404 },
  },
  {
    route: 'POST /mentors/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/introductions',
    path: async (world) => `/mentors/${await offered(world)}/introductions`,
    form: { message: 'Hello' },
    expect: {
      nobody: 401,
      other: 404,
      outsider: 303,
      blocked: 303,
      member: 303,
      facilitator: 303,
      moderator: 303,
      admin: 303,
    },
  },
  {
    route: 'POST /introductions/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/acceptance',
    path: async (world) => `/introductions/${await asked(world)}/acceptance`,
    expect: absent,
    why: 'only the mentor who was asked answers; Vera asked Dana',
  },
  {
    route: 'POST /introductions/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/refusal',
    path: async (world) => `/introductions/${await asked(world)}/refusal`,
    expect: absent,
  },
  {
    route: 'POST /introductions/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/withdrawal',
    path: async (world) => `/introductions/${await asked(world)}/withdrawal`,
    expect: { ...absent, outsider: 303 },
  },
];
