import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { hashToken } from '../../platform/crypto/index.ts';
import { query, type Scope } from '../../platform/db/index.ts';
import { boundariesOf } from '../boundaries/index.ts';
import { makeLink } from '../links/index.ts';
import { keyOf } from '../sealing/index.ts';
import { addPerson, tell } from './near.fixture.ts';

const world = await newWorld();
const { maya, dana, bea, vera, rosa, admin, nora } = world.people;
const { db, keys } = world.parts;
const her = world.as('maya');

const by = (near: string, communityId = maya.communityId): Scope => ({
  communityId,
  memberId: null,
  linkHash: hashToken(near.split('/')[2]!),
});
const seen = (scope: Scope, table: 'updates' | 'near_words' | 'update_readers' | 'people') =>
  db.read(scope, async (tx) => (await tx.all(query.selectFrom(table).selectAll())).length);
const hasKey = (scope: Scope) =>
  db.read(scope, async (tx) => (await keyOf(tx, keys, maya.memberId)) !== null);

await her.post('/people/boundaries', {
  visiting: 'Write first',
  visitingShown: 'members',
  topics: 'Not the birth',
  topicsShown: 'people',
  notTold: 'My workplace',
  notToldShown: 'nobody',
});
await her.post('/people/how-to-be-there', { helps: 'Soup' });
const sam = await addPerson(her, { name: 'Sam' }, ['updates', 'how']);
const neighbour = await addPerson(her, { name: 'Next door' }, ['help']);
const nobodyYet = await addPerson(her, { name: 'Later' });
await tell(her, 'Home', { readers: [sam.id] });

test('row by row, a link leads to what was ticked for its person and nothing else', async () => {
  const rows = async (scope: Scope) => [
    await seen(scope, 'updates'),
    await seen(scope, 'near_words'),
    await seen(scope, 'people'),
    await seen(scope, 'update_readers'),
  ];
  expect(await rows(by(sam.near))).toEqual([1, 3, 1, 0]); // visiting, topics, how
  expect(await rows(by(neighbour.near))).toEqual([0, 2, 1, 0]);
  expect(await rows(by(nobodyYet.near))).toEqual([0, 0, 1, 0]);
  expect(await rows(by(sam.near, nora.communityId))).toEqual([0, 0, 0, 0]);
});

test('members see what she lets every member see, unless a block stands between', async () => {
  for (const one of [vera, rosa, admin]) {
    expect(await db.read(one, (tx) => boundariesOf(tx, keys, maya.memberId))).toEqual({
      visiting: 'Write first',
    });
    expect(await seen(one, 'updates')).toBe(0);
  }
  for (const one of [bea, nora, { ...maya, memberId: null }]) {
    expect(await seen(one, 'near_words')).toBe(0);
    expect(await hasKey(one)).toBe(false);
  }
});

test('whoever asks to write to her reads first what she asks of every member', async () => {
  const asking = `/members/${maya.memberId}/message`;
  expect((await world.as('rosa').get(asking)).text).toContain('Write first');
  expect((await world.as('rosa').get(asking)).text).not.toContain('Not the birth');
});

test('whoever helps by another link of hers reads her boundaries, and no more', async () => {
  const linkId = await db.write(maya, (tx) => makeLink(tx, keys, maya, 'help-calendar', sam.id));
  const scope: Scope = {
    communityId: maya.communityId,
    memberId: null,
    linkHash: hashToken(keys.sign('link', linkId)),
  };
  expect(await db.read(scope, (tx) => boundariesOf(tx, keys, maya.memberId))).toEqual({
    visiting: 'Write first',
    topics: 'Not the birth',
  });
  expect(await seen(scope, 'updates')).toBe(0);
  expect(await seen(scope, 'people')).toBe(0);
});

test('nobody writes in her name, to her people, or makes a circle hers that is not', async () => {
  const theft = (values: Record<string, unknown>) =>
    db.write(vera, (tx) => tx.run(query.insertInto('update_readers').values(values as never)));
  const { rows } = await world.owner.query('SELECT update_id FROM updates');
  const ids = { community_id: maya.communityId, update_id: rows[0].update_id, person_id: sam.id };
  await expect(theft(ids)).rejects.toThrow(/row-level security/);
  const circle = query.insertInto('people').values({
    community_id: vera.communityId,
    person_id: nobodyYet.id.replace(/^./, 'f'),
    member_id: vera.memberId,
    kin: 'circle',
    sealed: 'x',
    circle_id: NIGHT_FEEDS,
  });
  await expect(db.write(vera, (tx) => tx.run(circle))).rejects.toThrow(/row-level security/);
  for (const scope of [by(sam.near), dana])
    expect(await db.write(scope, (tx) => tx.run(query.deleteFrom('updates')))).toBe(0);
  await expect(
    db.write(by(sam.near), (tx) => tx.run(query.updateTable('people').set({ sees_help: true }))),
  ).resolves.toBe(0);
});

test('sealed: a stolen dump tells neither who, nor what, nor how', async () => {
  const { rows } = await world.owner.query(
    `SELECT to_jsonb(p) AS row FROM people p UNION ALL SELECT to_jsonb(u) FROM updates u
     UNION ALL SELECT to_jsonb(w) FROM near_words w UNION ALL SELECT to_jsonb(r) FROM update_readers r`,
  );
  expect(rows.length).toBeGreaterThan(6);
  expect(JSON.stringify(rows)).not.toMatch(/Sam|Next door|Home|Soup|Write first|workplace/);
});

test('her copy holds all of it in words; erased, it is gone and so are the links', async () => {
  const copy = JSON.parse((await her.get('/me/export')).text);
  expect(copy.updates).toMatchObject([{ text: 'Home', discreet: true, readers: 1 }]);
  expect(copy.people.map((one: { name: string }) => one.name)).toEqual(['Sam', 'Next door', 'Later']);
  expect(copy.nearWords).toContainEqual(
    expect.objectContaining({ near_part: 'not-told', said: 'My workplace' }),
  );
  const page = (await her.get('/me/export/page')).text;
  for (const words of ['My workplace', 'Only I, so that I remember', 'Soup']) expect(page).toContain(words);
  await her.post('/me/erasure', { word: 'erase' });
  for (const table of ['people', 'updates', 'update_readers', 'near_words', 'member_keys'])
    expect((await world.owner.query(`SELECT 1 FROM ${table}`)).rows, table).toEqual([]);
  expect((await world.nobody().get(sam.near)).status).toBe(404);
});
