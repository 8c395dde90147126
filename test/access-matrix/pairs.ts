import { aPair, type MadePair } from '../../src/features/pairs/pairs.fixture.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const HERE = `/pairs/:id{${ID}}`;
const KEPT = `/community/programs/:program{${ID}}/pairs`;

/** Rosa, who looks after a circle elsewhere, mentors Maya: to all others there is no such pair. */
const two = (world: World, days = 90): Promise<MadePair> =>
  aPair(world, { mentor: 'rosa', mentee: 'maya', days });
/** The same two for everybody who only looks. */
const seen = new WeakMap<World, Promise<MadePair>>();
function standing(world: World): Promise<MadePair> {
  const made = seen.get(world) ?? two(world);
  seen.set(world, made);
  return made;
}
const lookAt = (rest: string) => async (world: World) => `${(await standing(world)).path}${rest}`;
const at = (rest: string) => async (world: World) => `${(await two(world)).path}${rest}`;
const keptAt =
  (rest: string, pair = standing) =>
  async (world: World) => {
    const { programId, matchId } = await pair(world);
    return `/community/programs/${programId}/pairs${rest.replace(':id', matchId)}`;
  };

const absent = { ...everybody(404), nobody: 401 };
const both = { ...absent, member: 303, facilitator: 303 };
const reading = { ...everybody(404), nobody: 303, member: 200, facilitator: 200 };
// The coordinators’ rooms say no before anything is looked for.
const coordinating = { ...everybody(403), nobody: 303, admin: 200 };

/** Maya has been asked whether they are in touch. */
async function asked(world: World) {
  const { matchId, path } = await two(world, 3);
  await world.owner.query(`UPDATE pair_watch SET step = 'mentee' WHERE match_id = $1`, [matchId]);
  await world.owner.query(
    `INSERT INTO pair_nudges (community_id, match_id, what, since, nudged_at)
     SELECT community_id, match_id, 'mentee', since, now() FROM pair_watch WHERE match_id = $1`,
    [matchId],
  );
  return `${path}/silence`;
}

/** Whoever looks noted a contact herself, when she may. */
async function noted(world: World) {
  const { path } = await two(world);
  await world.as('rosa').post(`${path}/contacts`, { way: 'call', mood: 'good' });
  const id = /contacts\/([0-9a-f-]{36})\/removal/.exec((await world.as('rosa').get(path)).text)?.[1];
  return `${path}/contacts/${id}/removal`;
}

/** Her mentor is worried about her. */
const worried = (rest: string) => async (world: World) => {
  const { programId, matchId } = await two(world);
  await world.owner.query('UPDATE pair_watch SET worried_at = now() WHERE match_id = $1', [matchId]);
  return `/community/programs/${programId}/pairs/${matchId}/worry${rest}`;
};

export const pairs: Row[] = [
  { route: 'GET /pairs', path: () => '/pairs', expect: { ...everybody(200), nobody: 303 } },
  {
    route: 'POST /pairs/invitation',
    path: async (world) => {
      const { programId } = await two(world);
      const { maya } = world.people;
      await world.owner.query(
        `INSERT INTO mentor_invitations (community_id, member_id, program_id, invited_at) VALUES ($1, $2, $3, now())
         ON CONFLICT DO NOTHING`,
        [maya.communityId, maya.memberId, programId],
      );
      return '/pairs/invitation';
    },
    form: { answer: 'later' },
    expect: { ...absent, member: 303 },
    why: 'only whoever was asked answers',
  },
  {
    route: `GET ${HERE}`,
    path: lookAt(''),
    expect: reading,
    why: 'a pair is there for the two of them alone',
  },
  {
    route: `POST ${HERE}/contacts`,
    path: at('/contacts'),
    form: { way: 'call', mood: 'good' },
    expect: both,
  },
  {
    route: `POST ${HERE}/contacts/:contact{${ID}}/removal`,
    path: noted,
    expect: { ...absent, facilitator: 303 },
    why: 'each takes back her own',
  },
  {
    route: `GET ${HERE}/worry`,
    path: lookAt('/worry'),
    expect: { ...reading, member: 404 },
    why: 'the mentor’s',
  },
  { route: `POST ${HERE}/worry`, path: at('/worry'), expect: { ...both, member: 404 } },
  {
    route: `POST ${HERE}/silence`,
    path: asked,
    form: { answer: 'not-yet' },
    expect: { ...both, facilitator: 404 },
    why: 'the mother is asked',
  },
  { route: `GET ${HERE}/rematch`, path: lookAt('/rematch'), expect: reading },
  { route: `POST ${HERE}/ending`, path: at('/ending'), form: { as: 'rematch' }, expect: both },
  { route: `GET ${HERE}/closing`, path: lookAt('/closing'), expect: reading },
  { route: `POST ${HERE}/closing`, path: at('/closing'), form: { helped: 'much' }, expect: both },
  {
    route: `POST ${HERE}/going-on`,
    path: async (world) => {
      const { matchId, path } = await two(world);
      await world.owner.query('UPDATE pair_watch SET closing_asked_at = now() WHERE match_id = $1', [
        matchId,
      ]);
      return `${path}/going-on`;
    },
    expect: both,
  },
  { route: `GET ${HERE}/rest`, path: lookAt('/rest'), expect: { ...reading, member: 404 } },
  {
    route: `POST ${HERE}/rest`,
    path: at('/rest'),
    form: () => ({ until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) }),
    expect: { ...both, member: 404 },
  },
  { route: `GET ${HERE}/calls/new`, path: lookAt('/calls/new'), expect: reading },
  {
    route: `POST ${HERE}/calls`,
    path: at('/calls'),
    form: { date: '2090-03-01', startTime: '10:00', minutes: '30' },
    expect: both,
  },
  { route: `GET ${KEPT}`, path: keptAt(''), expect: coordinating },
  { route: `GET ${KEPT}/:id{${ID}}/ending`, path: keptAt('/:id/ending'), expect: coordinating },
  {
    route: `POST ${KEPT}/:id{${ID}}/ending`,
    path: keptAt('/:id/ending', two),
    form: { as: 'rematch' },
    expect: { ...everybody(403), nobody: 401, admin: 303 },
  },
  { route: `GET ${KEPT}/:id{${ID}}/worry`, path: worried(''), expect: coordinating },
  {
    route: `POST ${KEPT}/:id{${ID}}/worry`,
    path: worried(''),
    expect: { ...everybody(403), nobody: 401, admin: 303 },
  },
  {
    route: `POST ${KEPT}/:id{${ID}}/worry/offer`,
    path: worried('/offer'),
    expect: { ...everybody(403), nobody: 401, admin: 303 },
  },
];
