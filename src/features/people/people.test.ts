import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { addPerson, nearOf, tell } from './near.fixture.ts';

const world = await newWorld();
const maya = world.as('maya');
const sam = world.nobody();

await maya.post('/people/how-to-be-there', {
  ticked: ['newborn.helps.1', 'loss.avoid.1'],
  helps: 'Bring the blue blanket',
  say: '',
  avoid: '',
});
await maya.post('/people/boundaries', {
  visiting: 'Please write first',
  visitingShown: 'people',
  notTold: 'My workplace, please',
  notToldShown: 'nobody',
  quietFrom: '21:00',
  quietTo: '07:00',
  called: 'Mayita',
});

test.each(
  [0, 1, 2, 3]
    .flatMap((n) => [n, n + 4])
    .map((n) => ({ updates: (n & 1) > 0, how: (n & 2) > 0, help: (n & 4) > 0 })),
)('somebody sees exactly what she ticked: %j', async (ticked) => {
  const sees = (['help', 'updates', 'how'] as const).filter((one) => ticked[one]);
  const one = await addPerson(maya, { name: 'Sam' }, ['updates']);
  await tell(maya, 'We are home and well');
  await maya.post(`${one.path}/sight`, { sees });
  const page = await sam.get(one.near);
  expect(page.status).toBe(200);
  expect(page.text.includes('We are home and well')).toBe(ticked.updates);
  for (const words of ['Bring the blue blanket', 'Food left at the door', '“At least…”'])
    expect(page.text.includes(words), words).toBe(ticked.how);
  for (const words of ['Please write first', 'please no calls'])
    expect(page.text.includes(words), words).toBe(sees.length > 0);
  expect(page.text).not.toContain('My workplace'); // for her own memory alone
  expect(page.text).toContain('From Mayita');
  expect(page.text).not.toContain('Lakeview Porch'); // the community's name could say why
  await maya.post(`${one.path}/removal`);
});

test('nobody learns who the others are, and only those she chose read it', async () => {
  const elena = await addPerson(maya, { name: 'Elena', kin: 'parent' }, ['updates']);
  const other = await addPerson(maya, { name: 'Nosy neighbour', kin: 'neighbour' }, ['updates']);
  const told = await tell(maya, 'For my mother only', { readers: [elena.id] });
  expect((await sam.get(elena.near)).text).toContain('For my mother only');
  expect((await sam.get(elena.near)).text).not.toContain('Nosy');
  expect((await sam.get(other.near)).text).not.toContain('For my mother only');

  await maya.post(`${told}/edit`, { text: 'For my mother, mended' });
  expect((await sam.get(elena.near)).text).toMatch(/For my mother, mended[\s\S]*edited/);
  await maya.post(`${told}/removal`);
  expect((await sam.get(elena.near)).text).not.toContain('mended');
});

test('a draft is read by nobody, and is told once however often she taps', async () => {
  const one = await addPerson(maya, { name: 'Ines', mail: 'ines@example.org' }, ['updates']);
  const fields = { text: 'Not yet said', readers: [one.id] };
  const { location } = await maya.post('/people/updates', fields);
  const preview = await maya.get(location!);
  expect(preview.text).toMatch(/Ines<\/strong> <span class="quiet">by letter/);
  expect(preview.text).toContain('One gets it');
  expect((await sam.get(one.near)).text).not.toContain('Not yet said');
  await Promise.all([1, 2, 3].map(() => maya.post(`${location}/telling`)));
  expect((await sam.get(one.near)).text).toContain('Not yet said');
  const { rows } = await world.owner.query(`SELECT 1 FROM outside_letters WHERE about->>'personId' = $1`, [
    one.id,
  ]);
  expect(rows).toHaveLength(1);
});

test('taken back, given anew, guessed, of another community: the same 404, and the same page', async () => {
  const one = await addPerson(maya, { name: 'Sam' }, ['updates']);
  expect((await sam.get(one.near)).status).toBe(200);
  await maya.post(`${one.path}/link`);
  const second = await nearOf(maya, one.path);
  expect(second).not.toBe(one.near);
  const elsewhere = await sam.get(second, { host: 'other.localhost' });
  expect((await sam.get(second)).status).toBe(200);
  await maya.post(`${one.path}/link/revocation`);
  const answers = [await sam.get(one.near), await sam.get(second), await sam.get(`/near/${'A'.repeat(22)}`)];
  const plain = (text: string) => text.replace(/%2Fnear%2F[\w-]+/g, '');
  for (const { status, text } of answers) {
    expect(status).toBe(404);
    expect(plain(text)).toBe(plain(answers[2]!.text));
  }
  expect(elsewhere.status).toBe(404);
  for (const act of ['letters', 'not-me']) expect((await sam.post(`${second}/${act}`)).status).toBe(404);
});

