import {
  answered,
  inDays,
  type Made,
  makeGathering,
} from '../../src/features/gatherings/a-gathering.fixture.ts';
import type { Draft } from '../../src/features/gatherings/making.ts';
import { GATHERING, MATERIAL, OCCURRENCE } from '../../src/features/gatherings/paths.ts';
import { CANNOT_COME, cannotComePath } from '../../src/features/notifications/index.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

/** What Rosa runs for those in Night Feeds alone; Maya comes. */
async function session(world: World, said: Partial<Draft> = {}): Promise<Made> {
  const made = await makeGathering(world, { circleId: NIGHT_FEEDS, seenBy: 'circle', ...said });
  await answered(world, made.occurrences[0]!.occurrenceId, 'maya');
  return made;
}
const looked = new WeakMap<World, Promise<Made>>();
const known = (world: World): Promise<Made> => {
  const made = looked.get(world) ?? session(world);
  looked.set(world, made);
  return made;
};
const whole = (rest: string) => async (world: World) =>
  `/gatherings/${(await known(world)).gatheringId}${rest}`;
const oneTime = (rest: string) => async (world: World) => `${(await known(world)).path}${rest}`;

/** For all in the circle, a block among them or not. */
const inTheCircle = (status: number, nobody: number) => ({
  ...everybody(404),
  nobody,
  blocked: status,
  member: status,
  facilitator: status,
});
const runners = (status: number, nobody: number) => ({ ...everybody(404), nobody, facilitator: status });
const withAPlace = (status: number, nobody: number) => ({ ...runners(status, nobody), member: status });

const course = (world: World) => session(world, { signUp: 'series', capacity: 9 });
async function enrolled(world: World): Promise<string> {
  const { gatheringId } = await course(world);
  await world.as('maya').post(`/gatherings/${gatheringId}/enrolment`);
  return `/gatherings/${gatheringId}/enrolment/end`;
}
async function begun(world: World): Promise<string> {
  const { path, occurrences } = await session(world);
  await world.owner.query(
    "UPDATE occurrences SET starts_at = now(), ends_at = now() + interval '1 hour' WHERE occurrence_id = $1",
    [occurrences[0]!.occurrenceId],
  );
  return `${path}/attendance`;
}
async function handedOut(world: World): Promise<string> {
  const { gatheringId } = await known(world);
  const id = newId();
  await world.owner.query(
    `INSERT INTO gathering_materials (community_id, material_id, gathering_id, title) VALUES ($1, $2, $3, 'A page')`,
    [world.people.rosa.communityId, id, gatheringId],
  );
  return `/gatherings/${gatheringId}/materials/${id}/removal`;
}
const weekly = (rest: string) => async (world: World) =>
  `/gatherings/${(await session(world, { rule: 'FREQ=WEEKLY;COUNT=4', starts: inDays(2) })).gatheringId}${rest}`;

const mayasPlace = async (world: World) => {
  const { maya } = world.people;
  const { occurrences } = await known(world);
  return cannotComePath(world.parts.keys, { ...maya, occurrenceId: occurrences[0]!.occurrenceId });
};
const givenBack = async (world: World) => {
  const path = await mayasPlace(world);
  await world.nobody().raw(path, { method: 'POST' });
  return `${path}/undo?was=yes`;
};
const whoeverHasIt = { ...everybody(200), other: 404 };
const why = 'the signed link is all the proof there is; in another community it is nobody’s';

export const coming: Row[] = [
  { route: `GET ${OCCURRENCE}/rsvp`, path: oneTime('/rsvp?answer=yes'), expect: inTheCircle(303, 303) },
  {
    route: `POST ${OCCURRENCE}/rsvp`,
    path: oneTime('/rsvp'),
    form: { answer: 'yes' },
    expect: inTheCircle(303, 401),
  },
  {
    route: `POST ${GATHERING}/enrolment`,
    path: async (world) => `/gatherings/${(await course(world)).gatheringId}/enrolment`,
    expect: inTheCircle(303, 401),
  },
  {
    route: `POST ${GATHERING}/enrolment/end`,
    path: enrolled,
    expect: { ...everybody(404), nobody: 401, member: 303 },
    why: 'only Maya is enrolled',
  },
  { route: `GET ${OCCURRENCE}/attendance`, path: oneTime('/attendance'), expect: runners(200, 303) },
  {
    route: `POST ${OCCURRENCE}/attendance`,
    path: begun,
    form: { others: '2' },
    expect: runners(303, 401),
  },
  {
    route: `GET ${GATHERING}/materials`,
    path: async (world) => `/gatherings/${(await session(world)).gatheringId}/materials`,
    expect: withAPlace(200, 303),
  },
  {
    route: `POST ${GATHERING}/materials`,
    path: whole('/materials'),
    form: { title: 'A page', link: '', note: '' },
    expect: runners(303, 401),
  },
  {
    route: `POST ${GATHERING}/materials/${MATERIAL}/removal`,
    path: handedOut,
    expect: runners(303, 401),
  },
  {
    route: `POST ${GATHERING}/pause`,
    path: weekly('/pause'),
    form: { count: '2' },
    expect: runners(303, 401),
  },
  { route: `POST ${GATHERING}/pause/end`, path: weekly('/pause/end'), expect: runners(303, 401) },
  { route: `GET ${GATHERING}/merge`, path: weekly('/merge'), expect: runners(200, 303) },
  { route: `POST ${GATHERING}/merge`, path: weekly('/merge'), form: { into: '' }, expect: runners(422, 401) },
  {
    route: `POST ${GATHERING}/quiet/putting-away`,
    path: weekly('/quiet/putting-away'),
    expect: runners(303, 401),
  },
  { route: `GET ${CANNOT_COME}`, path: mayasPlace, expect: whoeverHasIt, why },
  { route: `POST ${CANNOT_COME}`, path: mayasPlace, expect: { ...everybody(303), other: 404 }, why },
  {
    route: `POST ${CANNOT_COME}/undo`,
    path: givenBack,
    expect: { ...everybody(303), other: 404 },
    why,
  },
];
