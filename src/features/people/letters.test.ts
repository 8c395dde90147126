import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { addPerson, nearOf, tell } from './near.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://porch.example.org' });
const maya = world.as('maya');

interface Sent {
  subject: string;
  text: string;
  headers: Map<string, string>;
}

const outbox = join(world.parts.config.dataDir, 'outbox');
const soon = () => new Date(Date.now() + 60_000);

/** All letters that went to an address so far, after the post has been through. */
async function sentTo(mail: string): Promise<Sent[]> {
  await world.job('outside-letters.sending', soon());
  const letters = await Promise.all(
    readdirSync(outbox).map((file) => PostalMime.parse(readFileSync(join(outbox, file)))),
  );
  return letters
    .filter((letter) => letter.to?.some(({ address }) => address === mail))
    .map(({ subject, text, headers }) => ({
      subject: subject ?? '',
      text: text ?? '',
      headers: new Map(headers.map(({ key, value }) => [key, value])),
    }));
}

test('the link is mailed for her once a day: it names her, and not why', async () => {
  const sam = await addPerson(maya, { name: 'Sam', mail: 'sam@example.org' });
  for (let i = 0; i < 3; i++) await maya.post(`${sam.path}/letter`);
  const letters = await sentTo('sam@example.org');
  expect(letters).toHaveLength(1);
  expect(letters[0]!.subject).toBe('A link for you from Maya');
  expect(letters[0]!.text).toContain(`http://porch.example.org${sam.near}`);
  expect(letters[0]!.text).not.toMatch(/baby|birth|circle|support|Lakeview/i);
  expect(letters[0]!.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect((await world.nobody().get(sam.near)).status).toBe(200);
});

test('news go once to each, discreet unless she says otherwise, in the language she wrote down', async () => {
  const ada = await addPerson(maya, { name: 'Ada', mail: 'ada@example.org' }, ['updates']);
  const eva = await addPerson(maya, { name: 'Eva', mail: 'eva@example.org' }, ['updates']);
  await maya.post(eva.path, { name: 'Eva', kin: 'parent', mail: 'eva@example.org', locale: 'es' });
  const told = await tell(maya, 'Quietly home', { readers: [ada.id, eva.id] });
  await maya.post(`${told}/telling`);
  await maya.post(`${told}/edit`, { text: 'Quietly home, edited' });
  const [toAda, ...moreToAda] = await sentTo('ada@example.org');
  expect(moreToAda).toEqual([]);
  expect(toAda!.subject).toBe('Maya has news for you');
  expect(toAda!.text).not.toContain('Quietly');
  expect((await sentTo('eva@example.org'))[0]!.subject).toBe('Maya tiene una noticia para ti');

  await tell(maya, 'Not in so many words', { readers: [ada.id], letter: 'whole' });
  const unasked = await sentTo('ada@example.org');
  expect(unasked).toHaveLength(2);
  expect(JSON.stringify(unasked), 'she never asked for them').not.toContain('so many words');
  await world.nobody().post(`${ada.near}/whole`);
  await tell(maya, 'In so many words', { readers: [ada.id], letter: 'whole' });
  const both = await sentTo('ada@example.org');
  expect(both).toHaveLength(3);
  expect(both.some(({ text }) => text.includes('In so many words'))).toBe(true);
  expect(both.every(({ subject }) => !subject.includes('words'))).toBe(true);
});

type Act = (one: { path: string; near: string }, told: string) => Promise<unknown>;
const SINCE: [string, Act][] = [
  ['removed', ({ path }) => maya.post(`${path}/removal`)],
  ['unticked', ({ path }) => maya.post(`${path}/sight`, { sees: ['help', 'how'] })],
  ['the link taken back', ({ path }) => maya.post(`${path}/link/revocation`)],
  ['no more letters', ({ near }) => world.nobody().post(`${near}/letters`)],
  ['not me', ({ near }) => world.nobody().post(`${near}/not-me`)],
  ['the news deleted', (_, told) => maya.post(`${told}/removal`)],
  [
    'another address',
    ({ path }) => maya.post(path, { name: 'Lu', kin: 'friend', mail: 'new@example.org', locale: 'en' }),
  ],
];

test.each(SINCE)('asked again when it goes: %s, and no letter goes', async (what, act) => {
  const mail = `${what.replaceAll(' ', '-')}@example.org`;
  const one = await addPerson(maya, { name: 'Lu', mail }, ['updates']);
  const told = await tell(maya, 'Something', { readers: [one.id] });
  await act(one, told);
  expect(await sentTo(mail)).toEqual([]);
  const { rows } = await world.owner.query(`SELECT 1 FROM outside_letters WHERE state = 'waiting'`);
  expect(rows).toEqual([]);
});

test('ended from the letter itself: she is told that letters end there, and the same person may begin them again', async () => {
  const one = await addPerson(maya, { name: 'Click', mail: 'click@example.org' }, ['updates']);
  await maya.post(`${one.path}/letter`);
  const [letter] = await sentTo('click@example.org');
  const ending = new URL(letter!.headers.get('list-unsubscribe')!.slice(1, -1)).pathname;
  const click = await world.nobody().raw(ending, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect(click.status).toBe(200);
  expect((await maya.get(one.path)).text).toContain('Click asked for no letters');
  const to = { readers: [one.id] };
  expect((await maya.get(await tell(maya, 'Unheard', to))).status).toBe(200);
  expect(await sentTo('click@example.org')).toHaveLength(1);
  await world.nobody().post(`${one.near}/letters?again`);
  await tell(maya, 'Heard again', to);
  expect(await sentTo('click@example.org')).toHaveLength(2);
});

test('who wanted no letters is not written to, and says so again only by the same link', async () => {
  const one = await addPerson(maya, { name: 'Quiet', mail: 'quiet@example.org' }, ['updates']);
  await world.nobody().post(`${one.near}/letters`);
  await maya.post(`${one.path}/link`);
  expect(await nearOf(maya, one.path)).not.toBe(one.near);
  const told = await tell(maya, 'Something', { readers: [one.id] });
  expect(await sentTo('quiet@example.org')).toEqual([]);
  expect((await maya.get(told)).status).toBe(200);
});

test.each(['letters', 'not-me'])(
  'what was said on the page (%s) holds when she types the same address anew',
  async (said) => {
    const mail = `again-${said}@example.org`;
    const one = await addPerson(maya, { name: 'Once', mail }, ['updates']);
    await maya.post(`${one.path}/letter`);
    expect(await sentTo(mail)).toHaveLength(1);
    await world.nobody().post(`${one.near}/${said}`);
    const kept = { name: 'Once', kin: 'friend', locale: 'en' };
    await maya.post(one.path, { ...kept, mail: 'between@example.org' });
    await maya.post(one.path, { ...kept, mail });
    await maya.post(`${one.path}/link`);
    await maya.post(`${one.path}/letter`);
    await maya.post(`${one.path}/removal`);
    const twice = await addPerson(maya, { name: 'Twice', mail }, ['updates']);
    await maya.post(`${twice.path}/letter`);
    await tell(maya, 'Unwanted', { readers: [twice.id] });
    expect(await sentTo(mail)).toHaveLength(1);
  },
);
