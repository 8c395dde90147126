import {
  answered,
  inDays,
  type Made,
  makeGathering,
} from '../../src/features/gatherings/a-gathering.fixture.ts';
import type { Draft } from '../../src/features/gatherings/making.ts';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const ID = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const GATHERING = `/gatherings/:id${ID}`;
const OCCURRENCE = `${GATHERING}/occurrences/:occurrence${ID}`;

/** A weekly session of Night Feeds, which Rosa looks after; for those in it alone. */
const session = (world: World, said: Partial<Draft> = {}): Promise<Made> =>
  makeGathering(world, { circleId: NIGHT_FEEDS, seenBy: 'circle', rule: 'FREQ=WEEKLY;COUNT=4', ...said });
/** The same, made once: for the rows that only look. */
const looked = new WeakMap<World, Promise<Made>>();
const known = (world: World): Promise<Made> => {
  const made = looked.get(world) ?? session(world);
  looked.set(world, made);
  return made;
};
/** Called off already, so that it can be taken back; Maya meant to come. */
async function calledOff(world: World, table: 'gatherings' | 'occurrences'): Promise<Made> {
  const made = await session(world);
  await answered(world, made.occurrences[0]!.occurrenceId, 'maya');
  await world.owner.query(`UPDATE ${table} SET cancelled_at = now() WHERE gathering_id = $1`, [
    made.gatheringId,
  ]);
  return made;
}

/** The same, out of sight by a decision; Maya means to come. */
async function hidden(world: World): Promise<Made> {
  const made = await session(world, { seenBy: 'community' });
  await answered(world, made.occurrences[0]!.occurrenceId, 'maya');
  const report = { kind: 'gathering', id: made.gatheringId, reason: 'harassment', note: '' };
  await world.as('maya').post('/reports/new', report);
  await world.owner.query('UPDATE gatherings SET hidden_at = now() WHERE gathering_id = $1', [
    made.gatheringId,
  ]);
  return made;
}

const stayed = new WeakMap<World, Promise<Made>>();
/** One for all who only look at it: reports are limited. */
const stillHidden = (world: World): Promise<Made> => {
  const made = stayed.get(world) ?? hidden(world);
  stayed.set(world, made);
  return made;
};

const inTheCircle = {
  ...everybody(404),
  blocked: 200,
  member: 200,
  facilitator: 200,
};
const hers = (status: number, nobody: number) => ({ ...everybody(404), nobody, facilitator: status });

const FORM = {
  title: 'A walk',
  kind: 'walk',
  seenBy: 'community',
  date: inDays(4).slice(0, 10),
  startTime: '10:00',
  minutes: '60',
  place: 'in-person',
  near: '60657',
};

export const gatherings: Row[] = [
  ...['/gatherings', '/gatherings.atom'].map((path) => ({
    route: `GET ${path}`,
    path: () => path,
    expect: everybody(200),
  })),
  {
    route: 'GET /gatherings/new',
    path: () => `/gatherings/new?circle=${NIGHT_FEEDS}`,
    expect: { ...inTheCircle, nobody: 303 },
    why: 'for a circle only its members plan something',
  },
  {
    route: 'POST /gatherings',
    path: () => '/gatherings',
    form: FORM,
    expect: { ...everybody(303), nobody: 401 },
  },
  {
    route: `GET ${GATHERING}`,
    path: async (world) => `/gatherings/${(await known(world)).gatheringId}`,
    expect: inTheCircle,
  },
  {
    route: `GET ${OCCURRENCE}`,
    path: async (world) => (await known(world)).path,
    expect: inTheCircle,
  },
  {
    route: `GET ${GATHERING}`,
    path: async (world) => `/gatherings/${(await stillHidden(world)).gatheringId}`,
    expect: { ...everybody(404), facilitator: 200, moderator: 200, admin: 200 },
    why: 'out of sight: its organiser sees it, and those who decide about it',
  },
  {
    route: `GET ${OCCURRENCE}`,
    path: async (world) => (await stillHidden(world)).path,
    expect: { ...everybody(404), facilitator: 200, moderator: 200, admin: 200 },
    why: 'likewise',
  },
  ...['edit?span=all', 'cancellation', 'reinstatement'].map((act) => ({
    route: `POST ${GATHERING}/${act.split('?')[0]}`,
    path: async (world: World) => `/gatherings/${(await stillHidden(world)).gatheringId}/${act}`,
    form: FORM,
    expect: { ...everybody(404), nobody: 401 },
    why: 'what is out of sight stays as it is, for its organiser too',
  })),
  {
    route: `GET ${GATHERING}/edit`,
    path: async (world) => `/gatherings/${(await known(world)).gatheringId}/edit?span=all`,
    expect: hers(200, 303),
  },
  {
    route: `POST ${GATHERING}/edit`,
    path: async (world) => `/gatherings/${(await session(world)).gatheringId}/edit?span=all`,
    form: FORM,
    expect: hers(303, 401),
  },
  {
    route: `GET ${GATHERING}/cancellation`,
    path: async (world) => `/gatherings/${(await known(world)).gatheringId}/cancellation`,
    expect: hers(200, 303),
  },
  {
    route: `GET ${OCCURRENCE}/cancellation`,
    path: async (world) => `${(await known(world)).path}/cancellation`,
    expect: hers(200, 303),
  },
  {
    route: `POST ${GATHERING}/cancellation`,
    path: async (world) => `/gatherings/${(await session(world)).gatheringId}/cancellation`,
    expect: hers(303, 401),
  },
  {
    route: `POST ${OCCURRENCE}/cancellation`,
    path: async (world) => `${(await session(world)).path}/cancellation`,
    expect: hers(303, 401),
  },
  {
    route: `POST ${GATHERING}/reinstatement`,
    path: async (world) => `/gatherings/${(await calledOff(world, 'gatherings')).gatheringId}/reinstatement`,
    expect: hers(303, 401),
  },
  {
    route: `POST ${OCCURRENCE}/reinstatement`,
    path: async (world) => `${(await calledOff(world, 'occurrences')).path}/reinstatement`,
    expect: hers(303, 401),
  },
];
