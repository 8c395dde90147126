import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { translator } from '../../platform/i18n/index.ts';
import { bundle, newsOf, sentence } from '../notifications/index.ts';
import { answered, inDays, type Made, makeGathering, timesOf } from './a-gathering.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
type Name = keyof People;

beforeEach(() => owner.query('DELETE FROM notifications'));

/** What a member has not seen, as she would read it, without the spaces of the formatter. */
async function told(name: Name): Promise<string[]> {
  const items = await world.parts.db.read(people[name], (tx) => newsOf(tx, people[name], 'unseen'));
  return bundle(items).map((one) =>
    sentence({ t: translator('en'), locale: 'en' }, one).replaceAll('\u202f', ' '),
  );
}

/** 'MM-DD HH:MM' in Chicago, of every time that is not called off. */
async function dates(gatheringId: string): Promise<string[]> {
  const { rows } = await owner.query<{ starts_at: Date }>(
    'SELECT starts_at FROM occurrences WHERE gathering_id = $1 AND cancelled_at IS NULL ORDER BY starts_at',
    [gatheringId],
  );
  return rows.map(({ starts_at: at }) => wall(at));
}
const wall = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(+at)
    .toZonedDateTimeISO('America/Chicago')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .slice(5)
    .replace('T', ' ');
const day = (days: number) => inDays(days).slice(5, 10);

async function rowOf(table: 'gatherings' | 'occurrences', id: string) {
  const column = table === 'gatherings' ? 'gathering_id' : 'occurrence_id';
  return (await owner.query(`SELECT * FROM ${table} WHERE ${column} = $1`, [id])).rows[0];
}
async function rsvpsTo(occurrenceId: string): Promise<string[]> {
  const { rows } = await owner.query(
    'SELECT m.display_name AS name, r.answer FROM rsvps r JOIN members m USING (community_id, member_id) WHERE occurrence_id = $1 ORDER BY 1',
    [occurrenceId],
  );
  return rows.map(({ name, answer }) => `${name} ${answer}`);
}

/** Six weeks of a walk, at ten, from in three days on. */
const weekly = (said = {}) =>
  makeGathering(world, { rule: 'FREQ=WEEKLY;COUNT=6', circleId: NIGHT_FEEDS, ...said });
const FORM = {
  title: 'A walk by the lake',
  kind: 'walk',
  seenBy: 'community',
  date: inDays(3).slice(0, 10),
  startTime: '10:00',
  minutes: '60',
  repeats: 'weekly',
  times: '6',
  place: 'in-person',
  near: '60657',
  placeName: 'Lakeview',
  venue: 'The bench at Belmont Harbor',
  languages: 'en',
};
const editPath = ({ gatheringId, occurrences }: Made, span: string, nth = 0) =>
  `/gatherings/${gatheringId}/edit?occurrence=${occurrences[nth]!.occurrenceId}&span=${span}`;
const cuts = (location: string | null) => /gatherings\/([0-9a-f-]{36})/.exec(location ?? '')![1]!;

test('one time is moved, renamed and noted; those coming to it are told, nobody else', async () => {
  const made = await weekly();
  const second = made.occurrences[1]!.occurrenceId;
  await answered(world, second, 'maya');
  await answered(world, made.occurrences[2]!.occurrenceId, 'dana');
  const form = {
    date: inDays(11).slice(0, 10),
    startTime: '11:30',
    minutes: '90',
    title: 'With cake',
    venue: 'The pavilion',
    note: 'Bring a cup',
    capacity: '8',
  };
  const saved = await world.as('rosa').post(editPath(made, 'one', 1), form);
  expect([saved.status, saved.location]).toEqual([
    303,
    `/gatherings/${made.gatheringId}/occurrences/${second}`,
  ]);
  expect((await dates(made.gatheringId)).slice(0, 3)).toEqual([
    `${day(3)} 10:00`,
    `${day(11)} 11:30`,
    `${day(17)} 10:00`,
  ]);
  expect(await rowOf('occurrences', second)).toMatchObject({
    title: 'With cake',
    venue: 'The pavilion',
    capacity: 8,
    sequence: 1,
  });
  expect((await told('maya'))[0]).toMatch(/^Changed: With cake, now .* 11:30 AM$/);
  expect(await told('dana')).toEqual([]);
  const { text } = await world.as('maya').get(saved.location!);
  for (const words of ['With cake', 'The pavilion', 'Bring a cup']) expect(text).toContain(words);
  // Opened again, its form shows it as it stands; fewer places than are taken are refused beside the box.
  const again = await world.as('rosa').get(editPath(made, 'one', 1));
  expect(again.text).toContain('value="11:30"');
  await answered(world, second, 'dana');
  const small = await world
    .as('rosa')
    .post(editPath(made, 'one', 1), { ...form, capacity: '1', note: 'kept words' });
  expect(small.status).toBe(422);
  expect(small.text).toContain('More people than that are coming already');
  expect(small.text).toContain('kept words');
  expect((await rowOf('occurrences', second)).note).toBe('Bring a cup');
});

