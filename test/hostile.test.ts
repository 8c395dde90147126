import { expect, test } from 'vitest';
import { aCallback, trained } from '../src/features/callbacks/a-callback.fixture.ts';
import { aCircle, seat } from '../src/features/circles/a-circle.fixture.ts';
import { hashToken, newId } from '../src/platform/crypto/index.ts';
import type { Scope } from '../src/platform/db/index.ts';
import { opening } from '../src/platform/db/transaction.ts';
import { NIGHT_FEEDS } from './kit/people.ts';
import { newWorld } from './kit/world.ts';

const world = await newWorld();
const { maya, rosa, vera, dana, bea, admin, mo } = world.people;

/** A connection of the application's own, seen through somebody's eyes: the caller commits or rolls back. */
async function through(scope: Scope) {
  const client = await world.connections.app.connect();
  await client.query(opening(scope, 'READ WRITE', world.connections.role));
  return {
    ask: async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows,
    end: async (how: 'COMMIT' | 'ROLLBACK') => {
      await client.query(how);
      client.release();
    },
  };
}

async function tried(scope: Scope, text: string, values: unknown[] = []) {
  const eyes = await through(scope);
  return eyes.ask(text, values).finally(() => eyes.end('ROLLBACK'));
}

test('a trigger’s function works on our own tables alone', async () => {
  const { rows } = await world.owner.query(
    `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'access' AND p.prorettype = 'trigger'::regtype AND has_function_privilege('porchlight_app', p.oid, 'EXECUTE')`,
  );
  expect(rows).toEqual([]);
  const intruder = await through(vera);
  await intruder.ask('CREATE TEMP TABLE mine (community_id uuid, circle_id uuid, created_by uuid)');
  await expect(
    intruder.ask(
      'CREATE TRIGGER seat AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION access.seat_founder()',
    ),
  ).rejects.toThrow(/permission denied/);
  await intruder.end('ROLLBACK');
});

test('only the plain three facts of a transaction are anybody’s to ask', async () => {
  const { rows } = await world.owner.query(
    `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'access' AND has_function_privilege('porchlight_auth', p.oid, 'EXECUTE') ORDER BY 1`,
  );
  expect(rows.map((row) => row.proname)).toEqual(['account_id', 'community_id', 'member_id']);
});

async function invitation(circleId: string, at: string) {
  const token = newId();
  await world.owner.query(
    `INSERT INTO circle_invitations (community_id, invitation_id, circle_id, token_hash, created_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + $6::interval, now() + interval '7 days')`,
    [rosa.communityId, newId(), circleId, hashToken(token), rosa.memberId, at],
  );
  return token;
}

test('who was shown out comes back by an invitation made since, and by nothing else', async () => {
  const circle = await aCircle(world, rosa, { name: 'Open door' });
  const old = await invitation(circle, '-1 hour');
  await seat(world, circle, vera);
  await world.as('rosa').post(`/circles/${circle}/people/${vera.memberId}/removal`, { why: 'Rest.' });
  const enter = async (token?: string) => {
    await world.as('vera').post(`/circles/${circle}/membership`, token ? { invitation: token } : {});
    const { rows } = await world.owner.query(
      'SELECT FROM circle_members WHERE circle_id = $1 AND member_id = $2',
      [circle, vera.memberId],
    );
    return rows.length;
  };
  expect(await enter()).toBe(0);
  expect(await enter(old)).toBe(0);
  const taken = 'DELETE FROM join_requests WHERE circle_id = $1 RETURNING 1';
  expect(await tried(vera, taken, [circle])).toEqual([]);
  expect(await enter(await invitation(circle, '1 second'))).toBe(1);
});

