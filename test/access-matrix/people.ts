import { linkPath, linkTo } from '../../src/features/links/index.ts';
import {
  addCircle,
  addPerson,
  beginUpdate,
  herPeople,
  setSight,
  tellUpdate,
} from '../../src/features/people/index.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import { query } from '../../src/platform/db/index.ts';
import { NIGHT_FEEDS } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PERSON = `/people/:id{${UUID}}`;
const UPDATE = `/people/updates/:id{${UUID}}`;
const NEAR = '/near/:token{[\\w-]{22}}';
const SEES_ALL = { seesHelp: true, seesUpdates: true, seesHow: true };
const ABOUT = {
  name: 'Sam',
  kin: 'sibling',
  mail: 'sam@example.org',
  phone: null,
  note: '',
  locale: 'en',
} as const;

// Each try's Sam goes before the next one's comes; whoever else is one of her people stays.
const tried: string[] = [];

/** Sam, one of Maya's people. Resolves to his id. */
const sam = (world: World): Promise<string> => {
  const { maya } = world.people;
  const { db, keys } = world.parts;
  return db.write(maya, async (tx) => {
    await tx.run(query.deleteFrom('people').where('person_id', 'in', [...tried, maya.memberId]));
    const id = await addPerson(tx, keys, maya, ABOUT);
    await setSight(tx, maya, id, SEES_ALL);
    tried.push(id);
    return id;
  });
};

/** Something Maya has begun to tell him. */
const draft = async (world: World): Promise<string> => {
  const { maya } = world.people;
  const { db, keys } = world.parts;
  const id = await sam(world);
  return db.write(maya, (tx) => beginUpdate(tx, keys, maya, { text: 'Home', discreet: true, readers: [id] }));
};

/** His link. */
const near = async (world: World): Promise<string> => {
  const { maya } = world.people;
  const id = await sam(world);
  const linkId = await world.parts.db.read(maya, (tx) => linkTo(tx, maya, 'person', id));
  return linkPath(world.parts.keys, 'person', linkId!);
};

/** What Maya shares with Night Feeds. */
const inside = async (world: World): Promise<string> => {
  const { maya } = world.people;
  const { db, keys } = world.parts;
  await db.write(maya, async (tx) => {
    const there = (await herPeople(tx, keys, maya)).find(({ circleId }) => circleId === NIGHT_FEEDS);
    const id =
      there?.personId ?? (await addCircle(tx, keys, maya, { circleId: NIGHT_FEEDS, name: 'Night Feeds' }));
    await setSight(tx, maya, id, SEES_ALL);
    const told = await beginUpdate(tx, keys, maya, { text: 'Home', discreet: true, readers: [id] });
    await tellUpdate(tx, keys, { ...maya, locale: 'en' }, told);
  });
  return `/circles/${NIGHT_FEEDS}/near/${maya.memberId}`;
};

const members = { ...everybody(200), nobody: 303 };
const write = { ...everybody(303), nobody: 401 };
const hers = { ...everybody(404), nobody: 303, member: 200 };
const herWrite = { ...everybody(404), nobody: 401, member: 303 };

const person = { name: 'Sam', kin: 'sibling', mail: '', phone: '', note: '', locale: 'en' };
const text = () => ({ text: 'Home', letter: 'discreet', readers: tried.at(-1) ?? newId() });
const at = (made: (world: World) => Promise<string>, before: string, after: string) => async (world: World) =>
  `${before}${await made(world)}${after}`;
const ofSam = (act: string) => at(sam, '/people/', act);
const ofDraft = (act: string) => at(draft, '/people/updates/', act);

export const people: Row[] = [
  { route: 'GET /people', path: () => '/people', expect: members },
  { route: 'GET /people/new', path: () => '/people/new', expect: members },
  { route: 'POST /people', path: () => '/people', form: person, expect: write },
  {
    route: 'POST /people/circles',
    path: async (world) => {
      await world.owner.query('DELETE FROM people WHERE circle_id IS NOT NULL');
      return '/people/circles';
    },
    form: { circle: NIGHT_FEEDS },
    expect: { ...everybody(404), nobody: 401, blocked: 303, member: 303, facilitator: 303 },
  },
  { route: `GET ${PERSON}`, path: ofSam(''), expect: hers },
  { route: `POST ${PERSON}`, path: ofSam(''), form: person, expect: herWrite },
  { route: `POST ${PERSON}/sight`, path: ofSam('/sight'), form: { sees: 'help' }, expect: herWrite },
  { route: `GET ${PERSON}/removal`, path: ofSam('/removal'), expect: hers },
  { route: `POST ${PERSON}/removal`, path: ofSam('/removal'), expect: herWrite },
  { route: `POST ${PERSON}/link`, path: ofSam('/link'), expect: herWrite },
  { route: `POST ${PERSON}/link/revocation`, path: ofSam('/link/revocation'), expect: herWrite },
  { route: `POST ${PERSON}/letter`, path: ofSam('/letter'), expect: herWrite },
  { route: 'GET /people/updates', path: () => '/people/updates', expect: members },
  { route: 'GET /people/updates/new', path: () => '/people/updates/new', expect: members },
  { route: 'POST /people/updates', path: () => '/people/updates', form: text, expect: write },
  { route: `GET ${UPDATE}`, path: ofDraft(''), expect: hers },
  { route: `GET ${UPDATE}/edit`, path: ofDraft('/edit'), expect: hers },
  { route: `POST ${UPDATE}/edit`, path: ofDraft('/edit'), form: text, expect: herWrite },
  { route: `POST ${UPDATE}/telling`, path: ofDraft('/telling'), expect: herWrite },
  { route: `POST ${UPDATE}/removal`, path: ofDraft('/removal'), expect: herWrite },
  { route: 'GET /people/how-to-be-there', path: () => '/people/how-to-be-there', expect: members },
  {
    route: 'POST /people/how-to-be-there',
    path: () => '/people/how-to-be-there',
    form: { helps: 'Soup' },
    expect: write,
  },
  { route: 'GET /people/boundaries', path: () => '/people/boundaries', expect: members },
  {
    route: 'POST /people/boundaries',
    path: () => '/people/boundaries',
    form: { visiting: 'Write first' },
    expect: write,
  },
  {
    route: `GET /circles/:id{${UUID}}/near/:member{${UUID}}`,
    path: inside,
    expect: { ...everybody(404), nobody: 303, facilitator: 200 },
    why: 'Maya blocked Bea, and what Maya shares is not for Maya herself',
  },
  {
    route: `GET ${NEAR}`,
    path: near,
    expect: { ...everybody(200), other: 404 },
    why: 'whoever has the link, in its own community',
  },
  { route: `POST ${NEAR}/letters`, path: nearTo('/letters'), expect: { ...everybody(303), other: 404 } },
  { route: `POST ${NEAR}/whole`, path: nearTo('/whole'), expect: { ...everybody(303), other: 404 } },
  { route: `POST ${NEAR}/not-me`, path: nearTo('/not-me'), expect: { ...everybody(303), other: 404 } },
  { route: 'GET /near/closed', path: () => '/near/closed', expect: everybody(200) },
];

function nearTo(act: string) {
  return at(near, '', act);
}
