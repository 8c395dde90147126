import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { answered, inDays, type Made, makeGathering } from '../gatherings/a-gathering.fixture.ts';
import { type Heard, heardByIcalJs, heardByNodeIcal } from './two-parsers.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const YEAR = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 300 * 86_400_000) };

beforeEach(async () => {
  await owner.query('DELETE FROM gatherings');
  await owner.query('DELETE FROM calendar_feeds');
});

/** A feed as both parsers hear it, which must be the same. */
function heard(file: string, span = YEAR): Heard[] {
  const one = heardByIcalJs(file, span);
  expect(heardByNodeIcal(file, span)).toEqual(one);
  return one;
}
const startsOf = (file: string): string[] => heard(file).map(({ starts }) => starts);
const feed = async (path = '/gatherings.ics') => {
  const answer = await world.nobody().get(path);
  expect(answer.status).toBe(200);
  return answer.text;
};
/** When it takes place, as its table says. */
async function standing(): Promise<Heard[]> {
  const { rows } = await owner.query(
    `SELECT o.starts_at, o.ends_at, coalesce(o.title, g.title) AS title FROM occurrences o JOIN gatherings g USING (community_id, gathering_id)
     WHERE o.cancelled_at IS NULL AND g.cancelled_at IS NULL AND o.starts_at < $1`,
    [YEAR.to],
  );
  return rows
    .map((row) => ({
      starts: row.starts_at.toISOString(),
      ends: row.ends_at.toISOString(),
      summary: row.title,
    }))
    .sort((a, b) => (a.starts + a.summary < b.starts + b.summary ? -1 : 1));
}

const FORM = {
  title: 'Story time',
  kind: 'story-time',
  seenBy: 'public',
  date: inDays(3).slice(0, 10),
  startTime: '10:00',
  minutes: '60',
  repeats: 'weekly',
  times: '30',
  place: 'in-person',
  near: '60657',
  placeName: 'Lakeview',
  venue: 'The library',
  languages: 'en',
};

test('a gathering made by its form, changed from one day on and called off: the feed says so at each step', async () => {
  const made = await world.as('rosa').post('/gatherings', FORM);
  expect(made.status).toBe(303);
  const id = /gatherings\/([0-9a-f-]{36})/.exec(made.location!)![1]!;
  const first = await feed();
  expect(heard(first)).toEqual(await standing());
  expect(heard(first)).toHaveLength(30);
  expect(first).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(first).toContain('BEGIN:VTIMEZONE\r\nTZID:America/Chicago\r\n');
  expect(first).toContain('SEQUENCE:0\r\n');
  expect(first.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);

  const { rows } = await owner.query(
    'SELECT occurrence_id FROM occurrences WHERE gathering_id = $1 ORDER BY starts_at',
    [id],
  );
  const edit = `/gatherings/${id}/edit?occurrence=${rows[4].occurrence_id}&span=following`;
  const changed = await world.as('rosa').post(edit, {
    ...FORM,
    date: inDays(31).slice(0, 10),
    startTime: '16:30',
    title: 'Story time, later',
    times: '26',
  });
  expect(changed.status).toBe(303);
  const second = await feed();
  expect(heard(second)).toEqual(await standing());
  expect(new Set(heard(second).map(({ summary }) => summary))).toEqual(
    new Set(['Story time', 'Story time, later']),
  );
  const uids = [...second.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid);
  expect(uids).toContain(`${id}@porchlight`);
  expect(uids).toHaveLength(2);
  expect(second).toMatch(/RRULE:[^\r]*UNTIL=\d{8}T\d{6}Z/);
  expect(second).toContain('SEQUENCE:1\r\n');

  const next = rows[1].occurrence_id;
  await world.as('rosa').post(`/gatherings/${id}/occurrences/${next}/cancellation`, { note: 'Snow' });
  const third = await feed();
  expect(heard(third)).toEqual(await standing());
  expect(heard(third)).toHaveLength(29);
  expect(third).toMatch(/STATUS:CANCELLED\r\nRECURRENCE-ID;TZID=America\/Chicago:\d{8}T100000\r\n/);

  await world.as('rosa').post(`/gatherings/${id}/cancellation`, {});
  const last = await feed();
  expect(heard(last)).toEqual(await standing());
  expect(last).toMatch(new RegExp(`UID:${id}@porchlight\\r\\n[\\s\\S]*?STATUS:CANCELLED`));
});

