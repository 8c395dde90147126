import { makeGathering } from '../../src/features/gatherings/a-gathering.fixture.ts';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row, VISITORS, type Visitor } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const HERE = '/community/calendars';
const ONE = `${HERE}/:id{${ID}}`;

const inTheCircle = { ...everybody(404), blocked: 200, member: 200, facilitator: 200 };
const members = { ...everybody(200), nobody: 303 };
const changes = { ...everybody(303), nobody: 401 };
const coordinators = { ...everybody(403), nobody: 303, admin: 200 };
const acts = { ...coordinators, nobody: 401, admin: 303 };

const session = (world: World) =>
  makeGathering(world, { circleId: NIGHT_FEEDS, seenBy: 'circle', rule: 'FREQ=WEEKLY;COUNT=2' });

const FILE = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:tale',
  'DTSTART:20300101T100000Z',
  'SUMMARY:Tale',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

/** A calendar that was brought and waits to be looked at. */
async function brought(world: World): Promise<string> {
  const answer = await world.as('admin').post(HERE, {
    name: 'Library',
    kind: 'story-time',
    file: new File([FILE], 'tale.ics'),
  });
  return answer.location!;
}

/** Her own address; whoever has none gets one that was never hers. */
async function feedOf(world: World, visitor: Visitor): Promise<string> {
  const who = VISITORS[visitor];
  if (!who) return '/calendar/feed.ics?token=AAAAAAAAAAAAAAAAAAAAAA';
  await world.as(who).post('/calendar/feed', {});
  const { text } = await world.as(who).get('/calendar/feed');
  return /\/calendar\/feed\.ics\?token=[\w-]+/.exec(text)![0];
}

export const calendars: Row[] = [
  { route: 'GET /gatherings.ics', path: () => '/gatherings.ics', expect: everybody(200) },
  {
    route: `GET /gatherings/:file{${ID}\\.ics}`,
    path: async (world) => `/gatherings/${(await session(world)).gatheringId}.ics`,
    expect: inTheCircle,
  },
  {
    route: `GET /gatherings/:id{${ID}}/occurrences/:file{${ID}\\.ics}`,
    path: async (world) => `${(await session(world)).path}.ics`,
    expect: inTheCircle,
  },
  {
    route: 'GET /calendar/feed.ics',
    path: feedOf,
    expect: { ...everybody(200), nobody: 404 },
    why: 'the address alone says whose it is: her phone has no session',
  },
  { route: 'GET /calendar/feed', path: () => '/calendar/feed', expect: members },
  { route: 'POST /calendar/feed', path: () => '/calendar/feed', form: { shows: 'hours' }, expect: changes },
  {
    route: 'POST /calendar/feed/content',
    path: () => '/calendar/feed/content',
    form: { shows: 'all' },
    expect: changes,
  },
  { route: 'POST /calendar/feed/end', path: () => '/calendar/feed/end', expect: changes },
  { route: `GET ${HERE}`, path: () => HERE, expect: coordinators },
  { route: `GET ${HERE}/new`, path: () => `${HERE}/new`, expect: coordinators },
  {
    route: `POST ${HERE}`,
    path: () => HERE,
    form: { name: 'Library', kind: 'class', url: 'https://127.0.0.1/x.ics' },
    expect: { ...acts, admin: 422 },
    why: 'a coordinator may ask, and is told that this leads inside',
  },
  { route: `GET ${ONE}`, path: brought, expect: coordinators },
  {
    route: `POST ${ONE}/acceptance`,
    path: async (world) => `${await brought(world)}/acceptance`,
    expect: acts,
  },
  { route: `POST ${ONE}/renewal`, path: async (world) => `${await brought(world)}/renewal`, expect: acts },
  {
    route: `GET ${ONE}/removal`,
    path: async (world) => `${await brought(world)}/removal`,
    expect: coordinators,
  },
  { route: `POST ${ONE}/removal`, path: async (world) => `${await brought(world)}/removal`, expect: acts },
];
