import { beforeEach, expect, it, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aSite, rss } from './a-site.fixture.ts';
import { fetchDue } from './fetching.ts';
import { asAddress } from './looking.ts';

const world = await newWorld({ PUBLIC_URL: 'http://porch.example.org' });
const site = await aSite();
const other = await aSite();
world.parts.fetchFrom = [site.origin, other.origin];
const { owner } = world;
const admin = world.as('admin');

const HOUR = 3_600_000;
const NOON = new Date(Math.floor(Date.now() / 1000) * 1000);
const after = (ms: number) => new Date(NOON.getTime() + ms);
const ago = (days: number) => new Date(NOON.getTime() - days * 24 * HOUR).toUTCString();
const fetchAt = (now: Date) => fetchDue({ ...world.parts, now, stopping: new AbortController().signal });
const row = async () => (await owner.query('SELECT * FROM feed_sources')).rows[0];
const items = async () =>
  (await owner.query<{ title: string }>('SELECT * FROM feed_items ORDER BY published_at DESC')).rows;
const titles = async () => (await items()).map(({ title }) => title);
const follow = async (path = '/feed', name = 'Library') => {
  const answer = await admin.post('/community/sources', { address: `${site.origin}${path}`, name });
  await owner.query('UPDATE feed_sources SET due_at = $1', [NOON]);
  return answer;
};
const here = async () => `/community/sources/${(await row()).source_id}`;
const around = async (query = '') => (await world.nobody().get(`/around-us${query}`)).text;

beforeEach(async () => {
  await owner.query('DELETE FROM feed_sources');
  site.forget();
  other.forget();
  site.says(200, rss({ title: 'Story time', id: '1', date: ago(1), body: 'Bring <b>socks</b>' }));
});

test('a coordinator pastes a page; its feed is found and shown, and nobody sees it yet', async () => {
  site.answers(({ url }, response) =>
    response.end(
      url === '/'
        ? '<html><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" title="Events" href="/events">'
        : rss({ title: 'Story time', id: '1', date: ago(1) }),
    ),
  );
  const { status, text } = await admin.get(
    `/community/sources/new?address=${encodeURIComponent(site.origin)}`,
  );
  expect(status).toBe(200);
  for (const said of ['Story time', `value="${site.origin}/feed"`, 'Library &amp; friends', 'Events'])
    expect(text).toContain(said);
  expect(site.asked.map(({ url, headers }) => [url, headers['user-agent']])).toEqual([
    ['/', 'Porchlight (+http://porch.example.org)'],
    ['/feed', 'Porchlight (+http://porch.example.org)'],
  ]);
  expect(await row()).toBeUndefined();
});

test('once followed, everybody reads it: words, who wrote them, and a way out that tells nothing', async () => {
  expect((await follow()).location).toBe('/community/sources');
  await fetchAt(NOON);
  for (const who of [world.nobody(), world.as('maya'), admin]) {
    const { text } = await who.get('/around-us');
    for (const said of ['Story time', 'Bring socks', 'Library', 'lang="en-us"']) expect(text).toContain(said);
    expect(text).toMatch(
      /<a href="https:\/\/library.example.org\/x" rel="noopener noreferrer nofollow[^"]*" referrerpolicy="no-referrer">/,
    );
    expect(text.split('<main')[1]).not.toMatch(/<img|<script/);
  }
  expect((await world.as('nora').get('/around-us')).text).not.toContain('Story time');
  expect((await world.nobody().get('/announcements')).text).toContain('href="/around-us"');
  expect((await world.nobody().get('/')).text).toContain('href="/around-us"');
  expect((await world.as('maya').get('/circles')).text).not.toContain('Story time');
});

it.each([
  ['an address inside', 'http://169.254.169.254/latest/meta-data', 'private network'],
  ['no address', 'mailto:me@example.org', 'not an address we can ask'],
  ['a page without a feed', '/page', 'found no feed'],
  ['nothing there', '/missing', 'no page at this address'],
])('%s is told in plain words, and the address stays', async (_, typed, said) => {
  site.answers(({ url }, response) =>
    url === '/page' ? response.end('<html><p>Hello') : response.writeHead(404).end(),
  );
  const address = typed.startsWith('/') ? `${site.origin}${typed}` : typed;
  const { status, text } = await admin.get(`/community/sources/new?address=${encodeURIComponent(address)}`);
  expect(status).toBe(422);
  expect(text).toContain(said);
  expect(text).toContain(`value="${address}"`);
});

test('what is posted is asked about again: inside, nothing, or followed already', async () => {
  for (const address of ['http://127.0.0.1/', 'https://10.0.0.1/feed', 'ftp://example.org/', ''])
    expect((await admin.post('/community/sources', { address, name: 'x' })).status, address).toBe(422);
  expect((await follow()).status).toBe(303);
  const twice = await follow();
  expect([twice.status, twice.text.includes('follow this one already')]).toEqual([422, true]);
});

