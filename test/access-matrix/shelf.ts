import { randomUUID } from 'node:crypto';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import type { Row } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const SHELF = `/circles/:id{${ID}}/shelf`;
const ITEM = `${SHELF}/:item{${ID}}`;
const shelfPath = `/circles/${NIGHT_FEEDS}/shelf`;

const of = (act: string) => async (world: World) => {
  const { rosa } = world.people;
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO shelf_items (community_id, item_id, circle_id, title, note, added_by) VALUES ($1, $2, $3, 'Doors', 'Ring twice', $4)`,
    [rosa.communityId, id, NIGHT_FEEDS, rosa.memberId],
  );
  return `${shelfPath}/${id}${act}`;
};
const form = { title: 'Doors', note: 'Ring once' };

const reads = {
  nobody: 303,
  other: 404,
  outsider: 404,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 404,
  admin: 404,
};
const keeps = { ...reads, blocked: 404, member: 404 };
const writes = { ...keeps, nobody: 401, facilitator: 303 };

export const shelf: Row[] = [
  { route: `GET ${SHELF}`, path: () => shelfPath, expect: reads },
  { route: `POST ${SHELF}`, path: () => shelfPath, form, expect: writes },
  { route: `GET ${ITEM}/edit`, path: of('/edit'), expect: keeps },
  { route: `POST ${ITEM}/edit`, path: of('/edit'), form, expect: writes },
  { route: `POST ${ITEM}/removal`, path: of('/removal'), expect: writes },
];