test('“this is not me” shuts the link, ends the letters and tells her', async () => {
  const one = await addPerson(maya, { name: 'Wrong Sam', mail: 'wrong@example.org' }, ['updates']);
  expect((await sam.post(`${one.near}/not-me`)).location).toBe('/near/closed');
  expect((await sam.get('/near/closed')).status).toBe(200);
  expect((await sam.get(one.near)).status).toBe(404);
  expect((await maya.get('/notifications')).text).toContain(one.path);
  expect((await maya.get(one.path)).text).toContain('not meant for them');
});

test('no letters is one tap, and can be undone by the same person', async () => {
  const one = await addPerson(maya, { name: 'Sam', mail: 'sam@example.org' }, ['updates']);
  expect((await sam.post(`${one.near}/letters`)).location).toBe(one.near);
  expect((await sam.get(one.near)).text).toContain('You get no letters');
  expect((await maya.get(one.path)).text).toContain('asked for no letters');
  await sam.post(`${one.near}/letters?again`);
  expect((await maya.get(one.path)).text).not.toContain('asked for no letters');
});

test('a prompt is read in the reader’s language, her own words as she wrote them', async () => {
  const one = await addPerson(maya, { name: 'Elena', kin: 'parent' }, ['how']);
  const about = { name: 'Elena', kin: 'parent', mail: '', phone: '', note: '', locale: 'es' };
  expect((await maya.post(one.path, about)).status).toBe(303);
  const page = await sam.get(one.near);
  expect(page.text).toContain('lang="es');
  expect(page.text).toContain('Comida en la puerta');
  expect(page.text).toContain('Bring the blue blanket');
  sam.cookies.set('lang', 'en');
  expect((await sam.get(one.near)).text).toContain('Food left at the door');
  sam.cookies.delete('lang');
});

test('what she ticked becomes her own words to change', async () => {
  const vera = world.as('vera');
  const said = { ticked: ['nicu.say.1'], helps: '', say: 'Call me V', avoid: '' };
  await vera.post('/people/how-to-be-there', { ...said, turn: 'own', stage: 'nicu' });
  const page = (await vera.get('/people/how-to-be-there?stage=nicu')).text;
  expect(page).toMatch(
    /<textarea[^>]*name="say"[^>]*>“I am here on the good days and the bad ones.”\nCall me V/,
  );
  expect(page).not.toContain('checked');
});

test('a circle of hers sees what she shares with it, inside, while both are in it', async () => {
  const added = await maya.post('/people/circles', { circle: NIGHT_FEEDS });
  const path = added.location!;
  const inside = `/circles/${NIGHT_FEEDS}/near/${world.people.maya.memberId}`;
  expect((await world.as('dana').get(inside)).status).toBe(404); // nothing ticked yet
  await maya.post(`${path}/sight`, { sees: ['updates'] });
  await tell(maya, 'Told to the circle', { readers: [path.split('/')[2]!] });
  expect((await world.as('dana').get(inside)).text).toContain('Told to the circle');
  expect((await world.as('dana').get('/people')).text).toContain(inside);
  expect((await world.as('dana').get('/notifications')).text).toContain(inside);
  for (const outside of ['bea', 'vera', 'mo', 'admin'] as const) {
    expect((await world.as(outside).get(inside)).status).toBe(404);
    expect((await world.as(outside).get('/notifications')).text).not.toContain(inside);
  }
  await maya.post(`${path}/sight`, { sees: ['how'] });
  expect((await world.as('dana').get('/notifications')).text).not.toContain(inside);
  expect((await world.as('dana').get(inside)).text).not.toContain('Told to the circle');
  await world.owner.query('DELETE FROM circle_members WHERE member_id = $1 AND circle_id = $2', [
    world.people.maya.memberId,
    NIGHT_FEEDS,
  ]);
  expect((await world.as('dana').get(inside)).status).toBe(404);
});

test.each([
  [{ name: '', kin: 'friend' }, 'Please write a name'],
  [{ name: 'X', kin: 'circle' }, 'who they are to you'],
  [{ name: 'X', kin: 'friend', mail: 'nowhere' }, 'does not look like'],
])('%j is told back', async (fields, why) => {
  const refused = await maya.post('/people', fields);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(why);
});