test('all of it: another hour moves every time with its answers, and outranks what was changed singly', async () => {
  const made = await weekly();
  const [first, second] = made.occurrences;
  await answered(world, first!.occurrenceId, 'maya');
  await answered(world, second!.occurrenceId, 'maya', 'maybe');
  await owner.query('UPDATE occurrences SET sequence = 4 WHERE occurrence_id = $1', [second!.occurrenceId]);
  const saved = await world
    .as('rosa')
    .post(editPath(made, 'all'), { ...FORM, startTime: '15:00', minutes: '45' });
  expect(saved.status).toBe(303);
  expect(await dates(made.gatheringId)).toEqual([3, 10, 17, 24, 31, 38].map((days) => `${day(days)} 15:00`));
  expect(await rsvpsTo(first!.occurrenceId)).toEqual(['Maya yes']);
  const { starts_at, ends_at } = await rowOf('occurrences', first!.occurrenceId);
  expect(ends_at - starts_at).toBe(45 * 60_000);
  expect((await rowOf('gatherings', made.gatheringId)).sequence).toBe(5);
  expect(await told('maya')).toEqual([
    expect.stringMatching(
      /^Changed: when or where A walk by the lake takes place\. Yours now: .* 3:00 PM · .* 3:00 PM$/,
    ),
  ]);
  // A word that is mended is no news.
  await owner.query('DELETE FROM notifications');
  await world
    .as('rosa')
    .post(editPath(made, 'all'), { ...FORM, startTime: '15:00', minutes: '45', description: 'Slowly.' });
  expect(await told('maya')).toEqual([]);
  await world
    .as('rosa')
    .post(editPath(made, 'all'), { ...FORM, startTime: '15:00', minutes: '45', venue: 'The boathouse' });
  expect(await told('maya')).toHaveLength(1);
});

test('all of it: what has no date any more is called off where somebody answered, else gone; the new dates are there', async () => {
  const made = await weekly();
  const [, second, third] = made.occurrences;
  await answered(world, third!.occurrenceId, 'maya');
  await world.as('rosa').post(editPath(made, 'all'), {
    ...FORM,
    times: '5',
    exceptOn: [inDays(10), inDays(17)].map((at) => at.slice(0, 10)),
    extra: inDays(5).slice(0, 10),
  });
  expect(await dates(made.gatheringId)).toEqual([3, 5, 24, 31].map((days) => `${day(days)} 10:00`));
  expect((await told('maya'))[0]).toMatch(/^Called off: A walk by the lake, /);
  // The extra day stands in the week of the second one, which moved there.
  const left = (await timesOf(world, made.gatheringId)).map((one) => one.occurrenceId);
  expect(left).toContain(third!.occurrenceId);
  expect(left).toHaveLength(5);
  expect(left.includes(second!.occurrenceId)).toBe(
    (await rowOf('occurrences', second!.occurrenceId)) !== undefined,
  );
});

