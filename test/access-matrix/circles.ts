import { aCircle, seat } from '../../src/features/circles/a-circle.fixture.ts';
import { CIRCLE, INVITATION, MEMBER } from '../../src/features/circles/paths.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import { HIDDEN_CIRCLE, NIGHT_FEEDS, type Person } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row, VISITORS, type Visitor } from './row.ts';

// Nora asks on her own host, where she is a member and these circles do not exist.
const insiders = (seated: number, guest: number) => ({
  ...everybody(404),
  nobody: guest,
  blocked: seated,
  member: seated,
  facilitator: seated,
});
const facilitators = (allowed: number, guest: number) => ({
  ...everybody(404),
  nobody: guest,
  facilitator: allowed,
});

/** A circle of its own for one try: Rosa looks after it, Maya, Bea and Dana are in it. */
async function room(world: World, said: Record<string, unknown> = {}): Promise<string> {
  const id = await aCircle(world, world.people.rosa, { name: 'A room', ...said });
  for (const name of ['maya', 'bea', 'dana'] as const) await seat(world, id, world.people[name]);
  return id;
}

const inRoom = (rest: string, said?: Record<string, unknown>) => async (world: World) =>
  `/circles/${await room(world, said)}${rest}`;

/** A room with somebody at its door. */
async function asked(world: World): Promise<{ id: string; asker: Person }> {
  const id = await room(world, { joining: 'request' });
  const asker = world.people.vera;
  await world.owner.query(
    'INSERT INTO join_requests (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
    [asker.communityId, id, asker.memberId],
  );
  return { id, asker };
}

const atTheDoor = (act: string) => async (world: World) => {
  const { id, asker } = await asked(world);
  return `/circles/${id}/requests/${asker.memberId}/${act}`;
};

const ofDana = (act: string) => async (world: World) =>
  `/circles/${await room(world)}/people/${world.people.dana.memberId}/${act}`;

/** A circle the visitor alone looks after, or none she knows. */
async function ownRoom(world: World, visitor: Visitor): Promise<string> {
  const name = VISITORS[visitor];
  return name ? aCircle(world, world.people[name], { name: 'Her own' }) : room(world);
}

const NEW = { name: 'From the matrix', place: 'online', joining: 'open', cost: 'free', cap: '12' };

/** Circles: found by anybody, entered by members, known from inside, changed by those who look after them. */
export const circles: Row[] = [
  { route: 'GET /circles', path: () => '/circles?near=60614', expect: everybody(200) },
  {
    route: `GET ${CIRCLE}`,
    path: () => `/circles/${NIGHT_FEEDS}`,
    expect: { ...everybody(200), other: 404 },
    why: 'a listed circle has a front door; its members find the room behind it',
  },
  {
    route: 'GET /invitations/:token{[\\w-]{22}}',
    path: () => `/invitations/${'A'.repeat(22)}`,
    expect: everybody(404),
    why: 'an invented link opens nothing',
  },
  {
    route: 'GET /circles/aside',
    path: () => '/circles/aside',
    expect: everybody(303),
    why: 'nothing is set aside for those who told of no loss: they are led on',
  },
  {
    route: 'POST /circles/aside/departure',
    path: () => '/circles/aside/departure',
    expect: { ...everybody(303), nobody: 401 },
  },
  { route: 'GET /circles/new', path: () => '/circles/new', expect: { ...everybody(200), nobody: 303 } },
  {
    route: 'POST /circles/new',
    path: () => '/circles/new',
    form: NEW,
    expect: { ...everybody(303), nobody: 401 },
  },
  {
    route: `POST ${CIRCLE}/membership`,
    path: inRoom('/membership'),
    expect: { ...everybody(303), nobody: 401, other: 404 },
  },
  {
    route: `GET ${CIRCLE}/request`,
    path: inRoom('/request', { joining: 'request' }),
    expect: { ...everybody(200), nobody: 303, other: 404, blocked: 303, member: 303, facilitator: 303 },
    why: 'those inside are led to the room',
  },
  {
    route: `POST ${CIRCLE}/request`,
    path: inRoom('/request', { joining: 'request' }),
    form: { answer0: 'Hello' },
    expect: { ...everybody(303), nobody: 401, other: 404 },
  },
  {
    route: `POST ${CIRCLE}/request/withdrawal`,
    path: () => `/circles/${HIDDEN_CIRCLE}/request/withdrawal`,
    expect: { ...everybody(404), nobody: 401, facilitator: 303 },
    why: 'a hidden circle is not there to be asked',
  },
  { route: `GET ${CIRCLE}/departure`, path: inRoom('/departure'), expect: insiders(200, 303) },
  { route: `POST ${CIRCLE}/departure`, path: inRoom('/departure'), expect: insiders(303, 401) },
  {
    route: `POST ${CIRCLE}/greeter`,
    path: inRoom('/greeter'),
    form: { greets: 'yes' },
    expect: insiders(303, 401),
  },
  { route: `GET ${CIRCLE}/settings`, path: inRoom('/settings'), expect: facilitators(200, 303) },
  { route: `POST ${CIRCLE}/settings`, path: inRoom('/settings'), form: NEW, expect: facilitators(303, 401) },
  { route: `GET ${CIRCLE}/closure`, path: inRoom('/closure'), expect: facilitators(200, 303) },
  {
    route: `POST ${CIRCLE}/closure`,
    path: async (world, visitor) => `/circles/${await ownRoom(world, visitor)}/closure`,
    expect: { ...everybody(303), nobody: 401 },
    why: 'each closes her own; a circle of others is tried in the feature’s tests',
  },
  { route: `GET ${CIRCLE}/people`, path: inRoom('/people'), expect: facilitators(200, 303) },
  {
    route: `POST ${CIRCLE}/requests/${MEMBER}/admission`,
    path: atTheDoor('admission'),
    expect: facilitators(303, 401),
  },
  {
    route: `POST ${CIRCLE}/requests/${MEMBER}/refusal`,
    path: atTheDoor('refusal'),
    expect: facilitators(303, 401),
  },
  { route: `GET ${CIRCLE}/people/${MEMBER}/keys`, path: ofDana('keys'), expect: facilitators(200, 303) },
  { route: `POST ${CIRCLE}/people/${MEMBER}/keys`, path: ofDana('keys'), expect: facilitators(303, 401) },
  {
    route: `GET ${CIRCLE}/people/${MEMBER}/removal`,
    path: ofDana('removal'),
    expect: facilitators(200, 303),
  },
  {
    route: `POST ${CIRCLE}/people/${MEMBER}/removal`,
    path: ofDana('removal'),
    form: { why: 'Not a good fit.' },
    expect: facilitators(303, 401),
  },
  { route: `GET ${CIRCLE}/invitations`, path: inRoom('/invitations'), expect: facilitators(200, 303) },
  {
    route: `POST ${CIRCLE}/invitations`,
    path: inRoom('/invitations'),
    form: { days: '30' },
    expect: { ...facilitators(303, 401) },
  },
  {
    route: `POST ${CIRCLE}/invitations/${INVITATION}/revocation`,
    path: async (world) => {
      const id = await room(world);
      const invitationId = newId();
      await world.owner.query(
        `INSERT INTO circle_invitations (community_id, invitation_id, circle_id, token_hash, created_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, now() + interval '1 day')`,
        [world.people.rosa.communityId, invitationId, id, invitationId, world.people.rosa.memberId],
      );
      return `/circles/${id}/invitations/${invitationId}/revocation`;
    },
    expect: facilitators(303, 401),
  },
  { route: `GET ${CIRCLE}/poster`, path: inRoom('/poster'), expect: facilitators(200, 303) },
];
