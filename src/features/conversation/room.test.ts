import { expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newDraftKey } from './forms.ts';
import { POSTS_PER_PAGE } from './post-list.ts';

const world = await newWorld();
const { maya, rosa, dana } = world.people;
const room = `/circles/${NIGHT_FEEDS}`;
const said = (body: string, more: Record<string, string> = {}) => ({ key: newDraftKey(), body, ...more });
const idIn = (location: string | null) => location!.split('#p-')[1]!;
const say = async (who: keyof typeof world.people, body: string, more: Record<string, string> = {}) =>
  idIn((await world.as(who).post(`${room}/posts`, said(body, more))).location);

test('what somebody posts is on top of the room, and a reply brings its thread up again', async () => {
  const first = await say('maya', 'First light and no sleep');
  const second = await say('rosa', 'Kettle is on');
  const order = async () =>
    [...(await world.as('dana').get(room)).text.matchAll(/id="p-([0-9a-f-]{36})"/g)].map(([, id]) => id);
  expect(await order()).toEqual([second, first]);
  const answer = await world.as('dana').post(`${room}/posts/${first}/replies`, said('Same here, at four'));
  expect(answer.status).toBe(303);
  expect(answer.location).toContain(`${room}/posts/${first}`);
  expect(await order()).toEqual([first, second]);
  const page = (await world.as('rosa').get(room)).text;
  expect(page).toContain('One reply');
  expect(page).toContain('Same here, at four');
});

test('words rewritten to the same length are drawn anew, in a post and in its newest answer', async () => {
  const thread = await say('maya', 'Cold soup again');
  const answer = await world.as('dana').post(`${room}/posts/${thread}/replies`, said('Mine is warm'));
  const shown = async () => (await world.as('rosa').get(room)).text;
  expect(await shown()).toContain('Mine is warm');
  await world
    .as('dana')
    .post(`${room}/posts/${idIn(answer.location)}/edit`, { body: 'Mine is cold', note: '' });
  expect(await shown()).toContain('Mine is cold');
  await world.as('maya').post(`${room}/posts/${thread}/edit`, { body: 'Warm soup again', note: '' });
  expect(await shown()).toContain('Warm soup again');
});

test('a thread tells its replies oldest first, fifty to a page', async () => {
  const thread = await say('maya', 'A long night');
  const { rows } = await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, created_at)
     SELECT $1, gen_random_uuid(), $2, $3, $4, 'answer ' || n || '.', now() + n * interval '1 second' FROM generate_series(1, 60) n
     RETURNING post_id`,
    [maya.communityId, NIGHT_FEEDS, thread, rosa.memberId],
  );
  const numbers = (text: string) => [...text.matchAll(/answer (\d+)\./g)].map(([, n]) => Number(n));
  const page = (await world.as('maya').get(`${room}/posts/${thread}`)).text;
  expect(numbers(page)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  const next = page.match(/\?after=[0-9a-f-]{36}/)![0];
  expect(numbers((await world.as('maya').get(`${room}/posts/${thread}${next}`)).text)).toEqual([
    51, 52, 53, 54, 55, 56, 57, 58, 59, 60,
  ]);
  const latest = (await world.as('maya').get(`${room}/posts/${thread}?part=latest`)).text;
  expect(numbers(latest).at(-1)).toBe(60);
  expect(numbers(latest)).toHaveLength(50);
  const at = (await world.as('maya').get(`${room}/posts/${thread}?at=${rows[54].post_id}`)).text;
  expect(at).toContain(`id="p-${rows[54].post_id}"`);
});

test('pages of the room neither skip nor repeat, whatever is stirred meanwhile', async () => {
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, created_at, last_active_at)
     SELECT $1, id, $2, id, $3, 'old', now() - interval '1 year', now() - interval '1 year'
     FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 70)) ids`,
    [maya.communityId, NIGHT_FEEDS, dana.memberId],
  );
  const seen: string[] = [];
  let path: string | undefined = room;
  let stirred = false;
  while (path) {
    const page: string = (await world.as('rosa').get(path)).text;
    const ids = [...page.matchAll(/id="p-([0-9a-f-]{36})"/g)].map(([, id]) => id!);
    expect(ids.length).toBeLessThanOrEqual(POSTS_PER_PAGE);
    seen.push(...ids);
    const older: string | undefined = page.match(/href="[^"]+(\?before=[\w-]+)"/)?.[1];
    path = older && `${room}${older}`;
    // One that was already read moves up while she turns the page.
    if (!stirred) await world.as('dana').post(`${room}/posts/${ids[3]}/replies`, said('still awake'));
    stirred = true;
  }
  const { rows } = await world.owner.query(
    'SELECT count(*)::int AS n FROM posts WHERE circle_id = $1 AND thread_id = post_id',
    [NIGHT_FEEDS],
  );
  expect(seen).toHaveLength(rows[0].n);
  expect(new Set(seen).size).toBe(seen.length);
});

test('who is not in the circle, hidden or listed, finds nothing to read and nowhere to write', async () => {
  const thread = await say('maya', 'Between us');
  for (const who of ['vera', 'mo', 'admin', 'nora'] as const) {
    expect((await world.as(who).get(room)).text).not.toContain('Between us');
    for (const path of [
      `${room}/posts/${thread}`,
      `${room}/posts/${thread}/edit`,
      `${room}/posts/${thread}/removal`,
    ])
      expect((await world.as(who).get(path)).status).toBe(404);
    for (const path of [
      `${room}/posts`,
      `${room}/posts/${thread}/replies`,
      `${room}/posts/${thread}/removal`,
    ])
      expect((await world.as(who).post(path, said('hello'))).status).toBe(404);
    expect((await world.as(who).post(`${room}/reactions`, { felt: `hug ${thread}` })).status).toBe(404);
  }
  const hidden = `/circles/${HIDDEN_CIRCLE}`;
  expect((await world.as('maya').get(hidden)).status).toBe(404);
  expect((await world.as('maya').post(`${hidden}/posts`, said('hello'))).status).toBe(404);
  expect((await world.as('rosa').get(hidden)).text).toContain('The Quiet Cellar');
  expect((await world.nobody().get(room)).text).not.toContain('Between us');
});

