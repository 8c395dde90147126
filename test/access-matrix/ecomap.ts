import { drawTie } from '../../src/features/ecomap/index.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import type { Row } from './row.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const TIE = `/ecomap/ties/:tie{${ID}}`;

// Everybody has a map of her own; on Maya's, nobody but Maya finds anything.
const reads = {
  nobody: 303,
  other: 200,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};
const writes = {
  nobody: 401,
  other: 303,
  outsider: 303,
  blocked: 303,
  member: 303,
  facilitator: 303,
  moderator: 303,
  admin: 303,
};
const absent = {
  nobody: 303,
  other: 404,
  outsider: 404,
  blocked: 404,
  member: 200,
  facilitator: 404,
  moderator: 404,
  admin: 404,
};
const hers = { ...absent, nobody: 401, member: 303 };
const form = { name: 'Sam', people: 'family', ring: '1' };

const tie = (act: string) => async (world: World) => {
  const { maya } = world.people;
  const said = {
    name: `Sam ${newId()}`,
    people: 'family' as const,
    ring: 1 as const,
    supports: [],
    flow: null,
    feeling: 'warm' as const,
    lastContact: null,
  };
  await world.owner.query('DELETE FROM ecomaps WHERE member_id = $1', [maya.memberId]);
  const { id } = await world.parts.db.write(maya, (tx) => drawTie(tx, world.parts.keys, maya, said, null));
  return `/ecomap/ties/${id}${act}`;
};

/** One that Maya has just taken off. */
async function removed(world: World): Promise<string> {
  const path = await tie('')(world);
  await world.as('maya').post(`${path}/removal`);
  return `${path}/return`;
}

export const ecomap: Row[] = [
  { route: 'GET /ecomap', path: () => '/ecomap', expect: reads },
  { route: 'GET /ecomap/print', path: () => '/ecomap/print', expect: reads },
  { route: 'GET /ecomap.svg', path: () => '/ecomap.svg', expect: reads },
  { route: 'GET /ecomap/ties/new', path: () => '/ecomap/ties/new', expect: reads },
  { route: 'POST /ecomap/ties', path: () => '/ecomap/ties', form, expect: writes },
  { route: `GET ${TIE}`, path: tie(''), expect: absent },
  { route: `POST ${TIE}`, path: tie(''), form: { ...form, version: '1' }, expect: hers },
  { route: `POST ${TIE}/ring`, path: tie('/ring'), form: { ring: '2' }, expect: hers },
  { route: `POST ${TIE}/contact`, path: tie('/contact'), expect: hers },
  { route: `POST ${TIE}/removal`, path: tie('/removal'), expect: hers },
  { route: `POST ${TIE}/return`, path: removed, expect: hers },
  { route: `GET ${TIE}/nudge`, path: tie('/nudge'), expect: absent },
  { route: 'GET /ecomap/settings', path: () => '/ecomap/settings', expect: reads },
  {
    route: 'POST /ecomap/settings/growing',
    path: () => '/ecomap/settings/growing',
    form: { answer: 'no' },
    expect: writes,
  },
  { route: 'POST /ecomap/settings/quiet', path: () => '/ecomap/settings/quiet', expect: writes },
  {
    route: 'POST /ecomap/settings/aside',
    path: () => '/ecomap/settings/aside',
    form: { what: 'findings' },
    expect: writes,
  },
  {
    route: 'POST /ecomap/suggestions',
    path: () => '/ecomap/suggestions',
    form: { origin: `circles:${newId()}`, answer: 'no' },
    expect: writes,
  },
  {
    route: 'POST /ecomap/findings',
    path: () => '/ecomap/findings',
    form: { key: 'people:online', state: 'later' },
    expect: writes,
  },
];
