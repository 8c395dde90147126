import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { answered, inDays, makeGathering } from '../gatherings/a-gathering.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const HERE = '/community/calendars';

/** A library's server: what it says, how often it was asked, and whether it is well. */
const library = { file: '', asked: 0, unchanged: 0, status: 200 };
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  library.asked += 1;
  const etag = `"${Buffer.from(library.file).toString('base64').slice(-30)}"`;
  if (library.status !== 200) return void response.writeHead(library.status).end();
  if (request.headers['if-none-match'] === etag) {
    library.unchanged += 1;
    return void response.writeHead(304).end();
  }
  response.writeHead(200, { 'content-type': 'text/calendar', etag }).end(library.file);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
world.parts.fetchFrom = [origin];
afterAll(() => void server.close());

beforeEach(async () => {
  for (const table of ['calendar_sources', 'gatherings', 'notifications'])
    await owner.query(`DELETE FROM ${table}`);
  Object.assign(library, { file: '', asked: 0, unchanged: 0, status: 200 });
});

const at = (days: number, clock = '100000') => `${inDays(days).slice(0, 10).replaceAll('-', '')}T${clock}`;
const event = (uid: string, days: number, more: string[] = []) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `DTSTART;TZID=America/Chicago:${at(days)}`,
    `DTEND;TZID=America/Chicago:${at(days, '110000')}`,
    ...(more.some((line) => line.startsWith('SUMMARY')) ? [] : [`SUMMARY:${uid} for babies`]),
    'LOCATION:Children’s room',
    ...more,
    'END:VEVENT',
  ].join('\r\n');
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//library//', ...events, 'END:VCALENDAR', ''].join('\r\n');
const file = (text: string) => new File([text], 'library.ics', { type: 'text/calendar' });
const bring = (fields: Record<string, string | File>) =>
  world
    .as('admin')
    .post(HERE, { name: 'Lincoln Park Library', kind: 'story-time', near: '60614', ...fields });
const rows = async () =>
  (
    await owner.query(
      `SELECT g.title, g.uid, g.cancelled_at IS NOT NULL AS off, g.gathering_id AS id, o.occurrence_id AS time, o.starts_at
       FROM gatherings g JOIN occurrences o USING (community_id, gathering_id) ORDER BY o.starts_at, g.title`,
    )
  ).rows;
const titles = async () => (await rows()).filter(({ off }) => !off).map(({ title }) => title);
/** Brings a calendar and says yes to it. Resolves to its page. */
async function taken(fields: Record<string, string | File>): Promise<string> {
  const brought = await bring(fields);
  expect(brought.status).toBe(303);
  await world.as('admin').post(`${brought.location}/acceptance`);
  return brought.location!;
}
const tomorrow = () => world.job('calendars.keeping', new Date(Date.now() + 25 * 3_600_000));
const toldTo = async (who: keyof typeof people) =>
  (await owner.query('SELECT kind FROM notifications WHERE member_id = $1', [people[who].memberId])).rows.map(
    ({ kind }) => kind,
  );

test('a file is looked at first; then its gatherings are public, say whose they are, and are changed there alone', async () => {
  const many = Array.from({ length: 14 }, (_, n) => event(`tale-${n}`, 2 + n));
  const brought = await bring({
    file: file(
      calendar(
        ...many,
        event('busy', 3, ['RRULE:FREQ=HOURLY']),
        event('long', 3, ['DURATION:P90D']).replace(/DTEND.*\r\n/, ''),
        event('over', -9),
      ),
    ),
  });
  expect(brought.status).toBe(303);
  expect(await rows()).toEqual([]);
  const { text } = await world.as('admin').get(brought.location!);
  for (const words of [
    '14 gatherings',
    'tale-4 for babies',
    'and 9 more',
    '2 cannot be taken over',
    /Line \d+: busy for babies: it repeats within a day/,
  ])
    expect(text).toMatch(words);
  expect(text).not.toContain('tale-5');
  await world.as('admin').post(`${brought.location}/acceptance`);
  expect(await titles()).toHaveLength(14);
  const [first] = await rows();
  const page = await world.nobody().get(`/gatherings/${first.id}/occurrences/${first.time}`);
  expect(page.text).toContain('Lincoln Park Library');
  expect(page.text).toContain('Children’s room');
  for (const path of ['edit?span=all', 'cancellation'])
    expect((await world.as('admin').get(`/gatherings/${first.id}/${path}`)).status).toBe(404);
  expect((await world.nobody().get('/gatherings?near=60614&within=5')).text).toContain('tale-0 for babies');
  expect((await world.nobody().get('/gatherings.ics')).text).toContain('UID:tale-0');
});

