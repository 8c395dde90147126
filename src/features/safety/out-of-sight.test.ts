import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { newsOf } from '../notifications/index.ts';
import { inWorld, room, type Who } from './a-report.fixture.ts';

const world = await newWorld();
const { maya, dana, rosa } = world.people;
const { say, answer } = inWorld(world);
const sql = (text: string, values: unknown[] = []) => world.owner.query(text, values);
const seen = async (who: Who, path: string) => (await world.as(who).get(path)).text;
const replied = async (who: Who, thread: string, body: string) =>
  decodeURIComponent((await answer(who, thread, body)).location!).split('#p-')[1]!;

/** Everywhere the reply could show itself to Maya: its words, its id, and ways to act on it. */
async function traces(reply: string, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of [
    `/search?q=${word}`,
    `/search?q=${word.slice(0, -1)}x`,
    room,
    '/notifications',
    '/me/export',
  ])
    if ((await seen('maya', path)).match(new RegExp(`<mark>|${reply}|${word} `))) found.push(path);
  for (const path of [`/reports/new?kind=post&id=${reply}`, `/posts/${reply}/hiding`])
    if ((await world.as('maya').get(path)).status === 200) found.push(path);
  const felt = await world.as('maya').post(`${room}/reactions`, { felt: `hug ${reply}`, back: room });
  if (felt.status === 303) found.push('reactions');
  const told = await world.parts.db.read(maya, (tx) => newsOf(tx, maya, 'unmailed')); // what letters and push tell of
  if (told.some(({ postId }) => postId === reply)) found.push('letters');
  return found;
}

test.each([
  [
    'hidden',
    'wallaby',
    (thread: string) => sql('UPDATE posts SET hidden_at = now() WHERE post_id = $1', [thread]),
  ],
  [
    'held',
    'bandicoot',
    (thread: string) => sql('UPDATE posts SET held_at = now() WHERE post_id = $1', [thread]),
  ],
  [
    'of somebody she blocked',
    'numbat',
    () =>
      sql('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
        maya.communityId,
        maya.memberId,
        dana.memberId,
      ]),
  ],
])(
  'what stands under a thread that is %s is nowhere for those who cannot open it',
  async (_, word, putAway) => {
    const thread = await say('dana', `an opening, ${word} or not`);
    const reply = await replied('rosa', thread, `@Maya ${word} pyjamas`);
    expect(await traces(reply, word)).toEqual([
      `/search?q=${word}`,
      `/search?q=${word.slice(0, -1)}x`,
      room,
      '/notifications',
      '/me/export',
      `/reports/new?kind=post&id=${reply}`,
      'reactions',
      'letters',
    ]);
    await sql('DELETE FROM reactions'); // what she felt is her own, and stays in her copy
    await putAway(thread);
    expect(await traces(reply, word)).toEqual([]);
  },
);

test('a sign or first words under such a thread do not wait for anybody; taken down, a sign is looked at', async () => {
  await sql('UPDATE posts SET held_at = NULL');
  const thread = await say('dana', 'another opening');
  await world.as('rosa').post(`${room}/settings/care`, { holdFirst: '5', slowMinutes: '0' });
  await answer('bea', thread, "I can't go on like this");
  expect(await seen('rosa', room)).toContain('2 things wait for you');
  await sql('UPDATE posts SET hidden_at = now() WHERE post_id = $1', [thread]);
  expect(await seen('rosa', room)).not.toContain('for you');
  expect(await seen('rosa', `${room}/settings/care`)).toContain('Nothing is waiting');
  await world.as('rosa').post(`${room}/settings/care`, { holdFirst: '0', slowMinutes: '0' });
  const worrying = await say('dana', "I can't go on either");
  await world.as('rosa').post(`${room}/posts/${worrying}/takedown`, { because: 'hurtful' });
  const flags = await sql('SELECT seen_by FROM flags WHERE post_id = $1', [worrying]);
  expect(flags.rows).toEqual([{ seen_by: rosa.memberId }]);
});