test('an answer to a facilitator is not hers to rewrite, nor a "no" another’s to sign', async () => {
  const circle = await aCircle(world, rosa, { name: 'Asking', joining: 'request' });
  await world.as('vera').post(`/circles/${circle}/request`, { answer0: 'A quiet reason' });
  await expect(tried(rosa, `UPDATE join_requests SET answers = '[]'`)).rejects.toThrow(/permission denied/);
  await expect(
    tried(rosa, `UPDATE join_requests SET state = 'declined', decided_at = now(), decided_by = $1`, [
      dana.memberId,
    ]),
  ).rejects.toThrow(/row-level security/);
  await expect(
    tried(
      rosa,
      `INSERT INTO circle_invitations (community_id, invitation_id, circle_id, token_hash, created_by, expires_at)
       VALUES ($1, $2, $3, 'x', $4, now() + interval '1 day')`,
      [rosa.communityId, newId(), circle, dana.memberId],
    ),
  ).rejects.toThrow(/row-level security/);
});

test('a block ends what was asked between the two, and no yes brings them together', async () => {
  await world.owner.query(
    'INSERT INTO mentor_offers (community_id, member_id, capacity) VALUES ($1, $2, 5)',
    [dana.communityId, dana.memberId],
  );
  const ask = async () => {
    const id = newId();
    await world.owner.query(
      'INSERT INTO introductions (community_id, introduction_id, mentee_id, mentor_id) VALUES ($1, $2, $3, $4)',
      [vera.communityId, id, vera.memberId, dana.memberId],
    );
    return id;
  };
  const state = async (id: string) =>
    (await world.owner.query('SELECT state FROM introductions WHERE introduction_id = $1', [id])).rows[0]
      .state;
  const first = await ask();
  expect((await world.as('vera').post(`/members/${dana.memberId}/block`)).status).toBe(303);
  expect(await state(first)).toBe('withdrawn');
  const second = await ask(); // the block came in the same moment
  expect((await world.as('dana').post(`/introductions/${second}/acceptance`)).status).toBe(404);
  expect(await state(second)).toBe('asked');
});

