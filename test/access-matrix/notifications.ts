import { randomUUID } from 'node:crypto';
import { newPushKeys } from '../../src/platform/push/index.ts';
import type { World } from '../kit/world.ts';
import { type Row, VISITORS, type Visitor } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const members = {
  nobody: 303,
  other: 200,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};
const acts = {
  nobody: 401,
  other: 303,
  outsider: 303,
  blocked: 303,
  member: 303,
  facilitator: 303,
  moderator: 303,
  admin: 303,
};

/** A browser of the visitor's own, to be turned off; of somebody else for those of another community. */
async function browserOf(world: World, visitor: Visitor): Promise<string> {
  const name = VISITORS[visitor];
  const who = world.people[name && name !== 'nora' ? name : 'vera'];
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO push_subscriptions (community_id, subscription_id, member_id, session_id, endpoint, p256dh, auth)
     SELECT $1, $2, $3, s.id, $4, 'p', 'a' FROM auth.session s WHERE s."userId" = $5 LIMIT 1`,
    [who.communityId, id, who.memberId, `https://push.example.org/${id}`, who.accountId],
  );
  return `/me/notifications/devices/${id}/removal`;
}

export const notifications: Row[] = [
  { route: 'GET /notifications', path: () => '/notifications', expect: members },
  { route: 'GET /me/notifications', path: () => '/me/notifications', expect: members },
  { route: 'POST /me/notifications', path: () => '/me/notifications', form: { mail: 'none' }, expect: acts },
  {
    route: 'POST /me/notifications/devices',
    path: () => '/me/notifications/devices',
    form: () => ({
      endpoint: `https://push.example.org/${randomUUID()}`,
      p256dh: newPushKeys().publicKey,
      auth: 'AAAAAAAAAAAAAAAAAAAAAA',
    }),
    expect: acts,
  },
  {
    route: `POST /me/notifications/devices/:id{${ID}}/removal`,
    path: browserOf,
    expect: { ...acts, other: 404 },
  },
  { route: 'POST /notifications/seen', path: () => '/notifications/seen', expect: acts },
];
