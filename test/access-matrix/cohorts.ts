import { aCircle, seat } from '../../src/features/circles/a-circle.fixture.ts';
import { CIRCLE } from '../../src/features/circles/paths.ts';
import { cohortAged, LONG_AGO } from '../../src/features/cohorts/a-change.fixture.ts';
import { APPOINTMENT, MERGE, SUCCESSION } from '../../src/features/cohorts/paths.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import type { Row, Visitor } from './row.ts';

const everybody = (status: number): Record<Visitor, number> => ({
  nobody: status,
  other: status,
  outsider: status,
  blocked: status,
  member: status,
  facilitator: status,
  moderator: status,
  admin: status,
});
const members = (status: number, guest: number) => ({ ...everybody(status), nobody: guest });
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
/** The coordinator has a say as well, since the circles are listed. */
const caretakers = (allowed: number, guest: number) => ({ ...facilitators(allowed, guest), admin: allowed });
const coordinators = (allowed: number, guest: number) => ({
  ...everybody(403),
  nobody: guest,
  admin: allowed,
});

/** A cohort of babies of seven months: Rosa looks after it, Maya, Bea and Dana are in it. */
async function cohort(world: World, said: Record<string, unknown> = {}): Promise<string> {
  const id = await aCircle(world, world.people.rosa, { ...cohortAged(7), ...said });
  for (const name of ['maya', 'bea', 'dana'] as const) await seat(world, id, world.people[name]);
  return id;
}
const inCohort = (rest: string) => async (world: World) => `/circles/${await cohort(world)}${rest}`;

/** A merge of two listed circles of Rosa's, in the state that the act asks for. */
async function merge(world: World, state: 'asked' | 'announced' | 'effected'): Promise<string> {
  const { rosa } = world.people;
  const [a, b] = [await cohort(world, LONG_AGO), await cohort(world, LONG_AGO)];
  const id = newId();
  await world.owner.query(
    `INSERT INTO circle_merges (community_id, merge_id, circle_a, circle_b, name, a_joining, b_joining, asked_circle,
       agreed_at, takes_effect_at, effected_at)
     VALUES ($1, $2, $3, $4, 'Both', 'open', 'open', $4, $5, $5::timestamptz + interval '7 days', $6)`,
    [
      rosa.communityId,
      id,
      a,
      b,
      state === 'asked' ? null : new Date(),
      state === 'effected' ? new Date() : null,
    ],
  );
  return id;
}
const ofMerge = (state: Parameters<typeof merge>[1], rest: string) => async (world: World) =>
  `/merges/${await merge(world, state)}${rest}`;

