import { randomUUID } from 'node:crypto';
import type { World } from '../kit/world.ts';
import type { Row } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const everybody = {
  nobody: 200,
  other: 200,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};
const coordinators = {
  nobody: 303,
  other: 403,
  outsider: 403,
  blocked: 403,
  member: 403,
  facilitator: 403,
  moderator: 403,
  admin: 200,
};
const acts = { ...coordinators, nobody: 401, admin: 303 };
const form = { title: 'Potluck', body: 'Bring a dish.', language: 'en' };

async function announced(world: World): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO announcements (community_id, announcement_id, title, body, language) VALUES ($1, $2, 'Potluck', 'Bring a dish.', 'en')`,
    [world.people.admin.communityId, id],
  );
  return `/community/announcements/${id}`;
}

export const announcements: Row[] = [
  { route: 'GET /announcements', path: () => '/announcements', expect: everybody },
  { route: 'GET /announcements.atom', path: () => '/announcements.atom', expect: everybody },
  { route: 'GET /community/announcements', path: () => '/community/announcements', expect: coordinators },
  {
    route: 'GET /community/announcements/new',
    path: () => '/community/announcements/new',
    expect: coordinators,
  },
  { route: 'POST /community/announcements', path: () => '/community/announcements', form, expect: acts },
  {
    route: `GET /community/announcements/:id{${ID}}/edit`,
    path: async (world) => `${await announced(world)}/edit`,
    expect: coordinators,
  },
  {
    route: `POST /community/announcements/:id{${ID}}/edit`,
    path: async (world) => `${await announced(world)}/edit`,
    form,
    expect: acts,
  },
  {
    route: `POST /community/announcements/:id{${ID}}/withdrawal`,
    path: async (world) => `${await announced(world)}/withdrawal`,
    expect: acts,
  },
  {
    route: `POST /community/announcements/:id{${ID}}/return`,
    path: async (world) => `${await announced(world)}/return`,
    expect: acts,
  },
];
