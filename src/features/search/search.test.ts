import { expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const { people, owner } = world;
const room = `/circles/${NIGHT_FEEDS}`;
const key = () => crypto.randomUUID();
const say = async (who: keyof typeof people, body: string, more: Record<string, string> = {}, where = room) =>
  (await world.as(who).post(`${where}/posts`, { key: key(), body, ...more })).location!.split('#p-')[1]!;
const look = async (who: keyof typeof people, q: string, more = '') =>
  (await world.as(who).get(`/search?q=${encodeURIComponent(q)}${more}`)).text;
const hits = (text: string) => [...text.matchAll(/class="post hit"/g)].length;

test('words are found in English and Spanish, in other forms and without their accents', async () => {
  await say('maya', 'She only sleeps when the vacuum is running');
  await say('rosa', 'Mi bebé llora por las noches y yo también');
  expect(await look('maya', 'sleeping vacuums')).toMatch(/<mark>sleeps<\/mark>|<mark>vacuum<\/mark>/);
  for (const asked of ['bebe llorar', 'bebé', 'noche'])
    expect(hits(await look('maya', asked)), asked).toBe(1);
  expect(await look('maya', 'xylophone')).toContain('Nothing found');
});

test('a misspelling is forgiven, and said to be one', async () => {
  await say('dana', 'The lactation consultant at Lurie was gentle');
  const page = await look('maya', 'lactaton consultnt');
  expect(hits(page)).toBe(1);
  expect(page).toContain('These come close');
});

test('a slip in a short word is forgiven too, in both languages, beside words that are right', async () => {
  await say('dana', 'A night light helped with her anxiety');
  await say('rosa', 'Por las noches le canto muy bajito');
  for (const [asked, found] of [
    ['nigth', 'night light'],
    ['anxeity', 'her anxiety'],
    ['night lihgt', 'night light'],
    ['noshes', 'le canto'],
    ['cnato', 'le canto'],
  ] as const) {
    const page = (await look('maya', asked)).replaceAll(/<\/?mark>/g, '');
    expect(page, asked).toContain(found);
    expect(page, asked).toContain('These come close');
  }
  expect(await look('vera', 'Nigth Feds', '&kind=circles')).toContain('Night Feeds, Lakeview');
});

test('a word of a post she may not read puts nothing right and nothing wrong', async () => {
  await say('maya', 'wolverine upstairs'); // Bea and Maya blocked each other
  await say('rosa', 'wolverines downstairs', {}, `/circles/${HIDDEN_CIRCLE}`);
  const bare = (page: string) =>
    page.replaceAll(/wolverne|wolvernq/g, '').replaceAll(/value="[\w-]{20,}"|data-after="\d+"/g, '');
  expect(hits(await look('maya', 'wolverne'))).toBe(1);
  for (const who of ['bea', 'vera', 'mo'] as const)
    expect(bare(await look(who, 'wolverne')), who).toBe(bare(await look(who, 'wolvernq')));
  // Closer, and out of her sight: it must not stand before the one she may read.
  await say('maya', 'kwrtzplm');
  await say('dana', 'kwryyplx for everybody');
  expect(await look('bea', 'kwrtzplx')).toContain('for everybody');
  expect(await look('maya', 'kwrtzplx')).not.toContain('for everybody');
});

test('a reply is found and leads to its place', async () => {
  const thread = await say('maya', 'Anyone with a spare crib?');
  const answer = await world
    .as('dana')
    .post(`${room}/posts/${thread}/replies`, { key: key(), body: 'A hammock perhaps' });
  const reply = answer.location!.split('#p-')[1]!;
  expect(await look('rosa', 'hammock')).toContain(`${room}/posts/${thread}?at=${reply}#p-${reply}`);
});

test('what one may not read is never found, nor any sign of it', async () => {
  const cellar = `/circles/${HIDDEN_CIRCLE}`;
  await say('rosa', 'zanzibar in the cellar', {}, cellar);
  await say('maya', 'zanzibar upstairs'); // Bea and Maya blocked each other
  expect(hits(await look('rosa', 'zanzibar'))).toBe(2);
  expect(hits(await look('maya', 'zanzibar'))).toBe(1);
  const nothing = (page: string) =>
    page.replaceAll(/zanzibar|zanzibas/g, '').replaceAll(/value="[\w-]{20,}"|data-after="[\w-]+"/g, '');
  for (const who of ['bea', 'vera', 'mo', 'nora'] as const) {
    const page = await look(who, 'zanzibar');
    expect(hits(page), who).toBe(0);
    expect(nothing(page), who).toBe(nothing(await look(who, 'zanzibas')));
  }
  for (const who of ['maya', 'vera', 'mo', 'nora'] as const)
    expect((await world.as(who).get(`/search?q=x1&in=${HIDDEN_CIRCLE}`)).status, who).toBe(404);
  expect(await look('maya', 'Quiet Cellar', '&kind=circles')).not.toContain('The Quiet Cellar');
  expect(await look('rosa', 'Quiet Celar', '&kind=circles')).toContain('The Quiet Cellar');
});

test('under a content note only the note is shown', async () => {
  await say('dana', 'The word quokka stands inside', { note: 'hospital' });
  const page = await look('rosa', 'quokka');
  expect(hits(page)).toBe(1);
  expect(page).toContain('hospital');
  expect(page).not.toContain('stands inside');
});

test('what was removed or put in other words is found no more, and leaves no word behind', async () => {
  const id = await say('maya', 'platypus pyjamas');
  await world.as('maya').post(`${room}/posts/${id}/edit`, { body: 'wombat pyjamas', note: '' });
  expect(hits(await look('maya', 'platypus'))).toBe(0);
  expect(hits(await look('maya', 'wombat'))).toBe(1);
  await world.as('rosa').post(`${room}/posts/${id}/takedown`, { because: 'hurtful' });
  expect(hits(await look('maya', 'wombat'))).toBe(0);
  const { rows } = await owner.query('SELECT 1 FROM post_words WHERE post_id = $1', [id]);
  expect(rows).toHaveLength(0);
});

test('an anonymous post is found under its pseudonym, and never by its author’s name', async () => {
  await say('dana', 'A secret about marzipan', { anonymous: 'yes' });
  const page = await look('maya', 'marzipan');
  expect(hits(page)).toBe(1);
  expect(page).not.toContain('Dana');
  expect(hits(await look('maya', 'Dana'))).toBe(0);
});

test('people are found only if they chose it, across no block, and not by a pseudonym', async () => {
  expect(await look('maya', 'Dana', '&kind=people')).toContain('Nothing found');
  const details = { name: 'Dana', about: '', locale: 'en', zone: 'America/Chicago', findable: 'yes' };
  await world.as('dana').post('/me/details', details);
  expect(await look('maya', 'Dama', '&kind=people')).toContain(`/members/${people.dana.memberId}`);
  await world.as('maya').post('/me/details', { ...details, name: 'Maya' });
  expect(await look('bea', 'Maya', '&kind=people')).toContain('Nothing found');
  expect(await look('nora', 'Dana', '&kind=people')).toContain('Nothing found');
});

test('odd questions get a calm answer', async () => {
  for (const q of [
    '"',
    "a' OR 1=1",
    '&|!():*<->',
    '\u0000ab',
    '%',
    'x'.repeat(5000),
    '<mark>',
    '🙂🙂',
    '-- -',
  ])
    expect((await world.as('maya').get(`/search?q=${encodeURIComponent(q)}`)).status, q).toBe(200);
  expect((await world.as('maya').get('/search?q=ab&page=99999999999&in=no&kind=what')).status).toBe(200);
  await say('rosa', 'Look <script>alert(1)</script> meerkat');
  expect(await look('maya', 'meerkat')).not.toContain('<script>alert');
});