test('a post of one circle cannot be reached through another', async () => {
  const cellar = `/circles/${HIDDEN_CIRCLE}`;
  const inside = idIn((await world.as('rosa').post(`${cellar}/posts`, said('Down here'))).location);
  expect((await world.as('rosa').get(`${room}/posts/${inside}`)).status).toBe(404);
  expect((await world.as('rosa').post(`${room}/reactions`, { felt: `hug ${inside}` })).status).toBe(404);
  for (const act of ['replies', 'edit', 'removal'])
    expect((await world.as('rosa').post(`${room}/posts/${inside}/${act}`, said('x'))).status, act).toBe(404);
  expect((await world.as('maya').post(`${room}/posts/${inside}/replies`, said('x'))).status).toBe(404);
  const { rows } = await world.owner.query(
    'SELECT reply_count, hug_count, body FROM posts WHERE post_id = $1',
    [inside],
  );
  expect(rows).toEqual([{ reply_count: 0, hug_count: 0, body: 'Down here' }]);
});

test('a form sent twice, at once or again, is one post', async () => {
  const form = said('Only once, please');
  const twice = await Promise.all([1, 2, 3].map(() => world.as('maya').post(`${room}/posts`, form)));
  expect(twice.map((a) => a.status)).toEqual([303, 303, 303]);
  // The page was loaded anew and she sent her draft again.
  const again = await world.as('maya').post(`${room}/posts`, said('Only once, please'));
  expect(idIn(again.location)).toBe(form.key);
  const anonymous = said('Only once, unseen', { anonymous: 'yes' });
  await Promise.all([1, 2, 3].map(() => world.as('maya').post(`${room}/posts`, anonymous)));
  const { rows } = await world.owner.query(
    `SELECT body, count(*)::int AS n FROM posts WHERE body LIKE 'Only once%' GROUP BY body ORDER BY body`,
  );
  expect(rows).toEqual([
    { body: 'Only once, please', n: 1 },
    { body: 'Only once, unseen', n: 1 },
  ]);
});

test('a form that cannot be accepted comes back as it was', async () => {
  const long = 'a'.repeat(10_001);
  const tooLong = await world
    .as('maya')
    .post(`${room}/posts`, said(long, { note: 'a long one', anonymous: 'yes' }));
  expect(tooLong.status).toBe(422);
  expect(tooLong.text).toContain(long);
  expect(tooLong.text).toContain('value="a long one"');
  expect(tooLong.text).toMatch(/<input(?=[^>]*name="anonymous")(?=[^>]*checked)[^>]*>/);
  for (const body of ['', '   \n ', 'a null\0byte'])
    expect((await world.as('maya').post(`${room}/posts`, said(body))).status, JSON.stringify(body)).toBe(422);
  expect((await world.as('maya').post(`${room}/posts`, said('fine', { note: 'n'.repeat(121) }))).status).toBe(
    422,
  );
  const { rows } = await world.owner.query(
    `SELECT 1 FROM posts WHERE body LIKE 'a null%' OR body = $1 OR body = 'fine'`,
    [long],
  );
  expect(rows).toEqual([]);
});

test('markup is text, and only web addresses become links', async () => {
  await say('maya', '<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a?b=1&c=2). <b>');
  const page = (await world.as('rosa').get(room)).text;
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toContain('<img src=x');
  expect(page).not.toMatch(/href="javascript:/i);
  expect(page).toContain(
    '<a href="https://example.org/a?b=1&amp;c=2" rel="nofollow noopener noreferrer ugc">',
  );
});

test('a newcomer is told who greets her; the greeting is offered once', async () => {
  await world.owner.query(
    `INSERT INTO circle_members (community_id, circle_id, member_id, greeter_id) VALUES ($1, $2, $3, $4)`,
    [maya.communityId, NIGHT_FEEDS, world.people.vera.memberId, rosa.memberId],
  );
  expect((await world.as('vera').get(room)).text).toContain('Rosa will say hello');
  const hello = `${room}?hello=${world.people.vera.memberId}`;
  expect((await world.as('rosa').get(room)).text).toContain(`hello=${world.people.vera.memberId}`);
  expect((await world.as('dana').get(room)).text).not.toContain(`hello=${world.people.vera.memberId}`);
  expect((await world.as('rosa').get(hello)).text).toContain('Welcome, Vera.');
  const greeted = async () =>
    (
      await world.owner.query(
        'SELECT welcomed_at IS NOT NULL AS yes FROM circle_members WHERE member_id = $1',
        [world.people.vera.memberId],
      )
    ).rows[0].yes;
  // Without her name it marks nothing: the mark would tell who wrote.
  await say('rosa', 'Welcome from somebody', { to: world.people.vera.memberId, anonymous: 'yes' });
  await say('dana', 'Hello Vera', { to: world.people.vera.memberId });
  expect(await greeted()).toBe(false);
  await say('rosa', 'Hello Vera', { to: world.people.vera.memberId });
  expect(await greeted()).toBe(true);
  expect((await world.as('rosa').get(room)).text).not.toContain(`hello=${world.people.vera.memberId}`);
});