test('nobody takes, reads, moves or makes herself a caller by the functions behind the pages', async () => {
  const id = await aCallback(world, 'maya', null);
  for (const { memberId } of [vera, bea]) {
    const who = { communityId: maya.communityId, memberId };
    for (const empty of [
      'access.callback_queue()',
      `access.callback_hours('${id}')`,
      'access.callback_desk()',
    ])
      expect(await tried(who, `SELECT * FROM ${empty}`), empty).toEqual([]);
    for (const refused of [
      `access.take_callback('${id}', now()) = 'absent'`,
      `access.move_callbacks(now() + interval '1 year') = 0`,
      `access.try_callback('${id}', 'reached', now()) = 'absent'`,
      `access.reassign_callback('${id}', '${memberId}', now()) = 'absent'`,
      `NOT access.pass_on_callback('${id}')`,
      `NOT access.close_callback('${id}', 'nothing', 5)`,
      `NOT access.withdraw_callback('${id}')`,
    ])
      expect(await tried(who, `SELECT ${refused} AS held`), refused).toEqual([{ held: true }]);
    await expect(
      tried(
        who,
        `INSERT INTO call_volunteers (community_id, member_id, languages, trained_on, recorded_by) VALUES ($1, $2, '{en}', now(), $2)`,
        [who.communityId, memberId],
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      tried(who, `SELECT access.hand_callback($1, $2, now(), 'taken')`, [id, memberId]),
    ).rejects.toThrow(/permission denied/);
  }
  await trained(world, 'dana');
  const early = `SELECT access.take_callback($1, now() + interval '1 day') AS said`;
  expect(await tried(dana, early, [id])).toEqual([{ said: 'early' }]);
  const desk = await tried(admin, 'SELECT * FROM access.callback_desk()');
  expect(desk).toMatchObject([{ who: null, who_id: null }]);
});

test('nobody is told that somebody she blocked will greet her', async () => {
  const circle = await aCircle(world, rosa, { name: 'New here' });
  await seat(world, circle, maya);
  await seat(world, circle, bea);
  const greeter = 'UPDATE circle_members SET greeter_id = $1 WHERE circle_id = $2 AND member_id = $3';
  await world.owner.query(greeter, [rosa.memberId, circle, maya.memberId]);
  const greeted = (await world.as('maya').get(`/circles/${circle}`)).text;
  await world.owner.query(greeter, [bea.memberId, circle, maya.memberId]);
  const alone = (await world.as('maya').get(`/circles/${circle}`)).text;
  expect(alone).not.toContain('Bea');
  expect(greeted.match(/Rosa/g)!.length).toBeGreaterThan(alone.match(/Rosa/g)!.length);
});

test('the only coordinator does not go by the back door', async () => {
  await expect(tried(admin, 'DELETE FROM members')).rejects.toThrow(/permission denied/);
});

test('two coordinators who demote each other at once leave one', async () => {
  await world.owner.query(`UPDATE members SET role = 'coordinator' WHERE member_id = $1`, [mo.memberId]);
  const [one, two] = [await through(admin), await through(mo)];
  const demote = `SELECT access.set_role($1, 'member')`;
  await one.ask(demote, [mo.memberId]);
  const waiting = two.ask(demote, [admin.memberId]);
  await one.end('COMMIT');
  await waiting;
  await two.end('COMMIT');
  const { rows } = await world.owner.query(
    `SELECT display_name FROM members WHERE community_id = $1 AND role = 'coordinator'`,
    [admin.communityId],
  );
  expect(rows).toEqual([{ display_name: 'Admin' }]);
});

test.each([false, true])(
  'what she writes while she is erased goes with her (anonymous: %s)',
  async (veiled) => {
    const who = veiled ? bea : maya;
    const [pen, eraser] = [await through(who), await through(who)];
    const [post, pseudonym] = [newId(), newId()];
    if (veiled) {
      const known = await through(who);
      await known.ask(
        `INSERT INTO pseudonyms (community_id, pseudonym_id, thread_id, member_id, name) VALUES ($1, $2, $3, $4, 'quiet-heron')`,
        [who.communityId, pseudonym, post, who.memberId],
      );
      await known.end('COMMIT');
    }
    await pen.ask(
      `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, pseudonym_id, pseudonym, body)
     VALUES ($1, $2, $3, $2, $4, $5, $6, 'nobody may keep this')`,
      [
        who.communityId,
        post,
        NIGHT_FEEDS,
        veiled ? null : who.memberId,
        veiled ? pseudonym : null,
        veiled ? 'quiet-heron' : null,
      ],
    );
    const erased = eraser.ask('SELECT access.erase_me() AS said');
    await Promise.race([erased, somebodyWaits()]);
    await pen.end('COMMIT');
    expect(await erased).toEqual([{ said: 'erased' }]);
    await eraser.end('COMMIT');
    const { rows } = await world.owner.query(
      'SELECT body, author_id, pseudonym_id FROM posts WHERE post_id = $1',
      [post],
    );
    expect(rows).toEqual([{ body: '', author_id: null, pseudonym_id: null }]);
  },
);

/** Resolves once a statement in this database waits for another's lock. */
async function somebodyWaits(): Promise<void> {
  const { rowCount } = await world.owner.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  if (!rowCount) await somebodyWaits();
}

test('many codes guessed in one moment are counted before any is looked at', async () => {
  const guesser = world.nobody();
  await guesser.post('/sign-in', { email: 'guessed@example.org' });
  const guesses = Array.from({ length: 40 }, (_, i) =>
    guesser.post('/sign-in/code', { code: `${100_000 + i}` }),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 422)).toHaveLength(30);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

test('a note that needs more than its name is not said', async () => {
  const vera = world.as('vera');
  vera.cookies.set('notice', 'accounts.device');
  expect((await vera.get('/about')).status).toBe(200);
});

const DASHES = '-'.repeat(36);
test.each([`/mentors/${DASHES}`, `/directory/${DASHES}`])('%s is absent', async (path) => {
  expect((await world.as('vera').get(path)).status).toBe(404);
});
