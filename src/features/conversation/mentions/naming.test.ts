import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../../test/kit/people.ts';
import { newWorld } from '../../../../test/kit/world.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';
import { newDraftKey } from '../forms.ts';

const world = await newWorld();
const { maya, rosa, dana, bea, vera } = world.people;
const room = `/circles/${NIGHT_FEEDS}`;
type Who = keyof typeof world.people;

const say = async (who: Who, body: string, more: Record<string, string> = {}, to = `${room}/posts`) => {
  const key = newDraftKey();
  expect((await world.as(who).post(to, { key, body, ...more })).status).toBe(303);
  return key;
};
const named = async (post: string) =>
  (await world.owner.query('SELECT member_id FROM mentions WHERE post_id = $1', [post])).rows.map(
    (r) => r.member_id,
  );

test('members of the circle are named; strangers, the blocked, oneself and addresses of mail are not', async () => {
  expect(
    (await named(await say('maya', 'Ask @rosa, or @Dana! @Vera @Bea @Maya maya@Dana.org'))).sort(),
  ).toEqual([rosa.memberId, dana.memberId].sort());
  expect(await named(await say('maya', 'Nobody called @Rosalind is here'))).toEqual([]);
  expect(await named(await say('rosa', '@Bea and @Maya'))).toHaveLength(2);
  expect(vera.memberId).not.toBe(bea.memberId);
});

test('who is named is told, once, and nobody else is', async () => {
  const post = await say('maya', 'What do you think, @Dana? And @Bea?');
  await world.as('maya').post(`${room}/posts/${post}/edit`, { body: 'What do you think, @Dana? Or @Bea?' });
  const { rows } = await world.owner.query(
    `SELECT member_id FROM notifications WHERE kind = 'conversation.mention' AND post_id = $1`,
    [post],
  );
  expect(rows).toEqual([{ member_id: dana.memberId }]);
  expect((await world.as('dana').get('/notifications')).text).toMatch(/Maya<\/b>? named you|Maya named you/);
});

const toldOf = async (post: string) =>
  (
    await world.owner.query(
      `SELECT lower(m.display_name) || ' ' || n.kind AS told FROM notifications n JOIN members m USING (community_id, member_id)
       WHERE n.post_id = $1 AND n.kind LIKE 'conversation.%' ORDER BY 1`,
      [post],
    )
  ).rows.map(({ told }) => told);

test('whoever is named in an answer to her is told once, of the name', async () => {
  const thread = await say('dana', 'Which one?');
  const answers = `${room}/posts/${thread}/replies`;
  expect(await toldOf(await say('rosa', 'The left one', {}, answers))).toEqual(['dana conversation.reply']);
  expect(await toldOf(await say('maya', '@Dana, the left one', {}, answers))).toEqual([
    'dana conversation.mention',
    'rosa conversation.reply',
  ]);
});

test('what waits to be let in names nobody before, and then everybody it names, once', async () => {
  const thread = await say('dana', 'Who is new here?');
  const hold = (first: number) => world.owner.query('UPDATE circles SET hold_first = $1', [first]);
  await hold(10);
  const held = await say('maya', 'Me. @Dana @Rosa @Bea', {}, `${room}/posts/${thread}/replies`);
  expect(await toldOf(held)).toEqual([]);
  const rosa = world.as('rosa');
  const waiting = (await rosa.get(`${room}/settings/care`)).text.split(`${held}/admission`)[1]!;
  const mark = /name="mark" value="([0-9a-f]{64})"/.exec(waiting)![1]!;
  await rosa.post(`${room}/posts/${held}/admission`, { mark });
  expect(await toldOf(held)).toEqual(['dana conversation.mention']); // Rosa has read it; Bea is kept apart
  await hold(0);
});

test('the longest name that fits is meant', async () => {
  await world.owner.query(`UPDATE members SET display_name = 'Rosa Maria' WHERE member_id = $1`, [
    dana.memberId,
  ]);
  expect(await named(await say('maya', 'Thank you @Rosa Maria'))).toEqual([dana.memberId]);
  expect(await named(await say('maya', 'Thank you @Rosa, Maria'))).toEqual([rosa.memberId]);
  await world.owner.query(`UPDATE members SET display_name = 'Dana' WHERE member_id = $1`, [dana.memberId]);
});

