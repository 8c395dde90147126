import { expect, test } from 'vitest';
import type { People } from '../../../test/kit/people.ts';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { translator } from '../../platform/i18n/index.ts';
import { newsOf, sentence } from '../notifications/index.ts';
import { inWorld } from '../safety/a-report.fixture.ts';
import { decideCase } from '../safety/deciding.ts';
import { answered, inDays, type Made, makeGathering } from './a-gathering.fixture.ts';
import { answerOccurrence } from './coming.ts';
import { aCrowd, told } from './crowd.fixture.ts';

const world = await newWorld();
const { people } = world;
const { tell, caseOn, decide, row } = inWorld(world);
const sql = async <R extends object>(text: string, values: unknown[] = []) =>
  (await world.owner.query<R>(text, values)).rows;
const WORD = 'Zirconwort';
const NOT_HERE = 'This gathering will not take place here';
type Who = keyof People;

/** Two dates of a public walk by Rosa, full of a word; Maya comes, Dana may, Vera waits for a place. */
const aWalk = async (said: Parameters<typeof makeGathering>[1] = {}): Promise<Made> => {
  const made = await makeGathering(world, {
    seenBy: 'public',
    title: `${WORD} walk`,
    description: `Bring ${WORD}`,
    venue: `${WORD} bench`,
    address: `3 ${WORD} St`,
    accessNote: `${WORD} stairs`,
    rule: 'FREQ=WEEKLY;COUNT=2',
    capacity: 1,
    facts: {
      babies: true,
      siblings: null,
      feeding: null,
      strollers: null,
      childcare: null,
      step_free: false,
    },
    ...said,
  });
  const first = made.occurrences[0]!.occurrenceId;
  await answered(world, first, 'maya');
  await answered(world, first, 'dana', 'maybe');
  await answered(world, first, 'vera', 'waiting');
  return made;
};
const hide = async ({ gatheringId }: Made, by: Who = 'dana'): Promise<string> => {
  await tell(by, 'gathering', gatheringId);
  const id = await caseOn(gatheringId);
  expect((await decide('mo', id, 'hide')).status).toBe(303);
  return id;
};
const statuses = async (path: string, whom: readonly (Who | null)[]) =>
  Promise.all(whom.map(async (who) => (await (who ? world.as(who) : world.nobody()).get(path)).status));
const inbox = (who: Who) =>
  world.parts.db.read(people[who], async (tx) =>
    (await newsOf(tx, people[who])).map((item) =>
      sentence(
        { t: translator('en'), locale: 'en' },
        { kind: item.kind, items: [item], seen: false, at: item.createdAt, path: '' },
      ),
    ),
  );
async function feedOf(who: Who): Promise<string> {
  await world.as(who).post('/calendar/feed', { shows: 'all' });
  const page = (await world.as(who).get('/calendar/feed')).text;
  const path = /\/calendar\/feed\.ics\?token=[\w-]+/.exec(page)![0];
  return (await world.nobody().get(path)).text.replaceAll('\r\n ', '');
}

