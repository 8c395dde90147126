import { anIntroduction, aPersonAsked } from '../../src/features/asks/an-ask.fixture.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const members = { ...everybody(200), nobody: 303 };
const sends = { ...everybody(303), nobody: 401 };
const hersAlone = (status: number, of: 'GET' | 'POST') => ({
  ...everybody(404),
  nobody: of === 'GET' ? 303 : 401,
  member: status,
});
const helpers = (status: number, of: 'GET' | 'POST') => ({
  ...everybody(404),
  nobody: of === 'GET' ? 303 : 401,
  facilitator: status,
});
const coordinators = (status: number, of: 'GET' | 'POST') => ({
  ...everybody(403),
  nobody: of === 'GET' ? 303 : 401,
  admin: status,
});
const OFFER = { kind: 'practical', words: 'I can drive', languages: ['en'], atOnce: '1' };

/** Maya asks; Rosa was asked. */
const between = (world: World) => anIntroduction(world, 'maya', 'rosa');
const ask = (rest: string) => async (world: World) => `/asks/${(await between(world)).askId}${rest}`;
const introduction = (rest: string) => async (world: World) =>
  `/asks/introductions/${(await between(world)).introductionId}${rest}`;

/** Maya's own. */
const offer = (rest: string) => async (world: World) => {
  const { communityId, memberId } = world.people.maya;
  const id = newId();
  await world.owner.query(
    `INSERT INTO help_offers (community_id, offer_id, member_id, kind, words) VALUES ($1, $2, $3, 'practical', 'I can drive')`,
    [communityId, id, memberId],
  );
  return `/asks/offers/${id}${rest}`;
};

async function volunteer({ owner, people: { vera } }: World): Promise<string> {
  await owner.query(
    'INSERT INTO support_volunteers (community_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [vera.communityId, vera.memberId],
  );
  return `/community/support-volunteers/${vera.memberId}/removal`;
}

const NEAR = `/near/:token{[\\w-]{22}}/asks/:id{${UUID}}`;
const byLink = { ...everybody(200), other: 404 };

export const asks: Row[] = [
  { route: 'GET /ask', path: () => '/ask', expect: members },
  { route: 'GET /ask/:door{listen|hand|answer}', path: () => '/ask/hand', expect: members },
  {
    route: 'POST /ask/:door{listen|hand|answer}',
    path: () => '/ask/hand',
    form: { words: 'Dinner', needed: 'week', to: 'nearby' },
    expect: sends,
  },
  { route: 'GET /asks', path: () => '/asks', expect: members },
  { route: `GET /asks/:id{${UUID}}`, path: ask(''), expect: hersAlone(200, 'GET') },
  {
    route: `POST /asks/:id{${UUID}}/closing`,
    path: ask('/closing'),
    form: { as: 'helped' },
    expect: hersAlone(303, 'POST'),
  },
  { route: `POST /asks/:id{${UUID}}/opening`, path: ask('/opening'), expect: hersAlone(303, 'POST') },
  { route: 'GET /asks/offers', path: () => '/asks/offers', expect: members },
  { route: 'GET /asks/offers/new', path: () => '/asks/offers/new', expect: members },
  { route: 'POST /asks/offers/new', path: () => '/asks/offers/new', form: OFFER, expect: sends },
  { route: 'POST /asks/offers/pause', path: () => '/asks/offers/pause', expect: sends },
  { route: `GET /asks/offers/:id{${UUID}}`, path: offer(''), expect: hersAlone(200, 'GET') },
  { route: `POST /asks/offers/:id{${UUID}}`, path: offer(''), form: OFFER, expect: hersAlone(303, 'POST') },
  { route: `POST /asks/offers/:id{${UUID}}/pause`, path: offer('/pause'), expect: hersAlone(303, 'POST') },
  {
    route: `POST /asks/offers/:id{${UUID}}/removal`,
    path: offer('/removal'),
    expect: hersAlone(303, 'POST'),
  },
  {
    route: `GET /asks/introductions/:id{${UUID}}`,
    path: introduction(''),
    expect: helpers(200, 'GET'),
    why: 'only the helper who was asked; not even the one who asks',
  },
  {
    route: `POST /asks/introductions/:id{${UUID}}/acceptance`,
    path: introduction('/acceptance'),
    expect: helpers(303, 'POST'),
  },
  {
    route: `POST /asks/introductions/:id{${UUID}}/refusal`,
    path: introduction('/refusal'),
    expect: helpers(303, 'POST'),
  },
  {
    route: `GET /asks/introductions/:id{${UUID}}/report`,
    path: introduction('/report'),
    expect: helpers(200, 'GET'),
  },
  {
    route: `POST /asks/introductions/:id{${UUID}}/report`,
    path: introduction('/report'),
    form: { reason: 'selling' },
    expect: helpers(303, 'POST'),
  },
  {
    route: `GET ${NEAR}`,
    path: (world) => aPersonAsked(world, 'maya'),
    expect: byLink,
    why: 'whoever holds the link, in the community it is of',
  },
  {
    route: `POST ${NEAR}`,
    path: (world) => aPersonAsked(world, 'maya'),
    form: { answer: 'yes' },
    expect: { ...everybody(303), other: 404 },
  },
  {
    route: 'GET /community/support-volunteers',
    path: () => '/community/support-volunteers',
    expect: coordinators(200, 'GET'),
  },
  {
    route: 'POST /community/support-volunteers',
    path: () => '/community/support-volunteers',
    form: (world) => ({ member: world.people.vera.memberId }),
    expect: coordinators(303, 'POST'),
  },
  {
    route: `POST /community/support-volunteers/:member{${UUID}}/removal`,
    path: volunteer,
    expect: coordinators(303, 'POST'),
  },
];
