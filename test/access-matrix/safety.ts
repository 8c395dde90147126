import { randomUUID } from 'node:crypto';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { type Row, VISITORS, type Visitor } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
export const pages = {
  nobody: 303,
  other: 200,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};
export const acts = {
  nobody: 401,
  other: 404,
  outsider: 303,
  blocked: 303,
  member: 303,
  facilitator: 303,
  moderator: 303,
  admin: 303,
};
/** An anonymous post of Dana's in Night Feeds. */
export async function danas(world: World): Promise<string> {
  const { dana } = world.people;
  const [id, pseudonym] = [randomUUID(), randomUUID()];
  await world.owner.query('DELETE FROM sanctions'); // other rows ask her to only read
  await world.owner.query(
    `INSERT INTO pseudonyms (community_id, pseudonym_id, thread_id, member_id, name) VALUES ($1, $2, $3, $4, 'quiet-heron')`,
    [dana.communityId, pseudonym, id, dana.memberId],
  );
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, pseudonym_id, pseudonym, body)
     VALUES ($1, $2, $3, $2, $4, 'quiet-heron', 'tired')`,
    [dana.communityId, id, NIGHT_FEEDS, pseudonym],
  );
  return id;
}

/** A report of Dana's about Vera. */
async function reported(world: World): Promise<string> {
  const { dana, vera } = world.people;
  await world.owner.query('DELETE FROM reports');
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO reports (community_id, report_id, reporter_id, subject_kind, subject_id, subject_member_id, subject_name, reason)
     VALUES ($1, $2, $3, 'member', $4, $4, 'Vera', 'selling')`,
    [dana.communityId, id, dana.memberId, vera.memberId],
  );
  return id;
}

/** The same by the visitor herself. */
async function reportedBy(world: World, visitor: Visitor): Promise<string> {
  const id = await reported(world);
  const who = VISITORS[visitor];
  if (who && who !== 'nora')
    await world.owner.query('UPDATE reports SET reporter_id = $1', [world.people[who].memberId]);
  return id;
}

/** Somebody new in the community, whom nobody has met. */
async function stranger(world: World): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO members (community_id, member_id, account_id, display_name) VALUES ($1, $2, $3, 'Ines')`,
    [world.people.dana.communityId, id, `account-${id}`],
  );
  return id;
}

const dana = (act: string) => (world: World) => `/members/${world.people.dana.memberId}${act}`;

/** A block of the visitor's own, to be taken back. */
async function blocking(world: World, visitor: Visitor): Promise<string> {
  const who = world.people[VISITORS[visitor] ?? 'vera'];
  const whom = await stranger(world);
  if (who !== world.people.nora)
    await world.owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
      who.communityId,
      who.memberId,
      whom,
    ]);
  return `/me/blocks/${whom}/removal`;
}

/** Somebody the visitor reads less of. */
async function muting(world: World, visitor: Visitor): Promise<string> {
  const who = world.people[VISITORS[visitor] ?? 'vera'];
  const whom = await stranger(world);
  if (who !== world.people.nora)
    await world.owner.query('INSERT INTO mutes (community_id, member_id, muted_id) VALUES ($1, $2, $3)', [
      who.communityId,
      who.memberId,
      whom,
    ]);
  return `/me/mutes/${whom}/removal`;
}

/** A name the visitor hides. */
async function hiding(world: World, visitor: Visitor): Promise<string> {
  const post = await danas(world);
  const { rows } = await world.owner.query(
    'SELECT community_id, pseudonym_id FROM posts WHERE post_id = $1',
    [post],
  );
  const who = world.people[VISITORS[visitor] ?? 'vera'];
  if (who.communityId === rows[0].community_id)
    await world.owner.query(
      `INSERT INTO hidden_pseudonyms (community_id, member_id, pseudonym_id, name) VALUES ($1, $2, $3, 'quiet-heron')`,
      [who.communityId, who.memberId, rows[0].pseudonym_id],
    );
  return `/me/hidden-names/${rows[0].pseudonym_id}/removal`;
}

const inside = { other: 404, outsider: 404, moderator: 404, admin: 404 };

export const safety: Row[] = [
  {
    route: 'GET /reports/new',
    path: async (world) => `/reports/new?kind=post&id=${await danas(world)}`,
    expect: { ...pages, ...inside },
    why: 'A post is reported by those who see it',
  },
  {
    route: 'POST /reports/new',
    path: () => '/reports/new',
    form: (world) => ({ kind: 'member', id: world.people.dana.memberId, reason: 'other' }),
    expect: acts,
  },
  { route: 'GET /me/reports', path: () => '/me/reports', expect: pages },
  {
    route: `GET /me/reports/:id{${ID}}`,
    path: async (world, visitor) => `/me/reports/${await reportedBy(world, visitor)}`,
    expect: { ...pages, other: 404 },
  },
  { route: `GET /members/:id{${ID}}`, path: dana(''), expect: { ...pages, other: 404 } },
  { route: `GET /members/:id{${ID}}/block`, path: dana('/block'), expect: { ...pages, other: 404 } },
  {
    route: `POST /members/:id{${ID}}/block`,
    path: async (world) => `/members/${await stranger(world)}/block`,
    expect: acts,
  },
  {
    route: `POST /members/:id{${ID}}/mute`,
    path: async (world) => `/members/${await stranger(world)}/mute`,
    expect: acts,
  },
  { route: `POST /me/mutes/:id{${ID}}/removal`, path: muting, expect: acts },
  { route: 'GET /care', path: () => '/care?to=/circles', expect: pages },
  { route: 'GET /me/blocks', path: () => '/me/blocks', expect: pages },
  { route: `POST /me/blocks/:id{${ID}}/removal`, path: blocking, expect: acts },
  {
    route: `GET /posts/:id{${ID}}/hiding`,
    path: async (world) => `/posts/${await danas(world)}/hiding`,
    expect: { ...pages, ...inside },
  },
  {
    route: `POST /posts/:id{${ID}}/hiding`,
    path: async (world) => `/posts/${await danas(world)}/hiding`,
    expect: { ...acts, ...inside },
  },
  { route: `POST /me/hidden-names/:id{${ID}}/removal`, path: hiding, expect: acts },
];
