import { monitorEventLoopDelay } from 'node:perf_hooks';
import { beforeAll, describe, expect, it } from 'vitest';
import { readApart, readCalendar } from './index.ts';

const MEGABYTE = 960_000;
const fill = (piece: string) => piece.repeat(Math.floor(MEGABYTE / piece.length));
const event = (n: number, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${n}`, 'DTSTART;TZID=America/Chicago:20200101T100000', ...lines, 'END:VEVENT'].join(
    '\r\n',
  );
const events = (line: (n: number) => string) =>
  Array.from({ length: 2000 }, (_, n) => event(n, line(n))).join('\r\n');
const dates = (n: number) =>
  Array.from(
    { length: 60 },
    (_, day) => `${1950 + ((n * 60 + day) % 200)}0${1 + (day % 9)}1${day % 9}T100000`,
  ).join();

// Each would take minutes, or all memory, of a reader that does as it is told.
const HOSTILE: Record<string, string> = {
  'a million empty lines': fill('\n'),
  'a line folded half a million times': `X-A:1${fill('\r\n ')}`,
  'a line of a megabyte': event(1, `SUMMARY:${fill('\\')}`),
  'parameters without end': event(1, `SUMMARY${fill(';A="b"')}:x`),
  'a rule of a megabyte': event(1, `RRULE:FREQ=DAILY;BYDAY=${fill('MO,')}MO`),
  'dates left out, a megabyte of them': event(1, `EXDATE:${fill('20200101T100000,')}20200101T100000`),
  'dates left out in every event, by other clocks': events((n) => `EXDATE;TZID=Europe/Madrid:${dates(n)}`),
  'a nest of events': fill('BEGIN:VEVENT\r\n'),
  'two thousand rules that never come': events(
    (n) => `RRULE:FREQ=MINUTELY;INTERVAL=${n + 1};BYMONTH=2;BYMONTHDAY=30`,
  ),
  'two thousand rules that look for a 61st minute': events(
    (n) => `RRULE:FREQ=HOURLY;INTERVAL=${n + 1};BYMINUTE=1,2,3,4,5,6,7,8,9;BYSETPOS=10`,
  ),
  'parts that multiply': events(
    () =>
      `RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5,6,7,8;BYMINUTE=1,2,3,4,5,6,7,8,9,10,11,12;BYSETPOS=-366`,
  ),
  'two thousand zones that are nowhere': events((n) => `RECURRENCE-ID;TZID=Nowhere ${n}:20200101T100000`),
  'a zone that changes every second': [
    ...['BEGIN:VTIMEZONE', 'TZID:z', 'BEGIN:STANDARD', 'DTSTART:19000101T020000', 'RRULE:FREQ=SECONDLY'],
    ...['TZOFFSETFROM:-0500', 'TZOFFSETTO:-0600', 'END:STANDARD', 'END:VTIMEZONE'],
    event(1).replace('America/Chicago', 'z'),
  ].join('\r\n'),
};

const read = (body: string) =>
  readApart({
    bytes: Buffer.from(`BEGIN:VCALENDAR\r\n${body}\r\nEND:VCALENDAR\r\n`),
    zone: 'America/Chicago',
    now: new Date('2026-11-22T12:00:00Z'),
  });
const PLAIN = event(1, 'RRULE:FREQ=WEEKLY', 'SUMMARY:Story time');
beforeAll(() => read(PLAIN)); // from source, the thread is put together first

describe('a file made to hang the server', () => {
  it.each(Object.entries(HOSTILE))('is done with in a second, and nobody waits: %s', async (_, body) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const begun = performance.now();
    const said = await read(body);
    const took = performance.now() - begun;
    delay.disable();
    // A second, and what a busy machine needs to begin a thread anew after the one before was ended.
    expect(took).toBeLessThan(3_000);
    expect(delay.max / 1e6).toBeLessThan(600); // read here, it would be more than 850
    if (said.ok) expect(said.events.length).toBeLessThanOrEqual(2000);
    else expect(said.line).toBeGreaterThan(0);
  });

  it('is ended in the middle of a rule, with the line it stands on, and the next file is read', async () => {
    const tangled = 'RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3;BYSETPOS=1';
    const body = Array.from({ length: 2000 }, (_, n) => event(n, tangled)).join('\r\n');
    const said = await read(body);
    expect(said).toMatchObject({ ok: false });
    expect(!said.ok && said.line).toBeGreaterThan(1);
    expect(await read(PLAIN)).toMatchObject({
      ok: true,
      events: [{ next: new Date('2026-11-25T16:00:00Z') }],
    });
  });

  it('is not even looked at when it is larger than a calendar of people is', () => {
    expect(readCalendar(Buffer.alloc(1_000_001, 'a'), { zone: 'UTC' })).toMatchObject({ reason: 'too-big' });
  });

  it('is told from a full calendar of a library: six hundred series are read', () => {
    const weekly = (n: number) => event(n, 'RRULE:FREQ=WEEKLY;COUNT=40', `SUMMARY:Story time ${n}`);
    const body = Array.from({ length: 600 }, (_, n) => weekly(n)).join('\r\n');
    const said = readCalendar(Buffer.from(`BEGIN:VCALENDAR\r\n${body}\r\nEND:VCALENDAR`), { zone: 'UTC' });
    expect(said.ok && said.events.length).toBe(600);
  });
});
