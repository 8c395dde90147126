import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { addPerson, ordered, tell } from '../people/near.fixture.ts';
import { askAs } from './an-ask.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const maya = world.as('maya');
const grandma = await addPerson(maya, { name: 'Abuela', kin: 'grandparent' }, ['updates']);
await maya.post(grandma.path, {
  name: 'Abuela',
  kin: 'grandparent',
  locale: 'es',
  phone: '+1 (773) 555-0199',
});

test('an ask to somebody without an address: she is told to hand the link over, with words in their language', async () => {
  const form = await maya.get('/ask/hand');
  expect(form.text).toMatch(/Abuela[\s\S]{0,400}No email here/);
  const id = await askAs(world, 'maya', { to: `person-${grandma.id}`, words: 'Soup on Thursday' });
  const { text } = await maya.get(`/asks/${id}`);
  expect(text).toContain('Abuela has no email here');
  expect(text).toContain('Hola, Abuela: a Maya');
  expect(text).toContain(`http://localhost${grandma.near}`);
  expect(text).toMatch(/href="sms:\+17735550199\?/);
  expect(text).toContain('<svg');
  expect(await ordered(world, 'asks.ask')).toEqual([]);

  const near = await world.nobody().get(grandma.near);
  const path = `${grandma.near}/asks/${id}`;
  expect(near.text).toContain(path);
  expect((await world.nobody().post(path, { answer: 'yes' })).status).toBe(303);
  const answered = await maya.get(`/asks/${id}`);
  expect(answered.text).toContain('Abuela said yes');
  expect(answered.text).not.toContain('has no email here');

  await maya.post(`/asks/${id}/closing`, { as: 'helped' });
  expect((await maya.get(`/asks/${id}`)).text).toContain('gracias por decir que sí');
  expect((await world.nobody().get(grandma.near)).text).toContain('gracias por decir que sí');
});

test('news told: whoever has no address is handed the link by her', async () => {
  const path = await tell(maya, 'Home at last', { readers: [grandma.id] });
  const { text } = await maya.get(path);
  expect(text).toContain('Abuela has no email here');
  expect(text).toContain('hay noticias de Maya');
  expect((await world.nobody().get(grandma.near)).text).toContain('Home at last');
  expect(await ordered(world, 'people.update')).toEqual([]);
});

test('whoever said "this is not me" is asked no more, and a link she took back is handed to nobody', async () => {
  const wrong = await addPerson(maya, { name: 'Wrong' });
  await world.nobody().post(`${wrong.near}/not-me`);
  expect((await maya.get('/ask/hand')).text).not.toContain('Wrong');
  const path = await tell(maya, 'All well', { readers: [grandma.id] });
  await maya.post(`${grandma.path}/link/revocation`);
  expect((await maya.get(path)).text).not.toContain('has no email here');
});
