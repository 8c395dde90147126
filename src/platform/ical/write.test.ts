import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { expand } from '../recurrence/index.ts';
import { type CalendarEvent, writeCalendar } from './index.ts';

const ZONES = [
  ...['America/Chicago', 'America/New_York', 'America/Mexico_City', 'Europe/Madrid', 'Australia/Lord_Howe'],
  ...['Asia/Kolkata', 'Pacific/Apia', 'America/Santiago', 'Africa/Casablanca', 'Europe/Dublin', 'UTC'],
];

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'walk@example.org',
  sequence: 2,
  stamp: new Date('2026-11-01T12:00:00Z'),
  status: 'confirmed',
  start: '2026-11-22T10:00',
  zone: 'America/Chicago',
  lasts: { minutes: 90 },
  summary: 'A walk',
  ...more,
});
const write = (...events: CalendarEvent[]) =>
  Buffer.from(writeCalendar({ name: 'Porchlight', zone: 'America/Chicago', events })).toString();

/** What ical.js makes of a file, by the VTIMEZONEs in it. */
function icalJs(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

/** What node-ical makes of it, by what the machine knows of zones. */
const nodeEvents = (file: string) =>
  Object.values(nodeIcal.sync.parseICS(file)).filter((one): one is VEvent => one?.type === 'VEVENT');

describe('a calendar as a file', () => {
  it('has no line over 75 octets, every line ended, and no character cut in two', () => {
    const long = 'Caminata con cochecitos — niños, mamás y abuelas 👶🏽 '.repeat(9);
    const file = write(event({ summary: long, description: `${'ñ'.repeat(75)}\n${'a'.repeat(74)}é` }));
    for (const one of file.split('\r\n')) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
    expect(file).not.toMatch(/[^\r]\n|\r[^\n]|�/);
    expect(icalJs(file)[0]!.summary).toBe(long);
    expect(nodeEvents(file)[0]!.summary).toBe(long);
  });

  it('keeps what somebody wrote from becoming a line of its own', () => {
    const words = 'Bring; a, friend \\n\r\nEND:VEVENT\nBEGIN:VEVENT\u0000';
    const file = write(
      event({ summary: words, uid: 'a\r\nX-EVIL:1', url: 'https://a.example/\r\nX-EVIL:1' }),
    );
    expect(icalJs(file)).toHaveLength(1);
    expect(icalJs(file)[0]!.summary).toBe('Bring; a, friend \\n\nEND:VEVENT\nBEGIN:VEVENT');
    expect(file).not.toMatch(/^X-EVIL/m);
  });

  it('is the same bytes in whatever order events come', () => {
    const [one, other] = [event({ uid: 'a' }), event({ uid: 'b', zone: 'Europe/Madrid' })];
    expect(write(one, other)).toBe(write(other, one));
  });

  it('says when it was changed, called off, and what stands for one of many', () => {
    const weekly = event({ rule: 'FREQ=WEEKLY;COUNT=4', except: ['2026-11-29T10:00'] });
    const moved = event({
      start: '2026-12-06T14:00',
      replaces: { wall: '2026-12-06T10:00:00', zone: weekly.zone },
    });
    const file = write(weekly, { ...moved, status: 'cancelled', sequence: 3 });
    expect(file).toContain('EXDATE;TZID=America/Chicago:20261129T100000\r\n');
    expect(file).toContain('RECURRENCE-ID;TZID=America/Chicago:20261206T100000\r\n');
    expect(file).toMatch(/SEQUENCE:3\r\nSTATUS:CANCELLED\r\n/);
    expect(file).toContain('DTSTAMP:20261101T120000Z\r\n');
  });

  it('writes UNTIL as the standard asks: an instant beside a zone, a day beside a day', () => {
    expect(write(event({ rule: 'FREQ=DAILY;UNTIL=20261124T100000' }))).toContain('UNTIL=20261124T160000Z');
    expect(write(event({ rule: 'FREQ=DAILY;UNTIL=20261124' }))).toContain('UNTIL=20261125T055959Z');
    const days = event({
      start: '2026-11-22',
      lasts: { days: 2 },
      rule: 'FREQ=DAILY;UNTIL=20261125T055959Z',
    });
    expect(write(days)).toMatch(
      /DTSTART;VALUE=DATE:20261122\r\nDTEND;VALUE=DATE:20261124\r\n.*UNTIL=20261124\r\n/,
    );
  });

  it('is read as the same instants by two parsers, in zones of every kind', () => {
    // node-ical is half an hour late for 00:30, wherever that is.
    const starts = [
      '2026-03-08T02:30',
      '2026-07-04T18:00',
      '2026-10-25T01:15',
      '2026-11-01T05:45',
      '2027-04-04T02:10',
    ];
    const events = ZONES.flatMap((zone) =>
      starts.map((start) => event({ uid: `${start} ${zone}`, zone, start })),
    );
    const ours = new Map(events.map((one) => [one.uid, once(one)]));
    const file = write(...events);
    for (const one of icalJs(file)) {
      const [from, to] = [one.startDate, one.endDate].map((time) => time.toUnixTime() * 1000);
      expect({ from, to }, one.uid).toEqual(ours.get(one.uid));
    }
    const others = nodeEvents(file);
    for (const one of others) expect(+one.start, one.uid).toBe(ours.get(one.uid)!.from);
    expect(others).toHaveLength(events.length);
  });

  it('knows the clocks of years to come, where one rule says them', () => {
    expect(write(event())).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n');
    expect(write(event({ zone: 'America/Santiago' }))).toContain('BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8\r\n');
    expect(write(event({ zone: 'America/Mexico_City' }))).not.toContain('RRULE');
  });

  it('is repeated by ical.js at the instants we say, through years of changing clocks', () => {
    for (const zone of ZONES.filter((_, n) => n % 2 === 0)) {
      const weekly = event({
        zone,
        start: '2026-01-06T18:30',
        rule: 'FREQ=WEEKLY',
        except: ['2026-02-03T18:30'],
      });
      const window = { from: new Date(0), to: new Date('2028-02-01T00:00Z'), atMost: 300 };
      const ours = expand(weekly, window).map(({ starts }) => starts.toISOString());
      const walking = icalJs(write(weekly))[0]!.iterator();
      const theirs = ours.map(() => walking.next().toJSDate().toISOString());
      expect(theirs, zone).toEqual(ours);
    }
  });
});

function once(one: CalendarEvent): { from: number; to: number } {
  const [only] = expand(one, { from: new Date(0), to: new Date('2100-01-01'), atMost: 2 });
  return { from: +only!.starts, to: +only!.ends };
}