test('only coordinators, whatever the code does', async () => {
  await follow();
  const scope = world.people.maya;
  const as = (text: string) => world.parts.db.write(scope, (tx) => tx.hot(text, []));
  expect(await as('SELECT * FROM feed_sources')).toEqual([]);
  await as('DELETE FROM feed_sources');
  expect(await row()).toBeDefined();
  const insert = `INSERT INTO feed_sources (community_id, source_id, address, name, added_by)
    VALUES ('${scope.communityId}', gen_random_uuid(), 'https://x.example.org/', 'x', '${scope.memberId}')`;
  await expect(as(insert)).rejects.toThrow(/row-level security/);
  await expect(as('DELETE FROM feed_items')).rejects.toThrow(/permission denied/);
  await as(
    `SELECT access.sample_feed('${(await row()).source_id}', '[{"title":"x","link":"https://x.example.org/","excerpt":"","published_at":"2026-11-01"}]')`,
  );
  expect(await items()).toEqual([]);
});

test('an item is changed in its place; what left the feed stays; a date stays with what has none', async () => {
  await follow();
  site.says(200, rss({ title: 'One', id: '1', date: ago(3) }, { title: 'No date', id: '2' }));
  await fetchAt(NOON);
  const [undated] = await items();
  site.says(200, rss({ title: 'One, changed', id: '1', date: ago(3) }, { title: 'No date', id: '2' }));
  await fetchAt(after(HOUR));
  expect(await titles()).toEqual(['No date', 'One, changed']);
  expect((await items())[0]).toEqual(undated);
  site.says(200, rss({ title: 'Two', id: '3', date: ago(2) }));
  await fetchAt(after(2 * HOUR));
  expect(await titles()).toEqual(['No date', 'Two', 'One, changed']);
});

test('ninety days and two hundred are kept', async () => {
  await follow();
  const many = Array.from({ length: 150 }, (_, at) => ({
    title: `a${at}`,
    id: `a${at}`,
    date: ago(1 + at / 1000),
  }));
  site.says(200, rss(...many, { title: 'ancient', id: 'ancient', date: ago(91) }));
  await fetchAt(NOON);
  expect(await titles()).toHaveLength(150);
  site.says(200, rss(...many.map(({ title, id }) => ({ title, id: `b${id}`, date: ago(0.5) }))));
  await fetchAt(after(HOUR));
  const kept = await titles();
  expect(kept).toHaveLength(200);
  expect(kept.at(-1)).toBe('a49');
  await world.job('around-us.forgetting', after(90 * 24 * HOUR));
  expect(await titles()).toEqual([]);
});

