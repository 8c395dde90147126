import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const members = { ...everybody(200), nobody: 303 };
const coordinators = {
  nobody: 401,
  other: 403,
  outsider: 403,
  blocked: 403,
  member: 403,
  facilitator: 403,
  moderator: 403,
  admin: 303,
};

async function listed(world: World): Promise<string> {
  const { communityId } = world.people.admin;
  const [organisation, service] = [newId(), newId()];
  await world.owner.query(
    'INSERT INTO organisations (community_id, organisation_id, name) VALUES ($1, $2, $3)',
    [communityId, organisation, 'Clinic'],
  );
  await world.owner.query(
    `INSERT INTO services (community_id, service_id, organisation_id, name, source, verified_on, review_on)
     VALUES ($1, $2, $3, 'Counselling', 'Rosa', current_date, current_date + 90)`,
    [communityId, service, organisation],
  );
  return service;
}

export const directory: Row[] = [
  { route: 'GET /directory', path: () => '/directory', expect: members },
  {
    route: 'GET /directory/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}',
    path: async (world) => `/directory/${await listed(world)}`,
    expect: { ...members, other: 404 },
  },
  {
    route: 'GET /community/directory/new',
    path: () => '/community/directory/new',
    expect: { ...coordinators, nobody: 303, admin: 200 },
  },
  {
    route: 'POST /community/directory',
    path: () => '/community/directory',
    form: {
      name: 'Counselling',
      organisation: 'Clinic',
      source: 'Rosa',
      description: '',
      cost: '',
      phone: '',
      url: '',
      postcode: '',
    },
    expect: coordinators,
  },
  {
    route:
      'POST /community/directory/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/removal',
    path: async (world) => `/community/directory/${await listed(world)}/removal`,
    expect: coordinators,
  },
];