test('a time that is moved, renamed, or meets the night on which clocks change, stands where it takes place', async () => {
  const made = await makeGathering(world, {
    seenBy: 'public',
    starts: inDays(4, '06:30:00'),
    rule: 'FREQ=WEEKLY;COUNT=40',
  });
  const other = await makeGathering(world, { seenBy: 'public', title: 'Days', rule: 'FREQ=MONTHLY;COUNT=5' });
  await world.as('rosa').post(editPath(made, 3), {
    date: inDays(40).slice(0, 10),
    startTime: '11:30',
    minutes: '90',
    title: 'With cake',
  });
  const file = await feed();
  const mine = heard(file);
  expect(mine).toEqual(await standing());
  expect(mine.filter(({ summary }) => summary === 'With cake')).toHaveLength(1);
  // Changed as a whole, when some of it lies behind: what took place stays, the rest is elsewhere.
  await owner.query(
    `UPDATE occurrences SET recurs_at = recurs_at - interval '21 days', starts_at = starts_at - interval '21 days', ends_at = ends_at - interval '21 days'
     WHERE occurrence_id = $1`,
    [other.occurrences[0]!.occurrenceId],
  );
  const edit = `/gatherings/${other.gatheringId}/edit?span=all`;
  await world
    .as('rosa')
    .post(edit, { ...FORM, title: 'Nights', startTime: '20:00', repeats: 'weekly', times: '4' });
  const month = { from: new Date(Date.now() - 30 * 86_400_000), to: YEAR.to };
  expect(heardByIcalJs(await feed(), month)).toEqual(await standing());
});

const editPath = ({ gatheringId, occurrences }: Made, nth: number) =>
  `/gatherings/${gatheringId}/edit?occurrence=${occurrences[nth]!.occurrenceId}&span=one`;

test('a feed that did not change is not sent again, and only what is public is in the public one', async () => {
  await makeGathering(world, { seenBy: 'public', title: 'For all' });
  await makeGathering(world, { title: 'For members' });
  const first = await world.nobody().get('/gatherings.ics');
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('public, max-age=300');
  expect(first.text).not.toContain('For members');
  expect((await world.as('maya').get('/gatherings.ics')).text).toBe(first.text);
  const again = await world.nobody().get('/gatherings.ics', { 'if-none-match': first.headers.get('etag')! });
  expect([again.status, again.text]).toEqual([304, '']);
  const more = await makeGathering(world, {
    seenBy: 'public',
    title: 'One more',
    rule: 'FREQ=WEEKLY;COUNT=3',
  });
  expect(
    (await world.nobody().get('/gatherings.ics', { 'if-none-match': first.headers.get('etag')! })).status,
  ).toBe(200);
  // Nothing that is kept outlives a change, also not of one time alone.
  const before = await feed();
  await world.as('rosa').post(`${more.path}/cancellation`, {});
  expect(await feed()).not.toBe(before);
  await world.as('rosa').post(`${more.path}/reinstatement`, {});
  expect(heard(await feed()).filter(({ summary }) => summary === 'One more')).toHaveLength(3);
  await owner.query(`UPDATE gatherings SET seen_by = 'community' WHERE gathering_id = $1`, [
    more.gatheringId,
  ]);
  expect(await feed()).not.toContain('One more');
});

test('one gathering and one time of it are files, for whoever may see the page', async () => {
  const made = await makeGathering(world, {
    circleId: NIGHT_FEEDS,
    seenBy: 'circle',
    title: 'Night session',
    rule: 'FREQ=WEEKLY;COUNT=3',
    place: 'both',
    door: { link: 'https://meet.example.org/secretdoor', address: '12 Hidden Ct' },
  });
  await answered(world, made.occurrences[0]!.occurrenceId, 'maya');
  for (const [path, times] of [
    [`/gatherings/${made.gatheringId}.ics`, 3],
    [`${made.path}.ics`, 1],
  ] as const) {
    const { status, text, headers } = await world.as('maya').get(path);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe('attachment; filename="Night-session.ics"');
    expect(heard(text)).toHaveLength(times);
    expect(text).not.toMatch(/secretdoor|Hidden/);
    expect((await world.as('vera').get(path)).status).toBe(404);
    expect((await world.nobody().get(path)).status).toBe(404);
  }
});

/** Makes her feed and gives the address of it, as her page shows it. */
async function addressOf(who: keyof People, shows = 'all'): Promise<string> {
  await world.as(who).post('/calendar/feed', { shows });
  const page = await world.as(who).get('/calendar/feed');
  return /\/calendar\/feed\.ics\?token=[\w-]{22}/.exec(page.text)![0];
}