test('it asks politely: at most hourly, and what has not changed is not sent again', async () => {
  await follow();
  site.says(200, rss({ title: 'One', id: '1', date: ago(1) }), { etag: '"v1"', 'last-modified': ago(1) });
  await fetchAt(NOON);
  await fetchAt(after(HOUR - 1000));
  expect(site.asked).toHaveLength(1);
  site.says(304);
  await fetchAt(after(HOUR));
  expect(site.asked[1]!.headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': ago(1) });
  await fetchAt(after(2 * HOUR));
  expect(site.asked[2]!.headers).toMatchObject({ 'if-none-match': '"v1"' });
  expect([await titles(), (await row()).trouble]).toEqual([['One'], null]);
});

test('trouble: it waits longer each time, a day at most, says so, keeps what it has, and forgets it once it is well', async () => {
  await follow();
  await fetchAt(NOON);
  site.says(500);
  let now = after(HOUR);
  for (const hours of [1, 2, 4, 8, 16, 24, 24]) {
    await fetchAt(now);
    const due = (await row()).due_at;
    expect((due.getTime() - now.getTime()) / HOUR).toBe(hours);
    now = due;
  }
  expect((await admin.get('/community/sources')).text).toContain('Something went wrong on their server');
  expect(await titles()).toEqual(['Story time']);
  site.says(200, 'no feed at all');
  await fetchAt(now);
  expect((await row()).trouble).toBe('no-feed');
  site.says(200, rss({ title: 'Well again', id: '9', date: ago(0) }));
  await fetchAt((await row()).due_at);
  expect(await row()).toMatchObject({ trouble: null, failures: 0 });
});

test('it comes back when it is told to, a week at most', async () => {
  await follow();
  for (const [asked, hours] of [
    ['10', 1],
    [String(5 * 3600), 5],
    [String(60 * 24 * 3600), 7 * 24],
  ] as const) {
    site.says(503, '', { 'retry-after': asked });
    await owner.query('UPDATE feed_sources SET due_at = $1, failures = 0', [NOON]);
    await fetchAt(NOON);
    expect(((await row()).due_at.getTime() - NOON.getTime()) / HOUR).toBe(hours);
  }
});

test('what has moved for good is asked at its new address; what is gone is never asked again', async () => {
  await follow('/old');
  site.answers(({ url }, response) =>
    url === '/old'
      ? response.writeHead(301, { location: '/new' }).end()
      : response.end(rss({ title: 'Here', id: '1', date: ago(1) })),
  );
  await fetchAt(NOON);
  expect([(await row()).address, await titles()]).toEqual([`${site.origin}/new`, ['Here']]);
  site.says(410);
  await fetchAt(after(HOUR));
  const asked = site.asked.length;
  await fetchAt(after(1000 * HOUR));
  expect(site.asked).toHaveLength(asked);
  expect((await admin.get('/community/sources')).text).toContain('this feed has ended');
  await admin.post(`${await here()}/return`);
  await fetchAt(after(1001 * HOUR));
  expect(site.asked).toHaveLength(asked + 1);
});

test('a move inside is not followed, and the address stays', async () => {
  await follow();
  site.says(301, '', { location: 'http://169.254.169.254/latest' });
  await fetchAt(NOON);
  expect(await row()).toMatchObject({ trouble: 'inside', address: `${site.origin}/feed` });
});

test('paused: neither asked nor shown; removed: gone at once', async () => {
  await follow();
  await fetchAt(NOON);
  expect((await admin.post(`${await here()}/pause`)).status).toBe(303);
  await fetchAt(after(HOUR));
  expect(site.asked).toHaveLength(1);
  expect(await around()).not.toContain('Story time');
  await admin.post(`${await here()}/return`);
  expect(await around()).toContain('Story time');
  const gone = await here();
  await admin.post(`${gone}/removal`);
  expect(await items()).toEqual([]);
  for (const what of ['pause', 'return', 'removal'])
    expect((await admin.post(`${gone}/${what}`)).status).toBe(404);
});

test('several servers at once ask each source once, and no host twice at a time', async () => {
  let under = 0;
  let most = 0;
  site.answers((_, response) => {
    most = Math.max(most, ++under);
    // Long enough that a second one would meet it.
    setTimeout(() => {
      under--;
      response.end(rss({ title: 'x', id: '1', date: ago(1) }));
    }, 20);
  });
  other.says(200, rss({ title: 'y', id: '1', date: ago(1) }));
  for (let at = 0; at < 5; at++) await follow(`/feed/${at}`);
  await admin.post('/community/sources', { address: `${other.origin}/feed`, name: 'Other' });
  await owner.query('UPDATE feed_sources SET due_at = $1', [NOON]);
  for (let round = 0; round < 3; round++) await Promise.all([1, 2, 3].map(() => fetchAt(after(round))));
  expect(site.asked.map(({ url }) => url).sort()).toEqual([0, 1, 2, 3, 4].map((at) => `/feed/${at}`));
  expect([most, other.asked.length]).toEqual([1, 1]);
});

test('a server that was killed while it fetched leaves its source to the next, five minutes later', async () => {
  await follow();
  await world.parts.db.ask('SELECT * FROM access.take_feed_sources($1, gen_random_uuid(), 5)', [NOON]);
  await fetchAt(after(299_000));
  expect(site.asked).toHaveLength(0);
  await fetchAt(after(300_000));
  expect(await titles()).toEqual(['Story time']);
});

test('forty a page, and one organisation alone', async () => {
  await follow('/feed', 'Library');
  site.says(
    200,
    rss(...Array.from({ length: 45 }, (_, at) => ({ title: `n${at}.`, id: `${at}`, date: ago(1 + at) }))),
  );
  await fetchAt(NOON);
  await admin.post('/community/sources', { address: `${other.origin}/feed`, name: 'Clinic' });
  await owner.query('UPDATE feed_sources SET due_at = $1 WHERE name = $2', [NOON, 'Clinic']);
  other.says(200, rss({ title: 'Flu shots', id: '1', date: ago(60) }));
  await fetchAt(NOON);
  const first = await around();
  expect([first.includes('n39.'), first.includes('n40.')]).toEqual([true, false]);
  const older = /href="(\/around-us\?before=[^"]+)"/.exec(first)![1]!;
  const second = (await world.nobody().get(older)).text;
  expect([second.includes('n39.'), second.includes('n40.'), second.includes('Flu shots')]).toEqual([
    false,
    true,
    true,
  ]);
  const clinic = (await owner.query(`SELECT source_id AS id FROM feed_sources WHERE name = 'Clinic'`)).rows[0]
    .id;
  const alone = await around(`?source=${clinic}`);
  expect([alone.includes('Flu shots'), alone.includes('n0.')]).toEqual([true, false]);
  for (const nonsense of [
    '?source=x',
    '?before=x',
    '?before=2026-99-99T00:00:00.000Z_x',
    '?before=',
    `?source=${'-'.repeat(36)}`,
  ])
    expect((await world.nobody().get(`/around-us${nonsense}`)).status).toBe(200);
});

it.each([
  ['library.example.org/blog', 'https://library.example.org/blog'],
  [' http://a.example.org ', 'http://a.example.org'],
  ['feed://a.example.org/x', 'https://a.example.org/x'],
  ['feed:https://a.example.org/x', 'https://a.example.org/x'],
  ['a.example.org:8080/x', 'https://a.example.org:8080/x'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('%s is taken for %s', (typed, address) => expect(asAddress(typed)).toBe(address));