const eventIn = (feed: string, occurrenceId: string) =>
  feed.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${occurrenceId}@`));

test('hidden, it is nowhere but with its organiser; won back, it takes place, and those down for it hear of both, once', async () => {
  const made = await aWalk();
  const base = `/gatherings/${made.gatheringId}`;
  const everywhere = [
    base,
    made.path,
    `${base}.ics`,
    `${made.path}.ics`,
    `${base}/materials`,
    `/reports/new?kind=gathering&id=${made.gatheringId}`,
  ];
  const lists = [
    '/gatherings',
    '/gatherings?month=this',
    '/gatherings.ics',
    '/gatherings.atom',
    '/calendar',
    '/notifications',
  ];
  const event = (feed: string) => eventIn(feed, made.occurrences[0]!.occurrenceId);
  expect(event(await feedOf('maya'))).toContain(WORD);
  const before = await sql<{ sequence: number }>('SELECT sequence FROM gatherings WHERE gathering_id = $1', [
    made.gatheringId,
  ]);

  const id = await hide(made);
  const everybody = [null, 'maya', 'vera', 'bea', 'nora'] as const; // those who decide: judged.test.ts
  for (const path of everywhere.slice(0, 3))
    expect([path, await statuses(path, everybody)]).toEqual([path, everybody.map(() => 404)]);
  for (const path of everywhere.slice(3))
    expect([path, await statuses(path, ['maya'])]).toEqual([path, [404]]);
  for (const path of [...everywhere, ...lists])
    expect((await world.as('maya').get(path)).text, path).not.toContain(WORD);
  for (const path of lists.slice(0, 4))
    expect((await world.nobody().get(path)).text, path).not.toContain(WORD);
  const hers = await world.as('rosa').get(made.path);
  expect([hers.status, hers.text.includes(WORD), hers.text.includes('Why, and how to appeal')]).toEqual([
    200,
    true,
    true,
  ]);
  expect(hers.text).not.toContain('application/ld+json');
  expect(hers.text).not.toContain('/reinstatement');
  expect((await world.as('rosa').get('/gatherings')).text).not.toContain(WORD);
  for (const act of [`${base}/reinstatement`, `${base}/cancellation`, `${base}/edit?span=all`])
    expect([act, (await world.as('rosa').post(act)).status]).toEqual([act, 404]);
  for (const who of ['maya', 'bea', 'rosa'] as const)
    expect((await world.as(who).post(`${made.path}/rsvp`, { answer: 'yes' })).status).not.toBe(303);

  // Whoever is down for it is told by inbox, calendar, page and phone; nobody else is, and nobody why.
  expect((await told(world, 'gatherings.withdrawn', made.gatheringId)).sort()).toEqual(
    [people.maya.memberId, people.dana.memberId, people.vera.memberId].sort(),
  );
  expect((await inbox('maya')).filter((said) => said.includes('Please do not set out'))).toHaveLength(1);
  expect((await world.as('maya').get(made.path)).text).toContain(NOT_HERE);
  expect((await world.as('bea').get(made.path)).text).not.toContain(NOT_HERE);
  expect((await world.as('maya').get('/calendar')).text).toContain('will not take place here');
  const gone = event(await feedOf('maya'))!;
  expect(gone).toContain('STATUS:CANCELLED');
  expect(gone).toContain(`SUMMARY:${NOT_HERE}`);
  expect(Number(/SEQUENCE:(\d+)/.exec(gone)![1])).toBeGreaterThan(before[0]!.sequence);
  expect(await feedOf('maya')).not.toContain(WORD);
  const own = (await feedOf('rosa')).split('BEGIN:VEVENT').find((one) => one.includes(made.uid));
  expect(own).toContain('STATUS:CANCELLED');

  // She disagrees, and is heard.
  const decision = (await world.as('rosa').get(`/me/decisions/${id}`)).text;
  expect(decision).toContain('A gathering of yours is out of sight');
  expect(decision).toContain(`href="/gatherings/${made.gatheringId}"`);
  await world.as('rosa').post(`/me/decisions/${id}/appeal`, { words: 'It is a walk' });
  await world.as('admin').post(`/moderation/${id}/hearing`, { finding: 'overturn', answer: 'It may stand.' });
  expect(await statuses(made.path, [null, 'maya', 'bea'])).toEqual([200, 200, 200]);
  const back = event(await feedOf('maya'))!;
  expect([back.includes('STATUS:CONFIRMED'), back.includes(WORD)]).toEqual([true, true]);
  expect(await told(world, 'gatherings.withdrawn', made.gatheringId)).toEqual([]);
  expect(await told(world, 'gatherings.reinstated', made.gatheringId)).toHaveLength(3);
  expect((await inbox('maya')).join()).toContain('takes place after all');
});

test('moderators read what it said and how it stands, never its door; two taps and it is hidden', async () => {
  const made = await aWalk({
    seenBy: 'community',
    place: 'both',
    address: '',
    door: { link: 'https://meet.example.org/doorword', address: '9 Doorword Ct' },
  });
  await tell('maya', 'gathering', made.gatheringId);
  const id = await caseOn(made.gatheringId);
  const page = (await world.as('mo').get(`/moderation/${id}`)).text;
  for (const said of [
    `${WORD} bench`,
    `${WORD} stairs`,
    `Bring ${WORD}`,
    'Babies',
    'its address is not shown here',
  ])
    expect(page, said).toContain(said);
  expect(page.toLowerCase()).not.toContain('doorword');
  const ready = /href="([^"]*template=gathering-harm[^"]*)"/.exec(page)![1]!;
  const chosen = (await world.as('mo').get(ready.replace('&amp;', '&').replace('#decide', ''))).text;
  expect(chosen).toMatch(/value="hide"[^>]*checked/);
  const why = /name="why"[^>]*>([^<]+)/.exec(chosen)![1]!;
  await world.as('mo').post(`/moderation/${id}/decision`, { decision: 'hide', why });
  expect((await world.as('maya').get(made.path)).status).toBe(404);
  expect((await world.as('mo').get(`/moderation/${id}`)).text).toContain(`Bring ${WORD}`);
  // When nobody can appeal any more, its words go, wherever they stood.
  await world.job('safety.emptying-cases', new Date(Date.now() + 31 * 86_400_000));
  expect((await row(id)).kept).toBeNull();
  const [left] = await sql<{ all: string }>(
    `SELECT concat(row_to_json(g), (SELECT json_agg(o) FROM occurrences o WHERE o.gathering_id = g.gathering_id),
       (SELECT json_agg(d) FROM gathering_doors d WHERE d.gathering_id = g.gathering_id)) AS all FROM gatherings g WHERE g.gathering_id = $1`,
    [made.gatheringId],
  );
  expect(left!.all).not.toMatch(/zirconwort|doorword/i);
});

test('a series is hidden with what it was parted into, and what had been called off stays so', async () => {
  const made = await aWalk({ rule: 'FREQ=WEEKLY;COUNT=6', capacity: null });
  const middle = made.occurrences[3]!.occurrenceId;
  const form = {
    title: 'Parted',
    kind: 'walk',
    seenBy: 'public',
    date: inDays(24).slice(0, 10),
    startTime: '11:00',
    minutes: '60',
    repeats: 'weekly',
    times: '3',
    place: 'in-person',
    near: '60657',
  };
  const parted = await world
    .as('rosa')
    .post(`/gatherings/${made.gatheringId}/edit?span=following&occurrence=${middle}`, form);
  expect(parted.status).toBe(303);
  const [next] = await sql<{ gathering_id: string }>(
    'SELECT gathering_id FROM gatherings WHERE follows_id = $1',
    [made.gatheringId],
  );
  await world.as('rosa').post(`/gatherings/${next!.gathering_id}/cancellation`, { note: '' });
  const id = await hide(made);
  expect(await statuses(`/gatherings/${next!.gathering_id}`, ['maya', 'rosa'])).toEqual([404, 200]);
  await world.as('rosa').post(`/me/decisions/${id}/appeal`, { words: 'no' });
  await world.as('admin').post(`/moderation/${id}/hearing`, { finding: 'overturn', answer: 'yes' });
  expect(await statuses(`/gatherings/${next!.gathering_id}`, ['maya', 'rosa'])).toEqual([200, 200]);
  expect(
    await sql(
      'SELECT cancelled_at IS NOT NULL AS off, hidden_at, stood_off FROM gatherings WHERE gathering_id = ANY ($1) ORDER BY follows_id NULLS FIRST',
      [[made.gatheringId, next!.gathering_id]],
    ),
  ).toEqual([
    { off: false, hidden_at: null, stood_off: false },
    { off: true, hidden_at: null, stood_off: false },
  ]);
});

test('twenty say yes while it is hidden: each is told that it is off, or had no place at all', async () => {
  const made = await makeGathering(world, { seenBy: 'community' });
  const crowd = await aCrowd(world, 20);
  await tell('maya', 'gathering', made.gatheringId);
  const id = await caseOn(made.gatheringId);
  const answers = crowd.map((who) => who.client.post(`${made.path}/rsvp`, { answer: 'yes' }));
  const [decided] = await Promise.all([decide('mo', id, 'hide'), ...answers]);
  expect(decided.status).toBe(303);
  const outcomes = new Set((await Promise.all(answers)).map(({ status }) => status));
  expect([...outcomes].every((status) => [303, 404, 409].includes(status))).toBe(true);
  const coming = await sql<{ member_id: string }>('SELECT member_id FROM rsvps WHERE gathering_id = $1', [
    made.gatheringId,
  ]);
  expect((await told(world, 'gatherings.withdrawn', made.gatheringId)).sort()).toEqual(
    coming.map((one) => one.member_id).sort(),
  );
});

test('a yes that is being given is waited for and told; one given meanwhile waits and comes to nothing', async () => {
  const made = await makeGathering(world, { seenBy: 'community' });
  const { occurrenceId } = made.occurrences[0]!;
  await tell('maya', 'gathering', made.gatheringId);
  const id = await caseOn(made.gatheringId);
  const first = await world.parts.db.write(people.vera, async (tx) => {
    await answerOccurrence(tx, occurrenceId, 'yes');
    const decided = decide('mo', id, 'hide');
    await atALock(decided);
    return { decided };
  });
  expect((await first.decided).status).toBe(303);
  expect(await told(world, 'gatherings.withdrawn', made.gatheringId)).toEqual([people.vera.memberId]);

  const other = await makeGathering(world, { seenBy: 'community' });
  await tell('maya', 'gathering', other.gatheringId);
  const next = await caseOn(other.gatheringId);
  const second = await world.parts.db.write(people.mo, async (tx) => {
    await decideCase(tx, next, { decision: 'hide', why: 'x', rule: '', told: '', until: null });
    const answer = world.as('vera').post(`${other.path}/rsvp`, { answer: 'yes' });
    await atALock(answer);
    return { answer };
  });
  expect((await second.answer).status).toBe(409);
  expect(await sql('SELECT FROM rsvps WHERE gathering_id = $1', [other.gatheringId])).toEqual([]);
});

/** Until somebody stands at a lock, or it was done without. */
async function atALock(doing: Promise<unknown>): Promise<void> {
  let done = false;
  void doing.finally(() => {
    done = true;
  });
  const stands = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while (!done && (await sql(stands)).length === 0);
}

const suspend = (who: Who, days: number) =>
  sql(
    `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until)
     VALUES ($1, gen_random_uuid(), 'suspension', $2, 'x', now() + make_interval(days => $3))`,
    [people[who].communityId, people[who].memberId, days],
  );

test('while she is suspended what she alone holds is off; what comes later stays planned; all comes back by itself', async () => {
  const made = await makeGathering(world, {
    by: 'bea',
    title: `${WORD} at mine`,
    rule: 'FREQ=WEEKLY;COUNT=3',
    starts: inDays(2),
  });
  const [soon, later] = made.occurrences.map(({ occurrenceId }) => occurrenceId) as [string, string];
  await answered(world, soon, 'vera');
  await answered(world, later, 'dana');
  // Told in the moderator's own scope, as a decision does it.
  const { id } = await aCaseOn('bea');
  await decide('mo', id, 'suspend', { days: '7' });
  expect(await statuses(made.path, [null, 'vera', 'dana', 'admin'])).toEqual([404, 404, 404, 404]);
  expect(await told(world, 'gatherings.withdrawn', made.gatheringId)).toEqual([people.vera.memberId]);
  expect(eventIn(await feedOf('vera'), soon)).toMatch(/STATUS:CANCELLED[\s\S]*SUMMARY:This gathering/);
  expect(eventIn(await feedOf('dana'), later)).toContain('STATUS:CONFIRMED');
  await world.job('gatherings.coming-back', new Date());
  expect(await statuses(made.path, ['dana'])).toEqual([404]);
  await sql(`UPDATE sanctions SET until = now() - interval '1 second'`);
  await world.job('gatherings.coming-back', new Date(Date.now() + 8 * 86_400_000));
  expect(await statuses(made.path, ['vera', 'dana'])).toEqual([200, 200]);
  expect(await told(world, 'gatherings.reinstated', made.gatheringId)).toEqual([]);
});

test('lifted early, those who were told that it is off hear that it takes place after all', async () => {
  const made = await makeGathering(world, { by: 'bea', starts: inDays(2) });
  await answered(world, made.occurrences[0]!.occurrenceId, 'vera');
  const { id } = await aCaseOn('bea');
  await decide('mo', id, 'suspend', { days: '30' });
  await world.as('bea').post(`/me/decisions/${id}/appeal`, { words: 'Please' });
  await world.as('admin').post(`/moderation/${id}/hearing`, { finding: 'overturn', answer: 'Yes.' });
  expect(await statuses(made.path, ['vera'])).toEqual([200]);
  expect(await told(world, 'gatherings.reinstated', made.gatheringId)).toEqual([people.vera.memberId]);
  expect(await told(world, 'gatherings.withdrawn', made.gatheringId)).toEqual([]);
});

test('a circle’s session goes on with another who looks after it, never in the home of whoever is away', async () => {
  await sql(`UPDATE circle_members SET role = 'facilitator' WHERE circle_id = $1 AND member_id = $2`, [
    NIGHT_FEEDS,
    people.dana.memberId,
  ]);
  const session = { circleId: NIGHT_FEEDS, seenBy: 'circle' } as const;
  const open = await makeGathering(world, session);
  const home = await makeGathering(world, { ...session, door: { link: '', address: '4 Home St' } });
  const { id } = await aCaseOn('rosa');
  await decide('mo', id, 'suspend', { days: '7' });
  expect(await statuses(open.path, ['maya', 'dana'])).toEqual([200, 200]);
  expect(await statuses(home.path, ['maya', 'dana'])).toEqual([404, 404]);
  expect(await told(world, 'gatherings.yours', open.gatheringId)).toEqual([people.dana.memberId]);
  // The last who could hold it goes as well.
  await suspend('dana', 3);
  expect(await statuses(open.path, ['maya'])).toEqual([404]);
  await sql('DELETE FROM sanctions');
});

test('where a circle meets as usual, its usual hour does not stand in for a session out of sight', async () => {
  const [hour] = await sql<{ start_time: string; weekday: number }>(
    'SELECT start_time, weekday FROM circles WHERE circle_id = $1',
    [NIGHT_FEEDS],
  );
  const meets = async () =>
    (await world.as('maya').get('/calendar')).text
      .split('<h3>')
      .filter((one) => one.includes(`/circles/${NIGHT_FEEDS}"`)).length;
  const usual = await meets();
  expect(usual).toBeGreaterThan(2);
  const first = /DTSTART;TZID=America\/Chicago:(\d{4})(\d\d)(\d\d)T/.exec(
    (await feedOf('maya')).split(`UID:hours-of-${NIGHT_FEEDS}`)[1]!,
  )!;
  const made = await makeGathering(world, {
    circleId: NIGHT_FEEDS,
    seenBy: 'circle',
    starts: `${first[1]}-${first[2]}-${first[3]}T${hour!.start_time.slice(0, 8)}`,
    rule: 'FREQ=WEEKLY',
  });
  expect(await meets()).toBe(0);
  await sql('UPDATE gatherings SET hidden_at = now() WHERE gathering_id = $1', [made.gatheringId]);
  expect(await meets()).toBe(0);
  expect((await world.as('maya').get('/calendar')).text).not.toContain(made.gatheringId);
});

/** A case on a member herself. */
async function aCaseOn(who: Who) {
  await tell('maya', 'member', people[who].memberId);
  return { id: await caseOn(people[who].memberId) };
}
