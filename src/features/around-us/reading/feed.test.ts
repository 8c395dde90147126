import { expect, it, test } from 'vitest';
import { rss } from '../a-site.fixture.ts';
import { decode } from './decoding.ts';
import { feedsOn } from './discovery.ts';
import { EXCERPT_MOST, readFeed } from './feed.ts';
import { parseApart } from './parsing.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const URL_OF_IT = 'https://library.example.org/blog/feed.xml';
const read = (text: string | Buffer, contentType: string | null = null) =>
  readFeed(Buffer.from(text), contentType, URL_OF_IT, NOW);
const titles = async (text: string | Buffer, contentType: string | null = null) =>
  (await read(text, contentType))?.items.map(({ title }) => title);

test('RSS: words without mark-up or pictures, a way out, newest first', async () => {
  const feed = await read(
    rss(
      { title: 'Old', id: 'a', date: 'Mon, 02 Nov 2026 10:00:00 -0600', link: '/old' },
      {
        title: 'Mom &amp;amp; &lt;b&gt;me&lt;/b&gt;',
        id: 'b',
        date: 'Sat, 21 Nov 2026 10:00:00 CST',
        body: '<![CDATA[<p>Story<img src="https://tracker.example.com/x.gif"> time</p><p>for <b>ba</b>bies<script>alert(1)</script></p>]]>',
      },
    ),
  );
  expect(feed).toEqual({
    title: 'Library & friends',
    site: 'https://library.example.org/',
    language: 'en-us',
    items: [
      {
        key: 'b',
        title: 'Mom & me',
        link: 'https://library.example.org/x',
        excerpt: 'Story time for babies',
        publishedAt: new Date('2026-11-21T16:00:00Z'),
      },
      {
        key: 'a',
        title: 'Old',
        link: 'https://library.example.org/old',
        excerpt: '',
        publishedAt: new Date('2026-11-02T16:00:00Z'),
      },
    ],
  });
});

test('Atom: plain words stay plain, HTML becomes words, the link is the page and not the sound file', async () => {
  const feed =
    await read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title type="html">A &amp;amp; B</title>
    <link rel="self" href="/feed"/><link href="https://b.example.org/"/><id>urn:b</id><updated>2026-11-20T00:00:00Z</updated>
    <entry><title>1 &lt; 2</title><id>urn:1</id><link rel="enclosure" href="https://b.example.org/1.mp3"/><link href="/1"/>
    <updated>2026-11-19T00:00:00Z</updated><published>2026-11-18T00:00:00Z</published>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hola <em>tú</em></p></div></content></entry></feed>`);
  expect(feed).toMatchObject({ title: 'A & B', site: 'https://b.example.org/' });
  expect(feed!.items).toEqual([
    {
      key: 'urn:1',
      title: '1 < 2',
      link: 'https://b.example.org/1',
      excerpt: 'Hola tú',
      publishedAt: new Date('2026-11-18T00:00:00Z'),
    },
  ]);
});

test('RSS 1.0 and JSON Feed too', async () => {
  expect(
    await titles(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://x.example.org/"><title>R</title><link>http://x.example.org/</link></channel><item rdf:about="http://x.example.org/1"><title>One</title><link>http://x.example.org/1</link></item></rdf:RDF>`,
    ),
  ).toEqual(['One']);
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    items: [{ id: '1', url: 'https://j.example.org/1', title: 'One', content_html: '<p>x</p>' }],
  };
  expect(await titles(JSON.stringify(json))).toEqual(['One']);
});