test('all of it: another weekday takes each week’s answers along', async () => {
  const monday = Temporal.PlainDate.from(inDays(10).slice(0, 10));
  const start = monday.subtract({ days: monday.dayOfWeek - 1 });
  const made = await weekly({ starts: `${start}T10:00:00` });
  await answered(world, made.occurrences[1]!.occurrenceId, 'maya');
  const wednesday = start.add({ days: 2 });
  await world.as('rosa').post(editPath(made, 'all'), { ...FORM, date: String(wednesday) });
  expect(await dates(made.gatheringId)).toEqual(
    [0, 1, 2, 3, 4, 5].map((weeks) => `${String(wednesday.add({ weeks })).slice(5)} 10:00`),
  );
  const ids = (await timesOf(world, made.gatheringId)).map((one) => one.occurrenceId);
  expect(ids).toEqual(made.occurrences.map((one) => one.occurrenceId));
  expect(await told('maya')).toHaveLength(1);
});

test('this and following: the old series ends before, a new one takes over with the answers', async () => {
  const made = await weekly({ signUp: 'series', capacity: 10, exceptOn: [inDays(31)] });
  const fourth = made.occurrences[3]!;
  await answered(world, made.occurrences[0]!.occurrenceId, 'maya');
  await answered(world, fourth.occurrenceId, 'maya');
  await owner.query(
    `INSERT INTO enrolments (community_id, gathering_id, member_id, answer) VALUES ($1, $2, $3, 'yes')`,
    [people.maya.communityId, made.gatheringId, people.maya.memberId],
  );
  const form = await world.as('rosa').get(editPath(made, 'following', 3));
  expect(form.text).toContain(`value="${inDays(24).slice(0, 10)}"`);
  expect(form.text).toMatch(/name="times"[^>]*value="3"/); // of six: three are before, one of them is left out
  const saved = await world.as('rosa').post(editPath(made, 'following', 3), {
    ...FORM,
    date: inDays(24).slice(0, 10),
    startTime: '16:00',
    times: '3',
    exceptOn: inDays(31).slice(0, 10),
    title: 'A later walk',
    series: 'yes',
    capacity: '10',
  });
  expect(saved.status).toBe(303);
  const next = cuts(saved.location);
  expect(next).not.toBe(made.gatheringId);
  expect(await dates(made.gatheringId)).toEqual([3, 10, 17].map((days) => `${day(days)} 10:00`));
  expect(await dates(next)).toEqual([24, 38].map((days) => `${day(days)} 16:00`));
  const old = await rowOf('gatherings', made.gatheringId);
  expect(old.rule).toMatch(/UNTIL=\d{8}T\d{6}Z/);
  expect([old.sequence, old.except_on]).toEqual([1, []]);
  const row = await rowOf('gatherings', next);
  expect(row).toMatchObject({
    follows_id: made.gatheringId,
    title: 'A later walk',
    sequence: 0,
    sign_up: 'series',
  });
  expect(row.uid).not.toBe(old.uid);
  expect(await rsvpsTo(fourth.occurrenceId)).toEqual(['Maya yes']);
  const enrolled = await owner.query('SELECT gathering_id FROM enrolments WHERE member_id = $1', [
    people.maya.memberId,
  ]);
  expect(enrolled.rows.map((one) => one.gathering_id).sort()).toEqual([made.gatheringId, next].sort());
  expect(await told('maya')).toEqual([
    expect.stringMatching(/^Changed: when or where A later walk takes place\. Yours now: /),
  ]);
  // An old address of a date leads to where it stands now.
  const moved = await world
    .as('maya')
    .get(`/gatherings/${made.gatheringId}/occurrences/${fourth.occurrenceId}`);
  expect(moved.location).toBe(`/gatherings/${next}/occurrences/${fourth.occurrenceId}`);
});

test('this and following from the first one is all of them', async () => {
  const made = await weekly();
  const saved = await world.as('rosa').post(editPath(made, 'following', 0), { ...FORM, startTime: '09:00' });
  expect(cuts(saved.location)).toBe(made.gatheringId);
  expect(await dates(made.gatheringId)).toHaveLength(6);
});

