import { randomUUID } from 'node:crypto';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { type Row, VISITORS, type Visitor } from './row.ts';
import { acts, danas, pages } from './safety.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const NEXT_WEEK = () => {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + 7);
  return day.toISOString().slice(0, 10);
};
const moderators = {
  nobody: 303,
  other: 403,
  outsider: 403,
  blocked: 403,
  member: 403,
  facilitator: 403,
  moderator: 200,
  admin: 200,
};

const deciding = { ...moderators, nobody: 401, moderator: 303, admin: 303 };
const coordinators = { ...moderators, moderator: 403 };
/** Who looks after Night Feeds opens it; moderators have a room of their own. */
const hers = { ...pages, other: 404, outsider: 404, blocked: 404, member: 404, moderator: 404, admin: 404 };
const doing = { ...acts, outsider: 404, blocked: 404, member: 404, moderator: 404, admin: 404 };

interface Told {
  decision?: string;
  decidedBy?: string;
  appealed?: boolean;
  asked?: boolean;
  about?: string;
}

/** A case about an anonymous post of Dana's, or about a member. */
async function aCase(world: World, told: Told = {}): Promise<string> {
  const { dana, nora } = world.people;
  await world.owner.query('DELETE FROM cases');
  const post = await danas(world);
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO cases (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id, circle_id,
       subject_name, subject_text, origin, due_at, decided_at, decided_by, decision, reason)
     SELECT p.community_id, $2, 'post', p.post_id, $3, CASE WHEN $3::uuid IS NULL THEN p.pseudonym_id END, p.circle_id,
       'quiet-heron', p.body, 'report', now() + interval '1 day', CASE WHEN $4::text IS NOT NULL THEN now() END, $5, $4, 'because'
     FROM posts p WHERE p.post_id = $1`,
    [
      post,
      id,
      told.about ?? null,
      told.decision ?? null,
      told.decision ? (told.decidedBy ?? nora.memberId) : null,
    ],
  );
  if (told.appealed)
    await world.owner.query(
      `INSERT INTO appeals (community_id, case_id, words) VALUES ($1, $2, 'look again')`,
      [dana.communityId, id],
    );
  if (told.asked)
    await world.owner.query(
      `INSERT INTO reveals (community_id, case_id, asked_by, reason) VALUES ($1, $2, $3, 'danger')`,
      [dana.communityId, id, nora.memberId],
    );
  return id;
}

const atModeration = (act: string, told?: Told) => async (world: World) =>
  `/moderation/${await aCase(world, told)}${act}`;
const inCircle = (act: string) => async (world: World) =>
  `/circles/${NIGHT_FEEDS}/cases/${await aCase(world)}${act}`;
/** A picture that the case keeps. */
const pictured = (place: (world: World) => Promise<string>, size: string) => async (world: World) => {
  const path = await place(world);
  const photo = randomUUID();
  await world.owner.query(
    `INSERT INTO case_photos (community_id, case_id, photo_id, place, width, height, whole, small)
     SELECT community_id, case_id, $1, 1, 1, 1, '\\x00', '\\x00' FROM cases`,
    [photo],
  );
  return `${path}/photos/${photo}${size}`;
};
const aboutVisitor = (act: string) => async (world: World, visitor: Visitor) =>
  `/me/decisions/${await aCase(world, { decision: 'warn', about: world.people[VISITORS[visitor] ?? 'vera'].memberId })}${act}`;

/** Somebody's first words, at the door. */
async function held(world: World): Promise<string> {
  const id = await danas(world);
  await world.owner.query('UPDATE posts SET held_at = now() WHERE post_id = $1', [id]);
  return id;
}
/** Other words for what was let in. */
async function reworded(world: World): Promise<string> {
  const id = await danas(world);
  await world.owner.query('UPDATE posts SET reworded_at = now() WHERE post_id = $1', [id]);
  await world.owner.query('INSERT INTO post_rewordings (community_id, post_id, body) VALUES ($1, $2, $3)', [
    world.people.dana.communityId,
    id,
    'rather this',
  ]);
  return id;
}
async function flagged(world: World): Promise<string> {
  const id = await danas(world);
  await world.owner.query(
    `INSERT INTO flags (community_id, post_id, kind, level, circle_id) VALUES ($1, $2, 'words', 'concern', $3)`,
    [world.people.dana.communityId, id, NIGHT_FEEDS],
  );
  return id;
}
async function muted(world: World): Promise<string> {
  const { dana } = world.people;
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, circle_id, shown_name, reason, until, lifted_at)
     VALUES ($1, $2, 'mute', $3, $4, 'Dana', 'rest', now() + interval '1 hour', NULL)`,
    [dana.communityId, id, dana.memberId, NIGHT_FEEDS],
  );
  return id;
}
const ofPost = (make: (world: World) => Promise<string>, act: string) => async (world: World) =>
  `/circles/${NIGHT_FEEDS}/posts/${await make(world)}${act}`;
