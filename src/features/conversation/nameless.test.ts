import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import type { Scope } from '../../platform/db/index.ts';
import { opening } from '../../platform/db/transaction.ts';
import { shownPseudonym } from '../pseudonyms/index.ts';
import { newDraftKey } from './forms.ts';

const world = await newWorld();
const { maya, rosa, mo, dana, admin, bea } = world.people;
const room = `/circles/${NIGHT_FEEDS}`;
const said = (body: string, more: Record<string, string> = {}) => ({ key: newDraftKey(), body, ...more });
const nameless = (body: string) => said(body, { anonymous: 'yes' });
const idIn = (location: string | null) => location!.split('#p-')[1]!;
const SECRET = 'I sat on the bathroom floor tonight';

/** Any SQL somebody could send as the application's role, through her eyes. */
async function raw<R>(scope: Scope, text: string, values: unknown[] = []): Promise<R[]> {
  const client = await world.connections.app.connect();
  try {
    await client.query(opening(scope, 'READ WRITE', world.connections.role));
    return (await client.query(text, values)).rows as R[];
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const thread = idIn((await world.as('maya').post(`${room}/posts`, nameless(SECRET))).location);
const kept = (
  await world.owner.query('SELECT name, pseudonym_id FROM pseudonyms WHERE thread_id = $1', [thread])
).rows[0];
const name = shownPseudonym('en', kept.name);

test('without her name she has another: two words, in the reader’s language, the same all through a thread', async () => {
  await world.as('maya').post(`${room}/posts/${thread}/replies`, nameless('Still here'));
  const page = (await world.as('rosa').get(`${room}/posts/${thread}`)).text;
  expect(page.split(`>${name}</b>`)).toHaveLength(3);
  expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  const asRosa = world.as('rosa');
  asRosa.cookies.set('lang', 'es');
  expect((await asRosa.get(`${room}/posts/${thread}`)).text).toContain(shownPseudonym('es', kept.name));
});

test('only she is told that it is hers, and her form goes on without her name', async () => {
  const hers = (await world.as('maya').get(`${room}/posts/${thread}`)).text;
  expect(hers).toContain('<span>you</span>');
  expect(hers).toMatch(/<input(?=[^>]*name="anonymous")(?=[^>]*checked)[^>]*>/);
  expect(hers).toContain(`As ${name}, without my name`);
  for (const who of ['rosa', 'dana', 'bea'] as const)
    expect((await world.as(who).get(`${room}/posts/${thread}`)).text).not.toContain('<span>you</span>');
});

test('no page says whose it is: not to members, facilitators, moderators, nor in what they may download', async () => {
  // Maya writes nothing in her own name here, so that any trace of her comes from what she wrote without it.
  const paths = [
    room,
    `${room}/posts/${thread}`,
    `/reports/new?kind=post&id=${thread}`,
    `/posts/${thread}/hiding`,
  ];
  await world.as('dana').post('/reports/new', { kind: 'post', id: thread, reason: 'other', note: 'worried' });
  for (const who of ['rosa', 'dana', 'bea', 'mo', 'admin'] as const)
    for (const path of [
      ...paths,
      '/moderation',
      '/me/reports',
      '/me/blocks',
      '/me/export',
      '/circles',
      '/plan',
    ]) {
      const { text } = await world.as(who).get(path);
      expect(text, `${who} ${path}`).not.toContain(maya.memberId);
      expect(text, `${who} ${path}`).not.toContain('Maya');
    }
  const [report] = await raw<{ case_id: string; subject_text: string }>(mo, 'SELECT * FROM reports');
  const page = (await world.as('mo').get(`/moderation/${report!.case_id}`)).text;
  expect(page).toContain(SECRET);
  expect(page).toContain(name);
  expect(page).not.toMatch(new RegExp(`Maya|${maya.memberId}`));
});

test('no statement of the application tells it either', async () => {
  for (const who of [rosa, dana, mo, admin, bea]) {
    expect(await raw(who, 'SELECT * FROM pseudonyms'), who.name).toEqual([]);
    const posts = await raw<Record<string, unknown>>(who, 'SELECT * FROM posts WHERE pseudonym IS NOT NULL');
    expect(JSON.stringify(posts)).not.toContain(maya.memberId);
    // Nor does hiding: her pseudonym cannot be claimed, and hiding it hides it alone.
    await expect(
      raw(
        who,
        `INSERT INTO posts (community_id, post_id, circle_id, thread_id, pseudonym_id, pseudonym, body)
        VALUES ($1, $2, $3, $4, $5, $6, 'forged')`,
        [maya.communityId, newDraftKey(), NIGHT_FEEDS, thread, kept.pseudonym_id, kept.name],
      ),
    ).rejects.toThrow(/row-level security/);
    expect(
      await raw(who, `UPDATE posts SET body = 'forged' WHERE post_id = $1 AND $2 <> $3 RETURNING 1`, [
        thread,
        who.memberId,
        rosa.memberId,
      ]),
    ).toEqual([]);
  }
});

test('two threads of hers have nothing in common', async () => {
  const other = idIn((await world.as('maya').post(`${room}/posts`, nameless('Another night'))).location);
  const { rows } = await world.owner.query(
    'SELECT pseudonym_id, pseudonym FROM posts WHERE post_id = ANY ($1)',
    [[thread, other]],
  );
  expect(rows[0].pseudonym_id).not.toBe(rows[1].pseudonym_id);
  // The ids of posts are random: one that carried a time would tell when her form was opened.
  expect(other[14]).toBe('4');
});

test('a name is one person’s in a thread, also when many come at once', async () => {
  const people = ['maya', 'rosa', 'dana', 'bea'] as const;
  const open = idIn((await world.as('rosa').post(`${room}/posts`, said('Say anything'))).location);
  const answers = await Promise.all(
    people.flatMap((who) =>
      [1, 2].map((n) => world.as(who).post(`${room}/posts/${open}/replies`, nameless(`${who} ${n}`))),
    ),
  );
  expect(answers.map((a) => a.status)).toEqual(Array(8).fill(303));
  const { rows } = await world.owner.query('SELECT name, member_id FROM pseudonyms WHERE thread_id = $1', [
    open,
  ]);
  expect(new Set(rows.map((r) => r.name)).size).toBe(4);
  expect(new Set(rows.map((r) => r.member_id)).size).toBe(4);
  expect(rows).toHaveLength(4);
});

test('she can edit and delete what she wrote without her name', async () => {
  const hers = idIn((await world.as('maya').post(`${room}/posts`, nameless('To be changed'))).location);
  expect((await world.as('dana').get(`${room}/posts/${hers}/edit`)).status).toBe(404);
  expect((await world.as('maya').post(`${room}/posts/${hers}/edit`, { body: 'Changed' })).status).toBe(303);
  expect((await world.as('maya').post(`${room}/posts/${hers}/removal`)).status).toBe(303);
  expect((await world.owner.query('SELECT 1 FROM posts WHERE post_id = $1', [hers])).rows).toEqual([]);
});