test('one time is called off with a line to those coming, and takes place after all', async () => {
  const made = await weekly();
  const { occurrenceId } = made.occurrences[1]!;
  await answered(world, occurrenceId, 'maya');
  await answered(world, occurrenceId, 'dana', 'no');
  const path = `/gatherings/${made.gatheringId}/occurrences/${occurrenceId}`;
  expect((await world.as('rosa').get(`${path}/cancellation`)).text).toContain('Call off');
  await world.as('rosa').post(`${path}/cancellation`, { note: 'The harbor is flooded.' });
  expect((await told('maya'))[0]).toMatch(
    /^Called off: A walk by the lake, .* 10:00 AM\. “The harbor is flooded\.”$/,
  );
  expect(await told('dana')).toEqual([]);
  expect((await world.as('maya').get(path)).text).toContain('The harbor is flooded.');
  expect(await rowOf('occurrences', occurrenceId)).toMatchObject({ sequence: 1 });
  await world.as('rosa').post(`${path}/cancellation`); // twice is once
  expect((await rowOf('occurrences', occurrenceId)).sequence).toBe(1);
  await owner.query('DELETE FROM notifications');
  await world.as('rosa').post(`${path}/reinstatement`);
  expect((await told('maya'))[0]).toMatch(/^It takes place after all: A walk by the lake, /);
  expect(await dates(made.gatheringId)).toHaveLength(6);
});

test('all that is to come is called off and taken back; what is over is neither', async () => {
  const made = await weekly();
  await answered(world, made.occurrences[4]!.occurrenceId, 'maya', 'waiting');
  const path = `/gatherings/${made.gatheringId}`;
  await world.as('rosa').post(`${path}/cancellation`, { note: '' });
  expect(await told('maya')).toEqual(['Called off: A walk by the lake']);
  const { text } = await world.as('maya').get(path);
  expect(text).toContain('Called off');
  expect(text).not.toContain('Let it take place after all');
  await world.as('rosa').post(`${path}/reinstatement`);
  expect(await rowOf('gatherings', made.gatheringId)).toMatchObject({ cancelled_at: null, sequence: 2 });
  const past = await makeGathering(world, { starts: inDays(-2) });
  await world.as('rosa').post(`/gatherings/${past.gatheringId}/cancellation`, {});
  expect((await rowOf('gatherings', past.gatheringId)).cancelled_at).toBeNull();
});

test('nobody else changes it or calls it off; half a change is no change', async () => {
  const made = await weekly();
  const before = [await rowOf('gatherings', made.gatheringId), await timesOf(world, made.gatheringId)];
  for (const who of ['maya', 'vera', 'mo', 'admin', 'nora'] as const) {
    const client = world.as(who);
    for (const span of ['one', 'following', 'all']) {
      expect((await client.get(editPath(made, span, 2))).status).toBe(404);
      expect((await client.post(editPath(made, span, 2), FORM)).status).toBe(404);
    }
    expect((await client.post(`/gatherings/${made.gatheringId}/cancellation`, {})).status).toBe(404);
    expect((await client.post(`${made.path}/cancellation`, {})).status).toBe(404);
    expect((await client.post(`${made.path}/reinstatement`, {})).status).toBe(404);
  }
  // Fewer places than are taken: refused at the last step, and nothing of what went before stands.
  for (const who of ['maya', 'dana'] as const) await answered(world, made.occurrences[4]!.occurrenceId, who);
  for (const span of ['following', 'all']) {
    const small = await world
      .as('rosa')
      .post(editPath(made, span, 2), { ...FORM, startTime: '20:00', capacity: '1' });
    expect(small.status).toBe(422);
  }
  expect([await rowOf('gatherings', made.gatheringId), await timesOf(world, made.gatheringId)]).toEqual(
    before,
  );
  const { rows } = await owner.query('SELECT FROM gatherings WHERE follows_id = $1', [made.gatheringId]);
  expect(rows).toEqual([]);
});

test('two who change it at once do so one after the other', async () => {
  const made = await weekly();
  const rosa = world.as('rosa');
  const answers = await Promise.all(
    ['12:00', '13:00', '14:00'].map((startTime) =>
      rosa.post(editPath(made, 'following', 2), {
        ...FORM,
        date: inDays(17).slice(0, 10),
        startTime,
        times: '4',
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
  const { rows } = await owner.query(
    'SELECT count(*)::int AS n FROM occurrences o JOIN gatherings g USING (community_id, gathering_id) WHERE g.gathering_id = $1 OR g.follows_id = $1',
    [made.gatheringId],
  );
  expect(rows[0].n).toBe(6);
});