it.each([
  ['an address that runs', 'javascript:alert(1)'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:text/html,x'],
  ['a password', 'https://me:secret@example.org/'],
])('a link to %s is no way out', async (_, link) => {
  expect((await read(rss({ title: 'x', id: 'x', link })))?.items).toEqual([]);
});

test('what has no title is called by its first words; what says nothing is left out; twice is once', async () => {
  const body = `${'word '.repeat(100)}end`;
  const feed = await read(
    rss(
      { title: '', id: 'a', body },
      { title: '', id: 'b' },
      { title: 'One', id: 'c' },
      { title: 'Two', id: 'c' },
    ),
  );
  expect(feed!.items.map(({ title }) => title)).toEqual([expect.stringMatching(/^word .* word…$/), 'One']);
  expect(feed!.items[0]!.excerpt.length).toBeLessThanOrEqual(EXCERPT_MOST);
});

test('a date to come is now, and one that is none is none', async () => {
  const feed = await read(
    rss(
      { title: 'a', id: 'a', date: 'Sat, 21 Nov 2099 10:00:00 GMT' },
      { title: 'b', id: 'b', date: 'yesterday' },
      { title: 'c', id: 'c', date: 'Thu, 01 Jan 1970 00:00:00 GMT' },
    ),
  );
  expect(feed!.items.map(({ publishedAt }) => publishedAt)).toEqual([NOW, null, null]);
});

test('no more than two hundred, the newest', async () => {
  const many = Array.from({ length: 450 }, (_, at) => ({
    title: `n${at}`,
    id: `${at}`,
    date: new Date(NOW.getTime() - (450 - at) * 60_000).toUTCString(),
  }));
  const feed = await read(rss(...many));
  expect(feed!.items).toHaveLength(200);
  expect(feed!.items[0]!.title).toBe('n449');
});

const FEED = rss({ title: 'Mañana', id: '1' });
const latin = Buffer.from(FEED, 'latin1');
it.each([
  [
    'UTF-8 that says it is Latin',
    Buffer.from(FEED.replace('?>', ' encoding="ISO-8859-1"?>')),
    'text/xml; charset=iso-8859-1',
  ],
  ['Latin that says so', Buffer.from(FEED.replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1'), null],
  ['Latin by its header', latin, 'application/rss+xml; charset="windows-1252"'],
  ['Latin that says it is UTF-8', latin, 'application/rss+xml; charset=utf-8'],
  ['Latin that says nonsense', latin, 'text/xml; charset=klingon'],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${FEED}`, 'utf16le'), null],
  ['UTF-8 with its mark and blanks', Buffer.from(`\ufeff \n${FEED}`), null],
])('%s is read as what it is', async (_, bytes, contentType) => {
  expect(await titles(bytes, contentType)).toEqual(['Mañana']);
});

test('what people get wrong is read all the same', async () => {
  expect(await titles(rss({ title: 'Mom & me &nbsp; ma&ntilde;ana', id: '1' }))).toEqual(['Mom & me mañana']);
  expect(await titles(rss({ title: 'x', id: '1', body: 'a<br>b<p>c' }))).toEqual(['x']);
  expect(await titles(rss({ title: 'nul \u0000 \ud800 \u202egnp', id: '\u0000' }))).toEqual([
    'nul \ufffd gnp',
  ]);
});

it.each([
  ['nothing', ''],
  ['a page', '<!doctype html><html><head><title>x</title></head></html>'],
  ['bytes', '\0\u0001binary'],
  ['half a feed', FEED.slice(0, -30)],
  ['JSON that is none', '{"items":[null]}'],
])('%s is no feed', async (_, text) => {
  expect(await read(text)).toBeNull();
});

const doctype = (inside: string, title: string) =>
  rss({ title, id: '1' }).replace('?>', `?><!DOCTYPE rss [${inside}]>`);
const laughs = [...'bcdefghi']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
  .join('');
it.each([
  ['a file of ours', doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')],
  ['a billion laughs', doctype(`<!ENTITY a "lol">${laughs}`, '&i;')],
  ['one long laugh, often', doctype(`<!ENTITY a "${'x'.repeat(50_000)}">`, '&a;'.repeat(20_000))],
  ['a reserved name', FEED.replace('<item>', '<item><__proto__><polluted>1</polluted></__proto__>')],
  ['depth', FEED.replace('<item>', `<item>${'<a>'.repeat(200_000)}`)],
  ['comments', FEED.replace('<item>', '<!--'.repeat(400_000))],
])('%s does no harm, and is over soon', async (_, text) => {
  const began = performance.now();
  const feed = await read(text);
  expect(performance.now() - began).toBeLessThan(5_500);
  expect(JSON.stringify(feed)).not.toMatch(/root:|(lol){9}|x{999}/);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test('one that is made to be heavy is given up, holds nobody up meanwhile, and the next is read', async () => {
  const attributes = Array.from({ length: 150_000 }, (_, at) => `a${at}="1"`).join(' ');
  let beats = 0;
  const heart = setInterval(() => beats++, 20);
  expect(await parseApart(FEED.replace('<item>', `<item ${attributes}>`), 500)).toBeNull();
  clearInterval(heart);
  expect(beats).toBeGreaterThan(5);
  expect(await titles(FEED)).toEqual(['Mañana']);
});

test('a page names its feeds; comments come last, and what is none is passed over', () => {
  const page = `<html><head><base href="/blog/"><link rel="stylesheet" href="x.css">
    <link rel="alternate" hreflang="es" href="/es"><link rel="alternate" type="application/rss+xml" title="Comments &amp; more" href="comments.xml">
    <LINK REL="feed alternate" TYPE="application/atom+xml; charset=utf-8" HREF="feed.xml"><link rel=alternate type="text/html" href="/amp">
    <link rel="alternate" type="application/rss+xml" href="http://["></head>`;
  expect(feedsOn(page, 'https://library.example.org/')).toEqual([
    { address: 'https://library.example.org/blog/feed.xml', title: '' },
    { address: 'https://library.example.org/blog/comments.xml', title: 'Comments & more' },
  ]);
});

test('decoding knows no encoding it was not told', () => {
  expect(decode(Buffer.from([0xe9]), null)).toBe('é');
  expect(decode(Buffer.alloc(0), 'text/xml; charset=utf-8')).toBe('');
});
