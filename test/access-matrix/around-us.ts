import { randomUUID } from 'node:crypto';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const coordinators = { ...everybody(403), nobody: 303, admin: 200 };
const acts = { ...coordinators, nobody: 401, admin: 303 };

async function source(world: World): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO feed_sources (community_id, source_id, address, name) VALUES ($1, $2, $3, 'Library')`,
    [world.people.admin.communityId, id, `https://library.example.org/${id}`],
  );
  return `/community/sources/${id}`;
}

export const aroundUs: Row[] = [
  { route: 'GET /around-us', path: () => '/around-us', expect: everybody(200) },
  { route: 'GET /community/sources', path: () => '/community/sources', expect: coordinators },
  { route: 'GET /community/sources/new', path: () => '/community/sources/new', expect: coordinators },
  {
    route: 'POST /community/sources',
    path: () => '/community/sources',
    form: () => ({ address: `https://blog.example.org/${randomUUID()}`, name: 'A blog' }),
    expect: acts,
  },
  {
    route: `POST /community/sources/:id{${ID}}/pause`,
    path: async (world) => `${await source(world)}/pause`,
    expect: acts,
  },
  {
    route: `POST /community/sources/:id{${ID}}/return`,
    path: async (world) => `${await source(world)}/return`,
    expect: acts,
  },
  {
    route: `POST /community/sources/:id{${ID}}/removal`,
    path: async (world) => `${await source(world)}/removal`,
    expect: acts,
  },
];