/** Rosa hands on to Dana, who has said yes or not; or somebody offered. */
async function succession(world: World, state: 'named' | 'announced' | 'effected' | 'offered') {
  const { rosa, maya, dana } = world.people;
  const id = newId();
  const circle = await cohort(world);
  if (state === 'effected')
    await world.owner.query(
      `UPDATE circle_members SET role = 'facilitator' WHERE circle_id = $1 AND member_id = $2`,
      [circle, dana.memberId],
    );
  await world.owner.query(
    `INSERT INTO successions (community_id, succession_id, circle_id, from_member, to_member, accepted_at, takes_effect_at, effected_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      rosa.communityId,
      id,
      circle,
      state === 'offered' ? null : rosa.memberId,
      state === 'named' ? maya.memberId : dana.memberId,
      state === 'named' ? null : new Date(),
      state === 'announced' || state === 'effected' ? new Date() : null,
      state === 'effected' ? new Date() : null,
    ],
  );
  return id;
}
const ofKeys = (state: Parameters<typeof succession>[1], rest: string) => async (world: World) =>
  `/successions/${await succession(world, state)}${rest}`;

/** Circles that grow, go on together, change hands, and are left without a word. */
export const cohorts: Row[] = [
  { route: 'GET /cohorts', path: () => '/cohorts?month=2026-11', expect: members(200, 303) },
  {
    route: `POST ${CIRCLE}/quiet-departure`,
    path: inCohort('/quiet-departure'),
    expect: members(303, 401),
    why: 'the same answer for every circle tells nothing of any',
  },
  {
    route: `GET ${CIRCLE}/quiet-departure`,
    path: inCohort('/quiet-departure'),
    expect: { ...members(200, 303), blocked: 303, member: 303, facilitator: 303 },
    why: 'those still inside are led back',
  },
  {
    route: `POST ${CIRCLE}/words-removal`,
    path: inCohort('/words-removal'),
    expect: members(303, 401),
    why: 'only ever one’s own words; the same answer for every circle',
  },
  { route: `GET ${CIRCLE}/growing`, path: inCohort('/growing'), expect: facilitators(200, 303) },
  {
    route: `POST ${CIRCLE}/growing`,
    path: inCohort('/growing'),
    form: { choice: 'together' },
    expect: facilitators(303, 401),
  },
  { route: `GET ${CIRCLE}/neighbours`, path: inCohort('/neighbours'), expect: insiders(200, 303) },
  { route: `GET ${CIRCLE}/merging`, path: inCohort('/merging'), expect: facilitators(200, 303) },
  {
    route: `POST ${CIRCLE}/merging`,
    path: inCohort('/merging'),
    form: { other: '', name: 'Both' },
    expect: facilitators(422, 401),
    why: 'nothing was chosen; what is chosen is tried in the feature’s tests',
  },
  { route: `GET ${MERGE}`, path: ofMerge('announced', ''), expect: { ...insiders(200, 303), admin: 200 } },
  { route: `POST ${MERGE}/agreement`, path: ofMerge('asked', '/agreement'), expect: facilitators(303, 401) },
  {
    route: `POST ${MERGE}/calling-off`,
    path: ofMerge('announced', '/calling-off'),
    expect: caretakers(303, 401),
  },
  { route: `POST ${MERGE}/reversal`, path: ofMerge('effected', '/reversal'), expect: caretakers(303, 401) },
  {
    route: `POST ${MERGE}/staying`,
    path: ofMerge('announced', '/staying'),
    form: { stays: 'yes' },
    expect: insiders(303, 401),
  },
  { route: `GET ${CIRCLE}/succession`, path: inCohort('/succession'), expect: insiders(200, 303) },
  {
    route: `POST ${CIRCLE}/succession`,
    path: inCohort('/succession'),
    form: (world) => ({ to: world.people.dana.memberId }),
    expect: facilitators(303, 401),
  },
  {
    route: `POST ${CIRCLE}/succession/offer`,
    path: inCohort('/succession/offer'),
    expect: members(404, 401),
    why: 'Rosa is there; where nobody is, the feature’s tests try it',
  },
  {
    route: `POST ${CIRCLE}/succession/keeping`,
    path: async (world) => {
      const id = await cohort(world);
      await world.owner.query('UPDATE circle_members SET acting_since = now() WHERE circle_id = $1', [id]);
      return `/circles/${id}/succession/keeping`;
    },
    expect: facilitators(303, 401),
  },
  {
    route: `POST ${SUCCESSION}/acceptance`,
    path: ofKeys('named', '/acceptance'),
    expect: { ...members(404, 401), member: 303 },
    why: 'Maya was named',
  },
  {
    route: `POST ${SUCCESSION}/calling-off`,
    path: ofKeys('announced', '/calling-off'),
    expect: caretakers(303, 401),
  },
  {
    route: `POST ${SUCCESSION}/reversal`,
    path: ofKeys('effected', '/reversal'),
    expect: caretakers(303, 401),
  },
  { route: 'GET /community/circles', path: () => '/community/circles', expect: coordinators(200, 303) },
  {
    route: 'POST /community/circles/merges',
    path: () => '/community/circles/merges',
    form: { a: '', b: 'x', name: 'Both' },
    expect: coordinators(422, 401),
  },
  {
    route: `POST ${APPOINTMENT}`,
    path: async (world) => `/community/successions/${await succession(world, 'offered')}/appointment`,
    expect: coordinators(303, 401),
  },
  {
    route: 'POST /cohorts/departure',
    path: () => '/cohorts/departure',
    expect: members(303, 401),
  },
  {
    route: 'POST /cohorts/return',
    path: () => '/cohorts/return',
    expect: members(303, 401),
  },
];