test('somebody without her name is named by her pseudonym, in that thread alone, and nobody can read who it was', async () => {
  const thread = await say('dana', 'a hard one', { anonymous: 'yes' });
  const { rows } = await world.owner.query('SELECT pseudonym FROM posts WHERE post_id = $1', [thread]);
  const reply = (name: string, to = thread) =>
    say('rosa', `@${name} I hear you`, {}, `${room}/posts/${to}/replies`);
  const post = await reply(shownPseudonym('en', rows[0].pseudonym));
  expect(await named(post)).toEqual([dana.memberId]);
  expect(await named(await reply(shownPseudonym('es', rows[0].pseudonym)))).toEqual([dana.memberId]);
  const elsewhere = await say('maya', 'another thread');
  expect(await named(await reply(shownPseudonym('en', rows[0].pseudonym), elsewhere))).toEqual([]);
  const read = (who: Who) =>
    world.parts.db.read(world.people[who], (tx) =>
      tx.hot('SELECT * FROM mentions WHERE post_id = $1', [post]),
    );
  for (const who of ['rosa', 'maya', 'bea', 'mo', 'admin'] as const) expect(await read(who), who).toEqual([]);
  expect(await read('dana')).toHaveLength(1);
  const page = (await world.as('rosa').get(`${room}/posts/${thread}`)).text;
  expect(page).not.toContain(dana.memberId);
});

test('an edit names anew; a deletion and an erasure leave no name', async () => {
  const post = await say('maya', '@Rosa');
  await world.as('maya').post(`${room}/posts/${post}/edit`, { body: '@Dana' });
  expect(await named(post)).toEqual([dana.memberId]);
  await say('dana', 'yes?', {}, `${room}/posts/${post}/replies`);
  await world.as('maya').post(`${room}/posts/${post}/removal`);
  expect(await named(post)).toEqual([]);
  const last = await say('maya', '@Dana @Rosa');
  await world.as('dana').post('/me/erasure', { word: 'erase' });
  expect(await named(last)).toEqual([rosa.memberId]);
});

test('nobody names people in a post of another', async () => {
  const post = await say('maya', 'hello');
  await world.parts.db.write(rosa, (tx) =>
    tx.hot('SELECT access.name_in_post($1, $2, $3)', [post, ['Dana'], []]),
  );
  expect(await named(post)).toEqual([]);
  expect(maya.memberId).toBeTruthy();
});

test('whoever is named is told once, and nobody is told who a pseudonym is', async () => {
  const told = async (who: Who) =>
    (
      await world.owner.query(
        `SELECT post_id FROM notifications WHERE kind = 'conversation.mention' AND member_id = $1`,
        [world.people[who].memberId],
      )
    ).rows.map((row) => row.post_id);
  const post = await say('maya', 'Do you know, @Rosa?');
  await world
    .as('maya')
    .post(`${room}/posts/${post}/edit`, { body: 'Do you know, @Rosa, please?', note: '' });
  expect((await told('rosa')).filter((id) => id === post)).toHaveLength(1);
  expect(await told('bea')).not.toContain(post);
  expect((await world.as('rosa').get('/notifications')).text).toContain('Maya named you in Night Feeds');
});

test('naming a pseudonym does not say whose it is, not even to the server', async () => {
  const thread = await say('maya', 'nameless again', { anonymous: 'yes' });
  const { rows } = await world.owner.query('SELECT pseudonym_id FROM posts WHERE post_id = $1', [thread]);
  const reply = await say('rosa', 'hello', {}, `${room}/posts/${thread}/replies`);
  const said = await world.parts.db.write(rosa, (tx) =>
    tx.hot('SELECT n.* FROM access.name_in_post($1, $2, $3) n', [reply, [], [rows[0].pseudonym_id]]),
  );
  expect(JSON.stringify(said)).not.toContain(maya.memberId);
  expect(await named(reply)).toEqual([maya.memberId]);
});

test('an anonymous author names somebody across a block like anybody else: silence would tell that it is she', async () => {
  const post = await say('maya', 'And you, @Bea?', { anonymous: 'yes' }); // the two blocked each other
  expect(await named(post)).toEqual([bea.memberId]);
  expect((await world.as('bea').get('/notifications')).text).toContain('named you in Night Feeds');
  expect(await named(await say('maya', 'And you, @Bea?'))).toEqual([]);
});
