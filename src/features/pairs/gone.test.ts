import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { askAs, CALL, takeAs, trained } from '../callbacks/a-callback.fixture.ts';
import { asksForMentor, asksTheFirst } from '../matches/a-match.fixture.ts';
import { aMentor, aProgram } from '../programs/programs.fixture.ts';
import { aPair } from './pairs.fixture.ts';

const world = await newWorld();
const { owner, people, parts } = world;
const [dana, admin] = [world.as('dana'), world.as('admin')];

beforeEach(async () => {
  for (const table of ['notifications', 'matches', 'programs']) await owner.query(`DELETE FROM ${table}`);
});

/** Every table in which one of these words stands, in whatever column. */
async function tablesSaying(words: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1`,
  );
  const each = rows.map(
    ({ name }) =>
      `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} t WHERE t::text ILIKE ANY ($1))`,
  );
  const said = await owner.query<{ name: string }>(each.join(' UNION ALL '), [
    words.map((word) => `%${word}%`),
  ]);
  return said.rows.map(({ name }) => name.replace('public.', ''));
}

test('a mother who erases herself: no row names her or holds a word of hers; what her mentor noted is still her mentor’s', async () => {
  await owner.query(`UPDATE members SET display_name = 'Marigold' WHERE member_id = $1`, [
    people.vera.memberId,
  ]);
  const vera = world.as('vera');
  const program = await aProgram(world, { needs_training: false, recovered_months: null });
  await aMentor(world, program);
  const said = { note: 'the yellow room', identity: 'immigrant', rulesOut: 'topic:loss' };
  await asksForMentor(world, 'vera', program, said);
  const match = (await asksTheFirst(world, 'vera', program))!;
  await dana.post(`/matches/${match}/acceptance`);
  const { rows } = await owner.query('SELECT circle_id, request_id FROM matches WHERE match_id = $1', [
    match,
  ]);
  const [{ circle_id: room, request_id: request }] = rows;
  await vera.post(`/circles/${room}/posts`, { body: 'the yellow room again' });
  await vera.post(`/pairs/${match}/contacts`, {});
  await dana.post(`/pairs/${match}/contacts`, { way: 'call', minutes: '45', mood: 'heavy' });
  await dana.post(`/pairs/${match}/worry`);
  await trained(world, 'rosa');
  await admin.post(`/community/programs/${program}/pairs/${match}/worry/offer`);
  const call = await askAs(world, 'vera', { line: 'the yellow room', safe: 'after nine' });
  await takeAs(world, 'rosa', call);
  await owner.query(
    `INSERT INTO mentor_invitations (community_id, member_id, program_id, invited_at) VALUES ($1, $2, $3, now())`,
    [people.vera.communityId, people.vera.memberId, program],
  );
  const hers = [people.vera.memberId, request, match, call, 'Marigold', 'yellow room', CALL.phone];
  const before = await tablesSaying(hers); // there is something to erase
  for (const table of [
    'mentee_requests',
    'mentee_notes',
    'matches',
    'pair_watch',
    'pair_contacts',
    'circles',
  ])
    expect(before).toContain(table);
  expect(before).toContain('callbacks');

  expect((await vera.post('/me/erasure', { word: 'erase' })).location).toBe('/');
  expect(await tablesSaying(hers)).toEqual([]);
  // What Dana noted is hers: how long she gave, without with whom.
  expect((await dana.get('/pairs')).text).toContain('You have given 45 minutes');
  const kept = JSON.parse((await dana.get('/me/export')).text).pairContacts;
  expect(kept).toMatchObject([{ way: 'call', minutes: 45, mood: 'heavy', name: null }]);
  expect((await world.as('rosa').get(`/callbacks/calls/${call}`)).status).toBe(404);
  expect((await dana.get(`/circles/${room}`)).text).not.toContain('Marigold');
});

test('killed in the midst of telling, the clock tells every pair once: none twice, none lost', async () => {
  const pairs = [
    await aPair(world),
    await aPair(world, { mentee: 'rosa' }),
    await aPair(world, { mentee: 'bea' }),
  ];
  const moment = new Date(Date.now() + 49 * 3_600_000);
  // Somebody else is about to write the very line the second pair leads to: its transaction, half done, waits for it.
  const other = await owner.connect();
  await other.query('BEGIN');
  await other.query(
    `INSERT INTO notifications (community_id, member_id, kind, subject_id) VALUES ($1, $2, 'mentoring.may-be-waiting', $3)`,
    [people.dana.communityId, people.dana.memberId, pairs[1]!.matchId],
  );
  const running = world.job('pairs.watching', moment).catch((error: Error) => error);
  const halfDone = async (): Promise<number[]> =>
    (
      await owner.query(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
           AND query LIKE '%move_pair%'`,
      )
    ).rows.map(({ pid }) => pid);
  await expect.poll(halfDone, { timeout: 20_000 }).toHaveLength(1);
  const [pid] = await halfDone();
  await owner.query('SELECT pg_terminate_backend($1)', [pid]);
  expect(await running).toBeInstanceOf(Error); // the tick is told, and tries again
  await other.query('ROLLBACK');
  other.release();
  const told = async () =>
    (
      await owner.query(
        `SELECT m.match_id AS id, (SELECT count(*)::int FROM pair_nudges n WHERE n.match_id = m.match_id) AS nudged,
           (SELECT count(*)::int FROM notifications n WHERE n.subject_id = m.match_id) AS told FROM matches m ORDER BY 2, 1`,
      )
    ).rows.map(({ nudged, told }) => [nudged, told]);
  expect(await told()).toEqual([
    [0, 0],
    [1, 1],
    [1, 1],
  ]);
  await Promise.all([world.job('pairs.watching', moment), world.job('pairs.watching', moment)]);
  await owner.query('UPDATE notifications SET seen_at = now()'); // what was told again would be a new line
  await world.job('pairs.watching', moment);
  expect(await told()).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
});

test('the clock’s own work answers no page, signed in or not', async () => {
  await aPair(world);
  const moment = new Date(Date.now() + 400 * 86_400_000);
  const listing = [
    'access.pairs_due($1, 10)',
    'access.mentors_to_be($1)',
    'access.communities_matching($1)',
    'access.help_tellings_due($1, 10)',
  ];
  const working = [
    'access.move_matches_on($1, 10)',
    'access.remind_of_turns($1)',
    'access.ask_back_ups($1)',
    'access.erase_ended_help($1)',
    'access.lay_out_call_turns(($1::timestamptz)::date)',
    'access.forget_callbacks($1)',
    "access.tell_of_callbacks('{}', (SELECT '{}'::uuid[] WHERE $1::timestamptz IS NOT NULL))",
    'access.move_callbacks($1)',
  ];
  for (const memberId of [null, people.maya.memberId, people.admin.memberId]) {
    const ask = (text: string) =>
      parts.db.write({ communityId: people.maya.communityId, memberId }, (tx) => tx.hot(text, [moment]));
    for (const one of listing) expect(await ask(`SELECT * FROM ${one}`), one).toEqual([]);
    for (const one of working) expect(await ask(`SELECT ${one} AS moved`), one).toEqual([{ moved: 0 }]);
    expect(await ask('SELECT access.invite_to_mentor($1) AS asked')).toEqual([{ asked: false }]);
  }
  expect(await parts.db.ask('SELECT * FROM access.pairs_due($1, 10)', [moment])).toEqual([]);
  expect(await parts.db.inJob('SELECT * FROM access.pairs_due($1, 10)', [moment])).toHaveLength(1);
});
