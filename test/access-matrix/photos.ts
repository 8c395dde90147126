import { randomUUID } from 'node:crypto';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import type { Row } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A photo on a fresh post of Maya's in Night Feeds. */
async function mayas(world: World): Promise<string> {
  const { maya } = world.people;
  const [post, photo] = [randomUUID(), randomUUID()];
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body) VALUES ($1, $2, $3, $2, $4, 'look')`,
    [maya.communityId, post, NIGHT_FEEDS, maya.memberId],
  );
  await world.owner.query(
    `INSERT INTO photos (community_id, photo_id, post_id, place, width, height, whole, small) VALUES ($1, $2, $3, 1, 10, 10, 'whole', 'small')`,
    [maya.communityId, photo, post],
  );
  return `/photos/${photo}`;
}

const expect: Row['expect'] = {
  nobody: 303,
  other: 404,
  outsider: 404,
  blocked: 404,
  member: 200,
  facilitator: 200,
  moderator: 404,
  admin: 404,
};

export const photos: Row[] = [
  { route: `GET /photos/:id{${ID}}`, path: mayas, expect },
  { route: `GET /photos/:id{${ID}}/small`, path: async (world) => `${await mayas(world)}/small`, expect },
];
