import { expect, test, vi } from 'vitest';
import { linesOf } from '../../../test/kit/line.ts';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newDraftKey } from './forms.ts';

const world = await newWorld();
const room = `/circles/${NIGHT_FEEDS}`;
const said = (body: string, more: Record<string, string> = {}) => ({ key: newDraftKey(), body, ...more });
const idIn = (location: string | null) => location!.split('#p-')[1]!;
const say = async (who: keyof typeof world.people, body: string) =>
  idIn((await world.as(who).post(`${room}/posts`, said(body))).location);
const answer = (who: keyof typeof world.people, thread: string, body: string, more = {}) =>
  world.as(who).post(`${room}/posts/${thread}/replies`, said(body, more));

const { follow } = linesOf(world);

const markIn = (page: string) => /data-after="([\w-]+)"/.exec(page)![1]!;
/** Opens a page and follows it as its script does. */
const open = async (who: keyof typeof world.people, path: string, headers = {}) =>
  follow(who, `${path}/live?after=${markIn((await world.as(who).get(path)).text)}`, headers);

test('a reply reaches an open page, and so do its edit and its removal', async () => {
  const thread = await say('maya', 'Who is awake?');
  const maya = await open('maya', `${room}/posts/${thread}`);
  const reply = idIn((await answer('rosa', thread, 'I am, with tea')).location);
  const came = await maya.next();
  expect(came.data).toContain('<turbo-stream action="append" target="replies">');
  expect(came.data).toContain('I am, with tea');
  expect(came.data).toContain('action="remove" target="her-ask"'); // that an answer is promised is said no longer
  await world.as('rosa').post(`${room}/posts/${reply}/edit`, { body: 'I am, with coffee', note: '' });
  const edited = await maya.next();
  expect(edited.data).toContain(`action="replace" target="p-${reply}"`);
  expect(edited.data).toContain('with coffee');
  await answer('dana', thread, 'Me too'); // so that the removal leaves a place
  await maya.next();
  await world.as('rosa').post(`${room}/posts/${reply}/removal`);
  expect((await maya.next()).data).toMatch(/action="(refresh|remove|replace)"/);
});

test('a page that was cut off catches up from where it was: all of it, once, in order', async () => {
  const thread = await say('maya', 'Counting sheep');
  const first = await open('maya', `${room}/posts/${thread}`);
  await answer('rosa', thread, 'sheep 1.');
  const { id } = await first.next();
  await first.close();
  await answer('dana', thread, 'sheep 2.');
  await Promise.all([3, 4, 5, 6, 7, 8].map((n) => answer(n % 2 ? 'rosa' : 'dana', thread, `sheep ${n}.`)));
  const again = await open('maya', `${room}/posts/${thread}`, { 'last-event-id': id });
  const { data } = await again.next();
  const numbers = [...data.matchAll(/sheep (\d)\./g)].map(([, n]) => n).sort();
  expect(numbers).toEqual(['2', '3', '4', '5', '6', '7', '8']);
});

test('each line says only what its reader may read', async () => {
  const thread = await say('dana', 'Open house');
  const bea = await open('bea', `${room}/posts/${thread}`);
  const rosa = await open('rosa', `${room}/posts/${thread}`);
  await answer('maya', thread, 'Words that Bea never sees'); // Bea and Maya blocked each other
  expect((await rosa.next()).data).toContain('Words that Bea never sees');
  await answer('rosa', thread, 'Words for all');
  const heard = (await bea.next()).data;
  expect(heard).toContain('Words for all');
  expect(heard).not.toContain('never sees');
  for (const who of ['vera', 'mo', 'nora'] as const)
    expect((await follow(who, `${room}/posts/${thread}/live`)).status, who).toBe(404);
});

test('an anonymous reply arrives without its author', async () => {
  const thread = await say('maya', 'Anybody?');
  const maya = await open('maya', `${room}/posts/${thread}`);
  await answer('dana', thread, 'It is hard here too', { anonymous: 'yes' });
  const { data } = await maya.next();
  expect(data).toContain('It is hard here too');
  expect(data).not.toContain('Dana');
  expect(data).not.toContain(world.people.dana.memberId);
});

test('an open room says that there is more, and not of her own words', async () => {
  const maya = await open('maya', room);
  await say('maya', 'My own words');
  await say('rosa', 'Something new');
  expect((await maya.next()).data).toContain(`href="${room}"`);
});

test('who signs out elsewhere is off the line at its next beat', async () => {
  const thread = await say('maya', 'Signed out on the other phone');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const [dana, maya] = [
      await open('dana', `${room}/posts/${thread}`),
      await open('maya', `${room}/posts/${thread}`),
    ];
    await world.owner.query('UPDATE auth.session SET "expiresAt" = now() WHERE token = $1', [
      world.people.dana.sessionToken,
    ]);
    vi.advanceTimersByTime(30_000);
    await dana.end();
    await answer('rosa', thread, 'Only Maya hears this');
    expect((await maya.next()).data).toContain('Only Maya hears this');
  } finally {
    vi.useRealTimers();
    await world.owner.query(
      `UPDATE auth.session SET "expiresAt" = now() + interval '1 day' WHERE token = $1`,
      [world.people.dana.sessionToken],
    );
  }
});

test('where a page is tells nothing: never the same twice, of one length, for its reader alone', async () => {
  const thread = await say('maya', 'Marks');
  const mark = async (who: 'maya' | 'dana') =>
    markIn((await world.as(who).get(`${room}/posts/${thread}`)).text);
  const [one, two] = [await mark('maya'), await mark('maya')];
  expect(one).not.toBe(two);
  await Promise.all([...Array(12)].map((_, n) => answer('bea', thread, `Maya never sees this ${n}`)));
  const later = await mark('maya');
  expect(later).toHaveLength(one.length);
  // Somebody else's reads as the beginning: all of it is drawn again, and nothing is learnt.
  const borrowed = await follow('maya', `${room}/posts/${thread}/live?after=${await mark('dana')}`);
  expect((await borrowed.next()).data).toContain('Marks');
});

test('the line ends when the server goes down', async () => {
  const thread = await say('maya', 'Last words');
  const maya = await open('maya', `${room}/posts/${thread}`);
  world.parts.live.close();
  await maya.end();
});
