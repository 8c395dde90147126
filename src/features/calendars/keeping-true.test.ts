import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { answered, inDays } from '../gatherings/a-gathering.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const DAY = 86_400_000;

const library = { file: '', status: 200 };
const server = createServer((_, response) =>
  response.writeHead(library.status, { 'content-type': 'text/calendar' }).end(library.file),
);
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
world.parts.fetchFrom = [origin];
afterAll(() => void server.close());

const event = (uid: string) =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${uid}\r\nDTSTART;TZID=America/Chicago:${inDays(5).slice(0, 10).replaceAll('-', '')}T100000\r\nEND:VEVENT\r\n`;
const calendar = (...uids: string[]) => `BEGIN:VCALENDAR\r\n${uids.map(event).join('')}END:VCALENDAR\r\n`;
const admin = world.as('admin');
async function bring(name: string): Promise<string> {
  const form = { name, kind: 'story-time', near: '60614', url: `${origin}/feed.ics` };
  const { location } = await admin.post('/community/calendars', form);
  return location!;
}

test('a calendar nobody takes over says until when it waits, and goes; one that was taken over stays', async () => {
  library.file = calendar('walk');
  const [waiting, taken] = [await bring('Waiting'), await bring('Taken')];
  await admin.post(`${taken}/acceptance`);
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'America/Chicago' });
  expect((await admin.get('/community/calendars')).text).toContain(day.format(Date.now() + 14 * DAY));
  await world.job('calendars.forgetting', new Date(Date.now() + 13 * DAY));
  expect((await admin.get(waiting)).status).toBe(200);
  await world.job('calendars.forgetting', new Date(Date.now() + 15 * DAY));
  expect([(await admin.get(waiting)).status, (await admin.get(taken)).status]).toEqual([404, 200]);
});

test('what was wrong when she looked now is said as it was', async () => {
  library.file = calendar('song');
  const page = await bring('Library');
  await admin.post(`${page}/acceptance`);
  const problem = async () =>
    (await owner.query(`SELECT problem FROM calendar_sources WHERE name = 'Library'`)).rows[0].problem;
  for (const [status, why] of [
    [404, 'missing'],
    [403, 'forbidden'],
    [500, 'failing'],
  ] as const) {
    library.status = status;
    await admin.post(`${page}/renewal`);
    expect(await problem()).toBe(why);
  }
  library.status = 200;
  await admin.post(`${page}/renewal`);
  expect(await problem()).toBeNull();
});

test('the coordinator in whose name it is brought in step is told of what she herself meant to come to', async () => {
  library.file = calendar('tale', 'other');
  const page = await bring('Tales');
  await admin.post(`${page}/acceptance`);
  const { rows } = await owner.query(
    `SELECT occurrence_id FROM occurrences JOIN gatherings g USING (community_id, gathering_id) WHERE g.title = 'tale'`,
  );
  await answered(world, rows[0].occurrence_id, 'admin');
  await owner.query('DELETE FROM notifications');
  library.file = calendar('other');
  await world.job('calendars.keeping', new Date(Date.now() + 25 * 3_600_000));
  const told = await owner.query('SELECT kind FROM notifications WHERE member_id = $1', [
    people.admin.memberId,
  ]);
  expect(told.rows).toEqual([{ kind: 'gatherings.cancelled' }]);
});
