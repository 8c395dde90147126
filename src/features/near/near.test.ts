import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { askAs } from '../asks/an-ask.fixture.ts';
import { aHelpCalendar, type MadeCalendar } from '../help-calendars/a-help-calendar.fixture.ts';
import { addPerson } from '../people/near.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const her = world.as('maya');
const { memberId } = world.people.maya;
const tokenOf = ({ link }: MadeCalendar) => link.split('/').at(-1)!;
const calendar = await aHelpCalendar(world);

test('the circle as one of her people finds her help calendar inside, as long as she lets them and both are in it', async () => {
  const path = (await her.post('/people/circles', { circle: NIGHT_FEEDS })).location!;
  const inside = `/circles/${NIGHT_FEEDS}/near/${memberId}`;
  const seen = async (who: 'dana' | 'vera') => {
    const { status, text } = await world.as(who).get(inside);
    return [status, text.includes(tokenOf(calendar))];
  };
  await her.post(`${path}/sight`, { sees: ['updates'] });
  expect(await seen('dana'), 'not ticked').toEqual([200, false]);
  await her.post(`${path}/sight`, { sees: ['help'] });
  expect(await seen('dana')).toEqual([200, true]);
  expect(await seen('vera'), 'not in the circle').toEqual([404, false]);
  await world.as('dana').post(`/members/${memberId}/block`);
  expect(await seen('dana'), 'a block stands between').toEqual([404, false]);
  await world.owner.query('DELETE FROM blocks');
  await world.owner.query('DELETE FROM circle_members WHERE member_id = $1 AND circle_id = $2', [
    memberId,
    NIGHT_FEEDS,
  ]);
  expect(await seen('dana'), 'she left').toEqual([404, false]);
});

test('two calendars of hers are told apart by what is wanted, when, and how much is open', async () => {
  const aunt = await addPerson(her, { name: 'Aunt' }, ['help']);
  const [first, second] = [await aHelpCalendar(world), await aHelpCalendar(world, { tasks: ['laundry'] })];
  const { text } = await world.nobody().get(aunt.near);
  const cards = text.split('<li').filter((card) => card.includes('/help-calendar/'));
  const of = (made: MadeCalendar) => cards.find((card) => card.includes(tokenOf(made))) ?? '';
  expect(of(second)).toMatch(/Laundry/);
  expect(of(first)).not.toMatch(/Laundry/);
  expect(of(second)).toMatch(/\w{3} \d+[\s\S]*\d+ open/);
});

test('a link that leads nowhere names no community and leads to none', async () => {
  const dead = 'x'.repeat(22);
  for (const kind of ['near', 'help-calendar', 'helping', 'consent']) {
    const { status, text } = await world.nobody().get(`/${kind}/${dead}`);
    expect(status).toBe(404);
    expect(text).not.toContain('Lakeview');
    expect(text).toContain('This link leads nowhere now');
  }
  expect((await her.get('/nowhere')).text).toContain('Lakeview');
});

test('one of her people finds what she asks and her help calendar, under the name her people use, and no community', async () => {
  await her.post('/people/boundaries', { called: 'Mayita' });
  const sam = await addPerson(her, { name: 'Sam', mail: 'sam@example.org' }, ['help']);
  const other = await addPerson(her, { name: 'Next door' }, ['updates']);
  const ask = await askAs(world, 'maya', { words: 'Soup on Thursday', to: [`person-${sam.id}`] });
  const phone = world.nobody();
  const page = (await phone.get(sam.near)).text;
  expect(page).toContain('Mayita could use a hand');
  expect(page).toContain(tokenOf(calendar));
  const asked = await phone.get(`${sam.near}/asks/${ask}`);
  expect(asked.text).toContain('Mayita could use a hand');
  for (const text of [page, asked.text]) expect(text).not.toContain('Lakeview Porch');
  const others = (await phone.get(other.near)).text;
  expect(others).not.toMatch(/could use a hand|help-calendar\//);
  expect((await phone.get(`${other.near}/asks/${ask}`)).status).toBe(404);
});
