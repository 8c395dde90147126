import { beforeEach, expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld({ PUBLIC_URL: 'http://porch.example.org' });
const { owner } = world;
const WORDS = {
  title: 'Potluck <on> the 5th',
  body: 'Bring a dish.\n\nQuestions & answers\nat the door',
  language: 'en',
};
const publish = (words: Record<string, string> = {}) =>
  world.as('admin').post('/community/announcements', { ...WORDS, ...words });
const idNow = async () => (await owner.query('SELECT announcement_id AS id FROM announcements')).rows[0].id;
const feed = (headers = {}) => world.nobody().get('/announcements.atom', headers);

beforeEach(() => owner.query('DELETE FROM announcements'));

test('a coordinator’s words are read by everybody, signed in or not', async () => {
  expect((await world.nobody().get('/announcements')).text).toContain('No announcements yet');
  expect((await publish()).location).toBe('/community/announcements');
  for (const who of [world.nobody(), world.as('maya'), world.as('admin')]) {
    const page = await who.get('/announcements');
    expect(page.text).toContain('Potluck &lt;on&gt; the 5th');
    expect(page.text).toContain('type="application/atom+xml"');
  }
  expect((await world.as('nora').get('/announcements')).text).not.toContain('Potluck');
});

test('it can be rewritten, withdrawn and shown again', async () => {
  await publish();
  const here = `/community/announcements/${await idNow()}`;
  expect((await world.as('admin').get(`${here}/edit`)).text).toContain('Bring a dish.');
  await world.as('admin').post(`${here}/edit`, { ...WORDS, title: 'Potluck on the 6th' });
  expect((await world.nobody().get('/announcements')).text).toContain('Potluck on the 6th');
  await world.as('admin').post(`${here}/withdrawal`);
  for (const who of [world.nobody(), world.as('mo')])
    expect((await who.get('/announcements')).text).not.toContain('Potluck');
  expect((await feed()).text).not.toContain('Potluck');
  expect((await world.as('admin').get('/community/announcements')).text).toContain('Withdrawn');
  await world.as('admin').post(`${here}/return`);
  expect((await feed()).text).toContain('Potluck on the 6th');
});

test.each([
  ['no title', { title: ' ' }, 'Give it a title'],
  ['nothing said', { body: '' }, 'Write what you would like to say'],
  ['a title too long', { title: 'x'.repeat(121) }, 'role="alert"'],
  ['a language not spoken here', { language: 'fr' }, 'role="alert"'],
])('%s is refused, and the words stay in the form', async (_, words, said) => {
  const refused = await publish(words);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(said);
  expect(refused.text).toContain('body' in words ? 'Potluck' : 'Bring a dish.');
  expect((await owner.query('SELECT FROM announcements')).rowCount).toBe(0);
});

test('only coordinators write, whatever the code does', async () => {
  for (const who of ['maya', 'rosa', 'mo'] as const) {
    expect((await world.as(who).post('/community/announcements', WORDS)).status).toBe(403);
    const scope = world.people[who];
    const insert = world.parts.db.write(scope, (tx) =>
      tx.hot(
        `INSERT INTO announcements (community_id, announcement_id, title, body, language, written_by)
         VALUES ($1, gen_random_uuid(), 't', 'b', 'en', $2)`,
        [scope.communityId, scope.memberId],
      ),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  }
});

test('the feed is Atom: who, what, since when, and where', async () => {
  await publish();
  const id = await idNow();
  const answer = await feed();
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const { rows } = await owner.query('SELECT published_at, updated_at FROM announcements');
  expect(answer.text).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>urn:uuid:${world.people.maya.communityId}</id>
  <title>Announcements of Lakeview Porch</title>
  <updated>${rows[0].updated_at.toISOString()}</updated>
  <author><name>Lakeview Porch</name></author>
  <link rel="self" type="application/atom+xml" href="http://porch.example.org/announcements.atom"/>
  <link rel="alternate" type="text/html" href="http://porch.example.org/announcements"/>
  <entry xml:lang="en">
    <id>urn:uuid:${id}</id>
    <title>Potluck &lt;on&gt; the 5th</title>
    <published>${rows[0].published_at.toISOString()}</published>
    <updated>${rows[0].updated_at.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="http://porch.example.org/announcements#a-${id}"/>
    <content type="html">&lt;p&gt;Bring a dish.&lt;/p&gt;&lt;p&gt;Questions &amp;amp; answers&lt;br&gt;at the door&lt;/p&gt;</content>
  </entry>
</feed>
`);
});

test('a reader that knows it is told so; after a change it is sent anew, with the same ids', async () => {
  await publish();
  const first = await feed();
  const etag = first.headers.get('etag')!;
  const again = await feed({ 'if-none-match': `"else", W/${etag}` });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  await world.as('admin').post(`/community/announcements/${await idNow()}/edit`, { ...WORDS, title: 'New' });
  const changed = await feed({ 'if-none-match': etag });
  expect(changed.status).toBe(200);
  const ids = (text: string) => text.match(/<id>[^<]*/g);
  expect(ids(changed.text)).toEqual(ids(first.text));
});

test('what XML cannot say is left out', async () => {
  await publish({ title: 'Before', body: 'a\u0007b ]]> <script> &amp; 👩‍👧' });
  await owner.query(`UPDATE announcements SET title = E'After\\u000b\\u0001'`);
  const { text } = await feed();
  expect(text).toContain('<title>After</title>');
  expect(text).toContain('&lt;p&gt;ab ]]&amp;gt; &amp;lt;script&amp;gt; &amp;amp;amp; 👩‍👧&lt;/p&gt;');
});

test('feeds are of what is public: no circle has one', async () => {
  const feeds = world.app.routes.map(({ path }) => path).filter((path) => /atom|rss|\.ics/.test(path));
  const ofOne = feeds.filter((path) => path.includes(':'));
  // Of gatherings, each as visible as its page; of one helper's turns, behind that helper's own link.
  expect(new Set(ofOne.map((path) => path.split(/[:/]/)[1]))).toEqual(new Set(['gatherings', 'helping']));
  expect([...new Set(feeds)].filter((path) => !ofOne.includes(path)).sort()).toEqual([
    '/announcements.atom',
    '/calendar/feed.ics', // one member's own, by its token
    '/gatherings.atom',
    '/gatherings.ics',
  ]);
  for (const circle of [NIGHT_FEEDS, HIDDEN_CIRCLE])
    for (const name of ['.atom', '.rss', '/feed', '/posts.atom', '/atom'])
      for (const who of [world.nobody(), world.as('maya'), world.as('rosa')])
        expect((await who.get(`/circles/${circle}${name}`)).status).not.toBe(200);
  expect((await world.nobody().get(`/circles/${NIGHT_FEEDS}`)).text).not.toContain('application/atom+xml');
});
