import { ask, listens } from '../../src/features/first-reply/asking.fixture.ts';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row, VISITORS, type Visitor } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A post of Dana's that waits, about which everybody in the circle has been asked. */
async function asked(world: World, visitor: Visitor): Promise<string> {
  const thread = await ask(world, 'dana');
  const name = VISITORS[visitor];
  if (name && ['bea', 'maya', 'rosa'].includes(name)) {
    await listens(world, name);
    await world.owner.query(
      `INSERT INTO reply_offers (community_id, thread_id, member_id, asked_as, offered_at) VALUES ($1, $2, $3, 'listener', now())`,
      [world.people[name].communityId, thread, world.people[name].memberId],
    );
  }
  return `/circles/${NIGHT_FEEDS}/posts/${thread}/not-now`;
}

export const firstReply: Row[] = [
  { route: 'GET /me/listening', path: () => '/me/listening', expect: { ...everybody(200), nobody: 303 } },
  {
    route: 'POST /me/listening',
    path: () => '/me/listening',
    form: { listening: 'no' },
    expect: { ...everybody(303), nobody: 401 },
  },
  {
    route: `POST /circles/:id{${ID}}/posts/:postId{${ID}}/not-now`,
    path: asked,
    expect: { ...everybody(404), nobody: 401, blocked: 303, member: 303, facilitator: 303 },
    why: 'Only who was asked can say "not now"',
  },
  {
    route: 'POST /community/first-replies/reminder',
    path: () => '/community/first-replies/reminder',
    expect: { ...everybody(403), nobody: 401, admin: 303 },
  },
];
