import { aCircle, seat } from '../../src/features/circles/a-circle.fixture.ts';
import { aMessage, aTalk } from '../../src/features/messages/a-talk.fixture.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import type { Row } from './row.ts';

const ID = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const everyone = {
  nobody: 303,
  other: 200,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};
const none = {
  nobody: 303,
  other: 404,
  outsider: 404,
  blocked: 404,
  member: 404,
  facilitator: 404,
  moderator: 404,
  admin: 404,
};
const noActs = { ...none, nobody: 401 };

/** Maya asked Rosa: whatever else stood between the two is cleared away. */
const requested = (act: string) => async (world: World) => {
  await world.owner.query('DELETE FROM talks');
  return `/messages/${await aTalk(world, 'maya', 'rosa', { state: 'waiting' })}/${act}`;
};
/** Maya and Rosa talk, and Maya has said something. */
const talking = async (world: World) => {
  await world.owner.query('DELETE FROM talks');
  const talk = await aTalk(world, 'maya', 'rosa');
  return { here: `/messages/${talk}`, hers: await aMessage(world, talk, 'maya', 'Hello') };
};
/** Somebody in a circle with Maya, Bea and Rosa, and in no other. */
const herDoor = async (world: World) => {
  const { maya, bea, rosa } = world.people;
  const newcomer = { ...rosa, memberId: newId() };
  await world.owner.query(
    `INSERT INTO members (community_id, member_id, account_id, display_name) VALUES ($1, $2, $3, 'Ana')`,
    [newcomer.communityId, newcomer.memberId, `account-${newcomer.memberId}`],
  );
  const circle = await aCircle(world, rosa, { joining: 'private' });
  for (const one of [maya, bea, newcomer]) await seat(world, circle, one);
  await world.owner.query('DELETE FROM talks');
  return `/members/${newcomer.memberId}/message`;
};

const report = async (world: World) => {
  const { here, hers } = await talking(world);
  return `${here}/messages/${hers}/report`;
};

export const messages: Row[] = [
  { route: 'GET /messages', path: () => '/messages', expect: everyone },
  { route: 'GET /messages/door', path: () => '/messages/door', expect: everyone },
  {
    route: 'POST /messages/door',
    path: () => '/messages/door',
    form: { door: 'open' },
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
    route: `GET /members/:id${ID}/message`,
    path: herDoor,
    expect: { ...none, blocked: 200, member: 200, facilitator: 200 },
    why: 'only those who share a circle with her may ask',
  },
  {
    route: `POST /members/:id${ID}/message`,
    path: herDoor,
    form: { because: 'same' },
    expect: { ...noActs, blocked: 303, member: 303, facilitator: 303 },
  },
  {
    route: `POST /messages/:id${ID}/acceptance`,
    path: requested('acceptance'),
    expect: { ...noActs, facilitator: 303 },
    why: 'Maya asked Rosa; only Rosa answers',
  },
  {
    route: `POST /messages/:id${ID}/postponement`,
    path: requested('postponement'),
    expect: { ...noActs, facilitator: 303 },
  },
  {
    route: `POST /messages/:id${ID}/refusal`,
    path: requested('refusal'),
    expect: { ...noActs, facilitator: 303 },
  },
  {
    route: `POST /messages/:id${ID}/withdrawal`,
    path: requested('withdrawal'),
    expect: { ...noActs, member: 303 },
  },
  {
    route: `POST /messages/:id${ID}/closing`,
    path: async (world) => (await talking(world)).here.concat('/closing'),
    expect: { ...noActs, member: 303, facilitator: 303 },
  },
  {
    route: `GET /messages/:id${ID}`,
    path: async (world) => (await talking(world)).here,
    expect: { ...none, member: 200, facilitator: 200 },
    why: 'the two and nobody else, moderators least of all',
  },
  {
    route: `GET /messages/:id${ID}/live`,
    path: async (world) => (await talking(world)).here.concat('/live'),
    expect: { ...none, member: 303, facilitator: 303 },
    why: 'whoever only follows the address is led to the page',
  },
  {
    route: `GET /messages/:id${ID}/messages`,
    path: async (world) => (await talking(world)).here.concat('/messages'),
    expect: everyoneIsLedBack(),
    why: 'a reloaded form leads back to its page, which decides',
  },
  {
    route: `POST /messages/:id${ID}/messages`,
    path: async (world) => (await talking(world)).here.concat('/messages'),
    form: { body: 'Hello' },
    expect: { ...noActs, member: 303, facilitator: 303 },
  },
  { route: 'GET /messages/behind-blocks', path: () => '/messages/behind-blocks', expect: everyone },
  {
    route: `GET /messages/:id${ID}/messages/:messageId${ID}/report`,
    path: report,
    expect: { ...none, facilitator: 200 },
    why: 'it is Maya’s, so Rosa may report it',
  },
  {
    route: `POST /messages/:id${ID}/messages/:messageId${ID}/report`,
    path: report,
    form: { reason: 'harassment' },
    expect: { ...noActs, facilitator: 303 },
  },
  {
    route: `GET /messages/:id${ID}/messages/:messageId${ID}/removal`,
    path: removal,
    expect: { ...none, member: 200, facilitator: 303 },
    why: 'it is Maya’s; Rosa is led back',
  },
  {
    route: `POST /messages/:id${ID}/messages/:messageId${ID}/removal`,
    path: removal,
    expect: { ...noActs, member: 303 },
  },
];

async function removal(world: World): Promise<string> {
  const { here, hers } = await talking(world);
  return `${here}/messages/${hers}/removal`;
}

function everyoneIsLedBack(): Row['expect'] {
  return Object.fromEntries(Object.keys(everyone).map((who) => [who, 303])) as Row['expect'];
}