test('her feed holds what she comes to, her series and her circles’ hours, and none of any door', async () => {
  const walk = await makeGathering(world, {
    title: 'Walk',
    rule: 'FREQ=WEEKLY;COUNT=4',
    door: { link: 'https://x.example/secretdoor', address: '' },
    place: 'both',
  });
  const course = await makeGathering(world, {
    title: 'Course',
    rule: 'FREQ=WEEKLY;COUNT=4',
    signUp: 'series',
  });
  await answered(world, walk.occurrences[1]!.occurrenceId, 'maya', 'maybe');
  await answered(world, walk.occurrences[2]!.occurrenceId, 'maya', 'no');
  await answered(world, course.occurrences[3]!.occurrenceId, 'maya', 'no');
  await owner.query(
    `INSERT INTO enrolments (community_id, gathering_id, member_id, answer) VALUES ($1, $2, $3, 'yes')`,
    [people.maya.communityId, course.gatheringId, people.maya.memberId],
  );
  const path = await addressOf('maya');
  const { text, headers } = await world.nobody().get(path);
  expect(headers.get('cache-control')).toBe('private, max-age=300');
  const span = { from: YEAR.from, to: new Date(Date.now() + 28 * 86_400_000) };
  const all = heard(text, span);
  const hers = all.filter(({ summary }) => summary !== 'Night Feeds, Lakeview');
  expect(hers.map(({ summary }) => summary).sort()).toEqual(['Course', 'Course', 'Course', 'Walk']);
  expect(all.length - hers.length).toBe(4);
  expect(text).toMatch(/STATUS:TENTATIVE\r\n/);
  expect(text).not.toContain('secretdoor');
});

test('content-free, it says when and nothing else', async () => {
  const made = await makeGathering(
    world,
    { title: 'Grief group', venue: 'Hall', seenBy: 'public' },
    { uid: 'grief@library.example' },
  );
  await answered(world, made.occurrences[0]!.occurrenceId, 'maya');
  const path = await addressOf('maya', 'hours');
  const { text } = await world.nobody().get(path);
  expect(new Set(heard(text).map(({ summary }) => summary))).toEqual(new Set(['Porchlight']));
  expect(startsOf(text)).toContain(made.occurrences[0]!.startsAt.toISOString());
  expect(text).not.toMatch(/Grief|grief|Hall|Night Feeds|Lakeview|DESCRIPTION|^LOCATION|URL|localhost/m);
  await world.as('maya').post('/calendar/feed/content', { shows: 'all' });
  expect((await world.nobody().get(path)).text).toContain('Grief group');
});

test('a wrong, rotated, ended or other community’s address is the same 404', async () => {
  const path = await addressOf('maya');
  expect((await world.nobody().get(path)).status).toBe(200);
  const wrong = await world.nobody().get('/calendar/feed.ics?token=AAAAAAAAAAAAAAAAAAAAAA');
  const elsewhere = await world.nobody().get(path, { host: 'other.localhost' });
  const next = await addressOf('maya');
  const rotated = await world.nobody().get(path);
  expect((await world.nobody().get(next)).status).toBe(200);
  await world.as('maya').post('/calendar/feed/end');
  const ended = await world.nobody().get(next);
  for (const answer of [wrong, elsewhere, rotated, ended, await world.nobody().get('/calendar/feed.ics')])
    expect(answer.status).toBe(404);
  const said = ({ text }: { text: string }) =>
    text.replaceAll(/token(=|%3D)[\w-]{22}/g, '').replaceAll(/csrf" value="[^"]*"/g, '');
  expect(said(rotated)).toBe(said(ended));
  expect(said(wrong)).toBe(said(ended));
  const { rows } = await owner.query('SELECT * FROM calendar_feeds');
  expect(JSON.stringify(rows)).not.toContain(path.slice(-22));
});

test('what she may no longer see is gone at the next look: a circle she left, and all of it while she is suspended', async () => {
  const made = await makeGathering(world, {
    circleId: NIGHT_FEEDS,
    seenBy: 'circle',
    title: 'Night session',
  });
  const open = await makeGathering(world, { seenBy: 'public', title: 'Fair' });
  for (const one of [made, open]) await answered(world, one.occurrences[0]!.occurrenceId, 'bea');
  const path = await addressOf('bea');
  expect((await world.nobody().get(path)).text).toMatch(/Night session[\s\S]*Fair|Fair[\s\S]*Night session/);
  const seat = [people.bea.communityId, NIGHT_FEEDS, people.bea.memberId];
  await owner.query(
    'DELETE FROM circle_members WHERE community_id = $1 AND circle_id = $2 AND member_id = $3',
    seat,
  );
  const left = (await world.nobody().get(path)).text;
  expect(left).not.toMatch(/Night/);
  expect(left).toContain('Fair');
  await owner.query(
    `INSERT INTO sanctions (community_id, sanction_id, member_id, kind, reason, until) VALUES ($1, $2, $3, 'suspension', 'why', now() + interval '1 day')`,
    [people.bea.communityId, made.gatheringId, people.bea.memberId],
  );
  const suspended = await world.nobody().get(path);
  expect([suspended.status, heard(suspended.text)]).toEqual([200, []]);
});

test('whoever guesses addresses is stopped', async () => {
  const guess = () => world.nobody().get('/calendar/feed.ics?token=BBBBBBBBBBBBBBBBBBBBBB');
  let last = await guess();
  for (let n = 0; n < 40 && last.status === 404; n += 1) last = await guess();
  expect(last.status).toBe(429);
});
