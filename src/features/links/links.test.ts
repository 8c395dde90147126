import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { hashToken, newId } from '../../platform/crypto/index.ts';
import { query, type Scope } from '../../platform/db/index.ts';
import { herPeople, KINS, personOf } from '../people/index.ts';
import { sealAbout } from '../people/person.ts';
import { herKey, keyOf } from '../sealing/index.ts';
import { type LinkKind, linkPath, linkTo, makeLink, revokeLink, tokenOf } from './index.ts';

const world = await newWorld();
const { maya, vera, admin, nora } = world.people;
const { db, keys } = world.parts;
const SAM = { name: 'Sam the brother', mail: 'sam@example.org', phone: null, note: 'drives a van' };

async function addSam(): Promise<string> {
  const personId = newId();
  await db.write(maya, async (tx) => {
    const sealed = sealAbout(await herKey(tx, keys, maya), SAM);
    await tx.run(
      query.insertInto('people').values({
        community_id: maya.communityId,
        person_id: personId,
        member_id: maya.memberId,
        kin: KINS[3],
        sealed,
      }),
    );
  });
  return personId;
}

const by = (linkId: string, communityId = maya.communityId): Scope => ({
  communityId,
  memberId: null,
  linkHash: hashToken(tokenOf(keys, linkId)),
});
const peopleSeen = (scope: Scope) => db.read(scope, (tx) => tx.all(query.selectFrom('people').selectAll()));
const linked = (kind: LinkKind, subjectId: string) =>
  db.write(maya, (tx) => makeLink(tx, keys, maya, kind, subjectId));

test('her people are hers alone, and sealed: a stolen dump names nobody', async () => {
  await addSam();
  expect(await db.read(maya, (tx) => herPeople(tx, keys, maya))).toMatchObject([SAM]);
  for (const other of [vera, admin, nora, { ...maya, memberId: null }])
    expect(await peopleSeen(other)).toEqual([]);
  const { rows } = await world.owner.query(
    'SELECT * FROM people JOIN member_keys USING (community_id, member_id)',
  );
  expect(JSON.stringify(rows)).not.toMatch(/Sam|van|example/);
  const { rows: own } = await world.owner.query('SELECT wrapped FROM member_keys');
  expect(() => keys.open('people', own[0].wrapped)).toThrow();
});

test('a link leads to one person, until she takes it back or gives a new one', async () => {
  const [sam, other] = [await addSam(), await addSam()];
  const first = await linked('person', sam);
  const seen = await peopleSeen(by(first));
  expect(seen.map((row) => row.person_id)).toEqual([sam]);
  const opened = await db.read(by(first), async (tx) => {
    const key = await keyOf(tx, keys, maya.memberId);
    return key && personOf(key, seen[0]!);
  });
  expect(opened).toMatchObject(SAM);
  expect(linkPath(keys, 'person', first)).toMatch(/^\/near\/[\w-]{22}$/);

  const second = await linked('person', sam);
  expect(await peopleSeen(by(first))).toEqual([]);
  expect(await db.read(maya, (tx) => linkTo(tx, maya, 'person', sam))).toBe(second);
  await db.write(maya, (tx) => revokeLink(tx, maya, 'person', sam));
  expect(await peopleSeen(by(second))).toEqual([]);
  expect(await db.read(maya, (tx) => linkTo(tx, maya, 'person', other))).toBeNull();
});

test('guessed, of another kind, of another community, of somebody erased: all the same nothing', async () => {
  const sam = await addSam();
  const person = await linked('person', sam);
  const calendar = await linked('help-calendar', newId());
  expect(await peopleSeen(by(person))).toHaveLength(1);
  for (const scope of [by(newId()), by(calendar), by(person, nora.communityId)])
    expect(await peopleSeen(scope)).toEqual([]);
  for (const scope of [by(newId()), by(person, nora.communityId)])
    expect(await db.read(scope, (tx) => keyOf(tx, keys, maya.memberId))).toBeNull();
  await expect(
    db.write(vera, (tx) => makeLink(tx, keys, { ...vera, memberId: maya.memberId }, 'person', sam)),
  ).rejects.toThrow(/row-level security/);
});

test('erased, her key is gone, and what it sealed with it', async () => {
  const link = await linked('person', await addSam());
  await db.write(maya, (tx) => tx.hot('SELECT access.erase_me()', []));
  expect(await peopleSeen(by(link))).toEqual([]);
  const { rows } = await world.owner.query('SELECT 1 FROM member_keys WHERE member_id = $1', [maya.memberId]);
  expect(rows).toEqual([]);
});
