import { randomUUID } from 'node:crypto';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import type { Row } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ROOM = `/circles/:id{${ID}}`;
const POST = `${ROOM}/posts/:postId{${ID}}`;
const room = `/circles/${NIGHT_FEEDS}`;

// Bea and Maya have blocked each other's sight: to Bea, what Maya wrote is absent.
const reads = {
  nobody: 303,
  other: 404,
  outsider: 404,
  blocked: 404,
  member: 200,
  facilitator: 200,
  moderator: 404,
  admin: 404,
};
const writes = { ...reads, nobody: 401, member: 303, facilitator: 303 };

/** A fresh post of Maya's in Night Feeds. */
async function mayas(world: World, poll = false): Promise<string> {
  const { maya } = world.people;
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body) VALUES ($1, $2, $3, $2, $4, 'awake again')`,
    [maya.communityId, id, NIGHT_FEEDS, maya.memberId],
  );
  if (poll)
    await world.owner.query('INSERT INTO polls (community_id, post_id) VALUES ($1, $2)', [
      maya.communityId,
      id,
    ]);
  return `${room}/posts/${id}`;
}
const of = (act: string) => async (world: World) => `${await mayas(world)}${act}`;
const form = () => ({ key: randomUUID(), body: `hello ${randomUUID()}` });

// The circle's own address stands with the circles: those outside meet its front door there.
export const conversation: Row[] = [
  {
    route: `GET ${ROOM}/posts`,
    path: () => `${room}/posts`,
    expect: {
      nobody: 303,
      other: 303,
      outsider: 303,
      blocked: 303,
      member: 303,
      facilitator: 303,
      moderator: 303,
      admin: 303,
    },
    why: 'Only leads to the circle’s own address',
  },
  { route: `POST ${ROOM}/posts`, path: () => `${room}/posts`, form, expect: { ...writes, blocked: 303 } },
  { route: `GET ${POST}`, path: of(''), expect: reads },
  {
    route: `GET ${POST}/live`,
    path: of('/live'),
    expect: { ...reads, member: 303, facilitator: 303 },
    why: 'Followed as a link it leads to the thread; as a stream it is tried in live.test.ts',
  },
  {
    route: `GET ${ROOM}/live`,
    path: () => `${room}/live`,
    expect: { ...reads, blocked: 303, member: 303, facilitator: 303 },
    why: 'As above, of the room',
  },
  {
    route: `GET ${POST}/replies`,
    path: of('/replies'),
    expect: {
      nobody: 303,
      other: 303,
      outsider: 303,
      blocked: 303,
      member: 303,
      facilitator: 303,
      moderator: 303,
      admin: 303,
    },
    why: 'Only leads to the thread’s own address',
  },
  { route: `POST ${POST}/replies`, path: of('/replies'), form, expect: writes },
  {
    route: `POST ${POST}/pin`,
    path: of('/pin'),
    expect: { ...writes, member: 404 },
    why: 'Those who look after the circle decide what stands on top',
  },
  {
    route: `POST ${ROOM}/votes`,
    path: () => `${room}/votes`,
    form: async (world) => ({ vote: (await mayas(world, true)).slice(-36) }),
    expect: writes,
  },
  { route: `GET ${POST}/edit`, path: of('/edit'), expect: { ...reads, facilitator: 404 } },
  {
    route: `POST ${POST}/edit`,
    path: of('/edit'),
    form: { body: 'in other words' },
    expect: { ...writes, facilitator: 404 },
  },
  { route: `GET ${POST}/removal`, path: of('/removal'), expect: { ...reads, facilitator: 404 } },
  { route: `POST ${POST}/removal`, path: of('/removal'), expect: { ...writes, facilitator: 404 } },
  {
    route: `POST ${ROOM}/reactions`,
    path: () => `${room}/reactions`,
    form: async (world) => ({ felt: `hug ${(await mayas(world)).split('/').at(-1)}` }),
    expect: writes,
  },
];