test('a file that is wrong is refused with its line, and nothing of it is kept', async () => {
  const refused = await bring({
    file: file(calendar(event('one', 2), event('two', 3, ['RRULE:FREQ=SOMETIMES']))),
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toMatch(/Line 19: we cannot follow this rule\./);
  expect(refused.text).toContain('value="Lincoln Park Library"');
  expect((await owner.query('SELECT 1 FROM calendar_sources')).rows).toEqual([]);
  expect((await bring({ file: file('hola') })).status).toBe(422);
  expect((await bring({ file: file('x'.repeat(1_000_001)) })).status).toBe(422);
  expect((await bring({ file: file('x'.repeat(1_200_000)) })).status).toBe(413);
  expect((await bring({})).status).toBe(422);
});

test.each([
  'http://library.example/feed.ics', // not https
  'https://127.0.0.1/feed.ics',
  'https://169.254.169.254/latest',
  'https://[::1]/x.ics',
  'https://localhost/x.ics',
  'file:///etc/passwd',
  'https://user:pass@library.example/x.ics',
])('no address leads inside: %s', async (url) => {
  const answer = await bring({ url });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('no address on the public web');
});

test('a calendar at an address is kept in step: new, changed, one time moved, vanished, back again', async () => {
  library.file = calendar(
    event('walk', 3),
    event('song', 4, ['RRULE:FREQ=WEEKLY;COUNT=4']),
    event('gone', 5),
  );
  await taken({ url: `${origin}/feed.ics` });
  const before = await rows();
  expect(before).toHaveLength(6);
  const timeOf = (title: string) => before.find((row) => row.title.startsWith(title));
  for (const title of ['walk', 'gone']) await answered(world, timeOf(title).time, 'maya');
  await tomorrow();
  expect(library.unchanged).toBe(1);
  expect(await toldTo('maya')).toEqual([]);

  const moved = event('song', 12, [`RECURRENCE-ID;TZID=America/Chicago:${at(11)}`, 'SUMMARY:song with cake']);
  const off = event('song', 18, [`RECURRENCE-ID;TZID=America/Chicago:${at(18)}`, 'STATUS:CANCELLED']);
  library.file = calendar(
    event('walk', 6),
    event('song', 4, ['RRULE:FREQ=WEEKLY;COUNT=4']),
    moved,
    off,
    event('new', 9),
  );
  await world.job('calendars.keeping', new Date(Date.now() + 50 * 3_600_000));
  const { rows: songs } = await owner.query(
    `SELECT coalesce(o.title, g.title) AS title, o.cancelled_at IS NOT NULL AS off FROM occurrences o JOIN gatherings g USING (community_id, gathering_id)
     WHERE g.title LIKE 'song%' ORDER BY o.recurs_at`,
  );
  expect(songs.map(({ title, off }) => `${title}${off ? ' off' : ''}`)).toEqual([
    'song for babies',
    'song with cake',
    'song for babies off',
    'song for babies',
  ]);
  expect((await titles()).filter((title) => !title.startsWith('song'))).toEqual([
    'walk for babies',
    'new for babies',
  ]);
  expect((await toldTo('maya')).sort()).toEqual(['gatherings.cancelled', 'gatherings.changed']);
  const walk = (await rows()).find(({ title }) => title.startsWith('walk'));
  expect(walk.time).toBe(timeOf('walk').time); // the same time, with her answer on it

  library.file = calendar(
    event('walk', 6),
    event('song', 4, ['RRULE:FREQ=WEEKLY;COUNT=4']),
    event('new', 9),
    event('gone', 5),
  );
  await world.job('calendars.keeping', new Date(Date.now() + 75 * 3_600_000));
  expect((await titles()).filter((title) => !title.startsWith('song'))).toContain('gone for babies');
  const { rows: again } = await owner.query(
    `SELECT 1 FROM occurrences o JOIN gatherings g USING (community_id, gathering_id) WHERE g.title LIKE 'song%' AND (o.cancelled_at IS NOT NULL OR o.title IS NOT NULL OR o.starts_at <> o.recurs_at)`,
  );
  expect(again).toEqual([]);
});

test('a calendar that breaks, or is suddenly empty, changes nothing, and the coordinator is told once', async () => {
  library.file = calendar(event('walk', 3));
  const page = await taken({ url: `${origin}/feed.ics` });
  library.status = 500;
  await tomorrow();
  expect(await titles()).toEqual(['walk for babies']);
  expect(await toldTo('admin')).toEqual(['calendars.failing']);
  expect((await world.as('admin').get(page)).text).toContain('Nothing was changed here');
  await owner.query('DELETE FROM notifications');
  Object.assign(library, {
    status: 200,
    file: calendar(event('walk', 3)).replace('END:VEVENT', 'END:VEVENTS'),
  });
  await world.job('calendars.keeping', new Date(Date.now() + 50 * 3_600_000));
  library.file = calendar();
  await world.job('calendars.keeping', new Date(Date.now() + 75 * 3_600_000));
  expect(await toldTo('admin')).toEqual([]);
  expect(await titles()).toEqual(['walk for babies']);
  library.file = calendar(event('walk', 3, ['SUMMARY:Well again']));
  await world.as('admin').post(`${page}/renewal`);
  expect(await titles()).toEqual(['Well again']);
});

test('two calendars with one uid, and one that claims what was made here, stay apart', async () => {
  const ours = await makeGathering(world, { title: 'Ours', starts: inDays(2) });
  await taken({ file: file(calendar(event('same', 3), event(ours.uid, 4))) });
  await taken({ name: 'Another Library', file: file(calendar(event('same', 5))) });
  const all = await rows();
  expect(all.map(({ title }) => title)).toEqual([
    'Ours',
    'same for babies',
    `${ours.uid} for babies`,
    'same for babies',
  ]);
  expect(new Set(all.map(({ uid }) => uid)).size).toBe(4);
  expect(all[0].uid).toBe(ours.uid);
});

test('removing a calendar asks first, calls off what lies ahead and tells those coming', async () => {
  const page = await taken({ file: file(calendar(event('walk', 3), event('song', 4))) });
  const [walk] = await rows();
  await answered(world, walk.time, 'maya');
  expect((await world.as('admin').get(`${page}/removal`)).text).toContain('Remove Lincoln Park Library?');
  expect(await titles()).toHaveLength(2);
  await world.as('admin').post(`${page}/removal`);
  expect(await titles()).toEqual([]);
  expect(await toldTo('maya')).toEqual(['gatherings.cancelled']);
  expect((await world.as('admin').get(page)).status).toBe(404);
});

const rules = (count: number, rule: string) =>
  calendar(...Array.from({ length: count }, (_, n) => event(`e${n}`, 2, [`RRULE:${rule}`])));
test.each([
  ['a thousand rules that never come true', rules(1000, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')],
  ['a thousand tangled rules', rules(1000, 'FREQ=MINUTELY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO')],
  ['rules of centuries', rules(1500, 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;BYHOUR=1,2,3,4,5')],
  ['a megabyte of one line', `BEGIN:VCALENDAR\r\nX:${'a'.repeat(999_000)}`],
  ['a megabyte of folds', `BEGIN:VCALENDAR\r\nX:a${'\r\n b'.repeat(240_000)}`],
  ['a deep nest', 'BEGIN:VEVENT\r\n'.repeat(70_000)],
  [
    'a list of dates',
    calendar(event('x', 2, [`RDATE:${'20270101T000000Z,'.repeat(50_000)}20270101T000000Z`])),
  ],
  [
    'a rule for every line there is, tangled differently',
    calendar(
      ...Array.from({ length: 1500 }, (_, n) =>
        event(`e${n}`, 2, [
          `RRULE:FREQ=YEARLY;INTERVAL=${n + 1};BYDAY=MO,TU;BYMONTH=1,2,3;BYHOUR=1,2,3;BYSETPOS=-366`,
        ]),
      ),
    ),
  ],
])('hostile, and done with while others are served: %s', async (_, text) => {
  await bring({ file: file('BEGIN:VCALENDAR') }); // from source, the thread is put together first
  const begun = performance.now();
  let done = false;
  const bringing = bring({ file: file(text) }).finally(() => {
    done = true;
  });
  const waits: number[] = [];
  while (!done) {
    const asked = performance.now();
    await world.nobody().get('/robots.txt');
    waits.push(performance.now() - asked);
    await new Promise(setImmediate);
  }
  const answer = await bringing;
  // A second, and what a busy machine needs to begin a thread anew.
  expect(performance.now() - begun).toBeLessThan(4_000);
  expect(Math.max(...waits)).toBeLessThan(700); // read in the server itself, it would be more than 850
  expect([303, 422]).toContain(answer.status);
  if (answer.status === 422) expect(answer.text).toMatch(/Line [\d,]+: /);
  else await world.as('admin').get(answer.location!);
  expect(await rows()).toEqual([]);
});
