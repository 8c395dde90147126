import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { outbox } from '../letters/letters.fixture.ts';
import { addPerson } from '../people/near.fixture.ts';
import { askAs } from './an-ask.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const maya = world.as('maya');
const sentTo = async (mail: string) => {
  await world.job('outside-letters.sending', new Date(Date.now() + 60_000));
  return (await outbox(world).catch(() => [])).filter(({ to }) => to?.[0]?.address === mail);
};
const ask = (id: string) => askAs(world, 'maya', { to: `person-${id}` });

type Act = (one: { path: string; near: string }) => Promise<unknown>;
const anew = { name: 'Lu', kin: 'friend', locale: 'en', mail: 'right@example.org' };
const SINCE: [string, Act][] = [
  ['another address', ({ path }) => maya.post(path, anew)],
  ['no more letters', ({ near }) => world.nobody().post(`${near}/letters`)],
  ['not me', ({ near }) => world.nobody().post(`${near}/not-me`)],
];
test.each(SINCE)('before an ask goes out: %s, and no letter with her link goes there', async (what, act) => {
  const mail = `${what.replaceAll(' ', '-')}@example.org`;
  const one = await addPerson(maya, { name: 'Lu', mail });
  await ask(one.id);
  await act(one);
  expect(await sentTo(mail)).toEqual([]);
});

test('"no more letters" in an ask is told to her, and taken back on the page', async () => {
  const one = await addPerson(maya, { name: 'Click', mail: 'click@example.org' });
  await ask(one.id);
  const [letter] = await sentTo('click@example.org');
  const ending = /http:\/\/localhost(\/no-more-letters\/\S+)/.exec(letter!.text ?? '')![1]!;
  const page = await world.nobody().get(ending);
  expect(page.text).not.toContain('Lakeview');
  await world.nobody().post(ending);
  expect((await maya.get(one.path)).text).toContain('Click asked for no letters');
  await world.nobody().post(`${one.near}/letters?again`);
  await ask(one.id);
  expect(await sentTo('click@example.org')).toHaveLength(2);
});

test('her people read the name they know her by, never her community nor what she is called in it', async () => {
  const boundaries = { called: 'Marisol', quietFrom: '', quietTo: '', quietShown: 'people' };
  const words = {
    visiting: '',
    visitingShown: 'people',
    topics: '',
    topicsShown: 'people',
    notTold: '',
    notToldShown: 'nobody',
  };
  expect((await maya.post('/people/boundaries', { ...boundaries, ...words })).status).toBe(303);
  const one = await addPerson(maya, { name: 'Brother', mail: 'brother@example.org' });
  const id = await ask(one.id);
  const [letter] = await sentTo('brother@example.org');
  const seen = await world.nobody().get(`${one.near}/asks/${id}`);
  expect(seen.status).toBe(200);
  for (const text of [
    `${letter!.subject} ${letter!.text} ${letter!.html}`,
    seen.text,
    (await world.nobody().get(one.near)).text,
  ]) {
    expect(text).toContain('Marisol');
    expect(text).not.toMatch(/Maya|Lakeview/);
  }
});

test('closing and opening an ask over and over rings nobody all day', async () => {
  const id = await askAs(world, 'dana', { to: 'nearby' });
  const answers: number[] = [];
  for (let i = 0; i < 32; i += 1) {
    await world.as('dana').post(`/asks/${id}/closing`, { as: 'never-mind' });
    answers.push((await world.as('dana').post(`/asks/${id}/opening`)).status);
  }
  expect([answers[0], answers.at(-1)]).toEqual([303, 429]);
});

test('when her day of letters is full she is told so, on every way a letter begins', async () => {
  const one = await addPerson(maya, { name: 'Late', mail: 'late@example.org' }, ['updates']);
  await world.owner.query(
    `INSERT INTO outside_letters (community_id, letter_id, holder_id, kind, once, sealed_to, mark, locale, next_try, state)
     SELECT $1, gen_random_uuid(), $2, 'test', 'many' || n, '', lpad(n::text, 22, 'x'), 'en', now(), 'sent'
     FROM generate_series(1, 200 - (SELECT count(*)::int FROM outside_letters WHERE holder_id = $2)) n`,
    [world.people.maya.communityId, world.people.maya.memberId],
  );
  const asked = { words: 'Soup', needed: 'week', thing: 'meal', to: `person-${one.id}` };
  const begun = await maya.post('/people/updates', { text: 'Home', letter: 'discreet', readers: [one.id] });
  for (const answer of [
    await maya.post(`${one.path}/letter`),
    await maya.post('/ask/hand', asked),
    await maya.post(`${begun.location}/telling`),
  ]) {
    expect(answer.status).toBe(429);
    expect(answer.text).toContain('until tomorrow');
  }
});
