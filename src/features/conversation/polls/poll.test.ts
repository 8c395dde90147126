import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../../test/kit/people.ts';
import { newWorld } from '../../../../test/kit/world.ts';
import { newDraftKey } from '../forms.ts';

const world = await newWorld();
const room = `/circles/${NIGHT_FEEDS}`;
type Who = keyof typeof world.people;

const ask = async (fields: Record<string, string> = {}, who: Who = 'rosa') => {
  const sent = {
    key: newDraftKey(),
    body: `Which evening? ${newDraftKey()}`,
    options: 'Monday\nTuesday',
    ...fields,
  };
  const done = await world.as(who).post(`${room}/posts`, sent);
  return { done, id: sent.key };
};
const vote = (who: Who, id: string, places: string[]) =>
  world.as(who).post(`${room}/votes`, { vote: id, [`choice-${id}`]: places, back: room });
const poll = async (who: Who, id: string) =>
  (await world.as(who).get(`${room}/posts/${id}`)).text.match(
    /<fieldset class="poll".*?<\/fieldset>/s,
  )?.[0] ?? '';
const counts = async (id: string) => {
  const { rows } = await world.owner.query(
    `SELECT q.voters, (SELECT array_agg(c.votes ORDER BY c.place) FROM poll_counts c WHERE c.post_id = q.post_id) AS votes
     FROM polls q WHERE q.post_id = $1`,
    [id],
  );
  return rows[0];
};

test('a poll is asked with its post: two to six answers', async () => {
  for (const options of ['Only one', 'a\nb\nc\nd\ne\nf\ng', `x\n${'y'.repeat(121)}`]) {
    const { done } = await ask({ options });
    expect(done.status).toBe(422);
    expect(done.text).toContain('Which evening?');
    expect(done.text).toContain(options.split('\n')[0]);
  }
  const { id } = await ask({ options: ' Monday \n\nTuesday\nMonday' });
  const shown = await poll('maya', id);
  expect([...shown.matchAll(/type="radio"/g)]).toHaveLength(2);
  expect((await world.as('maya').get(room)).text).toContain(`choice-${id}`);
});

test('counts comfort and never reveal: hidden until three have answered, and until one has oneself', async () => {
  const { id } = await ask();
  await vote('dana', id, ['1']);
  await vote('bea', id, ['1']);
  expect(await poll('dana', id)).not.toMatch(/· \d/);
  expect(await poll('dana', id)).toContain('from three answers on');
  await vote('rosa', id, ['2']);
  expect(await poll('maya', id)).toContain('once you have answered');
  expect(await poll('maya', id)).not.toMatch(/· \d/);
  const shown = await poll('dana', id);
  expect(shown).toContain('3 have answered.');
  expect([...shown.matchAll(/· (\d)/g)].map(([, n]) => n)).toEqual(['2', '1']);
  // Not in the database either, for whoever has not answered; and whose answer is whose, for nobody.
  const asked = (who: Who, text: string) =>
    world.parts.db.read(world.people[who], (tx) => tx.hot(`${text} WHERE post_id = $1`, [id]));
  expect(await asked('maya', 'SELECT * FROM poll_counts')).toEqual([]);
  expect(await asked('dana', 'SELECT * FROM poll_counts')).toHaveLength(2);
  expect(await asked('maya', 'SELECT * FROM poll_votes')).toEqual([]);
  expect(await asked('dana', 'SELECT * FROM poll_votes')).toMatchObject([
    { member_id: world.people.dana.memberId },
  ]);
});

test('an answer can be changed and taken back; one is one', async () => {
  const { id } = await ask();
  await vote('maya', id, ['1']);
  await vote('maya', id, ['2']);
  expect(await counts(id)).toEqual({ voters: 1, votes: [0, 1] });
  await vote('maya', id, ['1', '2']);
  expect(await counts(id)).toEqual({ voters: 1, votes: [1, 0] });
  await vote('maya', id, []);
  expect(await counts(id)).toEqual({ voters: 0, votes: [0, 0] });
  expect((await vote('maya', id, ['5'])).status).toBe(404);
  const many = await ask({ several: 'yes', options: 'a\nb\nc' });
  await Promise.all([
    vote('maya', many.id, ['1', '3']),
    vote('dana', many.id, ['3']),
    vote('bea', many.id, ['2', '3']),
  ]);
  expect(await counts(many.id)).toEqual({ voters: 3, votes: [1, 1, 3] });
  await expect(
    world.parts.db.write(world.people.maya, (tx) =>
      tx.hot(
        'INSERT INTO poll_votes (community_id, post_id, member_id, place) VALUES ($1, $2, $3, 1), ($1, $2, $3, 2)',
        [world.people.maya.communityId, id, world.people.maya.memberId],
      ),
    ),
  ).rejects.toThrow(/one answer only/);
});

test('after it closes nobody answers, and everybody sees', async () => {
  const { id } = await ask({ days: '3' });
  expect(await poll('maya', id)).toContain('Open until');
  for (const who of ['dana', 'bea', 'rosa'] as const) await vote(who, id, ['1']);
  await world.owner.query(`UPDATE polls SET closes_at = now() - interval '1 second' WHERE post_id = $1`, [
    id,
  ]);
  expect((await vote('maya', id, ['1'])).status).toBe(409);
  expect(await poll('maya', id)).toContain('· 3');
  expect(await poll('maya', id)).not.toContain('<button');
});

test('an answer is not slipped in later, and none by strangers', async () => {
  const { id } = await ask({}, 'maya');
  await expect(
    world.parts.db.write(world.people.maya, (tx) =>
      tx.hot(`INSERT INTO poll_options (community_id, post_id, place, label) VALUES ($1, $2, 3, 'Never')`, [
        world.people.maya.communityId,
        id,
      ]),
    ),
  ).rejects.toThrow(/row-level security/);
  for (const who of ['vera', 'bea', 'admin', 'nora'] as const)
    expect((await vote(who, id, ['1'])).status, who).toBe(404);
});

test('erased, she takes her answers along; deleted, a poll leaves nothing', async () => {
  const { id } = await ask();
  await vote('dana', id, ['1']);
  await vote('maya', id, ['1']);
  const exported = JSON.parse((await world.as('dana').get('/me/export')).text);
  expect(exported.votes).toContainEqual({ post_id: id, label: 'Monday' });
  expect(exported.polls).toEqual([]);
  await world.as('dana').post('/me/erasure', { word: 'erase' });
  expect(await counts(id)).toEqual({ voters: 1, votes: [1, 0] });
  await world.as('maya').post(`${room}/posts/${id}/replies`, { key: newDraftKey(), body: 'Monday suits me' });
  await world.as('rosa').post(`${room}/posts/${id}/removal`);
  for (const table of ['polls', 'poll_options', 'poll_counts', 'poll_votes'])
    expect((await world.owner.query(`SELECT FROM ${table} WHERE post_id = $1`, [id])).rowCount, table).toBe(
      0,
    );
});
