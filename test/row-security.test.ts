import { expect, test } from 'vitest';
import { aCallback } from '../src/features/callbacks/a-callback.fixture.ts';
import { answered, makeGathering } from '../src/features/gatherings/a-gathering.fixture.ts';
import {
  aHelpCalendar,
  claimBy,
  knowHelpers,
  moveTo,
} from '../src/features/help-calendars/a-help-calendar.fixture.ts';
import { aMessage, aTalk } from '../src/features/messages/a-talk.fixture.ts';
import { hashToken } from '../src/platform/crypto/index.ts';
import type { Scope } from '../src/platform/db/index.ts';
import { opening } from '../src/platform/db/transaction.ts';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from './kit/people.ts';
import { newWorld } from './kit/world.ts';

const world = await newWorld();
const { maya, rosa, dana, nora, vera, bea } = world.people;

/** Any SQL an intruder could think of, as the application's role, through somebody's eyes. */
async function asApplication<R>(scope: Scope | null, text: string, values: unknown[] = []): Promise<R[]> {
  const client = await world.connections.app.connect();
  try {
    await client.query(scope ? opening(scope, 'READ WRITE', world.connections.role) : 'BEGIN');
    return (await client.query(text, values)).rows as R[];
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const tables = async () =>
  (
    await world.owner.query<{
      schema: string;
      name: string;
      forced: boolean;
      enabled: boolean;
      policies: number;
    }>(
      `SELECT n.nspname AS schema, c.relname AS name, c.relforcerowsecurity AS forced, c.relrowsecurity AS enabled,
         (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'auth') AND c.relkind IN ('r', 'p') ORDER BY 1, 2`,
    )
  ).rows;

test('every table has row-level security, forced, with at least one policy', async () => {
  const rows = await tables();
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((t) => !t.enabled || !t.forced || t.policies === 0)).toEqual([]);
});

test('every table of the community carries its community first in its key', async () => {
  const { rows } = await world.owner.query(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
     WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attname IS DISTINCT FROM 'community_id' AND c.relname <> 'installation'`,
  );
  expect(rows).toEqual([]);
});

test('who she is to whom is asked once a statement, not once for each row', async () => {
  const { rows } = await world.owner.query(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE p.pronamespace = 'access'::regnamespace
       AND (p.proretset OR p.prorettype = 'uuid[]'::regtype) AND p.prosrc ~ '(ANY|ALL) ?\\(access\\.'
     UNION ALL SELECT tablename || '.' || policyname FROM pg_policies WHERE concat(qual, with_check) ~ '(ANY|ALL) ?\\(access\\.'`,
  );
  expect(rows).toEqual([]); // write ANY ((SELECT access.my_circle_ids())::uuid[]): see migration 0065
});

test('the application’s role owns nothing, bypasses nothing, and cannot read accounts or sessions', async () => {
  const [role] = await asApplication<{ strong: boolean }>(
    maya,
    'SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS strong FROM pg_roles WHERE rolname = current_user',
  );
  expect(role!.strong).toBe(false);
  for (const table of ['"user"', 'session', 'verification', 'passkey']) {
    await expect(asApplication(maya, `SELECT * FROM auth.${table}`)).rejects.toThrow(/permission denied/);
  }
  await expect(asApplication(maya, 'SET ROLE porchlight_auth')).rejects.toThrow(/permission denied/);
  await expect(asApplication(maya, 'SET ROLE porchlight_policy')).rejects.toThrow(/permission denied/);
  await expect(asApplication(maya, 'ALTER TABLE posts DISABLE ROW LEVEL SECURITY')).rejects.toThrow(
    /must be owner/,
  );
});

test('without a scope there is nothing', async () => {
  for (const { name } of (await tables()).filter((t) => t.schema === 'public' && t.name !== 'installation')) {
    expect(await asApplication(null, `SELECT * FROM ${name}`), name).toEqual([]);
  }
});

test('another community’s member sees no row of this one, in any table', async () => {
  for (const { name } of (await tables()).filter((t) => t.schema === 'public' && t.name !== 'installation')) {
    const rows = await asApplication<{ community_id: string }>(nora, `SELECT * FROM ${name}`);
    expect(
      rows.filter((row) => row.community_id !== nora.communityId),
      name,
    ).toEqual([]);
  }
});

test('answers and plan are hers alone, from coordinators too', async () => {
  await world.owner.query(
    `INSERT INTO answers (community_id, member_id, topics) VALUES ($1, $2, '{low-mood}')`,
    [maya.communityId, maya.memberId],
  );
  await world.owner.query(
    `INSERT INTO plan_decisions (community_id, member_id, step_key, state, title, kind) VALUES ($1, $2, 'k', 'done', '{}', 'circle')`,
    [maya.communityId, maya.memberId],
  );
  for (const table of ['answers', 'plan_decisions']) {
    expect(await asApplication(maya, `SELECT * FROM ${table}`)).toHaveLength(1);
    for (const other of [rosa, world.people.admin, world.people.mo, nora]) {
      expect(await asApplication(other, `SELECT * FROM ${table}`), table).toEqual([]);
      expect(
        await asApplication(other, `UPDATE ${table} SET member_id = member_id RETURNING 1`),
        table,
      ).toEqual([]);
      expect(await asApplication(other, `DELETE FROM ${table} RETURNING 1`), table).toEqual([]);
    }
  }
});

test('a call is hers and, while it is taken, the taker’s: the row, and the key it is sealed under', async () => {
  await aCallback(world, 'maya', null);
  const { admin, mo } = world.people;
  const seen = async (who: Scope) => [
    (await asApplication(who, 'SELECT * FROM callbacks')).length,
    (await asApplication(who, 'SELECT * FROM callback_events')).length,
    (await asApplication(who, 'SELECT * FROM member_keys WHERE member_id = $1', [maya.memberId])).length,
  ];
  for (const other of [dana, rosa, vera, admin, mo, nora]) expect(await seen(other)).toEqual([0, 0, 0]);
  const id = await aCallback(world, 'maya', 'dana');
  expect(await seen(dana)).toEqual([1, 1, 1]);
  for (const other of [rosa, vera, admin, mo, nora]) expect(await seen(other)).toEqual([0, 0, 0]);
  await world.owner.query('UPDATE callbacks SET taken_by = NULL WHERE callback_id = $1', [id]);
  expect(await seen(dana)).toEqual([0, 0, 0]);
  for (const who of [maya, dana, admin])
    for (const theft of ['UPDATE callbacks SET taken_by = $1', 'DELETE FROM callbacks WHERE member_id <> $1'])
      await expect(asApplication(who, theft, [who.memberId])).rejects.toThrow(/permission denied/);
});

test('her map is hers alone: read, written, taken and put there', async () => {
  const put = 'INSERT INTO ecomaps (community_id, member_id, sealed) VALUES ($1, $2, $3)';
  await world.owner.query(put, [maya.communityId, maya.memberId, 'sealed']);
  expect(await asApplication(maya, 'SELECT * FROM ecomaps')).toHaveLength(1);
  for (const other of [rosa, vera, world.people.admin, world.people.mo, nora, { ...maya, memberId: null }]) {
    expect(await asApplication(other, 'SELECT * FROM ecomaps')).toEqual([]);
    expect(await asApplication(other, 'UPDATE ecomaps SET tells = true RETURNING 1')).toEqual([]);
    expect(await asApplication(other, 'DELETE FROM ecomaps RETURNING 1')).toEqual([]);
    const theft = asApplication(other, put, [dana.communityId, dana.memberId, 'mine']);
    await expect(theft).rejects.toThrow(/row-level security/);
  }
});

test('the address of her calendar is hers alone, and others’ calendars are the coordinators’', async () => {
  await world.owner.query(
    `INSERT INTO calendar_feeds (community_id, member_id, feed_id, token_hash) VALUES ($1, $2, $2, 'hash')`,
    [maya.communityId, maya.memberId],
  );
  await world.owner.query(
    `INSERT INTO calendar_sources (community_id, source_id, name, kind) VALUES ($1, $2, 'Library', 'class')`,
    [maya.communityId, maya.memberId],
  );
  expect(await asApplication(maya, 'SELECT * FROM calendar_feeds')).toHaveLength(1);
  expect(await asApplication(world.people.admin, 'SELECT * FROM calendar_sources')).toHaveLength(1);
  for (const other of [rosa, vera, world.people.admin, { ...maya, memberId: null }])
    expect(await asApplication(other, 'SELECT * FROM calendar_feeds')).toEqual([]);
  for (const other of [rosa, vera, world.people.mo, nora, { ...maya, memberId: null }])
    expect(await asApplication(other, 'SELECT * FROM calendar_sources')).toEqual([]);
  const theft = `INSERT INTO calendar_feeds (community_id, member_id, feed_id, token_hash) VALUES ($1, $2, $2, 'mine')`;
  await expect(asApplication(vera, theft, [rosa.communityId, rosa.memberId])).rejects.toThrow(
    /row-level security/,
  );
});

test('who listens, who has been asked and who has seen is hers alone; that somebody waits is known in the circle', async () => {
  const id = '00000000-0000-7000-8000-00000000e001';
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, asks) VALUES ($1, $2, $3, $2, $4, 'awake', 'emotional')`,
    [rosa.communityId, id, NIGHT_FEEDS, rosa.memberId],
  );
  const her = [maya.communityId, maya.memberId];
  await world.owner.query('INSERT INTO listeners (community_id, member_id) VALUES ($1, $2)', her);
  await world.owner.query(
    `INSERT INTO reply_offers (community_id, member_id, thread_id, asked_as, offered_at) VALUES ($1, $2, $3, 'listener', now())`,
    [...her, id],
  );
  await world.owner.query(
    'INSERT INTO thread_readers (community_id, member_id, thread_id) VALUES ($1, $2, $3)',
    [...her, id],
  );
  for (const table of ['listeners', 'reply_offers', 'thread_readers']) {
    expect(await asApplication(maya, `SELECT * FROM ${table}`), table).toHaveLength(1);
    for (const other of [rosa, vera, world.people.admin, world.people.mo, { ...maya, memberId: null }])
      expect(await asApplication(other, `SELECT * FROM ${table}`), table).toEqual([]);
  }
  expect(await asApplication(bea, 'SELECT * FROM first_replies')).toHaveLength(1);
  for (const other of [vera, world.people.admin, { ...maya, memberId: null }])
    expect(await asApplication(other, 'SELECT * FROM first_replies')).toEqual([]);
  await expect(asApplication(rosa, 'UPDATE first_replies SET seen_count = 9')).rejects.toThrow(
    /permission denied/,
  );
  // What they told us is for the work by the clock: whoever is signed in gets nothing of it.
  const company = 'SELECT * FROM access.first_reply_company($1, current_date)';
  for (const other of [rosa, maya, world.people.admin])
    expect(await asApplication(other, company, [id])).toEqual([]);
  const work = { ...maya, memberId: null };
  expect((await asApplication(work, company, [id])).length).toBeGreaterThan(0);
  await world.owner.query('DELETE FROM posts WHERE post_id = $1', [id]);
});

test('a hidden circle and the people in any circle are known inside only', async () => {
  const circle = 'SELECT * FROM circles WHERE circle_id = $1';
  expect(await asApplication(rosa, circle, [HIDDEN_CIRCLE])).toHaveLength(1);
  for (const other of [maya, vera, world.people.admin, { ...maya, memberId: null }]) {
    expect(await asApplication(other, circle, [HIDDEN_CIRCLE])).toEqual([]);
  }
  expect(
    await asApplication(vera, 'SELECT * FROM circle_members WHERE circle_id = $1', [NIGHT_FEEDS]),
  ).toEqual([]);
});

test('nobody writes in another’s name, joins by insert, or gives herself a role', async () => {
  const post = `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body)
    VALUES ($1, $2, $3, $2, $4, 'forged')`;
  const id = '00000000-0000-7000-8000-00000000f0f0';
  await expect(asApplication(maya, post, [maya.communityId, id, NIGHT_FEEDS, rosa.memberId])).rejects.toThrow(
    /row-level security/,
  );
  await expect(asApplication(vera, post, [vera.communityId, id, NIGHT_FEEDS, vera.memberId])).rejects.toThrow(
    /row-level security/,
  );
  await expect(
    asApplication(
      vera,
      'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
      [vera.communityId, HIDDEN_CIRCLE, vera.memberId],
    ),
  ).rejects.toThrow(/permission denied/);
  await expect(asApplication(maya, `UPDATE members SET role = 'coordinator'`)).rejects.toThrow(
    /permission denied/,
  );
  await expect(asApplication(maya, `UPDATE circle_members SET role = 'facilitator'`)).rejects.toThrow(
    /permission denied/,
  );
});

test('a block works both ways, in the database', async () => {
  for (const [author, id] of [
    [maya, '00000000-0000-7000-8000-00000000b001'],
    [bea, '00000000-0000-7000-8000-00000000b002'],
  ] as const) {
    await world.owner.query(
      `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body) VALUES ($1, $2, $3, $2, $4, 'hello')`,
      [author.communityId, id, NIGHT_FEEDS, author.memberId],
    );
  }
  const authors = async (viewer: Scope) =>
    (await asApplication<{ author_id: string }>(viewer, 'SELECT author_id FROM posts'))
      .map((p) => p.author_id)
      .sort();
  expect(await authors(maya)).toEqual([maya.memberId]);
  expect(await authors(bea)).toEqual([bea.memberId]);
  expect(await authors(rosa)).toEqual([maya.memberId, bea.memberId].sort());
});

test('what two members say to each other is theirs alone; what each keeps of it, hers alone', async () => {
  const { dana, mo, admin } = world.people;
  const talk = await aTalk(world, 'maya', 'rosa');
  await aMessage(world, talk, 'maya', 'hello');
  await world.owner.query(
    'INSERT INTO talk_sides (community_id, talk_id, member_id, declined_at) VALUES ($1, $2, $3, now())',
    [rosa.communityId, talk, rosa.memberId],
  );
  await world.owner.query(
    'INSERT INTO message_doors (community_id, member_id, closed) VALUES ($1, $2, true) ON CONFLICT (community_id, member_id) DO UPDATE SET closed = true',
    [rosa.communityId, rosa.memberId],
  );
  const readers: Record<string, Scope[]> = {
    talks: [maya, rosa],
    messages: [maya, rosa],
    talk_sides: [rosa],
    message_doors: [rosa],
  };
  for (const [table, may] of Object.entries(readers))
    for (const one of [maya, rosa, dana, mo, admin, vera, nora]) {
      const rows = await asApplication<{ member_id?: string }>(one, `SELECT * FROM ${table}`);
      expect(
        rows.filter(({ member_id }) => table !== 'message_doors' || member_id === rosa.memberId),
        `${table} ${one.memberId}`,
      ).toHaveLength(may.includes(one) ? 1 : 0);
    }
});

test('nobody opens a talk by herself, rewrites what was said, or speaks for the other', async () => {
  const talk = await aTalk(world, 'maya', 'rosa');
  await aMessage(world, talk, 'maya', 'hello');
  await expect(asApplication(maya, `UPDATE talks SET state = 'open'`)).rejects.toThrow(/permission denied/);
  await expect(asApplication(maya, `UPDATE messages SET body = 'rewritten'`)).rejects.toThrow(
    /row-level security/,
  );
  expect(await asApplication(rosa, `UPDATE messages SET body = '', removed_at = now() RETURNING 1`)).toEqual(
    [],
  );
  const forged = `INSERT INTO messages (community_id, message_id, talk_id, author_id, body) VALUES ($1, gen_random_uuid(), $2, $3, 'x')`;
  await expect(asApplication(maya, forged, [maya.communityId, talk, rosa.memberId])).rejects.toThrow(
    /row-level security/,
  );
  await expect(asApplication(vera, forged, [vera.communityId, talk, vera.memberId])).rejects.toThrow(
    /no such talk/,
  );
  expect(await asApplication(rosa, 'SELECT access.turn_talk($1, $2, 1) AS done', [talk, 'not-now'])).toEqual([
    { done: false },
  ]);
});

test('who looks after a circle reads there what a block would hide, and nowhere else; the other side sees nothing new', async () => {
  const [elsewhere, ids] = [
    '00000000-0000-7000-8000-0000000000a9',
    ['00000000-0000-7000-8000-00000000c001', '00000000-0000-7000-8000-00000000c002'],
  ];
  await world.owner.query(
    `INSERT INTO circles (community_id, circle_id, name, joining, place, time_zone, created_by)
     VALUES ($1, $2, 'Elsewhere', 'open', 'online', 'America/Chicago', $3)`,
    [bea.communityId, elsewhere, bea.memberId],
  );
  await world.owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
    [rosa.communityId, elsewhere, rosa.memberId],
  );
  await world.owner.query(
    'INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3), ($1, $4, $2)',
    [rosa.communityId, rosa.memberId, bea.memberId, maya.memberId],
  );
  for (const [id, circle, author] of [
    [ids[0], elsewhere, bea],
    [ids[1], NIGHT_FEEDS, rosa],
  ] as const)
    await world.owner.query(
      `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body) VALUES ($1, $2, $3, $2, $4, 'hello')`,
      [author.communityId, id, circle, author.memberId],
    );
  const seen = async (viewer: Scope, circle: string) =>
    (
      await asApplication<{ author_id: string }>(
        viewer,
        'SELECT DISTINCT author_id FROM posts WHERE circle_id = $1',
        [circle],
      )
    ).map((post) => post.author_id);
  expect(await seen(rosa, NIGHT_FEEDS)).toEqual(
    expect.arrayContaining([maya.memberId, bea.memberId, rosa.memberId]),
  );
  expect(await seen(rosa, elsewhere)).toEqual([]);
  expect(await seen(maya, NIGHT_FEEDS)).toEqual([maya.memberId]);
  expect(await seen(bea, NIGHT_FEEDS)).toEqual([bea.memberId]);
});

test('nobody puts a photo on another’s post, describes it, takes it off, pins, or shelves for a circle', async () => {
  const id = '00000000-0000-7000-8000-00000000d001';
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body) VALUES ($1, $2, $3, $2, $4, 'hers')`,
    [rosa.communityId, id, NIGHT_FEEDS, rosa.memberId],
  );
  const photo = `INSERT INTO photos (community_id, photo_id, post_id, place, width, height, whole, small)
    VALUES ($1, $2, $2, $3, 1, 1, '', '')`;
  await world.owner.query(photo, [rosa.communityId, id, 1]);
  await expect(asApplication(maya, photo, [maya.communityId, id, 2])).rejects.toThrow(/row-level security/);
  for (const text of [`UPDATE photos SET description = 'x' RETURNING 1`, 'DELETE FROM photos RETURNING 1'])
    expect(await asApplication(maya, text)).toEqual([]);
  await expect(asApplication(maya, 'UPDATE posts SET pinned_at = now()')).rejects.toThrow(
    /permission denied/,
  );
  await expect(asApplication(maya, 'UPDATE posts SET photo_count = 4')).rejects.toThrow(/permission denied/);
  const shelf = `INSERT INTO shelf_items (community_id, item_id, circle_id, title, note, added_by) VALUES ($1, $2, $3, 'x', 'x', $4)`;
  await expect(
    asApplication(maya, shelf, [maya.communityId, id, NIGHT_FEEDS, maya.memberId]),
  ).rejects.toThrow(/row-level security/);
  await expect(
    asApplication(maya, 'INSERT INTO mentions (community_id, post_id, member_id) VALUES ($1, $2, $3)', [
      maya.communityId,
      id,
      maya.memberId,
    ]),
  ).rejects.toThrow(/permission denied/);
});