const danaSeat = (world: World) => `/circles/${NIGHT_FEEDS}/people/${world.people.dana.memberId}/mute`;

export const moderation: Row[] = [
  { route: 'GET /moderation', path: () => '/moderation', expect: moderators },
  { route: 'GET /moderation/rota', path: () => '/moderation/rota', expect: moderators },
  {
    route: 'POST /moderation/rota/:week{\\d{4}-\\d{2}-\\d{2}}',
    path: () => `/moderation/rota/${NEXT_WEEK()}`,
    form: { taking: 'yes' },
    expect: deciding,
  },
  { route: `GET /moderation/:case{${ID}}`, path: atModeration(''), expect: moderators },
  {
    route: `POST /moderation/:case{${ID}}/assignment`,
    path: atModeration('/assignment'),
    form: { taking: 'yes' },
    expect: deciding,
  },
  {
    route: `POST /moderation/:case{${ID}}/decision`,
    path: atModeration('/decision'),
    form: { decision: 'none' },
    expect: deciding,
  },
  {
    route: `POST /moderation/:case{${ID}}/hearing`,
    path: atModeration('/hearing', { decision: 'hide', appealed: true }),
    form: { finding: 'uphold', answer: 'It stands.' },
    expect: deciding,
    why: 'Neither of the two decided it, and neither is in the circle',
  },
  {
    route: `POST /moderation/:case{${ID}}/reveal`,
    path: atModeration('/reveal'),
    form: { why: 'A life' },
    expect: deciding,
  },
  {
    route: `POST /moderation/:case{${ID}}/reveal/agreement`,
    path: atModeration('/reveal/agreement', { asked: true }),
    expect: deciding,
  },
  { route: `GET /circles/:id{${ID}}/cases/:case{${ID}}`, path: inCircle(''), expect: hers },
  {
    route: `POST /circles/:id{${ID}}/cases/:case{${ID}}/assignment`,
    path: inCircle('/assignment'),
    form: { taking: 'yes' },
    expect: doing,
  },
  {
    route: `POST /circles/:id{${ID}}/cases/:case{${ID}}/decision`,
    path: inCircle('/decision'),
    form: { decision: 'none' },
    expect: doing,
  },
  ...['', '/small'].flatMap((size): Row[] => [
    {
      route: `GET /moderation/:case{${ID}}/photos/:photo{${ID}}${size}`,
      path: pictured(atModeration(''), size),
      expect: moderators,
    },
    {
      route: `GET /circles/:id{${ID}}/cases/:case{${ID}}/photos/:photo{${ID}}${size}`,
      path: pictured(inCircle(''), size),
      expect: hers,
    },
  ]),
  {
    route: `GET /circles/:id{${ID}}/posts/:postId{${ID}}/takedown`,
    path: ofPost(danas, '/takedown'),
    expect: hers,
  },
  {
    route: `POST /circles/:id{${ID}}/posts/:postId{${ID}}/takedown`,
    path: ofPost(danas, '/takedown'),
    form: { because: 'hurtful' },
    expect: doing,
  },
  { route: 'GET /me/decisions', path: () => '/me/decisions', expect: pages },
  { route: `GET /me/decisions/:id{${ID}}`, path: aboutVisitor(''), expect: { ...pages, other: 404 } },
  {
    route: `POST /me/decisions/:id{${ID}}/appeal`,
    path: aboutVisitor('/appeal'),
    form: { words: 'I see it differently' },
    expect: acts,
  },
  {
    route: `GET /circles/:id{${ID}}/settings/care`,
    path: () => `/circles/${NIGHT_FEEDS}/settings/care`,
    expect: hers,
  },
  {
    route: `POST /circles/:id{${ID}}/settings/care`,
    path: () => `/circles/${NIGHT_FEEDS}/settings/care`,
    form: { holdFirst: '0', slowMinutes: '0' },
    expect: doing,
  },
  {
    route: `GET /circles/:id{${ID}}/posts/:postId{${ID}}/rewording/removal`,
    path: ofPost(reworded, '/rewording/removal'),
    expect: hers,
  },
  {
    route: `POST /circles/:id{${ID}}/posts/:postId{${ID}}/rewording/removal`,
    path: ofPost(reworded, '/rewording/removal'),
    form: { why: 'Kinder words, please.' },
    expect: doing,
  },
  {
    route: `POST /circles/:id{${ID}}/posts/:postId{${ID}}/admission`,
    path: ofPost(held, '/admission'),
    expect: doing,
  },
  {
    route: `POST /circles/:id{${ID}}/posts/:postId{${ID}}/lock`,
    path: ofPost(danas, '/lock'),
    form: { taking: 'yes' },
    expect: doing,
  },
  {
    route: `POST /circles/:id{${ID}}/posts/:postId{${ID}}/flags/seen`,
    path: ofPost(flagged, '/flags/seen'),
    expect: doing,
  },
  { route: `GET /circles/:id{${ID}}/posts/:postId{${ID}}/mute`, path: ofPost(danas, '/mute'), expect: hers },
  {
    route: `POST /circles/:id{${ID}}/posts/:postId{${ID}}/mute`,
    path: ofPost(danas, '/mute'),
    form: { why: 'Rest', days: '1' },
    expect: doing,
  },
  { route: `GET /circles/:id{${ID}}/people/:member{${ID}}/mute`, path: danaSeat, expect: hers },
  {
    route: `POST /circles/:id{${ID}}/people/:member{${ID}}/mute`,
    path: danaSeat,
    form: { why: 'Rest', days: '1' },
    expect: doing,
  },
  {
    route: `POST /circles/:id{${ID}}/mutes/:mute{${ID}}/removal`,
    path: async (world) => `/circles/${NIGHT_FEEDS}/mutes/${await muted(world)}/removal`,
    expect: doing,
  },
  { route: 'GET /community/safety', path: () => '/community/safety', expect: coordinators },
  {
    route: 'POST /community/safety',
    path: () => '/community/safety',
    form: { answerHours: '24', dangerHours: '1', escalation: '' },
    expect: { ...coordinators, nobody: 401, admin: 303 },
  },
  {
    route: 'POST /community/safety/templates',
    path: () => '/community/safety/templates',
    form: { title: 'Ours', decision: 'warn', words: 'Please.' },
    expect: { ...coordinators, nobody: 401, admin: 303 },
  },
  {
    route: `POST /community/safety/templates/:id{${ID}}/removal`,
    path: async (world) => {
      const id = randomUUID();
      await world.owner.query(
        `INSERT INTO case_templates (community_id, template_id, decision, title, words) VALUES ($1, $2, 'warn', 'Ours', 'Please.')`,
        [world.people.admin.communityId, id],
      );
      return `/community/safety/templates/${id}/removal`;
    },
    expect: { ...coordinators, nobody: 401, admin: 303 },
  },
  { route: 'GET /guides', path: () => '/guides', expect: { ...pages, nobody: 200 } },
  { route: 'GET /guides/:slug{[a-z-]+}', path: () => '/guides/danger', expect: { ...pages, nobody: 200 } },
];