test('of what waits or is out of sight no word stands in the search, for nobody', async () => {
  const post = async (state: string) => {
    const { rows } = await world.owner.query(
      `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body)
       SELECT $1, id, $2, id, $3, 'ptarmigan' FROM gen_random_uuid() id RETURNING post_id`,
      [maya.communityId, NIGHT_FEEDS, maya.memberId],
    );
    await world.owner.query(`UPDATE posts SET ${state} = now() WHERE post_id = $1`, [rows[0].post_id]);
    return rows[0].post_id;
  };
  const found = async () =>
    (await asApplication(rosa, `SELECT FROM post_words WHERE words @@ access.words_wanted('ptarmigan')`))
      .length;
  const both = [await post('held_at'), await post('hidden_at')];
  expect(await found()).toBe(0);
  await world.owner.query('UPDATE posts SET held_at = NULL, hidden_at = NULL WHERE post_id = ANY ($1)', [
    both,
  ]);
  expect(await found()).toBe(2);
});

test('a help calendar is hers and theirs who came by its link, each as far as it goes', async () => {
  const { id, link, slots, path } = await aHelpCalendar(world);
  const other = await aHelpCalendar(world, { by: 'rosa' });
  await world.as('maya').post(`${path}/wishes`, { address: '12 Larkspur Lane' });
  const { mine } = await claimBy(world.nobody(), link, slots[3]!.slotId);
  const byLink = (way: string) => ({
    communityId: maya.communityId,
    memberId: null,
    linkHash: hashToken(way.split('/').at(-1)!),
  });
  const counts = async (scope: Scope) =>
    Promise.all(
      [
        'help_calendars',
        'help_slots',
        'help_helpers',
        'help_contacts',
        'help_particulars',
        'help_asked',
        'help_tellings',
      ].map(async (table) => (await asApplication(scope, `SELECT * FROM ${table}`)).length),
    );
  expect(await counts(maya)).toEqual([1, 7, 1, 1, 2, 0, 1]);
  expect(await counts(byLink(link)), 'with the link: the days and the names').toEqual([1, 7, 1, 0, 0, 0, 0]);
  expect(await counts(byLink(mine!)), 'one of whom nothing is known').toEqual([1, 7, 1, 1, 0, 0, 0]);
  await moveTo(world, slots[3]!.slotId, 0, { from: '00:00', to: '23:59' });
  expect(await counts(byLink(mine!)), 'not on the day either').toEqual([1, 7, 1, 1, 0, 0, 0]);
  await moveTo(world, slots[3]!.slotId, 3);
  await knowHelpers(world, id);
  expect(await counts(byLink(mine!)), 'a helper: what she likes too, and how he is reached').toEqual([
    1, 7, 1, 1, 1, 0, 0,
  ]);
  await moveTo(world, slots[3]!.slotId, 0, { from: '00:00', to: '23:59' });
  expect(await counts(byLink(mine!)), 'on the day: her door').toEqual([1, 7, 1, 1, 2, 0, 0]);
  for (const scope of [
    vera,
    world.people.admin,
    world.people.mo,
    nora,
    { ...maya, memberId: null },
    byLink('x/guess'.padEnd(30, 'x')),
  ])
    expect(await counts(scope)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  // Nobody takes, opens, or answers for somebody past the functions that ask who may.
  for (const scope of [byLink(link), byLink(mine!), rosa])
    for (const [text, values] of [
      ['UPDATE help_slots SET day = day WHERE calendar_id = $1 RETURNING 1', [id]],
      ['DELETE FROM help_slots WHERE calendar_id = $1 RETURNING 1', [id]],
      ['UPDATE help_particulars SET sealed = sealed WHERE calendar_id = $1 RETURNING 1', [id]],
    ] as const)
      expect(await asApplication(scope, text, [...values])).toEqual([]);
  for (const column of ['helper_id = NULL', 'taken_at = now()', 'closed_at = now()'])
    await expect(asApplication(maya, `UPDATE help_slots SET ${column}`)).rejects.toThrow(/permission denied/);
  await expect(asApplication(maya, "UPDATE help_calendars SET consent = 'given'")).rejects.toThrow(
    /permission denied/,
  );
  await expect(
    asApplication(
      vera,
      `INSERT INTO help_calendars (community_id, calendar_id, holder_id, organiser_id, occasion, about, time_zone, consent)
       VALUES ($1, gen_random_uuid(), $2, $3, 'other', '', 'UTC', 'asked')`,
      [vera.communityId, maya.memberId, vera.memberId],
    ),
  ).rejects.toThrow(/row-level security/);
  const [end] = await asApplication<{ done: boolean }>(rosa, 'SELECT access.end_help_calendar($1) AS done', [
    id,
  ]);
  expect(end!.done).toBe(false);
  expect(await counts(byLink(other.link))).toEqual([1, 7, 0, 0, 0, 0, 0]);
});

test('of a gathering out of sight the database shows its organiser alone anything, and lets nobody change it', async () => {
  const { mo, admin, dana } = world.people;
  const made = await makeGathering(world, {
    seenBy: 'public',
    circleId: NIGHT_FEEDS,
    door: { link: 'https://x.example', address: '' },
  });
  const { occurrenceId } = made.occurrences[0]!;
  for (const who of ['maya', 'dana'] as const) await answered(world, occurrenceId, who);
  await world.owner.query(`UPDATE circle_members SET role = 'facilitator' WHERE member_id = $1`, [
    dana.memberId,
  ]);
  const rows = async (who: Scope) => {
    const counts: number[] = [];
    for (const table of ['gatherings', 'occurrences', 'gathering_doors'])
      counts.push(
        (await asApplication(who, `SELECT * FROM ${table} WHERE gathering_id = $1`, [made.gatheringId]))
          .length,
      );
    for (const ask of ['coming_to', 'way_in', 'attendance'])
      counts.push((await asApplication(who, `SELECT * FROM access.${ask}($1)`, [occurrenceId])).length);
    const [told] = await asApplication<{ members: string[] }>(
      who,
      'SELECT access.those_coming($1, NULL) AS members',
      [made.gatheringId],
    );
    return [...counts, told!.members.length];
  };
  const nobody = { communityId: maya.communityId, memberId: null };
  expect([await rows(nobody), await rows(maya), await rows(dana), await rows(rosa)]).toEqual([
    [1, 1, 0, 0, 0, 0, 0],
    [1, 1, 0, 2, 1, 0, 0],
    [1, 1, 1, 2, 1, 2, 2],
    [1, 1, 1, 2, 1, 2, 2],
  ]);
  await world.owner.query('UPDATE gatherings SET hidden_at = now() WHERE gathering_id = $1', [
    made.gatheringId,
  ]);
  for (const who of [nobody, maya, bea, mo, admin]) expect(await rows(who)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(await rows(dana)).toEqual([0, 0, 0, 0, 1, 0, 0]); // the way in of a circle's own she looks after it for
  expect(await rows(rosa)).toEqual([1, 1, 1, 0, 1, 0, 0]);
  for (const change of [
    'UPDATE gatherings SET hidden_at = NULL',
    `UPDATE gatherings SET title = 'x'`,
    'UPDATE occurrences SET cancelled_at = now()',
    'SELECT gathering_id FROM gatherings FOR UPDATE',
  ])
    expect(
      await asApplication(
        rosa,
        `WITH done AS (${change.startsWith('SELECT') ? `${change.replace(' FOR UPDATE', '')} WHERE gathering_id = $1 FOR UPDATE` : `${change} WHERE gathering_id = $1 RETURNING gathering_id`}) SELECT * FROM done`,
        [made.gatheringId],
      ),
    ).toEqual([]);
  const yes = await asApplication<{ said: string }>(
    bea,
    `SELECT access.answer_occurrence($1, 'yes') AS said`,
    [occurrenceId],
  );
  expect(yes).toEqual([{ said: 'cancelled' }]);
  const mine = await asApplication<Record<string, unknown>>(maya, 'SELECT * FROM access.my_withdrawn()');
  expect(mine).toMatchObject([{ occurrence_id: occurrenceId, title: null }]);
  expect(JSON.stringify(mine)).not.toContain('A walk by the lake');
  expect(await asApplication(bea, 'SELECT * FROM access.my_withdrawn()')).toEqual([]);
});
